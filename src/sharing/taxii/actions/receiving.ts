/** What programs of bodies handed in becomes drafts, by the worker: judged and taken as every import is. */
import { asJob } from "../../../kernel/db/database.ts"
import type { House } from "../../../kernel/house.ts"
import { readForeignApart } from "../../imports/actions/reading.ts"
import { bySource, type Judged, receiverOf, takeIn } from "../../imports/actions/taking.ts"
import type { ForeignRead } from "../../imports/domain/line.ts"
import { importWords } from "../../imports/words.ts"
import { sourcesJob } from "../../sources/actions/fetching.ts"
import type { ObjectAnswer } from "../domain/status.ts"
import {
  dropInboxBefore,
  finishStatus,
  lookPending,
  type Pending,
  takePending,
  textsOf,
} from "../store/inbox.ts"
import { taxiiWords } from "../words.ts"

export const inboxJob = "sharing.inbox"
/** Requests of one run; the next one goes on. */
const atOnce = 50
const daysKept = 90
/** A finished request of which nothing is in the collection is answered for so long. */
const daysKeptEmpty = 7

/** It acts as the job that reads sources: a program takes back what it gave, as any source does (0990). */
export async function receiveObjects(house: House): Promise<void> {
  const failed: string[] = []
  const failures: unknown[] = []
  for (let n = 0; n < atOnce; n += 1) {
    const pending = await asJob(house.db, sourcesJob, (tx) => lookPending(tx, failed))
    if (pending === null) break
    await receiveOne(house, pending).catch((error: unknown) => {
      failed.push(pending.id)
      failures.push(error)
    })
  }
  // A fault of ours at one request is the worker's to log, and keeps no other request waiting.
  if (failures.length > 0) throw failures[0]
}

/** Read apart, before anything is held; whoever else works at the same request finds it finished. */
async function receiveOne(house: House, { id, bodyId }: Pending): Promise<void> {
  const texts = await asJob(house.db, sourcesJob, (tx) => textsOf(tx, id))
  const file = Buffer.from(`{"type":"bundle","objects":[${texts.map(({ text }) => text).join(",")}]}`)
  const read = await readForeignApart(file)
  const source = taxiiWords.vi.inboxSource
  const to = { ...receiverOf({ house, bodyId }, source), name: source, isByItself: true }
  await asJob(house.db, sourcesJob, async (tx) => {
    const held = await takePending(tx, id)
    if (held === null) return
    const lines = "lines" in read ? read.lines : []
    const { judged } = await takeIn(tx, { ...to, format: "stix", takeBack: bySource(source) }, lines)
    await finishStatus(tx, id, answersOf(held.answers, { texts, read, judged }))
  })
}

type Outcome = { texts: readonly { id: string }[]; read: ForeignRead; judged: readonly Judged[] }

const refusedVerdicts: readonly string[] = ["goodName", "notReadable"]

/** Objects are known by their place in what was read. Of an object in two versions the later one's answer stands for both. */
function answersOf(before: readonly ObjectAnswer[], { texts, read, judged }: Outcome): ObjectAnswer[] {
  const { verdicts, faults, refusals } = importWords.en
  const answers = new Map<string, Pick<ObjectAnswer, "state" | "message">>()
  const idAt = (at: string) => texts[Number(/^\/objects\/(\d+)/.exec(at)?.[1] ?? -1)]?.id ?? ""
  for (const { at, verdict } of judged)
    answers.set(idAt(at), {
      state: refusedVerdicts.includes(verdict) ? "failure" : "success",
      message: verdicts[verdict],
    })
  if ("faults" in read)
    for (const { at, why, said } of read.faults)
      answers.set(idAt(at), { state: "failure", message: `${faults[why]} ${said}`.trim() })
  const whole: Pick<ObjectAnswer, "state" | "message"> =
    "refused" in read && read.refused !== "empty"
      ? { state: "failure", message: refusals[read.refused] }
      : { state: "success", message: "" }
  return before.map((one) => (one.state === "pending" ? { ...one, ...(answers.get(one.id) ?? whole) } : one))
}

export async function tidyInbox(house: House): Promise<void> {
  const before = (days: number) => new Date(house.clock.now().getTime() - days * 86_400_000)
  const [all, empty] = [before(daysKept), before(daysKeptEmpty)]
  await asJob(house.db, sourcesJob, (tx) => dropInboxBefore(tx, { all, empty }))
}
