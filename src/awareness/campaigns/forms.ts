/** Forms of a campaign. */
import { namingWords } from "../../directives/index.ts"
import {
  day,
  form,
  listed,
  number,
  paragraph,
  pick,
  search,
  several,
  severalOf,
  text,
  tick,
  time,
} from "../../kernel/forms/index.ts"
import { say, sayEach, sayOf } from "../../kernel/words.ts"
import { campaignWords } from "./words.ts"

const content = {
  title: text(say("Tên chiến dịch", "Name of the campaign"), {
    max: 160,
    hint: say(
      "Người ngoài thấy tên này nếu chiến dịch được công khai",
      "People outside see it where the campaign is made public",
    ),
  }),
  aim: paragraph(say("Mục tiêu", "Aim"), {
    max: 2_000,
    hint: say(
      "Ai biết thêm điều gì, làm được việc gì sau chiến dịch",
      "Who knows what, and can do what, after it",
    ),
  }),
  audiences: severalOf(
    say("Người cần đến", "Audience"),
    sayEach(campaignWords, (t) => t.audiences),
  ),
  channels: severalOf(
    say("Kênh", "Channels"),
    sayEach(campaignWords, (t) => t.channels),
  ),
  beginsOn: day(say("Từ ngày", "From")),
  endsOn: day(say("Đến hết ngày", "Until")),
  areas: several(say("Địa bàn", "Communes"), {
    hint: say(
      "Không chọn nơi nào là toàn tỉnh; chọn nhiều nhất 50 nơi",
      "None chosen: the whole province; 50 at most",
    ),
  }).optional(),
}

const said = (of: (t: (typeof campaignWords)["vi"]) => string) => sayOf(campaignWords, of)

export const newCampaign = form({
  slug: "moi",
  verb: "awareness.change",
  title: said((t) => t.make),
  asks: content,
})

const area = pick(say("Nơi làm", "Place"), {
  hint: say(
    "Để trống khi việc đến cả tỉnh, như tin nhắn, Zalo, trang web",
    "Leave it empty where it goes to the whole province, such as messages or a web page",
  ),
}).optional()
const channel = listed(
  say("Kênh", "Channel"),
  sayEach(campaignWords, (t) => t.channels),
)

export const campaignForms = {
  edit: form({
    slug: "sua",
    verb: "awareness.change",
    title: say("Sửa bản thảo", "Change the draft"),
    look: "second",
    edits: true,
    asks: content,
  }),
  start: form({
    slug: "bat-dau",
    verb: "awareness.change",
    title: say("Bắt đầu chiến dịch", "Start the campaign"),
    follows: say(
      "Từ đây ghi được kết quả; mục tiêu, địa bàn, kênh giữ nguyên như đã viết.",
      "Results can be entered from now on; aim, places and channels stand as they were written.",
    ),
    asks: {},
  }),
  accept: form({
    slug: "nhan",
    verb: "awareness.change",
    title: say("Nhận tham gia", "Take part"),
    follows: say(
      "Cơ quan bạn ghi lịch và kết quả của mình; cơ quan tổ chức xem được.",
      "Your body enters its own schedule and results; the body that runs the campaign reads them.",
    ),
    asks: {},
  }),
  decline: form({
    slug: "tu-choi",
    verb: "awareness.change",
    title: say("Không tham gia", "Do not take part"),
    look: "second",
    asks: { reason: paragraph(say("Lý do", "Reason"), { max: 2_000 }) },
  }),
  result: form({
    slug: "ghi-ket-qua",
    verb: "awareness.change",
    title: say("Ghi kết quả", "Enter a result"),
    asks: {
      channel,
      areaCode: area,
      heldOn: day(say("Ngày làm", "Day")),
      amount: number(say("Số lượng", "Amount"), {
        least: 1,
        most: 100_000_000,
        hint: said((t) => t.unitsHint),
      }),
      reached: number(say("Lượt người tiếp cận", "People reached"), {
        least: 1,
        most: 100_000_000,
        hint: say(
          "Để trống nếu không đếm, không ước được; với hội nghị là số người dự",
          "Leave it empty where nobody could count or estimate; of a meeting it is who was present",
        ),
      }).optional(),
      countedHow: text(say("Đếm bằng cách nào", "How it was counted"), {
        max: 500,
        hint: say(
          "Như: danh sách ký tên; nhật ký đài truyền thanh; số tờ đã in trừ số còn lại",
          "Such as: signed list; log of the station; sheets printed less those left",
        ),
      }),
      note: paragraph(say("Ghi thêm", "Note"), { max: 1_000 }).optional(),
    },
  }),
  strike: form({
    slug: "gach-ket-qua",
    verb: "awareness.change",
    title: say("Gạch một kết quả ghi nhầm", "Strike out a result that is wrong"),
    look: "second",
    asks: {
      resultId: pick(say("Kết quả của cơ quan bạn", "Result of your body")),
      reason: text(say("Lý do", "Reason"), { max: 500 }),
    },
  }),
  session: form({
    slug: "them-lich",
    verb: "awareness.change",
    title: say("Thêm vào lịch", "Add to the schedule"),
    look: "second",
    asks: {
      what: text(say("Làm gì", "What"), { max: 300 }),
      channel,
      heldOn: day(say("Ngày", "Day")),
      beginsAt: time(say("Từ giờ", "From"), { hint: say("Như 17:00", "Like 17:00") }),
      endsAt: time(say("Đến giờ", "Until")),
      areaCode: area,
      place: text(say("Địa điểm", "Where"), {
        max: 200,
        hint: say("Như: nhà văn hóa thôn Mẫu; cụm loa số 3", "Such as: the village hall; loudspeakers 3"),
      }),
      isPublic: tick(
        say("Công khai", "Public"),
        say(
          "Người dân xem được trong lịch công khai của chiến dịch",
          "Everybody sees it in the campaign's public calendar",
        ),
      ),
    },
  }),
  dropSession: form({
    slug: "huy-lich",
    verb: "awareness.change",
    title: say("Hủy một buổi trong lịch", "Cancel an entry of the schedule"),
    look: "second",
    follows: say(
      "Buổi bị hủy vẫn hiện trong lịch với chữ “hủy”, để ai đã ghi lịch biết mà thôi đi.",
      "It stays in the calendar as cancelled, so that who noted it knows.",
    ),
    asks: { sessionId: pick(say("Buổi trong lịch", "Entry")) },
  }),
  ask: form({
    slug: "moi-tham-gia",
    verb: "awareness.change",
    title: say("Mời cơ quan tham gia", "Ask bodies to take part"),
    look: "second",
    follows: say(
      "Giao nhiệm vụ thì cần văn bản; ở đây là lời mời có hạn trả lời và báo kết quả.",
      "To give a task takes a letter; this asks, with a day by which to answer and tell of results.",
    ),
    asks: {
      committees: tick(
        say("Ủy ban nhân dân của địa bàn", "Committees of the places"),
        say(
          "Mời mọi UBND cấp xã trong địa bàn của chiến dịch",
          "Ask the committee of every place of the campaign",
        ),
      ),
      toBodyId: search(say("Một cơ quan khác", "Another body")).optional(),
      ask: paragraph(say("Nhờ làm gì", "What they are asked to do"), { max: 2_000 }),
      dueOn: day(say("Báo kết quả trước hết ngày", "Results by the end of")),
    },
  }),
  serve: form({
    slug: "nhiem-vu",
    verb: "awareness.change",
    title: namingWords.title,
    submit: namingWords.submit,
    look: "second",
    asks: { assignmentId: pick(namingWords.task, { hint: namingWords.hint }).optional() },
  }),
  tell: form({
    slug: "cong-khai",
    verb: "awareness.publish",
    title: say("Công khai với người dân", "Make it public"),
    look: "second",
    edits: true,
    follows: say(
      "Từ khi chiến dịch bắt đầu: ai cũng thấy tên, đoạn này, thời gian và các buổi công khai trong lịch. Để trống là không công khai.",
      "Once it runs: everybody sees its name, these words, its days and the public entries of the schedule. Empty: nobody does.",
    ),
    asks: {
      publicSummary: paragraph(say("Lời giới thiệu cho người dân", "Words for the public"), {
        max: 1_000,
      }).optional(),
    },
  }),
  extend: form({
    slug: "doi-han",
    verb: "awareness.change",
    title: say("Đổi ngày kết thúc", "Move the last day"),
    look: "second",
    asks: { endsOn: day(say("Đến hết ngày", "Until")) },
  }),
  end: form({
    slug: "ket-thuc",
    verb: "awareness.change",
    title: say("Kết thúc chiến dịch", "End the campaign"),
    look: "second",
    follows: say(
      "Sau đó không ghi thêm kết quả; những gì còn lại đứng như lúc này.",
      "No result is entered afterwards; what is left stands as it is now.",
    ),
    asks: {
      outcome: paragraph(say("Đạt được gì, còn gì", "What was reached, what was not"), { max: 4_000 }),
    },
  }),
} as const
export type CampaignFormName = keyof typeof campaignForms
export const campaignFormNames = Object.keys(campaignForms) as CampaignFormName[]
