/**
 * Four hundred tips of nine months, told by rule and the same each time: every text, number, account and address is
 * invented; communes are real ones of the province. One ring of callers shows what correlation is for.
 */
import { createHash } from "node:crypto"
import type { House } from "../kernel/house.ts"
import type { Desk } from "../kernel/http/env.ts"
import { seatOf } from "../signals/actions/seat.ts"
import { askReporter, assignSignal, closeSignal } from "../signals/actions/steps.ts"
import { takeFromPublic } from "../signals/actions/take.ts"
import type { TipPath } from "../signals/domain/intake.ts"
import type { CloseReason } from "../signals/domain/life.ts"
import { inventedName } from "./people.ts"
import { together } from "./together.ts"

export const tipsOfDemo = 400
const atOnce = 6
const places = [
  "xã Lương Bằng",
  "xã Yên Mỹ",
  "xã Như Quỳnh",
  "phường Phố Hiến",
  "xã Khoái Châu",
  "xã Văn Giang",
  "phường Mỹ Hào",
  "xã Tiên Lữ",
  "xã Phù Cừ",
  "xã Ân Thi",
]

type Told = { path: TipPath; target?: boolean; text: (of: Slots) => string }
type Slots = { phone: string; account: string; site: string; money: string; at: number }

const stories: readonly Told[] = [
  {
    path: "identifier",
    target: true,
    text: ({ phone }) =>
      `Số ${phone} gọi xưng là công an, nói tôi liên quan vụ rửa tiền và bắt giữ bí mật với gia đình.`,
  },
  {
    path: "money",
    text: ({ account, money, phone }) =>
      `Tôi vừa chuyển ${money} vào tài khoản ${account} Techcombank theo lời số ${phone} thì mới biết bị lừa.`,
  },
  {
    path: "identifier",
    text: ({ site }) => `Nhận tin nhắn ngân hàng giả, bảo bấm vào http://${site}/xac-thuc để mở khóa thẻ.`,
  },
  {
    path: "identifier",
    text: ({ phone }) =>
      `${phone} gọi bảo thuê bao của tôi sắp bị khóa hai chiều, đọc mã OTP để chuẩn hóa thông tin.`,
  },
  {
    path: "identifier",
    text: ({ site, money }) =>
      `Nhóm làm nhiệm vụ online trả hoa hồng, nạp tiền ở ${site}, tuần trước tôi mất ${money} không rút được.`,
  },
  {
    path: "infrastructure",
    text: ({ at }) =>
      `Đêm qua có người cắt trộm khoảng ${40 + (at % 9) * 20} m cáp đồng ở cột gần nhà văn hóa thôn.`,
  },
  {
    path: "infrastructure",
    text: () => `Nắp cống bể cáp viễn thông bị lấy mất, tủ cáp bị cạy khóa, dây bên trong đứt.`,
  },
  {
    path: "other",
    text: ({ phone }) =>
      `Cửa hàng ở chợ bán SIM đã kích hoạt sẵn, không hỏi giấy tờ, số ${phone} là một trong các số đó.`,
  },
  {
    path: "identifier",
    text: ({ site }) => `Trang ${site} giả cổng dịch vụ công, đòi cài ứng dụng lạ để làm định danh mức 2.`,
  },
  {
    path: "money",
    text: ({ account, money }) =>
      `Shop nhận cọc ${money} vào tài khoản ${account} Vietcombank rồi chặn liên lạc, tôi vừa chuyển cách đây 20 phút.`,
  },
  {
    path: "identifier",
    target: true,
    text: ({ phone }) =>
      `Số ${phone} ngày nào cũng gọi dọa đăng ảnh ghép của con tôi nếu không trả nợ hộ người khác.`,
  },
  {
    path: "other",
    text: ({ phone }) => `Tin nhắn rác mời vay tiền liên tục từ ${phone}, đã chặn vẫn gửi bằng số khác.`,
  },
]

/** Takes every tip on its own day and hour; the lead department works on most. Returns those left for cases. */
export async function sendTips(
  houseOn: (at: string) => House,
  deskOn: (day: string) => Desk,
): Promise<string[]> {
  const forCases = new Map<number, string>()
  const all = Array.from({ length: tipsOfDemo }, (_, at) => at)
  await together(all, atOnce, async (at) => {
    const { day, hour } = whenOf(at)
    const told = stories[at % stories.length]
    if (told === undefined) return
    const slots = slotsOf(at)
    const isNamed = at % 3 === 0
    const { signalId } = await takeFromPublic(houseOn(`${day}T${hour}:15:00Z`), {
      tip: {
        path: told.path,
        text: told.text(slots),
        target: told.target === true ? slots.phone : "",
        place: at % 4 === 3 ? "" : (places[at % places.length] ?? ""),
        name: isNamed ? inventedName(at) : "",
        contact: isNamed ? `0900 111 ${String(100 + (at % 900))}` : "",
      },
      channel: "portal",
      once: createHash("sha256").update(`demo tip ${at}`).digest("hex").slice(0, 32),
      files: [],
      keepsOriginals: false,
      isHeld: at % 97 === 96,
    })
    if (at % 97 === 96) return
    if (at > 100 && at % 8 === 5) forCases.set(at, signalId)
    else await workOnTip(signalId, at, day, deskOn)
  })
  return [...forCases].sort(([a], [b]) => a - b).map(([, id]) => id)
}

const reasons: readonly CloseReason[] = ["handled", "warned", "no-violation", "not-enough", "warned"]

/** Old ones are done; of the last three weeks some wait, some are asked about, some are being read. */
async function workOnTip(id: string, at: number, day: string, deskOn: (day: string) => Desk): Promise<void> {
  if (at % 19 === 7) return
  const seat = seatOf(deskOn(dayAfter(day, 1)))
  const isRecent = at > tipsOfDemo - 70
  if (isRecent && at % 3 === 0) return
  await assignSignal(seat, id, { officerId: seat.officerId, name: seat.name })
  if (isRecent && at % 3 === 1)
    return void (await askReporter(seat, id, "Tin nhắn hoặc cuộc gọi đến lúc mấy giờ, còn ảnh chụp không?"))
  if (isRecent) return
  const done = seatOf(deskOn(dayAfter(day, 2 + (at % 5))))
  const reason = reasons[at % reasons.length] ?? "handled"
  await closeSignal(done, id, { reason, note: null, duplicateOf: null })
}

/** From January to the day before the demo's, denser towards the end. */
function whenOf(at: number): { day: string; hour: string } {
  const share = Math.sqrt(at / tipsOfDemo)
  const day = dayAfter("2023-01-05", Math.floor(share * 252))
  return { day, hour: String(1 + ((at * 5) % 13)).padStart(2, "0") }
}

/** In the last days one ring calls again and again: one number, one account, one address. */
function slotsOf(at: number): Slots {
  const isRing = at > tipsOfDemo - 45 && at % 3 !== 1
  const part = isRing ? 7 : at
  const phone = `0912 000 ${String(100 + ((part * 37) % 900))}`
  const account = `19000${String(10_000_000 + ((part * 7_919) % 89_999_999))}`
  const site = isRing ? "xac-thuc-ngay.example" : `uu-dai-${(part * 13) % 60}.example`
  return { phone, account, site, money: `${2 + ((at * 3) % 60)} triệu`, at }
}

function dayAfter(day: string, days: number): string {
  const last = "2023-09-15"
  const moved = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
  return moved < last ? moved : last
}
