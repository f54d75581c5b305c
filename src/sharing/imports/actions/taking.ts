/**
 * Indicators from elsewhere become drafts of the body, with their source and their TLP: none goes out before two people here
 * have read it (0810), and never wider than its source allowed (0837). One that its source took back is taken back here at once.
 */
import type { Tx } from "../../../kernel/db/database.ts"
import { announceEach, journalEach } from "../../../kernel/journal.ts"
import { addDays, type LocalDate } from "../../../kernel/time.ts"
import { readTarget, scamTypes } from "../../../signals/index.ts"
import { goodNamesOf, todayOf } from "../../actions/proposing.ts"
import type { Seat } from "../../actions/seat.ts"
import { takeStepIn } from "../../actions/steps.ts"
import { type GoodNames, goodNameOf } from "../../domain/good-names.ts"
import { canonicalOf, validDaysMax, validDaysUsual } from "../../domain/indicator.ts"
import { markWordsOfReceived } from "../../store/doubts.ts"
import type { ForeignLine, Format } from "../domain/line.ts"
import {
  bodyBySlug,
  givenUpOf,
  insertReceived,
  type NewReceived,
  receivedAs,
  type Standing,
  standingOf,
  withdrawReceived,
} from "../store/received.ts"
import { besideSaid } from "../words.ts"

export const verdicts = [
  "new",
  "known",
  "twice",
  "takenBack",
  "nothingToTakeBack",
  "waits",
  "goodName",
  "notReadable",
  "over",
  "givenUp",
] as const
export type Verdict = (typeof verdicts)[number]
/** `standing`: the indicator here that it speaks of. */
export type Judged = ForeignLine & {
  value: string
  openDigits: number | null
  verdict: Verdict
  standing: Standing | null
}

/** `isByItself`: nobody looks on; what an officer here recalled or refused does not come back then. */
export type Receiver = {
  bodyId: string
  source: string
  today: LocalDate
  good: GoodNames
  isByItself?: boolean
}

export const receiverOf = (at: Pick<Seat, "house" | "bodyId">, source: string): Receiver => ({
  bodyId: at.bodyId,
  source,
  today: todayOf(at),
  good: goodNamesOf(at),
})

export async function judge(tx: Tx, to: Receiver, lines: readonly ForeignLine[]): Promise<Judged[]> {
  const read = lines.map((line) => ({
    ...line,
    ...(canonicalForeign(line) ?? { value: "", openDigits: null }),
  }))
  const standing = await standingOf(tx, to.bodyId, read)
  const byThing = new Map(standing.map((one) => [`${one.kind}:${one.value}`, one]))
  const givenUp = to.isByItself === true ? await givenUpOf(tx, to.bodyId, read) : new Set<string>()
  const refs = read.map(({ ref }) => ref).filter((ref) => ref !== "")
  const received = await receivedAs(tx, to.bodyId, { source: to.source, refs })
  const byRef = Map.groupBy(received, ({ ref }) => ref)
  const seen = new Set<string>()
  return read.flatMap((line) => {
    const thing = `${line.kind}:${line.value}`
    const there = byThing.get(thing) ?? null
    const told = (verdict: Verdict, of: Standing | null = null): Judged => ({
      ...line,
      verdict,
      standing: of,
    })
    if (line.isRevoked) {
      const own = byRef.get(line.ref) ?? []
      if (own.length === 0) return told("nothingToTakeBack")
      // A source that changed the number under one name gave several.
      byRef.set(line.ref, [])
      return own.map((one) => told(one.state === "waiting" ? "waits" : "takenBack", one))
    }
    if (line.value === "") return told("notReadable")
    if (goodNameOf(line, to.good) !== null) return told("goodName")
    if (line.validUntil !== null && line.validUntil < to.today) return told("over")
    if (there !== null) return told("known", there)
    if (givenUp.has(thing)) return told("givenUp")
    if (seen.has(thing)) return told("twice")
    seen.add(thing)
    return told("new")
  })
}

/** Values that other programs write in the canonical form already; anything else is read as if a person had typed it. */
function canonicalForeign({ kind, typed }: ForeignLine) {
  const whole = { value: typed, openDigits: null }
  if (kind === "bank-account" && /^(?:\d{6}|unknown):[0-9A-Z]{6,30}$/.test(typed)) return whole
  if (kind === "social" && /^[a-z][a-z0-9.-]{1,30}:[^\p{C}]{1,200}$/u.test(typed)) return whole
  return canonicalOf(kind, typed, readTarget)
}

/** The body whose drafts they become, by the name that is in its addresses. */
export const bodyOf = bodyBySlug

export type Taken = { made: number; takenBack: number; judged: readonly Judged[] }
/** Takes back what its source took back: an officer, or the source itself. */
type TakingBack = (tx: Tx, gone: readonly Judged[]) => Promise<number>

/** `takeBack` null: drafts alone are made. */
export async function takeIn(
  tx: Tx,
  to: Receiver & { name: string; format: Format; takeBack: TakingBack | null },
  lines: readonly ForeignLine[],
): Promise<Taken> {
  const judged = await judge(tx, to, lines)
  const fresh = judged.filter(({ verdict }) => verdict === "new")
  const ids =
    fresh.length === 0
      ? []
      : await insertReceived(
          tx,
          to,
          fresh.map((line) => newOf(line, to)),
        )
  await journalEach(
    tx,
    { what: "indicator.written", kind: "indicator", details: { origin: "received", format: to.format } },
    ids,
  )
  return { made: ids.length, takenBack: (await to.takeBack?.(tx, judged)) ?? 0, judged }
}

/** An officer takes the steps that an officer has: what waits for a second person is refused on its own page. */
export const byOfficer =
  (seat: Seat, note: string): TakingBack =>
  (tx, judged) =>
    takeBack(
      tx,
      seat,
      note,
      judged.filter(({ verdict }) => verdict === "takenBack"),
    )

async function takeBack(tx: Tx, seat: Seat, note: string, gone: readonly Judged[]): Promise<number> {
  let takenBack = 0
  for (const { standing } of gone) {
    if (standing === null) continue
    const step = standing.state === "released" ? "recall" : "drop"
    const done = await takeStepIn(tx, seat, { kind: "indicator", id: standing.id }, { step, note })
    if (!("refused" in done)) takenBack += 1
  }
  return takenBack
}

/** A draft, what waits for a second person and what is out: none of them stands against the word of who gave it. */
export const bySource =
  (source: string): TakingBack =>
  async (tx, judged) => {
    const ids = judged.flatMap(({ verdict, standing }) =>
      (verdict === "takenBack" || verdict === "waits") && standing !== null ? [standing.id] : [],
    )
    if (ids.length === 0) return 0
    const gone = await withdrawReceived(tx, ids, source)
    for (const after of ["recalled", "refused"] as const) {
      const some = gone.filter((one) => one.after === after).map(({ id }) => id)
      const what = after === "recalled" ? "indicator.recalled" : "indicator.dropped"
      await announceEach(tx, { what, kind: "indicator", details: { to: after, by: "source" } }, some)
    }
    const doubted = await markWordsOfReceived(
      tx,
      gone.filter(({ after }) => after === "recalled").map(({ id }) => id),
    )
    await announceEach(tx, { what: "warning.doubted", kind: "warning", details: { by: "source" } }, doubted)
    return gone.length
  }

const confidenceUsual = 50

function newOf(line: Judged, { source, today, format }: Receiver & { format: Format }): NewReceived {
  const latest = addDays(today, validDaysMax)
  const until = line.validUntil ?? addDays(today, validDaysUsual)
  const isNamed = (name: string) => line.beside.names.some((one) => one.toLowerCase() === name.toLowerCase())
  const trick =
    scamTypes().find(({ value }) => value === line.trick) ??
    scamTypes().find(({ value, label, labelEn }) => [value, label, labelEn].some(isNamed))
  return {
    kind: line.kind,
    value: line.value,
    openDigits: line.openDigits,
    tlp: line.tlp,
    trick: trick?.value ?? null,
    confidence: Math.max(1, line.confidence ?? confidenceUsual),
    reasons: [source, format.toUpperCase(), line.ref, ...besideSaid(line.beside, "vi")]
      .filter((part) => part !== "")
      .join(" · "),
    validUntil: until > latest ? latest : until,
    ref: line.ref,
  }
}
