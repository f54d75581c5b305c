/**
 * An incident made of a citizen's tip: where, when it was told, the masked words and the pictures go along. What the
 * incident holds is read by other bodies, so the masked words were compared by a person first, and a reporter whose name
 * or contact still stands in them stops it. The seals stay where they are.
 */
import { can } from "../../accounts/index.ts"
import { formatInstant } from "../../kernel/format.ts"
import { journal } from "../../kernel/journal.ts"
import { localDateOf, localTimeOf } from "../../kernel/time.ts"
import type { Option } from "../../kernel/ui/index.ts"
import { placesOn } from "../../organizations/index.ts"
import {
  type EvidenceItem,
  evidenceOfSignal,
  fieldsNamingReporter,
  isOnDesk,
  maskedWithin,
  readSignalRow,
} from "../../signals/index.ts"
import { kindOfTip, placeIn } from "../domain/from-tip.ts"
import type { IncidentKind } from "../domain/incident.ts"
import { type KeptPhoto, photosMax, readIncidentRow, sentBefore, sentKeyOf } from "../store/incidents.ts"
import { tipWords } from "../words-tip.ts"
import { type Asked, reportIncident, tellerAt } from "./reporting.ts"
import { type Seat, todayOf } from "./seat.ts"

export type FromTip =
  | { id: string; isAgain: boolean }
  | { refused: "gone" | "notCompared" | "namesReporter" }
  /** What the tip does not say: whoever makes the incident chooses. */
  | { missing: ("kind" | "areaCode")[]; places: Option[] }

/** What was chosen where the tip does not say it. */
export type Chosen = { kind: IncidentKind | null; areaCode: string | null }

export async function incidentFromTip(seat: Seat, signalId: string, chosen: Chosen): Promise<FromTip> {
  const read = await seat.open(async (tx) => {
    const row = await readSignalRow(tx, signalId)
    if (row === null) return null
    const before = await sentBefore(tx, keyOf(signalId))
    await journal(tx, { what: "incident.tip-read", record: { kind: "signal", id: signalId } })
    const places = await placesOn(tx, todayOf(seat))
    return { row, before, places, evidence: await evidenceOfSignal(tx, signalId) }
  })
  if (read === null) return { refused: "gone" }
  const { row, before, places, evidence } = read
  if (before !== null) return { id: before.id, isAgain: true }
  if (!isOnDesk(row)) return { refused: "gone" }
  if (row.redactionCheckedAt === null) return { refused: "notCompared" }
  const kind = kindOfTip(row.type) ?? chosen.kind
  const place =
    placeIn(row.place ?? "", places) ?? places.find(({ code }) => code === chosen.areaCode) ?? null
  if (kind === null || place === null)
    return {
      missing: [
        ...(kind === null ? (["kind"] as const) : []),
        ...(place === null ? (["areaCode"] as const) : []),
      ],
      places: places.map(({ code, name }) => ({ value: code, label: name })),
    }
  const what = maskedWithin(`${t.fromTip(formatInstant(row.receivedAt, "vi"))}\n${row.redactedText}`, whatMax)
  const where = row.place === null ? null : maskedWithin(row.place, whereMax)
  if ((await fieldsNamingReporter(seat.desk, { signalId }, { what, place: where ?? "" })).length > 0)
    return { refused: "namesReporter" }
  const asked: Asked = {
    ...unknown,
    ...toldAt(row.receivedAt),
    kind,
    areaCode: place.code,
    place: where,
    what,
  }
  const done = await reportIncident(tellerAt(seat), asked, {
    ...{ origin: "tip", deviceAt: null, sentKey: keyOf(signalId) },
    // A picture is not masked: who may not see it passes it on to nobody.
    keep: async () => (can(seat.desk.officer, "signal.open-text") ? picturesOf(evidence) : []),
  })
  if ("refused" in done) throw new Error(`a tip gave an incident that is refused: ${done.refused}`)
  return done
}

/**
 * Fields that would carry the reporter of the tip behind an incident to the other bodies that read it; empty where no tip of
 * this desk is behind it. `shown`: the field that shows the incident to more bodies, whose words are then compared once more.
 */
export async function fieldsNamingTeller(
  seat: Seat,
  id: string,
  typed: Readonly<Record<string, string>>,
  shown: string | null,
): Promise<string[]> {
  const [key, row] = await seat.look((tx) =>
    Promise.all([sentKeyOf(tx, id), shown === null ? null : readIncidentRow(tx, id)]),
  )
  if (key === null || !key.startsWith(keyOf(""))) return []
  const values = shown === null ? typed : { ...typed, [shown]: [row?.what, row?.place].join("\n") }
  return fieldsNamingReporter(seat.desk, { signalId: key.slice(keyOf("").length) }, values)
}

/** Papers and incidents are written in Vietnamese, whoever reads the page. */
const t = tipWords.vi
const whatMax = 4_000
const whereMax = 300
/** One incident a tip, however often it is pressed. */
const keyOf = (signalId: string) => `tip-${signalId}`

/** By then it had happened; the words say when. */
function toldAt(receivedAt: string) {
  const at = new Date(receivedAt)
  const [day, time] = [localDateOf(at), localTimeOf(at)]
  return { happenedOn: day, happenedTime: time, foundOn: day, foundTime: time }
}

const unknown = {
  ...{ assets: null, ownerId: null, lat: null, lon: null, trick: "unknown" as const },
  ...{ tools: null, taken: null, services: null, subscribers: null, outageHours: null },
  ...{ damageVnd: null, damageBasis: null },
}

/** The copies without hidden data; never an original. */
const picturesOf = (evidence: readonly EvidenceItem[]): KeptPhoto[] =>
  evidence
    .flatMap(({ derivativeSha256: sha256, derivativeType: mediaType, position, bytes }) =>
      sha256 !== null && mediaType?.startsWith("image/")
        ? [{ sha256, mediaType, bytes, name: t.pictureOfTip(position) }]
        : [],
    )
    .slice(0, photosMax)
