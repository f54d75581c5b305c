/** The commune's chairman is told of a child in danger, at once; the committee takes it and says what was done. */

import type { Tx } from "../../../kernel/db/database.ts"
import { announce, journal } from "../../../kernel/journal.ts"
import { localDateOf } from "../../../kernel/time.ts"
import { bodiesOn, loadChart } from "../../../organizations/index.ts"
import type { Seat } from "../../actions/reading.ts"
import { childRule, dueAtBy } from "../../actions/terms.ts"
import { addEvent, noteTold, readNotice, toldOf, toTell } from "../../store/notices.ts"
import {
  type Alert,
  alertById,
  alertsForUs,
  closeAlert,
  insertAlert,
  receiveAlert,
  wakeAlerts,
} from "../store/alerts.ts"
import { childWords } from "../words.ts"

export type AlertRefusal = "gone" | "noCommune" | "again" | "over" | "short"
type Done = { done: true } | { refused: AlertRefusal }

/** Committees of communes, and of districts before there were none, that there are today. */
export async function communesToTell(
  tx: Tx,
  { house, bodyId }: Seat,
): Promise<{ id: string; name: string }[]> {
  return bodiesOn(await loadChart(tx), localDateOf(house.clock.now())).filter(
    ({ id, kind }) => id !== bodyId && (kind === "commune-committee" || kind === "district-committee"),
  )
}

export const factsMin = 20

/** Twelve hours from now: the committee knows of it from the moment on which it stands before it. */
export function tellCommune(
  seat: Seat,
  id: string,
  { toBody, facts }: { toBody: string; facts: string },
): Promise<Done> {
  if (facts.trim().length < factsMin) return Promise.resolve({ refused: "short" })
  const { house, bodyId } = seat
  return seat.open(async (tx) => {
    const notice = await readNotice(tx, id, { lock: true })
    if (notice === null || notice.bodyId !== bodyId) return { refused: "gone" as const }
    const to = (await communesToTell(tx, seat)).find((one) => one.id === toBody)
    if (to === undefined) return { refused: "noCommune" as const }
    const alertId = await insertAlert(tx, {
      ...{ bodyId, noticeId: id, toBodyId: to.id, sentName: seat.name },
      sealed: house.keys.seal("identity", Buffer.from(JSON.stringify({ facts }))),
      dueRule: childRule,
      dueAt: await dueAtBy(tx, childRule, house.clock.now()),
    })
    if (alertId === null) return { refused: "again" as const }
    // Among those who were told of the notice, so that they hear of it too if it is taken back.
    await toTell(tx, notice, ["commune"])
    const open = (await toldOf(tx, id)).find(
      ({ who, what, toldAt }) => who === "commune" && what === "notice" && toldAt === null,
    )
    if (open !== undefined)
      await noteTold(tx, id, open.id, { how: `${to.name}, ${childWords.vi.how}`, name: seat.name })
    await wakeAlerts(tx)
    const { state } = notice
    await addEvent(tx, notice, {
      what: "childTold",
      before: state,
      after: state,
      name: seat.name,
      note: to.name,
    })
    const details = { toBodyId: to.id }
    await announce(tx, { what: "notice.child-told", record: { kind: "notice", id }, details })
    return { done: true as const }
  })
}

export type OpenedAlert = Omit<Alert, "sealed" | "sealedDone">
export type AlertReading = { alert: OpenedAlert; facts: string; isOurs: boolean; now: string }

/** Protected words: the reading is in the journal before they are shown. */
export async function openAlert(seat: Seat, id: string): Promise<AlertReading | null> {
  const found = await seat.open(async (tx) => {
    const alert = await alertById(tx, id)
    if (alert !== null) await journal(tx, { what: "child-alert.read", record: { kind: "child-alert", id } })
    return alert
  })
  if (found === null) return null
  const { sealed, sealedDone, ...rest } = found
  const inside = (box: Buffer) => JSON.parse(seat.house.keys.open("identity", box).toString("utf8"))
  const { facts } = inside(sealed) as { facts: string }
  const doneNote = sealedDone === null ? rest.doneNote : (inside(sealedDone) as { note: string }).note
  const alert = { ...rest, doneNote }
  return { alert, facts, isOurs: alert.toBodyId === seat.bodyId, now: seat.house.clock.now().toISOString() }
}

export const alertsToUs = (seat: Seat) => seat.look(alertsForUs)

const answer = (
  seat: Seat,
  id: string,
  what: string,
  work: (tx: Tx, alert: Alert) => Promise<Done>,
): Promise<Done> =>
  seat.open(async (tx) => {
    const alert = await alertById(tx, id, { lock: true })
    if (alert === null || alert.toBodyId !== seat.bodyId) return { refused: "gone" }
    if (alert.doneAt !== null) return { refused: "over" }
    const done = await work(tx, alert)
    if ("done" in done)
      await announce(tx, { what: `child-alert.${what}`, record: { kind: "child-alert", id } })
    return done
  })

export const takeAlert = (seat: Seat, id: string): Promise<Done> =>
  answer(seat, id, "received", async (tx, alert) => {
    if (alert.receivedAt !== null) return { refused: "over" }
    await receiveAlert(tx, id, seat.name)
    return { done: true }
  })

/** The committee says what it did. If it acted before it pressed "take it", it took it by acting. */
export const finishAlert = (seat: Seat, id: string, note: string): Promise<Done> =>
  note.trim().length < factsMin
    ? Promise.resolve({ refused: "short" })
    : answer(seat, id, "done", async (tx, alert) => {
        if (alert.receivedAt === null) await receiveAlert(tx, id, seat.name)
        const sealed = seat.house.keys.seal("identity", Buffer.from(JSON.stringify({ note })))
        await closeAlert(tx, id, { name: seat.name, sealed })
        return { done: true }
      })
