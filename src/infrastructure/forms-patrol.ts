/** Forms of patrols. */
import { namingWords } from "../directives/index.ts"
import {
  choice,
  day,
  form,
  hidden,
  listed,
  number,
  paragraph,
  pick,
  search,
  several,
  severalOf,
  text,
  time,
} from "../kernel/forms/index.ts"
import { say, sayEach } from "../kernel/words.ts"
import { words } from "./words.ts"
import { assetWords } from "./words-asset.ts"

const planAsks = {
  name: text(say("Tên tuyến, khu vực", "Name of the route or area"), { max: 200 }),
  areas: several(say("Xã, phường đi qua", "Communes on the way")),
  kinds: severalOf(
    say("Loại tài sản phải xem", "Classes of assets to look at"),
    sayEach(assetWords, (t) => t.kinds),
  ),
  segments: paragraph(say("Các đoạn đường", "Sections"), {
    max: 2_000,
    hint: say(
      "Ví dụ: đường 39, từ cầu Mẫu đến trạm bơm",
      "For example: road 39, from the bridge to the pump",
    ),
  }).optional(),
  timesMonth: number(say("Số lượt mỗi tháng", "Patrols a month"), {
    least: 1,
    most: 62,
    hint: say("Để trống: lấy số máy đề nghị từ điểm nóng", "Empty: as proposed from hot spots"),
  }).optional(),
  fromOn: day(say("Từ ngày", "From")),
  untilOn: day(say("Đến ngày", "Until")).optional(),
  leaderId: pick(say("Trưởng nhóm", "Leader")),
  team: several(say("Người cùng đi", "Who goes along")).optional(),
}

export const newPatrolPlan = form({
  slug: "moi",
  verb: "incident.report",
  title: say("Lập kế hoạch tuần tra", "Plan patrols"),
  asks: planAsks,
})

/** A device keeps it; the points and the path are read beside it. */
export const logging = form({
  slug: "ghi",
  verb: "incident.report",
  title: say("Ghi lượt tuần tra", "Log a patrol"),
  asks: {
    planId: pick(say("Kế hoạch", "Plan")),
    beganOn: day(say("Ngày bắt đầu", "Day of the beginning")),
    beganTime: time(say("Giờ bắt đầu", "Beginning"), { hint: say("Ví dụ 22:30", "For example 22:30") }),
    endedTime: time(say("Giờ kết thúc", "End"), {
      hint: say("Sớm hơn giờ bắt đầu là sáng hôm sau", "Earlier than the beginning: the next morning"),
    }),
    note: paragraph(say("Ghi chung", "In general"), { max: 2_000 }).optional(),
  },
})

export const planForms = {
  change: form({
    slug: "sua",
    verb: "incident.report",
    title: say("Sửa kế hoạch", "Change the plan"),
    look: "second",
    follows: say(
      "Lượt tuần tra đã ghi giữ nguyên; đường đi đã ghi chỉ người của lượt đó xem được.",
      "Patrols that were logged stay as they are; their paths remain with those who went.",
    ),
    asks: planAsks,
    edits: true,
  }),
  serve: form({
    slug: "nhiem-vu",
    verb: "incident.report",
    title: namingWords.title,
    submit: namingWords.submit,
    look: "second",
    asks: { assignmentId: pick(namingWords.task, { hint: namingWords.hint }).optional() },
  }),
  end: form({
    slug: "ket-thuc",
    verb: "incident.report",
    title: say("Kết thúc kế hoạch", "End the plan"),
    look: "harm",
    asks: {},
  }),
}
export type PlanFormName = keyof typeof planForms

export const patrolForms = {
  /** Beside each finding. */
  tell: form({
    slug: "bao-su-co",
    verb: "incident.report",
    title: say("Báo thành sự cố", "Tell it as an incident"),
    follows: say(
      "Công an và UBND nơi xảy ra thấy ngay. Nơi, giờ, tài sản và điều đã ghi được chuyển theo.",
      "The police and the committee of the place see it at once. Place, time, asset and words go along.",
    ),
    asks: {
      point: hidden(),
      kind: choice(
        say("Loại sự cố", "Kind"),
        sayEach(words, (t) => t.kinds),
      ),
      trick: listed(
        say("Cách làm", "How it was done"),
        sayEach(words, (t) => t.tricks),
      ),
      areaCode: search(say("Xã, phường xảy ra", "Commune"), {
        hint: say("Để trống nếu điểm có mã tài sản", "Empty where the point names an asset"),
      }).optional(),
    },
  }),
}
export type PatrolFormName = keyof typeof patrolForms

export const ruleForm = form({
  slug: "thoi-han",
  verb: "incident.report",
  title: say("Đổi thời hạn giữ đường đi", "Change how long paths are kept"),
  asks: {
    months: number(say("Xóa đường đi sau mấy tháng", "Erase paths after how many months"), {
      least: 1,
      most: 24,
    }),
  },
})
