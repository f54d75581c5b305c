/** A year's checks of shops that are invented: one in each state, one passed on clear signs, one that overlaps with the inspectorate's. */
import { sql } from "kysely"
import { type Planned, planInspection, tasksForCheck } from "../inspections/actions/planning.ts"
import type { Seat } from "../inspections/actions/seat.ts"
import { sendAllPlans } from "../inspections/actions/sending.ts"
import {
  announceCheck,
  answerCheck,
  approveCheck,
  closeCheck,
  concludeCheck,
  decideCheck,
  dropCheck,
  openCaseOf,
  pauseCheck,
  recordCheck,
  stopCheck,
} from "../inspections/actions/steps.ts"
import { addSubject } from "../inspections/actions/subjects.ts"
import { allChecklists } from "../inspections/catalogue.ts"
import { checklistFor, type Given } from "../inspections/domain/checklist.ts"
import type { State } from "../inspections/domain/life.ts"
import type { NewSubject, SubjectKind } from "../inspections/domain/subject.ts"
import { asOfficer } from "../kernel/db/database.ts"
import type { Desk } from "../kernel/http/env.ts"
import { journal } from "../kernel/journal.ts"
import { addDays, localDateOf } from "../kernel/time.ts"
import { seatOf } from "../signals/index.ts"
import { untilToday } from "./days.ts"
import { must } from "./must.ts"
import type { Stage } from "./stage.ts"

type Desks = { deskOn(who: string, day: string): Desk }

/** Whom the checks look at, how far each has come, and how many days ago it began; a finding is told of the first two. */
const stories: readonly { name: string; kind: SubjectKind; ends: State; ago: number }[] = [
  { name: "Cửa hàng SIM Bình Minh", kind: "sim-point", ends: "recorded", ago: 4 },
  { name: "Điện thoại Ánh Sao", kind: "sim-point", ends: "announced", ago: 2 },
  { name: "Đại lý viễn thông Sen Hồng", kind: "sim-point", ends: "closed", ago: 45 },
  { name: "Net Cây Đa", kind: "game-point", ends: "concluded", ago: 20 },
  { name: "Điểm trò chơi Sao Hôm", kind: "game-point", ends: "approved", ago: 3 },
  { name: "Điểm Internet Bến Đò", kind: "internet-point", ends: "decided", ago: 3 },
  { name: "Cửa hàng SIM Cầu Gỗ", kind: "sim-point", ends: "planned", ago: 3 },
  { name: "Cửa hàng SIM Chợ Gạo", kind: "sim-point", ends: "paused", ago: 5 },
  { name: "Trang tin Làng Nghề", kind: "licensed-site", ends: "stopped", ago: 30 },
  { name: "Net Ngã Ba", kind: "internet-point", ends: "dropped", ago: 60 },
]
/** The two that the province's inspectorate and the department both mean to visit. */
const overlapping = "Cửa hàng SIM Cầu Gỗ"

export async function visitShops(stage: Stage, desks: Desks): Promise<void> {
  const day = (ago: number) => stage.days.workingAfter(addDays(stage.days.until, -ago), 0)
  const seat = (who: string, on: string): Seat => seatOf(desks.deskOn(who, on))
  for (const [at, story] of stories.entries())
    await untilToday(async () => {
      const began = day(story.ago)
      const officer = seat(stage.lead, began)
      const subject = must(await addSubject(officer, subjectOf(at, story, stage)))
      await tellCheck(
        stage,
        { ...story, ends: stage.isPast ? pastEnd(story.ends) : story.ends },
        { seat, day, subjectId: subject.id },
      )
      if (story.name === overlapping && !stage.isPast)
        await overlap(stage, seat("thanh-tra-tinh", began), { subjectId: subject.id, on: addDays(began, 14) })
    })
  await untilToday(async () => must(await sendAllPlans(seat(stage.lead, day(1)))))
  if (!stage.isPast) await untilToday(() => besides(desks.deskOn(stage.lead, day(1))))
}

/** What was open in a stage that is long over has come to its end since. */
const pastEnd = (ends: State): State =>
  ends === "planned" || ends === "decided" || ends === "dropped"
    ? "dropped"
    : ends === "stopped"
      ? "stopped"
      : "closed"

function subjectOf(
  at: number,
  { name, kind }: { name: string; kind: SubjectKind },
  stage: Stage,
): NewSubject {
  const commune = stage.places[at % stage.places.length] ?? "xã Mẫu"
  return {
    kind,
    name,
    form: kind === "licensed-site" ? "enterprise" : "household",
    taxCode: `09${String(stage.seed + at).padStart(8, "0")}`,
    licenceNumber: `UQ-${at + 10}`,
    licenceOn: addDays(stage.from, -400),
    licenceUntil: addDays(stage.days.until, at === 5 ? -20 : 300),
    address: `Số ${at + 3}, ${commune}`,
    commune,
  }
}

const planOf = (stage: Stage, of: { subjectId: string; kind: SubjectKind; on: string }): Planned => ({
  subjectId: of.subjectId,
  power: "inspection",
  ground: "signs",
  groundNote: "Tin báo của người dân về SIM kích hoạt sẵn, hoạt động ngoài giờ",
  isClear: false,
  overrideReason: null,
  legalBasis: stage.days.until < "2025-08-05" ? "Quy chế phối hợp phòng, chống tội phạm của tỉnh" : null,
  matter: of.kind === "sim-point" ? "subscribers" : of.kind === "licensed-site" ? "sites" : "games",
  plannedOn: of.on,
  place: null,
  method: "visit",
  remoteNote: "Số liệu đăng ký của nhà mạng tăng bất thường trong hai tháng",
  assignmentId: null,
})

type Told = { seat: (who: string, on: string) => Seat; day: (ago: number) => string; subjectId: string }

async function tellCheck(
  stage: Stage,
  story: (typeof stories)[number],
  { seat, day, subjectId }: Told,
): Promise<void> {
  const { ends, ago, kind } = story
  const began = day(ago)
  const officer = seat(stage.lead, began)
  const head = seat(`${stage.lead}:leader`, began)
  const isAhead = ends === "planned" || ends === "decided" || ends === "approved"
  const plan = planOf(stage, { subjectId, kind, on: isAhead ? addDays(stage.days.until, 12) : began })
  const task = (await tasksForCheck(officer)).find(({ isProposed }) => isProposed)
  const { id } = must(await planInspection(officer, { ...plan, assignmentId: task?.id ?? null }))
  if (ends === "planned") return
  if (ends === "dropped") {
    must(await dropCheck(officer, id, { reason: "Cơ sở đã trả giấy phép, không còn hoạt động." }))
    return
  }
  const members = "Phạm Thị Mẫu; Chuyên viên\nVũ Văn Thử; Cán bộ; Công an tỉnh"
  const decision = {
    number: `${20 + ago}/QĐ-KT`,
    decidedOn: began,
    days: 7,
    headId: officer.officerId,
    members,
  }
  must(await decideCheck(head, id, decision))
  if (ends === "decided") return
  must(await approveCheck(head, id, { approvedOn: began }))
  if (ends === "approved") return
  must(await announceCheck(officer, id, { announcedOn: began }))
  if (ends === "stopped") {
    must(await stopCheck(head, id, { reason: "Công an đã khởi tố vụ án về cùng nội dung." }))
    return
  }
  if (ends === "paused") {
    must(await pauseCheck(head, id, { fromOn: began, reason: "Bão, cơ sở mất điện." }))
    return
  }
  const isFound = !stage.isPast && kind === "sim-point" && ends !== "closed"
  const given = answersFor(kind, plan.plannedOn, isFound)
  must(await answerCheck(officer, id, ends === "announced" ? given.slice(0, 3) : given))
  if (ends === "announced") return
  must(
    await recordCheck(officer, id, {
      recordedOn: began,
      time: "10:40",
      opinion: "Cơ sở sẽ bổ sung sổ theo dõi.",
      signing: isFound ? "witness" : "signed",
      refusalReason: isFound ? "Cho rằng SIM là của người nhà" : null,
      witness: isFound ? "Đặng Văn Chứng, trưởng thôn" : null,
    }),
  )
  if (isFound) must(await openCaseOf(officer, id, { committedOn: began, isOngoing: false }))
  if (ends === "recorded") return
  const closing = day(Math.max(1, ago - 6))
  const conclusion = {
    number: `${20 + ago}/KL`,
    concludedOn: closing,
    conclusion: "Cơ sở chấp hành cơ bản; còn thiếu sót phải khắc phục.",
    recommendations: ends === "closed" ? null : "Niêm yết nội quy\nLập sổ theo dõi khách",
    dueOn: ends === "closed" ? null : addDays(stage.days.until, 10),
  }
  must(await concludeCheck(seat(`${stage.lead}:leader`, closing), id, conclusion))
  if (ends === "closed") must(await closeCheck(seat(stage.lead, closing), id))
}

/** One transaction: a tablet of the officer's, a conclusion that is public, and the police asked to go along with a check that is not approved yet. */
function besides({ house, who, officer }: Desk): Promise<void> {
  return asOfficer(house.db, who, async (tx) => {
    await sql`insert into field_devices (key, name, officer_name) values (md5('demo'), 'Máy tính bảng Android, Chrome', ${officer.name})`.execute(
      tx,
    )
    // No law before it makes a conclusion public (Luật 84/2025/QH15, NQ 198/2025/QH15).
    await sql`insert into inspection_publications (inspection_id, what, code, body_name, power, matter, subject, on_day, text, published_name)
      select id, 'conclusion', 'KT-' || year || '-' || lpad(number::text, 3, '0'), ${officer.bodyName}, power, matter, 'Một điểm trò chơi điện tử', concluded_on,
        conclusion, ${officer.name} from inspections where body_id = current_body() and state = 'concluded' and concluded_on >= '2025-07-01' limit 1`.execute(
      tx,
    )
    await sql`insert into inspection_invitations (inspection_id, to_body_id, code, subject, matter, planned_on, note, asked_name)
      select i.id, p.id, 'KT-' || i.year || '-' || lpad(i.number::text, 3, '0'), s.name, i.matter, i.planned_on, 'Cùng một điểm, mời cử một đồng chí', ${officer.name}
      from inspections i join inspection_subjects s on s.id = i.subject_id, bodies p
      where i.body_id = current_body() and i.state = 'decided' and p.slug = 'cong-an-tinh' limit 1`.execute(
      tx,
    )
    await journal(tx, { what: "inspection.joint-asked" })
  })
}

/** The inspectorate, which knows nothing of the department's plan, approves a visit of the same shop. */
async function overlap(
  stage: Stage,
  inspectorate: Seat,
  of: { subjectId: string; on: string },
): Promise<void> {
  const today = localDateOf(inspectorate.house.clock.now())
  const plan: Planned = {
    ...planOf(stage, { subjectId: of.subjectId, kind: "sim-point", on: of.on }),
    power: "state-inspection",
    ground: "annual-plan",
    groundNote: "Kế hoạch thanh tra năm",
    legalBasis: null,
  }
  const { id } = must(await planInspection(inspectorate, plan))
  const decision = {
    number: "9/QĐ-TTr",
    decidedOn: today,
    days: 30,
    headId: inspectorate.officerId,
    members: null,
  }
  must(await decideCheck(inspectorate, id, decision))
  must(await approveCheck(inspectorate, id, { approvedOn: today }))
}

/** No violation, or one: SIMs that are active before they are sold. */
function answersFor(kind: SubjectKind, on: string, isFound: boolean): Given[] {
  const questions = checklistFor(kind, on, allChecklists())?.version.questions ?? []
  return questions.map((question) => {
    const isIt = isFound && question.id === "active-sims"
    const good = question.fault === "yes" ? "no" : "yes"
    return {
      question: question.id,
      answer: isIt ? "yes" : good,
      note: isIt ? "14 SIM đã kích hoạt trong ngăn kéo quầy." : null,
      counts: isIt ? { numbers: 14 } : {},
    }
  })
}
