/** Each body's part of the half-year report: numbers and words by rule; two bodies do not send theirs. */
import { asOfficer } from "../../src/kernel/db/database.ts"
import type { Desk } from "../../src/kernel/http/env.ts"
import { groupNames, startCampaign } from "../../src/reports/actions/campaign.ts"
import { readPart, sendPart } from "../../src/reports/actions/part.ts"
import type { Period } from "../../src/reports/domain/windows.ts"
import type { Desks } from "./desks.ts"

export async function askForParts(desk: Desk, period: Period, dueOn: string): Promise<void> {
  const asked = await startCampaign(desk, { period, dueOn, groups: groupNames })
  if ("refused" in asked) throw new Error(`the campaign was refused: ${asked.refused}`)
}

export async function sendParts({ officerOf }: Desks, asking: Desk, { label }: Period): Promise<void> {
  const parts = await asOfficer(asking.house.db, asking.who, (tx) =>
    tx
      .selectFrom("reportCampaigns as c")
      .innerJoin("assignments as a", "a.directiveId", "c.directiveId")
      .innerJoin("bodies as b", "b.id", "a.bodyId")
      .select(["a.id", "b.id as bodyId", "b.slug", "b.kind"])
      .where("c.period", "=", label)
      .orderBy("b.slug")
      .limit(500)
      .execute(),
  )
  for (const [at, { id, bodyId, slug, kind }] of parts.entries()) {
    if (at === 8 || at === 21) continue
    const desk = officerOf(bodyId, at % 6 === 5 ? "2023-12-13" : "2023-12-08")
    const part = desk === null ? null : await readPart(desk, id)
    if (desk === null || part === null) continue
    const text = texts[kind === "enterprise" ? "enterprise" : kindOf(kind)]
    const sent = await sendPart(desk, part, {
      text: text[at % text.length] ?? "",
      values: valuesOf(kind, slug, at),
    })
    if ("refused" in sent) throw new Error(`the part of ${slug} was refused: ${String(sent.refused)}`)
  }
}

const kindOf = (kind: string) =>
  kind === "district-committee" || kind === "police" ? ("local" as const) : ("department" as const)

function valuesOf(kind: string, slug: string, at: number): Record<string, number> {
  const told = { "III.4.1": 2 + (at % 7), "III.4.2": 60 * (2 + (at % 7)) }
  if (kind === "enterprise")
    return {
      "III.2.1": at % 3,
      "III.2.2": (at % 3) * 18_500_000,
      "III.2.3": (at % 3) * 4,
      "III.4.3": 3 + (at % 4),
    }
  if (kind === "police") return { ...told, "III.2.4": 46, "III.6.1": 9, "III.6.2": 7 }
  if (kind === "district-committee")
    return { ...told, "III.2.4": 6 + (at % 9), "III.1.1": at % 3, "III.1.2": (at % 3) * 4 }
  return slug === "thanh-tra-tinh" ? { ...told, "III.1.1": 4, "III.1.2": 17 } : told
}

const texts = {
  department: [
    "Đã quán triệt đến toàn thể cán bộ, công chức; đăng tin cảnh báo trên trang thông tin điện tử. Khó khăn: chưa có cán bộ chuyên trách. Kiến nghị tập huấn nhận diện thủ đoạn mới.",
    "Lồng ghép tuyên truyền Bộ Quy tắc ứng xử trong sinh hoạt chuyên môn. Khó khăn: số liệu lượt người tiếp cận thống kê thủ công.",
    "Rà soát quy chế bảo đảm an toàn thông tin nội bộ, không phát sinh sự cố. Nguyên nhân việc còn chậm: chờ kinh phí quý IV.",
  ],
  local: [
    "Tuần tra định kỳ tuyến cáp qua các xã; tuyên truyền qua loa truyền thanh. Khó khăn: một số tủ cáp ở xa khu dân cư, khó bảo vệ ban đêm.",
    "Phối hợp kiểm tra điểm bán SIM, nhắc nhở hai hộ kinh doanh. Nguyên nhân việc còn chậm: lực lượng kiêm nhiệm, địa bàn rộng.",
  ],
  enterprise: [
    "Trả lời đủ yêu cầu ngăn chặn trong hạn; nhắn tin cảnh báo đến thuê bao. Khó khăn: cáp bị cắt trộm lặp lại ở một tuyến. Kiến nghị tăng tuần tra ban đêm.",
    "Rà soát thuê bao kích hoạt sẵn, chuẩn hóa thông tin. Không phát sinh sự cố gián đoạn kéo dài.",
  ],
} as const
