/** Three proposals of the demo: one approved in part after two opinions, one whose consultation runs, one being written. All of it is invented. */
import type { Desk } from "../kernel/http/env.ts"
import { addDays } from "../kernel/time.ts"
import { answer, opinionsAskedOf } from "../proposals/actions/answering.ts"
import { begin, offeredFor } from "../proposals/actions/making.ts"
import { openProposal } from "../proposals/actions/reading.ts"
import {
  bodiesToAsk,
  closeConsultation,
  consult,
  decide,
  keep,
  submit,
  takeUp,
  weigh,
} from "../proposals/actions/steps.ts"
import { figureBook } from "../reports/book.ts"
import { periodOn } from "../reports/domain/windows.ts"
import { seatOf } from "../signals/index.ts"
import { must } from "./must.ts"
import type { Stage } from "./stage.ts"

const stories = [
  {
    title: "Giao một đầu mối tiếp nhận yêu cầu gỡ nội dung lừa đảo trong toàn tỉnh",
    problem:
      "Người dân gửi phản ánh tới nhiều nơi; cùng một trang giả mạo, có cơ quan đã gửi yêu cầu, có cơ quan chưa biết. Nền tảng nhận nhiều văn bản khác nhau cho một nội dung.",
    figures: ["I.1", "I.2"],
    options: [
      {
        title: "Sở là đầu mối, các cơ quan chuyển về trong ngày",
        effects: "Một nội dung một văn bản; nền tảng trả lời nhanh hơn. Sở phải bố trí người trực ngày nghỉ.",
        cost: "Một vị trí trực, trong biên chế hiện có",
        isProposed: true,
      },
      {
        title: "Giữ như hiện nay, dùng chung danh sách nội dung đã gửi",
        effects: "Không thêm người. Vẫn có văn bản trùng khi hai cơ quan gửi cùng lúc.",
        cost: null,
        isProposed: false,
      },
    ],
    question:
      "Phương án một đầu mối có vướng quy định nào của ngành không? Thời gian chuyển trong ngày có làm được không?",
  },
  {
    title: "Dán mã tra cứu số điện thoại lừa đảo tại mọi điểm giao dịch viễn thông",
    problem:
      "Người đến đổi SIM, nạp tiền thường là người vừa nhận cuộc gọi lạ; tại quầy không có gì để họ tra ngay.",
    figures: ["I.1"],
    options: [
      {
        title: "Doanh nghiệp in và dán mã tại quầy, Sở cấp mẫu",
        effects: "Người dân tra được ngay. Doanh nghiệp chịu tiền in.",
        cost: "Doanh nghiệp tự chi",
        isProposed: true,
      },
    ],
    question: "Doanh nghiệp, cơ quan cần bao nhiêu bản, dán từ ngày nào được?",
  },
  {
    title: "Kiến nghị Bộ bổ sung thời hạn trả lời yêu cầu gỡ nội dung của Sở",
    problem:
      "Yêu cầu gỡ bỏ của Sở không có thời hạn theo luật, chỉ ghi “đề nghị trả lời trước ngày”; phần lớn nền tảng không trả lời.",
    figures: [],
    options: [],
    question: "",
  },
] as const

export async function proposalsOfDemo(
  stage: Stage,
  { deskOn }: { deskOn(who: string, day: string): Desk },
): Promise<void> {
  const { workingAfter, until } = stage.days
  const day = workingAfter(addDays(until, -14), 0)
  const seat = (who: string, after: number) => seatOf(deskOn(who, workingAfter(day, after)))
  const officer = seat(stage.lead, 0)
  const [to] = await offeredFor(officer)
  const ids: string[] = []
  for (const [at, story] of stories.entries()) {
    const isMinistry = at === 2
    const made = await begin(officer, {
      ...{ title: story.title, problem: story.problem, fromReport: null, fromText: null },
      toBody: isMinistry ? "bo" : (to?.id ?? "bo"),
      ministry: isMinistry || to === undefined ? "Bộ Văn hóa, Thể thao và Du lịch" : null,
    })
    const { id } = must(made)
    ids.push(id)
    const period = periodOn(day, "half-year").label
    if (story.figures.length > 0)
      must(await keep(officer, id, { figures: story.figures, period }, figureBook))
    for (const option of story.options) must(await weigh(officer, id, option))
  }
  const [first = "", second = ""] = ids
  const bodies = await officer.open((tx) => bodiesToAsk(tx, officer))
  const idOf = (kind: string, name = "") =>
    bodies.find((one) => one.kind === kind && one.name.includes(name))?.id ?? ""
  const police = idOf("police")
  const telco = idOf("enterprise", "Viettel")
  const ask = (at: number, dueOn: string) => ({
    ...{ bodies: [police, telco].filter((id) => id !== ""), dueOn },
    question: stories[at]?.question ?? "",
  })
  must(await consult(officer, first, ask(0, workingAfter(day, 5))))
  await answerAll(seat("cong-an-tinh", 1), stories[0].title, {
    stance: "agrees-but",
    opinion: "Nội dung có dấu hiệu tội phạm vẫn chuyển ngay cho Công an, không chờ qua đầu mối.",
  })
  await answerAll(seat("viettel-hung-yen", 2), stories[0].title, { stance: "agrees", opinion: null })
  const later = seat(stage.lead, 3)
  must(await closeConsultation(later, first))
  const opened = await openProposal(later, first, figureBook)
  for (const { id, stance } of opened?.requests ?? [])
    must(
      await takeUp(later, first, {
        requestId: id,
        taken: "accepted",
        note: stance === "agrees" ? null : "Bổ sung: nội dung có dấu hiệu tội phạm chuyển thẳng cho Công an.",
      }),
    )
  must(
    await submit(later, first, {
      number: `45/TTr-${stage.lead === "so-khoa-hoc-va-cong-nghe" ? "SKHCN" : "STTTT"}`,
      on: workingAfter(day, 3),
    }),
  )
  must(
    await decide(seat(stage.lead, 6), first, {
      ...{ outcome: "partly", number: "1187/UBND-KGVX", on: workingAfter(day, 6) },
      note: "Đồng ý giao Sở làm đầu mối; việc trực ngày nghỉ Sở tự bố trí, báo cáo sau sáu tháng.",
    }),
  )
  must(await consult(seat(stage.lead, 7), second, ask(1, addDays(until, 6))))
  await answerAll(seat("viettel-hung-yen", 8), stories[1].title, {
    stance: "agrees-but",
    opinion: "Đề nghị Sở gửi mẫu khổ A5 trước ngày 10; các điểm ủy quyền dán trong một tuần.",
  })
}

async function answerAll(
  seat: ReturnType<typeof seatOf>,
  title: string,
  given: Parameters<typeof answer>[2],
): Promise<void> {
  const asked = (await opinionsAskedOf(seat)).find((one) => one.title === title && one.state === "asked")
  if (asked !== undefined) must(await answer(seat, asked.id, given))
}
