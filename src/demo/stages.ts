/** The stages of the demo for a day: which bodies there were, who signs, and which law they go by. */
import { addDays } from "../kernel/time.ts"
import { caseStories, type FoundAct } from "./case-plan.ts"
import { daysUntil, demoToday } from "./days.ts"
import type { Stage } from "./stage.ts"
import type { StoryName } from "./tip-stories.ts"
import { tipsOfDemo } from "./tips.ts"

/** The department of information and communications passed to others, the districts ended (NQ 176/2025/QH15, Luật 72/2025/QH15). */
export const reformDays = ["2025-03-01", "2025-07-01"] as const
const [departmentsOn, districtsOn] = reformDays
/** NĐ 174/2026/NĐ-CP in force, with the amounts of each post. */
const amountsOn = "2026-07-01"
/** Chief inspectors of departments ended with Luật 84/2025/QH15. */
const inspectoratesEndOn = districtsOn

const districts = ["ubnd-huyen-van-lam", "ubnd-huyen-yen-my", "ubnd-huyen-khoai-chau", "ubnd-thi-xa-my-hao"]
const communes = ["ubnd-xa-luong-bang", "ubnd-xa-nhu-quynh", "ubnd-phuong-my-hao", "ubnd-xa-khoai-chau"]

const placesOf2023 = [
  "thị trấn Như Quỳnh",
  "phường Bần Yên Nhân",
  "thị trấn Yên Mỹ",
  "thị trấn Khoái Châu",
  "phường Hiến Nam",
  "thị trấn Văn Giang",
  "xã Giai Phạm",
  "thị trấn Lương Bằng",
  "xã Tân Quang",
  "phường Dị Sử",
  "thị trấn Ân Thi",
  "xã Lạc Hồng",
  "xã Phụng Công",
  "xã Dạ Trạch",
  "thị trấn Vương",
  "xã Đông Kết",
  "thị trấn Trần Cao",
  "xã Mễ Sở",
  "xã Hồng Nam",
  "xã Đình Cao",
]
/** Communes of the merged province of 2025: Thái Bình is part of it. */
const placesOf2025 = [
  "xã Như Quỳnh",
  "phường Mỹ Hào",
  "xã Yên Mỹ",
  "xã Khoái Châu",
  "phường Phố Hiến",
  "xã Văn Giang",
  "phường Thái Bình",
  "xã Lương Bằng",
  "xã Kiến Xương",
  "xã Đông Hưng",
  "xã Ân Thi",
  "xã Thái Thụy",
  "xã Tiền Hải",
  "xã Quỳnh Phụ",
  "xã Tiên Lữ",
  "xã Đoàn Đào",
  "xã Vũ Thư",
  "phường Trần Lãm",
]

export const leadOn = (day: string) =>
  day < departmentsOn
    ? { slug: "so-thong-tin-va-truyen-thong", name: "Sở Thông tin và Truyền thông" }
    : { slug: "so-khoa-hoc-va-cong-nghe", name: "Sở Khoa học và Công nghệ" }

export const firstStage: Stage = {
  key: "demo tip",
  seed: 0,
  isPast: false,
  from: "2022-12-15",
  days: daysUntil(demoToday),
  tips: tipsOfDemo,
  lead: leadOn(demoToday).slug,
  leadName: leadOn(demoToday).name,
  local: districts,
  places: placesOf2023,
  act: (story) => caseStories[story].act ?? null,
  signs: {
    office: "chief-inspector",
    name: "Hà Văn Chánh",
    source: "Nghị định 15/2020/NĐ-CP, bản in Công báo (số liệu mẫu)",
  },
  preventionBasis: "Nghị định 91/2020/NĐ-CP",
}

/** The first stage as a later day remembers it: all of it has ended, and a desk that works today needs fewer of its tips. */
export const pastStage: Stage = { ...firstStage, isPast: true, tips: Math.round(tipsOfDemo * 0.4) }

/** Nine months, as long as the first stage, and never back into a province that a reform has since changed. */
const stageDays = 273
/** A day sooner than that after the first stage shows the first stage alone, two months older. */
const pauseDays = 60

/** Null: the program's day lies so near to the first stage that there is nothing more to tell. */
export function laterStage(today: string): Stage | null {
  if (today < addDays(demoToday, pauseDays)) return null
  const changed = reformDays.filter((day) => day < today).at(-1) ?? demoToday
  const from = [addDays(today, -stageDays), addDays(changed, 1)].sort().at(-1) ?? today
  const share = Math.min(1, (Date.parse(today) - Date.parse(from)) / (stageDays * 86_400_000))
  const lead = leadOn(today)
  return {
    key: `demo tip of ${today}`,
    seed: 5_003,
    isPast: false,
    from,
    days: daysUntil(today),
    tips: Math.max(40, Math.round(tipsOfDemo * share)),
    ...{ lead: lead.slug, leadName: lead.name },
    local: today < districtsOn ? districts : communes,
    places: today < districtsOn ? placesOf2023 : placesOf2025,
    act:
      today < inspectoratesEndOn
        ? firstStage.act
        : from >= amountsOn || today >= "2026-09-01"
          ? actOf2026
          : () => null,
    signs:
      today < inspectoratesEndOn
        ? firstStage.signs
        : { office: "science-head", name: "Vũ Văn Đứng", source: null },
    preventionBasis: firstStage.preventionBasis,
  }
}

/** Amounts are the middle of the band for this kind of offender (NĐ 174/2026 Đ4.3: an individual pays half). */
const acts2026: Partial<Record<StoryName, FoundAct>> = {
  shop: {
    violationId: "V-SIM-01-2026",
    description: "Bán 12 SIM đã nhập sẵn thông tin thuê bao ở chợ, không phải đại lý được phép",
    offender: "Hộ kinh doanh Điện thoại Mẫu",
    offenderKind: "individual",
    fine: 17_500_000,
  },
  spam: {
    violationId: "V-RAC-07-2026",
    description: "Giả tên một công ty tài chính khi gửi 340 tin nhắn mời vay tiền",
    offender: "Ngô Văn Mẫu",
    offenderKind: "individual",
    fine: 3_750_000,
  },
  obstruction: {
    violationId: "V-HT-04-2026",
    description: "Chặn đường, không cho công nhân kéo cáp viễn thông trên cột điện đầu thôn",
    offender: "Đặng Văn Thử",
    offenderKind: "individual",
    fine: 3_750_000,
  },
}
const actOf2026 = (story: StoryName): FoundAct | null => acts2026[story] ?? null
