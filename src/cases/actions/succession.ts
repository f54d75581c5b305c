/**
 * What cases hold for a reform day: open cases one by one, the closed ones as one archive, requests that wait for an
 * enterprise, files that the police hold. State, clocks, acts, exhibits and tips go along; old names stay in the history.
 */
import type { Tx } from "../../kernel/db/database.ts"
import { formatDate } from "../../kernel/format.ts"
import { journal, tell } from "../../kernel/journal.ts"
import type { DutyHolder } from "../../organizations/index.ts"
import { passNotes, passSignalsOfCase } from "../../signals/index.ts"
import { addEvent, lockCase } from "../store/cases.ts"
import {
  type Arriving,
  archivesOf,
  closedCasesOf,
  filesHeldBy,
  nameOfBody,
  type OpenCase,
  openCasesOf,
  openRequestsTo,
  passCase,
  passFile,
  passRequest,
} from "../store/succession.ts"
import { words } from "../words.ts"
import { successionWords } from "../words-succession.ts"

/** Shown in the plan, and kept with it: in Vietnamese. */
const t = successionWords.vi

const casesAtOnce = 500
const roundsMax = 1_000

const openCases: DutyHolder = {
  name: "cases.case",
  openDutiesOf: async (tx, bodyIds, limit) =>
    (await openCasesOf(tx, bodyIds, limit)).map((one) => ({
      id: one.id,
      bodyId: one.bodyId,
      title: titleOf(one),
      isUndivided: true,
    })),
  move: (tx, id, [toBodyId]) => (toBodyId === undefined ? Promise.resolve() : move(tx, id, toBodyId)),
}

const archives: DutyHolder = {
  name: "cases.archive",
  openDutiesOf: async (tx, bodyIds) =>
    (await archivesOf(tx, bodyIds)).map(({ bodyId, cases }) => ({
      id: bodyId,
      bodyId,
      title: t.archive(String(cases)),
      isUndivided: true,
    })),
  async move(tx, bodyId, [toBodyId]) {
    if (toBodyId === undefined) return
    for (let round = 0; round < roundsMax; round += 1) {
      const ids = await closedCasesOf(tx, bodyId, casesAtOnce)
      for (const id of ids) await move(tx, id, toBodyId)
      if (ids.length < casesAtOnce) break
    }
  },
}

const requests: DutyHolder = {
  name: "cases.request",
  openDutiesOf: async (tx, bodyIds, limit) =>
    (await openRequestsTo(tx, bodyIds, limit)).map((one) => ({
      id: one.id,
      bodyId: one.bodyId,
      title: t.request(asksOf(one.title), one.askedBy),
      isUndivided: true,
    })),
  async move(tx, id, [toBodyId]) {
    const passed = toBodyId === undefined ? null : await passRequest(tx, id, toBodyId)
    if (passed !== null && toBodyId !== undefined) await record(tx, "prevention.passed-on", passed, toBodyId)
  },
}

const files: DutyHolder = {
  name: "cases.transfer",
  openDutiesOf: async (tx, bodyIds, limit) =>
    (await filesHeldBy(tx, bodyIds, limit)).map((one) => ({
      id: one.id,
      bodyId: one.bodyId,
      title: t.file(one.title, one.askedBy),
      isUndivided: true,
    })),
  async move(tx, id, [toBodyId]) {
    const passed = toBodyId === undefined ? null : await passFile(tx, id, toBodyId)
    if (passed === null || toBodyId === undefined) return
    await passNotes(tx, passed.caseId, { fromBodyId: passed.bodyId, toBodyId })
    await record(tx, "case.file-passed-on", passed, toBodyId)
  },
}

export const caseDuties: readonly DutyHolder[] = [openCases, archives, requests, files]

const asksOf = (asks: string) => (words.vi.asks as Readonly<Record<string, string>>)[asks] ?? asks

function titleOf({ number, state, dueOn }: OpenCase): string {
  const due = dueOn === null ? t.noDue : t.due(formatDate(dueOn, "vi"))
  return t.case(number, words.vi.states[state], due)
}

async function move(tx: Tx, id: string, toBodyId: string): Promise<void> {
  const held = await lockCase(tx, id)
  if (held === null || held.bodyId === toBodyId) return
  await passCase(tx, id, toBodyId)
  await passSignalsOfCase(tx, id, { fromBodyId: held.bodyId, toBodyId })
  await passNotes(tx, id, { fromBodyId: held.bodyId, toBodyId })
  await record(tx, "case.passed-on", { caseId: id, bodyId: held.bodyId }, toBodyId)
}

async function record(
  tx: Tx,
  what: "case.passed-on" | "case.file-passed-on" | "prevention.passed-on",
  passed: Pick<Arriving, "caseId" | "bodyId">,
  toBodyId: string,
): Promise<void> {
  const id = passed.caseId
  const state = (await lockCase(tx, id))?.state ?? ""
  const details = { fromBodyId: passed.bodyId, toBodyId }
  await addEvent(tx, {
    caseId: id,
    what,
    stateBefore: state,
    stateAfter: state,
    byName: t.byReform,
    note: `${await nameOfBody(tx, passed.bodyId)} → ${await nameOfBody(tx, toBodyId)}`,
    details,
  })
  await journal(tx, { what, record: { kind: "case", id }, details })
  await tell(tx, what, id, details)
}
