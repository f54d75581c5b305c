/**
 * Four hundred tips of nine months, told by rule and the same each time: every text, number, account and address is
 * invented; communes are real ones of the province. One ring of callers shows what correlation is for.
 */
import { createHash } from "node:crypto"
import { putFile } from "../kernel/files.ts"
import type { House } from "../kernel/house.ts"
import type { Desk } from "../kernel/http/env.ts"
import { checkRedaction } from "../signals/actions/correcting.ts"
import { forwardSignal, readForwards, receiveForward } from "../signals/actions/forwarding.ts"
import { seatOf } from "../signals/actions/seat.ts"
import { askReporter, assignSignal, closeSignal } from "../signals/actions/steps.ts"
import { type Taking, type TipFile, takeAtDesk, takeFromPublic } from "../signals/actions/take.ts"
import type { CloseReason } from "../signals/domain/life.ts"
import { readSignalRow } from "../signals/index.ts"
import { dayAfter, demoToday } from "./days.ts"
import { must } from "./must.ts"
import { inventedName } from "./people.ts"
import { samplePicture } from "./picture.ts"
import { type Slots, type StoryName, storyNames, type TipStory, tipStories } from "./tip-stories.ts"
import { together } from "./together.ts"

export const tipsOfDemo = 400
const atOnce = 6
const lead = "so-thong-tin-va-truyen-thong"
const districts = ["ubnd-huyen-van-lam", "ubnd-huyen-yen-my", "ubnd-huyen-khoai-chau", "ubnd-thi-xa-my-hao"]
const enterprises = ["viettel-hung-yen", "vnpt-hung-yen", "mobifone-hung-yen"]
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

export type Desks = {
  /** The portal at an instant. */
  houseOn(at: string): House
  deskOn(who: string, day: string): Desk
}
/** A tip left for a case, with what it tells. */
export type TipForCase = { id: string; story: StoryName; day: string; place: string }

/**
 * Takes every tip on its own day and hour: most from people, some from districts that write down a call and forward it,
 * some from enterprises' lists. The lead department works on most. Returns those left for cases, the oldest first.
 */
export async function sendTips(desks: Desks): Promise<TipForCase[]> {
  const forCases = new Map<number, TipForCase>()
  const all = Array.from({ length: tipsOfDemo }, (_, at) => at)
  await together(all, atOnce, async (at) => {
    const { day, hour } = whenOf(at)
    const story = storyNames[at % storyNames.length]
    if (story === undefined) return
    const taking = takingOf(at, story)
    const isForCase = at > 100 && at % 8 === 5
    if (!isForCase && at % 25 === 12) return viaDistrict(taking, at, day, desks)
    if (!isForCase && at % 20 === 9) return viaEnterprise(taking, at, day, desks)
    const house = desks.houseOn(`${day}T${hour}:15:00Z`)
    const files = at % 31 === 3 ? [await pictureOf(house, at)] : []
    const { signalId } = await takeFromPublic(house, { ...taking, files })
    if (taking.isHeld) return
    if (isForCase) forCases.set(at, { id: signalId, story, day, place: taking.tip.place })
    else await workOnTip(signalId, at, day, desks)
  })
  return [...forCases].sort(([a], [b]) => a - b).map(([, tip]) => tip)
}

function takingOf(at: number, name: StoryName): Taking {
  const told: TipStory = tipStories[name]
  const slots = slotsOf(at)
  const isNamed = at % 3 === 0
  return {
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
  }
}

async function pictureOf(house: House, at: number): Promise<TipFile> {
  const bytes = await samplePicture(`Tin báo ${at + 1}`)
  const { sha256 } = await putFile(house, bytes)
  return { sha256, mediaType: "image/png", bytes: bytes.length }
}

/** A district writes down a call and passes it on, nearly always within a day; the lead department signs for it. */
async function viaDistrict(taking: Taking, at: number, day: string, { deskOn }: Desks): Promise<void> {
  const district = districts[at % districts.length] ?? ""
  const { signalId } = await takeAtDesk(deskOn(district, day), { ...taking, channel: "phone", isHeld: false })
  const sent = dayAfter(day, at % 100 === 62 ? 3 : 0)
  const seat = seatOf(deskOn(district, sent))
  const text = (await seat.open((tx) => readSignalRow(tx, signalId)))?.redactedText ?? ""
  must(await checkRedaction(seat, signalId, text))
  const desk = deskOn(lead, dayAfter(sent, 1))
  const toName = "Sở Thông tin và Truyền thông"
  const reason = "Thuộc lĩnh vực viễn thông, công nghệ thông tin."
  must(await forwardSignal(seat, signalId, { toBodyId: desk.who.bodyId, toName, reason }))
  const theirs = seatOf(desk)
  const forward = (await readForwards(theirs)).find((one) => one.signalId === signalId)
  if (forward === undefined || dayAfter(sent, 1) > dayAfter(demoToday, -3)) return
  must(await receiveForward(theirs, forward.id, `${200 + at}/TT-BCVT`))
}

async function viaEnterprise(taking: Taking, at: number, day: string, desks: Desks): Promise<void> {
  const enterprise = enterprises[at % enterprises.length] ?? ""
  const tip = { ...taking.tip, name: "", contact: "" }
  const of = { ...taking, tip, channel: "file", isHeld: false } as const
  const { signalId } = await takeAtDesk(desks.deskOn(enterprise, day), of)
  await workOnTip(signalId, at, day, desks)
}

const reasons: readonly CloseReason[] = ["handled", "warned", "no-violation", "not-enough", "warned"]

/** Old ones are done; of the last three weeks some wait, some are asked about, some are being read. */
async function workOnTip(id: string, at: number, day: string, { deskOn }: Desks): Promise<void> {
  if (at % 19 === 7) return
  const seat = seatOf(deskOn(lead, dayAfter(day, 1)))
  const isRecent = at > tipsOfDemo - 70
  if (isRecent && at % 3 === 0) return
  await assignSignal(seat, id, { officerId: seat.officerId, name: seat.name })
  if (isRecent && at % 3 === 1)
    return void (await askReporter(seat, id, "Tin nhắn hoặc cuộc gọi đến lúc mấy giờ, còn ảnh chụp không?"))
  if (isRecent) return
  const done = seatOf(deskOn(lead, dayAfter(day, 2 + (at % 5))))
  const reason = reasons[at % reasons.length] ?? "handled"
  await closeSignal(done, id, { reason, note: null, duplicateOf: null })
}

/** From the first day of the half-year before to the day before the demo's, denser towards the end. */
function whenOf(at: number): { day: string; hour: string } {
  const share = (at / tipsOfDemo) ** 0.4
  const day = dayAfter("2022-12-15", Math.floor(share * 273))
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
