/** The steps of officers with a complaint: assess, approve, tell, note the answer, weigh objections; each once and by the right person. */
import type { Tx } from "../../kernel/db/database.ts"
import { announce } from "../../kernel/journal.ts"
import { instantOf, localDateOf } from "../../kernel/time.ts"
import { grounds } from "../catalogue.ts"
import { alertsOf } from "../children/store/alerts.ts"
import { type Event, happened, leadsTo, type State } from "../domain/life.ts"
import {
  countedIn,
  groundsOn,
  type Measure,
  type MeasureFault,
  measureFault,
  needsPolice,
} from "../domain/measures.ts"
import {
  addEvent,
  changeNotice,
  closeObjection,
  followNotice,
  type Notice,
  noteTold,
  type Objection,
  type Outcome,
  objectionsOf,
  policeBodies,
  readNotice,
  type Told,
  tellReversal,
  toTell,
} from "../store/notices.ts"
import { objectionCode } from "./complaining.ts"
import type { Seat } from "./reading.ts"
import { childRule, dueAtBy, termsOf } from "./terms.ts"

export type HandlingRefusal =
  | "missing"
  | "notNow"
  | "yourOwn"
  | "notYours"
  | "noGround"
  | "noPolice"
  | "noLines"
  | "ahead"
  | "sayWhy"
  | "told"
  | MeasureFault
type Done = { done: true } | { refused: HandlingRefusal }

/** One step in one transaction: the row is locked, the life asked, history and journal written beside it. */
function step(
  seat: Seat,
  id: string,
  event: Event,
  work: (
    tx: Tx,
    notice: Notice,
    to: State,
    objections: readonly Objection[],
  ) => Promise<{ note?: string | null } | { refused: HandlingRefusal }>,
): Promise<Done> {
  return seat.open(async (tx) => {
    const notice = await readNotice(tx, id, { lock: true })
    if (notice === null) return { refused: "missing" as const }
    const objections = await objectionsOf(tx, id)
    const life = {
      state: notice.state,
      isAnswered: notice.outcome !== null,
      objections: objections.map(({ level }) => level),
    }
    const to = leadsTo(life, event)
    if (to === null) return { refused: "notNow" as const }
    const worked = await work(tx, notice, to, objections)
    if ("refused" in worked) return worked
    await followNotice(tx, id)
    await addEvent(tx, notice, {
      what: event,
      before: notice.state,
      after: to,
      name: seat.name,
      note: worked.note ?? null,
    })
    const what = happened[event]
    await announce(tx, { what, record: { kind: "notice", id }, details: { from: notice.state, to } })
    return { done: true as const }
  })
}

export type Assessment = {
  ground: string
  measure: Measure
  proportionality: string
  lesser: string | null
  counted: string | null
  police: string | null
  emergency: "child" | "fraud" | "none"
  commune: string | null
  communeHow: string | null
  platformAddress: string
  holderAddress: string | null
}

/** Emergency: it goes out at once on one officer's word and is reviewed by another within 24 hours. */
export function assess(seat: Seat, id: string, asked: Assessment): Promise<Done> {
  const now = seat.house.clock.now()
  const emergency = asked.emergency === "none" ? null : asked.emergency
  return step(seat, id, emergency === null ? "assess" : "sendAtOnce", async (tx, notice, to) => {
    if (notice.bodyId !== seat.bodyId) return { refused: "notYours" }
    const today = localDateOf(now)
    const ground = groundsOn(grounds(), today).find(({ id: one }) => one === asked.ground)
    if (ground === undefined) return { refused: "noGround" }
    const counted = countedIn(asked.counted ?? "")
    if (counted === null) return { refused: "noLines" }
    const isPolice = seat.desk.officer.bodyKind === "police"
    const signing = isPolice || !needsPolice(asked.measure) ? seat.bodyId : await policeOf(tx, asked.police)
    if (signing === null) return { refused: "noPolice" }
    const { measure, lesser, proportionality, commune, communeHow } = asked
    const signsPolice = isPolice || signing !== seat.bodyId
    // A measure that only the police sign waits for them, however urgent it is.
    if (emergency !== null && signing !== seat.bodyId) return { refused: "police" }
    const fault = measureFault(
      { measure, lesser, proportionality, counted, signsPolice, emergency, ground, commune, communeHow },
      today,
    )
    if (fault !== null) return { refused: fault }
    // The twelve hours run from when this commune was told inside the program, where it was.
    const alerts = emergency === "child" ? await alertsOf(tx, id) : []
    const alert = alerts.find(({ toBodyName }) => toBodyName === commune)
    const told =
      emergency === "child"
        ? {
            commune,
            commune_how: communeHow,
            commune_told_at: alert?.sentAt ?? now,
            commune_due_at: alert?.dueAt ?? (await dueAtBy(tx, childRule, now)),
          }
        : {}
    await changeNotice(tx, id, {
      state: to,
      ground: ground.id,
      measure,
      proportionality,
      lesser,
      counted: JSON.stringify(counted),
      emergency,
      ...told,
      signing_body_id: signing,
      platform_address: asked.platformAddress,
      assessed_name: seat.name,
      sealed_holder:
        asked.holderAddress === null
          ? null
          : seat.house.keys.seal("identity", Buffer.from(JSON.stringify({ address: asked.holderAddress }))),
      ...(to === "sent" ? await sentColumns(tx, seat, id, measure) : {}),
    })
    if (to === "sent") await toTell(tx, notice, recipients(asked.holderAddress !== null, emergency))
    return { note: proportionality }
  })
}

async function policeOf(tx: Tx, chosen: string | null): Promise<string | null> {
  return (await policeBodies(tx)).find(({ id }) => id === chosen)?.id ?? null
}

async function sentColumns(tx: Tx, { house }: Seat, id: string, measure: Measure) {
  const objection_hash = house.keys.hmac("receipt", objectionCode(house, id))
  return { ...(await termsOf(tx, measure, house.clock.now())), objection_hash }
}

const recipients = (hasHolder: boolean, emergency: Notice["emergency"]): Told["who"][] => [
  "platform",
  ...(hasHolder ? (["holder"] as const) : []),
  "complainant",
  ...(emergency === "child" ? (["commune"] as const) : []),
]

/** Another officer, of the body that signs. */
export function approve(seat: Seat, id: string): Promise<Done> {
  return step(seat, id, "approve", async (tx, notice) => {
    if (notice.signingBodyId !== seat.bodyId) return { refused: "notYours" }
    if (notice.assessedBy === seat.officerId) return { refused: "yourOwn" }
    await changeNotice(tx, id, {
      state: "sent",
      approved_name: seat.name,
      approved_title: seat.desk.officer.title,
      ...(await sentColumns(tx, seat, id, notice.measure ?? "correct")),
    })
    await toTell(tx, notice, recipients(notice.sealedHolder !== null, null))
    return { note: null }
  })
}

export function giveBack(seat: Seat, id: string, note: string): Promise<Done> {
  return step(seat, id, "giveBack", async (tx, notice) => {
    if (notice.signingBodyId !== seat.bodyId) return { refused: "notYours" }
    if (notice.assessedBy === seat.officerId) return { refused: "yourOwn" }
    await changeNotice(tx, id, { state: "received" })
    return { note }
  })
}

export function refuseComplaint(seat: Seat, id: string, reason: string): Promise<Done> {
  return step(seat, id, "refuse", async (tx, notice) => {
    if (notice.bodyId !== seat.bodyId) return { refused: "notYours" }
    await changeNotice(tx, id, { state: "refused", closed_reason: reason })
    return { note: reason }
  })
}

export function noteAnswer(
  seat: Seat,
  id: string,
  { outcome, on, at, note }: { outcome: Outcome; on: string; at: string; note: string | null },
): Promise<Done> {
  return step(seat, id, "answer", async (tx, notice, to) => {
    if (notice.bodyId !== seat.bodyId) return { refused: "notYours" }
    if (outcome === "refused" && note === null) return { refused: "sayWhy" }
    const when = instantOf(on, at)
    const ms = Date.parse(when)
    if (ms > seat.house.clock.now().getTime() || ms < Date.parse(notice.sentAt ?? when) - 60_000)
      return { refused: "ahead" }
    await changeNotice(tx, id, { state: to, outcome, outcome_at: when, outcome_note: note })
    return { note }
  })
}

/** An objection is decided by who did not assess the notice; an appeal by a third officer (`guard_notice_objection`). */
export function decideObjection(
  seat: Seat,
  id: string,
  { outcome, reasons }: { outcome: "kept" | "reversed"; reasons: string },
): Promise<Done> {
  return step(seat, id, outcome === "kept" ? "keep" : "reverse", async (tx, notice, to, objections) => {
    if (notice.bodyId !== seat.bodyId) return { refused: "notYours" }
    const open = objections.find((one) => one.outcome === null)
    if (open === undefined) return { refused: "notNow" }
    if (!mayDecide(notice, objections, seat.officerId)) return { refused: "yourOwn" }
    await closeObjection(tx, open.id, { outcome, reasons, name: seat.name })
    await changeNotice(tx, id, { state: to })
    if (to === "reversed") await tellReversal(tx, notice)
    return { note: reasons }
  })
}

export function mayDecide(
  notice: Pick<Notice, "assessedBy" | "approvedBy" | "reviewedBy">,
  objections: readonly Pick<Objection, "level" | "outcome" | "decidedBy">[],
  officerId: string,
): boolean {
  const open = objections.find((one) => one.outcome === null)
  if (open === undefined || notice.assessedBy === officerId) return false
  if (open.level === "objection") return true
  return ![notice.approvedBy, notice.reviewedBy, ...objections.map(({ decidedBy }) => decidedBy)].includes(
    officerId,
  )
}

/** A notice that went out at once is looked at: another officer lets it stand, or takes it back. */
export function reviewEmergency(
  seat: Seat,
  id: string,
  { stands, reasons }: { stands: "kept" | "reversed"; reasons: string },
): Promise<Done> {
  return seat.open(async (tx) => {
    const notice = await readNotice(tx, id, { lock: true })
    if (notice === null || notice.bodyId !== seat.bodyId) return { refused: "missing" as const }
    if (notice.emergency === null || notice.reviewedBy !== null || notice.sentAt === null)
      return { refused: "notNow" as const }
    if (notice.assessedBy === seat.officerId) return { refused: "yourOwn" as const }
    const to =
      stands === "kept"
        ? notice.state
        : leadsTo({ state: notice.state, isAnswered: notice.outcome !== null, objections: [] }, "reverse")
    if (to === null) return { refused: "notNow" as const }
    const reviewed = {
      reviewed_by: seat.officerId,
      reviewed_name: seat.name,
      reviewed_at: seat.house.clock.now(),
    }
    await changeNotice(tx, id, { ...reviewed, ...(to === notice.state ? {} : { state: to }) })
    if (to === "reversed") await tellReversal(tx, notice)
    await followNotice(tx, id)
    await addEvent(tx, notice, {
      what: "review",
      before: notice.state,
      after: to,
      name: seat.name,
      note: reasons,
    })
    await announce(tx, { what: "notice.reviewed", record: { kind: "notice", id }, details: { stands } })
    return { done: true as const }
  })
}

export function tellOne(seat: Seat, id: string, { told, how }: { told: string; how: string }): Promise<Done> {
  return seat.open(async (tx) => {
    if (!(await noteTold(tx, id, told, { how, name: seat.name }))) return { refused: "told" as const }
    await announce(tx, { what: "notice.told", record: { kind: "notice", id }, details: { told } })
    return { done: true as const }
  })
}
