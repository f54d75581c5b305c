import fc from "fast-check"
import { beforeAll, expect, test } from "vitest"
import { deskOfSigned, type Signed } from "../../accounts/testing.ts"
import { deliverOutbox } from "../../kernel/outbox.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { decide, type State, states } from "../domain/life.ts"
import { type Hub, hubOf, once } from "../testing/hub.ts"
import { checkRedaction } from "./correcting.ts"
import { followTip, withdrawTip } from "./follow.ts"
import { forwardSignal, forwardsComeBack, readForwards, receiveForward, returnForward } from "./forwarding.ts"
import { openQueue, openSignal } from "./reading.ts"
import { type Seat, seatOf } from "./seat.ts"
import {
  admitSignal,
  askReporter,
  assignSignal,
  closeSignal,
  mergeSignal,
  reopenSignal,
  splitSignal,
} from "./steps.ts"
import { takeFromPublic } from "./take.ts"

/** Whatever officers of two bodies and reporters do, in whatever order: no tip is lost, and none is seen by another body. */
const db = await freshDatabase()
let hub: Hub
let here: Seat
let there: Seat
beforeAll(async () => {
  hub = await hubOf(db)
  here = seatFor(hub.minh, "Trần Văn Minh")
  there = seatFor(hub.van, "Lê Thị Vân")
})

function seatFor(who: Signed, name: string): Seat {
  return seatOf(deskOfSigned(hub.house, who, { name }))
}

type Tip = { id: string; code: string }
let serial = 50_000
async function takeTip(isHeld: boolean): Promise<Tip> {
  serial += 1
  const text = `Tin ${serial}: số 0911 ${100_000 + (serial % 7)} lừa đảo.`
  const tip = { path: "other", text, target: "", place: "", name: "Hoàng Thị Kín", contact: "" } as const
  const taking = {
    tip,
    channel: "portal",
    once: once(serial),
    files: [],
    keepsOriginals: false,
    isHeld,
  } as const
  const { signalId, code } = await takeFromPublic(hub.house, taking)
  return { id: signalId, code }
}

const acts = [
  "admit",
  "assign",
  "ask",
  "close",
  "duplicate",
  "reopen",
  "merge",
  "split",
  "forward",
  "receive",
  "giveBack",
  "closeThere",
  "withdraw",
  "deliver",
] as const
type Act = { what: (typeof acts)[number]; on: number; other: number }

async function doIt({ what, on, other }: Act, tips: readonly Tip[]): Promise<void> {
  const tip = tips[on % tips.length]
  const second = tips[other % tips.length]
  if (tip === undefined || second === undefined) return
  const [arriving] = await readForwards(there)
  switch (what) {
    case "admit":
      return void (await admitSignal(here, tip.id))
    case "assign":
      return void (await assignSignal(here, tip.id, { officerId: here.officerId, name: here.name }))
    case "ask":
      return void (await askReporter(here, tip.id, "Lúc mấy giờ?"))
    case "close":
      return void (await closeSignal(here, tip.id, { reason: "handled", note: null, duplicateOf: null }))
    case "duplicate":
      return void (await closeSignal(here, tip.id, {
        reason: "duplicate",
        note: null,
        duplicateOf: second.id,
      }))
    case "reopen":
      return void (await reopenSignal(here, tip.id, "Xem lại"))
    case "merge":
      return void (await mergeSignal(here, tip.id, second.id))
    case "split":
      return void (await splitSignal(here, tip.id, "Khác nhau"))
    case "forward":
      await checkRedaction(here, tip.id, "Lời đã che")
      return void (await forwardSignal(here, tip.id, {
        toBodyId: there.bodyId,
        toName: "Sở Văn hóa",
        reason: "Việc của sở",
      }))
    case "receive":
      return arriving === undefined ? undefined : void (await receiveForward(there, arriving.id, "1/Đ"))
    case "giveBack":
      return arriving === undefined ? undefined : void (await returnForward(there, arriving.id, "Không phải"))
    case "closeThere": {
      const { rows } = await queueOf(there)
      const [first] = rows
      if (first !== undefined)
        await closeSignal(there, first.id, { reason: "warned", note: null, duplicateOf: null })
      return
    }
    case "withdraw":
      return void (await withdrawTip(hub.house, tip.code))
    case "deliver":
      return void (await deliverOutbox(hub.house.db, [forwardsComeBack], hub.house.log))
  }
}

const queueOf = (seat: Seat) =>
  openQueue(seat, { drawer: "all", text: "", urgency: "", type: "" }, { order: "new", limit: 200, offset: 0 })

test("no sequence of steps loses a tip, breaks its life, or shows it to another body", async () => {
  const act = fc.record({ what: fc.constantFrom(...acts), on: fc.nat(3), other: fc.nat(3) })
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 22 }), async (sequence) => {
      const tips = [await takeTip(false), await takeTip(false), await takeTip(false), await takeTip(true)]
      for (const one of sequence) await doIt(one, tips)
      for (const { id, code } of tips) {
        const page = await openSignal(here, id)
        expect(page).not.toBeNull()
        expect(states).toContain(page?.row.state)
        expect(await openSignal(there, id)).toBeNull()
        // The reporter always finds it, in the state in which it is.
        expect((await followTip(hub.house, code, async () => []))?.state).toBe(page?.row.state)
        await expectLawfulLife(id, page?.row.state ?? "received")
      }
      const mine = new Set(tips.map((one) => one.id))
      expect((await queueOf(there)).rows.filter((row) => mine.has(row.id))).toEqual([])
    }),
    { numRuns: 15 },
  )
}, 240_000)

/** Every change of state on the timeline is one the rules allow, each begins where the last ended, the last is now. */
async function expectLawfulLife(id: string, now: State): Promise<void> {
  const { rows } = await db.admin(
    "select state_before, state_after from signal_events where signal_id = $1 order by id",
    [id],
  )
  let at: State | null = null
  for (const { state_before, state_after } of rows as { state_before: State | null; state_after: State }[]) {
    expect(state_before ?? null).toBe(at)
    if (at !== null && at !== state_after) expect(reachable(at)).toContain(state_after)
    at = state_after
  }
  expect(at).toBe(now)
}

function reachable(from: State): State[] {
  const steps = [
    "admit",
    "assign",
    "ask",
    "answer",
    "forward",
    "comeBack",
    "close",
    "reopen",
    "merge",
    "split",
    "withdraw",
  ] as const
  return steps.flatMap((step) => {
    const made = decide(from, step)
    return "refused" in made ? [] : [made.state]
  })
}
