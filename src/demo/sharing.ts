/** Sixty indicators in every state: from clues of tips, and typed; numbers, sites and accounts are invented. */

import type { TaskOption } from "../directives/index.ts"
import { asOfficer } from "../kernel/db/database.ts"
import type { Desk } from "../kernel/http/env.ts"
import { addDays } from "../kernel/time.ts"
import { answerIndicator } from "../sharing/actions/answering.ts"
import { sendContest } from "../sharing/actions/contesting.ts"
import { expireShared } from "../sharing/actions/expiring.ts"
import { answerJoint, endJoint, proposeJoint, tasksForJoint } from "../sharing/actions/joint.ts"
import { type Proposal, proposeIndicator } from "../sharing/actions/proposing.ts"
import type { Seat } from "../sharing/actions/seat.ts"
import { tasksFor } from "../sharing/actions/serving.ts"
import { recallShared, takeStep } from "../sharing/actions/steps.ts"
import { seatOf } from "../signals/index.ts"
import { firstDay, untilToday } from "./days.ts"
import { must } from "./must.ts"
import type { Stage } from "./stage.ts"

const indicatorsOfDemo = 60
const fromTips = 24

/** The endings of twelve indicators, over and over. */
const endings = [
  "released",
  "released",
  "waiting",
  "released",
  "recalled",
  "released",
  "released",
  "expired",
  "released",
  "givenBack",
  "released",
  "refused",
] as const

type Desks = { deskOn(who: string, day: string): Desk }

export async function shareIndicators(stage: Stage, { deskOn }: Desks): Promise<void> {
  const today = stage.days.until
  const clues = await suspectsOf(deskOn(stage.lead, firstDay))
  for (let at = 0; at < indicatorsOfDemo; at += 1)
    await untilToday(async () => {
      const day = stage.days.workingAfter(addDays(today, at - daysTold), 0)
      const officer = seatOf(deskOn(stage.lead, day))
      const second = seatOf(deskOn(`${stage.lead}:leader`, day))
      const ending = endings[at % endings.length] ?? "released"
      const proposal = proposalOf(at, { day, ending, tip: clues[at] ?? null })
      // Every other one names the task whose words fit.
      const assignmentId = at % 2 === 0 ? proposedIn(await tasksFor(officer, "indicator")) : null
      const made = await proposeIndicator(officer, { ...proposal, assignmentId })
      // A ring of callers is named by many tips: one indicator is enough.
      if ("refused" in made) return
      const of = { kind: "indicator", id: made.id } as const
      if (ending === "waiting") return
      if (ending === "givenBack") {
        must(await takeStep(second, of, { step: "giveBack", note: "Ghi rõ nguồn thứ hai." }))
        return
      }
      if (ending === "refused") {
        must(await takeStep(second, of, { step: "refuse", note: "Số của đại lý, không phải của bên lừa." }))
        return
      }
      must(await takeStep(second, of, { step: "release" }))
      if (at % 4 === 0) await blockIt(seatOf(deskOn("viettel-hung-yen", day)), made.id)
      const later = seatOf(deskOn(stage.lead, stage.days.workingAfter(day, 3)))
      if (ending === "recalled")
        must(await recallShared(later, of, "Thuê bao đã thu hồi, số sẽ cấp cho người khác."))
    })
  await untilToday(() => actTogether(stage, { deskOn }))
  await untilToday(() => contestOne(deskOn(stage.lead, stage.days.workingAfter(addDays(today, -5), 0))))
  await untilToday(() => expireShared(deskOn(stage.lead, today).house.db))
}

const daysTold = 75

const proposedIn = (tasks: readonly TaskOption[]) => tasks.find((one) => one.isProposed)?.id ?? null

/** Two enterprises are asked to do one thing by a day; one has, and where that day is long over both have. */
async function actTogether(stage: Stage, { deskOn }: Desks): Promise<void> {
  const day = stage.days.workingAfter(addDays(stage.days.until, -12), 0)
  const lead = seatOf(deskOn(stage.lead, day))
  const partners = ["viettel-hung-yen", "vnpt-hung-yen"].map((slug) => seatOf(deskOn(slug, day)))
  const { id } = must(
    await proposeJoint(lead, {
      title: "Bật bộ lọc cuộc gọi giả đầu số quốc tế",
      what: "Mỗi doanh nghiệp bật bộ lọc cuộc gọi giả đầu số trên địa bàn tỉnh và báo giờ bật.",
      dueOn: addDays(stage.days.until, 5),
      bodies: partners.map((one) => one.bodyId),
      assignmentId: proposedIn(await tasksForJoint(lead)),
    }),
  )
  for (const one of stage.isPast ? partners : partners.slice(0, 1))
    must(await answerJoint(one, id, { answer: "done", note: "Bật từ 14 giờ.", assignmentId: null }))
  if (stage.isPast)
    must(await endJoint(lead, id, { state: "done", outcome: "Cả hai doanh nghiệp đã bật bộ lọc." }))
}

/** The enterprise's security desk blocks within the day, for the task of its own clause. */
async function blockIt(desk: Seat, indicatorId: string): Promise<void> {
  const said = {
    answer: "blocked" as const,
    doneAt: desk.house.clock.now(),
    note: "Chặn hai chiều.",
    assignmentId: proposedIn(await tasksFor(desk, "block")),
  }
  must(await answerIndicator(desk, indicatorId, said))
}

/** Somebody whose number is warned about says that it is a shop's; nobody has decided yet. */
async function contestOne(desk: Desk): Promise<void> {
  const warned = await asOfficer(desk.house.db, desk.who, (tx) =>
    tx
      .selectFrom("sharedIndicators")
      .select("value")
      .where("kind", "=", "phone")
      .where("state", "=", "released")
      .where("audience", "=", "public")
      .orderBy("releasedAt", "desc")
      .limit(1)
      .executeTakeFirst(),
  )
  if (warned === undefined) return
  const statement = {
    named: warned.value,
    said: "Số này là của quán cơm nhà tôi, in trên biển từ năm 2019. Có người giả số của quán để gọi đi, tôi đã báo nhà mạng.",
    who: "Đào Thị Quán",
    contact: "quancom@nhaminh.example",
  }
  const filed = await sendContest(desk.house, statement, "0".repeat(32))
  if ("refused" in filed) throw new Error(`the demo's contest was refused: ${filed.refused}`)
}

type Clue = { tip: string; clue: string }

/** Clues of the lead department's newest tips that are a suspect's. */
function suspectsOf(desk: Desk): Promise<Clue[]> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const rows = await tx
      .selectFrom("signalIdentifiers as m")
      .innerJoin("indicators as i", "i.id", "m.indicatorId")
      .select(["m.signalId as tip", "m.indicatorId as clue"])
      .where("m.role", "=", "suspect")
      .where("i.kind", "<>", "evidence")
      .orderBy("m.at")
      .orderBy("m.signalId")
      .distinctOn(["m.at", "m.signalId"])
      .limit(200)
      .execute()
    // Clues that several tips name come first, so that some indicators have many reports.
    const often = Map.groupBy(rows, (row) => row.clue)
    return [...often.values()]
      .toSorted((one, other) => other.length - one.length)
      .flatMap(([first]) => (first === undefined ? [] : [first]))
      .slice(0, fromTips)
  })
}

type Plan = { day: string; ending: (typeof endings)[number]; tip: Clue | null }

function proposalOf(at: number, { day, ending, tip }: Plan): Proposal {
  const reach = reaches[at % reaches.length] ?? reaches[0]
  const typed = typedThings[at % typedThings.length] ?? typedThings[0]
  return {
    kind: typed.kind,
    typed: typed.of(String(at).padStart(3, "0")),
    tip: tip === null ? null : { id: tip.tip, clueId: tip.clue },
    ...reach,
    recipients: [],
    trick: tip === null ? typed.trick : null,
    confidence: at % 3 === 0 ? "high" : "medium",
    reasons: "Nhiều người báo cùng một lời thoại; gọi lại thì không nghe máy.",
    validUntil: addDays(day, ending === "expired" ? 14 : 120),
  }
}

const reaches = [
  { tlp: "clear", audience: "public" },
  { tlp: "clear", audience: "public" },
  { tlp: "green", audience: "bodies" },
  { tlp: "clear", audience: "public" },
  { tlp: "amber", audience: "enterprises" },
] as const

const typedThings = [
  { kind: "phone", of: (n: string) => `0951 777 ${n}`, trick: "gia-danh-cong-an" },
  { kind: "domain", of: (n: string) => `vay-nhanh-${n}.example`, trick: "vay-tien-online" },
  { kind: "bank-account", of: (n: string) => `1903888${n}77 Techcombank`, trick: "gia-danh-ngan-hang" },
  {
    kind: "url",
    of: (n: string) => `https://nhan-qua-${n}.example/dang-nhap`,
    trick: "trung-thuong-qua-tang",
  },
  { kind: "e-wallet", of: (n: string) => `MoMo 0951 888 ${n}`, trick: "gia-danh-ngan-hang" },
  { kind: "phone-range", of: (n: string) => `0249 9${n} xxx`, trick: "gia-danh-cong-an" },
  { kind: "brandname", of: (n: string) => `QUATANG ${n}`, trick: "brandname-gia-tram-bts-gia" },
] as const
