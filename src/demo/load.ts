/** Loads the demo once, at first start: people, letters, work on them, tips and cases, as far as the program's day. */

import { tipsAreAnswered } from "../cases/index.ts"
import { makeRemindersToday } from "../directives/actions/reminding.ts"
import { seatOf } from "../directives/actions/seat.ts"
import { dutyHolders } from "../duties.ts"
import { asJob, asPublic } from "../kernel/db/database.ts"
import { formatDay } from "../kernel/format.ts"
import type { House } from "../kernel/house.ts"
import type { Desk } from "../kernel/http/env.ts"
import { deliverOutbox } from "../kernel/outbox.ts"
import { addDays, localDateOf } from "../kernel/time.ts"
import { changeSymbols } from "../letters/numbering/symbols.ts"
import { loadChart } from "../organizations/index.ts"
import { writeBoard } from "../reports/board/actions/board.ts"
import { writeObjects } from "../sharing/feeds/actions/objects.ts"
import { forwardsComeBack } from "../signals/index.ts"
import { campaignOfDemo } from "./campaign.ts"
import { openCases } from "./cases.ts"
import { NotYet, untilToday } from "./days.ts"
import { letDeputySign } from "./delegations.ts"
import { visitShops } from "./inspections.ts"
import * as firstLetter from "./letter.ts"
import { issueLaterLetter } from "./letter-later.ts"
import { buildNetwork } from "./network.ts"
import { noticesOfDemo } from "./notices.ts"
import { buildPatrols } from "./patrols.ts"
import { demoPeople, peopleOn, type Seated, seatPeople } from "./people.ts"
import { issuer, type Letter, type Work, workOn } from "./progress.ts"
import { proposalsOfDemo } from "./proposals.ts"
import { carryThrough } from "./reforms.ts"
import { shareIndicators } from "./sharing.ts"
import { isLoaded } from "./sign-ins.ts"
import type { Stage } from "./stage.ts"
import { firstStage, laterStage, pastStage, reformDays } from "./stages.ts"
import { teach } from "./teaching.ts"
import { sendTips } from "./tips.ts"
import { together } from "./together.ts"
import { writeWarnings } from "./warnings.ts"

/** The demo's work is done in office hours. */
const hour = "T02:30:00Z"

/** Hears which part of the demo begins, and is told when it is over. Parts run side by side. */
export type Teller = (part: string) => () => void

/** `true`: loaded by this call. The province is told as far as the house's own day. */
export async function loadDemo(house: House, say: Teller = () => () => {}): Promise<boolean> {
  if (await isLoaded(house)) return false
  const today = localDateOf(house.clock.now())
  const seatedAll = say("cán bộ")
  const slugs = await bodySlugs(house, firstLetter.issuedOn)
  const seated = await seatPeople(house, slugs, demoPeople, "2023-01-01")
  const deskOn = await deskFor(house, seated, today)
  const houseOn = (at: string) => houseAt(house, at, today)
  const seat = (email: string) => seated.get(email) ?? { postId: "" }
  await letDeputySign(
    deskOn("quantri@vpubnd.example", "2023-01-03"),
    seat("chutich@ubnd.example"),
    seat("lanhdao@ubnd.example"),
  )
  // The office's letters close with its field, as that of July 2023 does ("UBND-KGVX").
  await changeSymbols(deskOn("quantri@vpubnd.example", "2023-01-03"), {
    abbreviation: "VPUBND",
    field: "KGVX",
  })
  seatedAll()
  const stage = laterStage(today) === null ? firstStage : pastStage
  await Promise.all([
    untilToday(() =>
      during(say(`văn bản ${formatDay(firstLetter.issuedOn, "vi")} và việc được giao`), async () => {
        const { id } = await firstLetter.issueLetter(deskOn(issuer, firstLetter.issuedOn))
        await workOnLetter(
          house,
          id,
          { began: "2023-07-18", figuresOf: "2023-08", isPast: stage.isPast },
          deskOn,
        )
      }),
    ),
    tell(stage, { deskOn, houseOn }, say),
  ])
  for (const day of reformDays.filter((one) => one <= today))
    await during(say(`ngày sắp xếp ${formatDay(day, "vi")}`), () =>
      carryThrough(day, (on) => deskOn("quantri@vpubnd.example", on), dutyHolders),
    )
  await tellLater(house, seated, today, say)
  await during(say("hạ tầng"), () =>
    untilToday(async () => {
      await buildNetwork(deskOn, today)
      await buildPatrols(deskOn, today)
    }),
  )
  await during(say("nhắc việc"), async () => {
    await deliverOutbox(house.db, [tipsAreAnswered, forwardsComeBack], house.log)
    await makeRemindersToday(house)
    await writeBoard(house)
  })
  return true
}

/** `over` is told in either case: a story that ends with the program's day is over as well. */
async function during(over: () => void, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } finally {
    over()
  }
}

/** The nine months before a later day, by the people of that day. */
async function tellLater(
  house: House,
  seated: Map<string, Seated>,
  today: string,
  say: Teller,
): Promise<void> {
  const stage = laterStage(today)
  if (stage === null) return
  const slugs = await bodySlugs(house, stage.from)
  const own = await seatPeople(house, slugs, peopleOn(today), stage.from)
  const deskOn = await deskFor(house, new Map([...seated, ...own]), today)
  const houseOn = (at: string) => houseAt(house, at, today)
  const { workingAfter } = stage.days
  const on = [workingAfter(stage.from, 1), workingAfter(today, -letterDays)].sort().at(-1) ?? today
  const later = { on, leadName: stage.leadName, hasDistricts: today < (reformDays[1] ?? "") }
  await Promise.all([
    during(say(`văn bản ${formatDay(on, "vi")} và việc được giao`), async () => {
      const { id } = await issueLaterLetter(deskOn(issuer, on), later)
      await workOnLetter(
        house,
        id,
        { began: addDays(on, 1), figuresOf: addDays(on, 20).slice(0, 7), isPast: false },
        deskOn,
      )
    }),
    tell(stage, { deskOn, houseOn }, say),
  ])
}

/** How long before the program's day the later letter was issued: two thirds of its work is done. */
const letterDays = 48

type Desks = { deskOn(who: string, day: string): Desk; houseOn(at: string): House }

async function tell(stage: Stage, desks: Desks, say: Teller): Promise<void> {
  const until = formatDay(stage.days.until, "vi")
  const tipsTaken = say(`tin báo đến ${until}`)
  const forCases = await sendTips(stage, desks)
  tipsTaken()
  const visited = during(say(`kiểm tra đến ${until}`), () => visitShops(stage, desks))
  const handled = during(say(`vụ việc đến ${until}`), () =>
    openCases(stage, forCases, {
      officer: (day) => desks.deskOn(stage.lead, day),
      leader: (day) => desks.deskOn(`${stage.lead}:leader`, day),
      police: (day) => desks.deskOn("cong-an-tinh", day),
      enterprise: (day) => desks.deskOn("viettel-hung-yen", day),
    }),
  )
  const shared = during(say(`chỉ báo, cảnh báo đến ${until}`), async () => {
    await shareIndicators(stage, desks)
    await writeWarnings(stage, desks)
    await untilToday(async () => writeObjects(desks.houseOn(stage.days.until)))
  })
  const taught = stage.isPast
    ? Promise.resolve()
    : during(say("khóa học, thông báo nội dung, đề xuất"), () =>
        untilToday(async () => {
          await teach(stage, desks)
          await campaignOfDemo(stage, desks)
          await noticesOfDemo(stage, desks)
          await proposalsOfDemo(stage, desks)
        }),
      )
  await Promise.all([visited, handled, shared, taught])
}

/** Within a body one after another: its journal then reads in the order of its days. */
async function workOnLetter(
  house: House,
  id: string,
  letter: Letter,
  deskOn: Desks["deskOn"],
): Promise<void> {
  const works = await issuedWork(house, id)
  const byBody = Map.groupBy(works.entries(), ([, work]) => work.bodySlug)
  await together([...byBody.values()], 4, async (own) => {
    for (const [at, work] of own)
      await untilToday(() => workOn(letter, work, at, (who, day) => seatOf(deskOn(who, day))))
  })
}

/** Somebody's desk on a day; a day that has not come yet ends the story that asks for it. */
async function deskFor(
  house: House,
  seated: ReadonlyMap<string, Seated>,
  today: string,
): Promise<Desks["deskOn"]> {
  const { bodies } = await asPublic(house.db, loadChart)
  const facts = new Map(bodies.map(({ id, name, kind }) => [id, { bodyName: name, bodyKind: kind }]))
  return (who, day) => {
    const person = seated.get(who)
    if (person === undefined) throw new Error(`nobody of the demo sits at ${who}`)
    const of = facts.get(person.bodyId) ?? { bodyName: "", bodyKind: "" }
    return deskAt(houseAt(house, `${day}${hour}`, today), person, of)
  }
}

function bodySlugs(house: House, on: string): Promise<string[]> {
  return asJob(house.db, "demo.load", async (tx) => {
    const rows = await tx
      .selectFrom("bodies")
      .select("slug")
      .where((of) => of.or([of("validFrom", "is", null), of("validFrom", "<=", on)]))
      .where((of) => of.or([of("validTo", "is", null), of("validTo", ">=", on)]))
      .orderBy("slug")
      .limit(500)
      .execute()
    return rows.map((row) => row.slug)
  })
}

function issuedWork(house: House, directiveId: string): Promise<Work[]> {
  return asJob(house.db, "demo.load", async (tx) => {
    const rows = await tx
      .selectFrom("assignments as a")
      .innerJoin("tasks as t", "t.id", "a.taskId")
      .innerJoin("clauses as c", "c.id", "t.clauseId")
      .innerJoin("bodies as b", "b.id", "a.bodyId")
      .select(["a.id", "a.dueOn", "b.slug as bodySlug", "c.position as clause", "t.position as task"])
      .where("c.directiveId", "=", directiveId)
      .orderBy("b.slug")
      .orderBy("t.position")
      .limit(1_000)
      .execute()
    return rows.map((row) => ({ ...row, clause: row.clause + 1, task: row.task + 1 }))
  })
}

/** The person's desk as it was on that day: clock and database both stand there. */
function deskAt(house: House, person: Seated, of: { bodyName: string; bodyKind: string }): Desk {
  return {
    house,
    officer: {
      sessionId: "",
      officerId: person.officerId,
      name: person.name,
      bodyId: person.bodyId,
      ...of,
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

function houseAt(house: House, at: string, today: string): House {
  if (at.slice(0, 10) > today) throw new NotYet(at)
  const clock = { now: () => new Date(at) }
  return { ...house, clock, db: { ...house.db, clock } }
}
