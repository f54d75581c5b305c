/** Loads the demo once, at first start: the people, the letter, two months of work on it, a summer of tips. */

import { tipsAreAnswered } from "../cases/index.ts"
import { makeRemindersToday } from "../directives/actions/reminding.ts"
import { seatOf } from "../directives/actions/seat.ts"
import { asJob } from "../kernel/db/database.ts"
import type { House } from "../kernel/house.ts"
import type { Desk } from "../kernel/http/env.ts"
import { deliverOutbox } from "../kernel/outbox.ts"
import { openCases } from "./cases.ts"
import { letDeputySign } from "./delegations.ts"
import { issueLetter } from "./letter.ts"
import { type Seated, seatPeople } from "./people.ts"
import { issuer, type Work, workOn } from "./progress.ts"
import { isLoaded } from "./sign-ins.ts"
import { sendTips } from "./tips.ts"
import { together } from "./together.ts"

/** The demo's work is done in office hours. */
const hour = "T02:30:00Z"

export async function loadDemo(house: House): Promise<boolean> {
  if (await isLoaded(house)) return false
  const slugs = await bodySlugs(house)
  const seated = await seatPeople(house, slugs)
  const deskOn = (who: string, day: string): Desk => {
    const person = seated.get(who)
    if (person === undefined) throw new Error(`nobody of the demo sits at ${who}`)
    return deskAt(house, person, day)
  }
  const seat = (email: string) => seated.get(email) ?? { postId: "" }
  await letDeputySign(
    deskOn("quantri@vpubnd.example", "2023-01-03"),
    seat("chutich@ubnd.example"),
    seat("lanhdao@ubnd.example"),
  )
  await issueLetter(deskOn(issuer, "2023-07-17"))
  const works = await issuedWork(house)
  // Within a body one after another: its journal then reads in the order of its days.
  const byBody = Map.groupBy(works.entries(), ([, work]) => work.bodySlug)
  await together([...byBody.values()], 6, async (own) => {
    for (const [at, work] of own) await workOn(work, at, (who, day) => seatOf(deskOn(who, day)))
  })
  const lead = "so-thong-tin-va-truyen-thong"
  const forCases = await sendTips({ houseOn: (at) => houseAt(house, at), deskOn })
  await openCases(forCases, {
    officer: (day) => deskOn(lead, day),
    leader: (day) => deskOn(`${lead}:leader`, day),
    police: (day) => deskOn("cong-an-tinh", day),
    enterprise: (day) => deskOn("viettel-hung-yen", day),
  })
  await deliverOutbox(house.db, [tipsAreAnswered], house.log)
  await makeRemindersToday(house)
  return true
}

function bodySlugs(house: House): Promise<string[]> {
  return asJob(house.db, "demo.load", async (tx) => {
    const rows = await tx
      .selectFrom("bodies")
      .select("slug")
      .where("validFrom", "<=", "2023-07-17")
      .orderBy("slug")
      .limit(500)
      .execute()
    return rows.map((row) => row.slug)
  })
}

function issuedWork(house: House): Promise<Work[]> {
  return asJob(house.db, "demo.load", async (tx) => {
    const rows = await tx
      .selectFrom("assignments as a")
      .innerJoin("tasks as t", "t.id", "a.taskId")
      .innerJoin("clauses as c", "c.id", "t.clauseId")
      .innerJoin("bodies as b", "b.id", "a.bodyId")
      .select(["a.id", "a.dueOn", "b.slug as bodySlug", "c.position as clause", "t.position as task"])
      .orderBy("b.slug")
      .orderBy("t.position")
      .limit(1_000)
      .execute()
    return rows.map((row) => ({ ...row, clause: row.clause + 1, task: row.task + 1 }))
  })
}

/** The person's desk as it was on that day: clock and database both stand there. */
function deskAt(house: House, person: Seated, day: string): Desk {
  return {
    house: houseAt(house, `${day}${hour}`),
    officer: {
      sessionId: "",
      officerId: person.officerId,
      name: person.name,
      bodyId: person.bodyId,
      bodyName: "",
      bodyKind: "",
      unitId: null,
      postId: person.postId,
      title: "",
      role: "officer",
      isLead: false,
      keepsChart: false,
    },
    who: { officerId: person.officerId, bodyId: person.bodyId, requestId: "demo" },
  }
}

function houseAt(house: House, at: string): House {
  const clock = { now: () => new Date(at) }
  return { ...house, clock, db: { ...house.db, clock } }
}
