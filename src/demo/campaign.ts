/** A campaign that runs: the department's own meetings, the loudspeaker of a body that takes part, places that are left. */
import { makeCampaign, startCampaign, tellPublicly } from "../awareness/campaigns/actions/campaigns.ts"
import { acceptPart, askBodies, enterResult, planSession } from "../awareness/campaigns/actions/doings.ts"
import { makeMaterial, releaseMaterial } from "../awareness/materials/actions/materials.ts"
import { releaseStory, writeStory } from "../awareness/stories/actions/stories.ts"
import type { Desk } from "../kernel/http/env.ts"
import { addDays } from "../kernel/time.ts"
import { placesOn } from "../organizations/index.ts"
import { seatOf, signalPaths } from "../signals/index.ts"
import { must } from "./must.ts"
import type { Stage } from "./stage.ts"

type Seat = ReturnType<typeof seatOf>

const aimedPlaces = 6

export async function campaignOfDemo(
  stage: Stage,
  { deskOn }: { deskOn(who: string, day: string): Desk },
): Promise<void> {
  const { workingAfter, until } = stage.days
  const day = workingAfter(addDays(until, -12), 0)
  const seat = seatOf(deskOn(stage.lead, day))
  const found = await seat.open((tx) => placesOn(tx, day))
  const areas = found.slice(0, aimedPlaces).map(({ code }) => code)
  const [local = ""] = stage.local
  const helper = seatOf(deskOn(local, workingAfter(day, 1)))
  const helperArea = await helper.look(async (tx) => {
    const row = await tx
      .selectFrom("bodies")
      .select("areaCode")
      .where("id", "=", helper.bodyId)
      .executeTakeFirst()
    return row?.areaCode ?? null
  })
  if (helperArea !== null && !areas.includes(helperArea)) areas[areas.length - 1] = helperArea
  const { id } = must(
    await makeCampaign(seat, {
      title: "Cúp máy, gọi lại số chính thức",
      aim: "Người cao tuổi và tiểu thương biết cúp máy khi bị dọa, tự gọi lại số in trên hóa đơn hoặc 156.",
      audiences: ["elderly", "people"],
      channels: ["loudspeaker", "poster", "meeting"],
      beginsOn: day,
      endsOn: addDays(until, 30),
      areas,
    }),
  )
  const to = { seat, id }
  const ask = "Phát bài đọc loa mỗi sáng thứ Hai, thứ Năm; ghi số lượt phát."
  must(await askBodies(to, { committees: false, toBodyId: helper.bodyId, ask, dueOn: addDays(until, 20) }))
  must(await startCampaign(to))
  const session = { what: "Nói chuyện với hội người cao tuổi", channel: "meeting" as const }
  const when = { heldOn: addDays(until, 6), beginsAt: "08:00", endsAt: "09:30" }
  const where = { areaCode: areas[0] ?? null, place: "Nhà văn hóa xã", isPublic: true }
  must(await planSession(to, { ...session, ...when, ...where }))
  const second = seatOf(deskOn(`${stage.lead}:leader`, workingAfter(day, 1)))
  const publicSummary =
    "Kẻ gian gọi điện xưng công an, điện lực, ngân hàng và dọa. Cúp máy, tự gọi lại số chính thức. Mời bà con đến các buổi nói chuyện."
  must(await tellPublicly({ seat: second, id }, { publicSummary }))
  const later = { seat: seatOf(deskOn(stage.lead, workingAfter(day, 4))), id }
  const heldOn = workingAfter(day, 3)
  const meeting = {
    channel: "meeting" as const,
    areaCode: areas[0] ?? null,
    heldOn,
    amount: 120,
    reached: null,
  }
  must(await enterResult(later, { ...meeting, countedHow: "Danh sách ký tên", note: null }))
  const sheets = {
    channel: "poster" as const,
    areaCode: areas[1] ?? null,
    heldOn,
    amount: 400,
    reached: null,
  }
  const how = "Số tờ đã in trừ số tờ còn lại"
  must(await enterResult(later, { ...sheets, countedHow: how, note: "Dán ở chợ, điểm bán hàng" }))
  must(await acceptPart({ seat: helper, id }))
  const loud = {
    channel: "loudspeaker" as const,
    areaCode: helperArea,
    heldOn: workingAfter(day, 2),
    amount: 12,
  }
  const helping = { seat: seatOf(deskOn(local, workingAfter(day, 4))), id }
  const log = "Nhật ký đài truyền thanh; ước lượt người theo số hộ nghe được"
  must(await enterResult(helping, { ...loud, reached: 1_500, countedHow: log, note: null }))
  await leaflet(seat, second, id)
  await story(seat, second)
}

/** A true story of a trick of which tips came, written from one of them and released by a second person. */
async function story(seat: Seat, second: Seat): Promise<void> {
  const trick = "gia-danh-cong-an"
  const tip = await seat.look((tx) =>
    tx.selectFrom("signals").select("id").where("type", "=", trick).orderBy("id").limit(1).executeTakeFirst(),
  )
  if (tip === undefined) return
  const made = await writeStory(seat, {
    ...{ source: signalPaths.signal(tip.id), trick, basis: "retold", title: "Cuộc gọi lúc trưa" },
    told: "Một bác bán hàng ngoài chợ đang nghỉ trưa thì có người xưng công an gọi tới, bảo bác dính vào một vụ án, bắt giữ máy và không được kể với ai. Suốt hai tiếng bác không dám ngắt. Bác mang sổ tiết kiệm ra ngân hàng, tay vẫn cầm điện thoại.",
    turn: "Chị giao dịch viên thấy bác run, mời bác ngồi, đề nghị bác tắt máy rồi gọi cho con gái. Tiền còn nguyên. Ai cũng làm được thế: tắt máy, gọi người nhà.",
  })
  if ("id" in made) must(await releaseStory({ seat: second, id: made.id }))
}

/** A leaflet of the campaign, released by a second person. */
async function leaflet(seat: Seat, second: Seat, campaignId: string): Promise<void> {
  const made = await makeMaterial(seat, {
    ...{ campaignId, lang: "vi", title: "Bị dọa qua điện thoại: cúp máy" },
    lead: "Kẻ gian xưng công an, điện lực, ngân hàng, dọa bắt, dọa cắt điện, dọa khóa tài khoản để bà con cuống lên mà làm theo.",
    points:
      "Không cơ quan nào làm việc, lấy lời khai qua điện thoại\nKhông ai được hỏi mã OTP, mật khẩu\nĐường dẫn trong tin nhắn lạ có thể cài phần mềm gián điệp",
    toDo: "Cúp máy\nTự gọi lại số in trên hóa đơn, trên thẻ\nBáo 156 hoặc công an xã",
    spoken:
      "Bà con chú ý. Thời gian gần đây, kẻ gian gọi điện xưng là công an, điện lực, ngân hàng để dọa và lừa tiền. Cơ quan nhà nước không làm việc qua điện thoại. Ai gọi dọa, bà con cúp máy, rồi tự gọi lại số in trên hóa đơn. Không đọc mã OTP cho bất cứ ai. Gặp cuộc gọi như vậy, báo số một năm sáu hoặc công an xã.",
  })
  must(await releaseMaterial({ seat: second, id: must(made).id }, { lang: "vi" }))
}
