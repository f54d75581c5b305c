/** What signals hold for a reform day: a body's tips, as one whole. Those of a case go where the case goes. */
import type { Tx } from "../../kernel/db/database.ts"
import { journalEach } from "../../kernel/journal.ts"
import type { DutyHolder } from "../../organizations/index.ts"
import {
  arrivingAt,
  heldBy,
  nameOfBody,
  passCorrespondence,
  passTips,
  queuesOf,
  tellTips,
} from "../store/succession.ts"
import { successionWords } from "../words-succession.ts"

const tipsAtOnce = 1_000
/** Ten million tips of one body: more than a province receives in a lifetime. */
const roundsMax = 10_000

export const signalDuties: DutyHolder = {
  name: "signals.queue",
  async openDutiesOf(tx, bodyIds) {
    const t = successionWords.vi
    const sheets = new Map((await arrivingAt(tx, bodyIds)).map((one) => [one.bodyId, one.sheets]))
    const queues = new Map((await queuesOf(tx, bodyIds)).map((one) => [one.bodyId, one]))
    return [...new Set([...queues.keys(), ...sheets.keys()])].map((bodyId) => {
      const { open, done } = queues.get(bodyId) ?? { open: 0, done: 0 }
      const title = t.queue(String(open), String(done), String(sheets.get(bodyId) ?? 0))
      return { id: bodyId, bodyId, title, isUndivided: true }
    })
  },
  async move(tx, bodyId, [toBodyId]) {
    if (toBodyId === undefined) return
    for (let round = 0; round < roundsMax; round += 1) {
      const moved = await passOn(tx, { bodyId }, toBodyId, bodyId)
      if (moved < tipsAtOnce) break
    }
    await passCorrespondence(tx, bodyId, toBodyId)
  },
}

/** For the slice of cases: the tips of a case go with it. */
export async function passSignalsOfCase(
  tx: Tx,
  caseId: string,
  of: { fromBodyId: string; toBodyId: string },
): Promise<void> {
  await passOn(tx, { caseId }, of.toBodyId, of.fromBodyId)
}

async function passOn(
  tx: Tx,
  of: { caseId: string } | { bodyId: string },
  toBodyId: string,
  fromBodyId: string,
): Promise<number> {
  const tips = await heldBy(tx, of, tipsAtOnce)
  if (tips.length === 0) return 0
  const ids = tips.map((tip) => tip.id)
  await passTips(tx, ids, toBodyId)
  const details = { fromBodyId, toBodyId }
  const note = `${await nameOfBody(tx, fromBodyId)} → ${await nameOfBody(tx, toBodyId)}`
  await tellTips(tx, tips, { bodyId: toBodyId, byName: successionWords.vi.byReform, note, details })
  await journalEach(tx, { what: "signal.passed-on", kind: "signal", details }, ids)
  return tips.length
}
