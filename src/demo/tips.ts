/**
 * Four hundred tips of nine months, told by rule and the same each time, in many voices (`tip-voices.ts`): every text, number,
 * account and address is invented; communes are real ones of the province. One ring of callers shows what correlation is for.
 */
import { createHash } from "node:crypto"
import { putFile } from "../kernel/files.ts"
import type { House } from "../kernel/house.ts"
import type { Desk } from "../kernel/http/env.ts"
import { addDays, daysBetween } from "../kernel/time.ts"
import { checkRedaction } from "../signals/actions/correcting.ts"
import { forwardSignal, readForwards, receiveForward } from "../signals/actions/forwarding.ts"
import { followTip, noteOnTip } from "../signals/actions/notes.ts"
import { seatOf } from "../signals/actions/seat.ts"
import { askReporter, assignSignal, closeSignal } from "../signals/actions/steps.ts"
import { type Taking, type TipFile, takeAtDesk, takeFromPublic } from "../signals/actions/take.ts"
import type { CloseReason } from "../signals/domain/life.ts"
import { readSignalRow } from "../signals/index.ts"
import { untilToday } from "./days.ts"
import { must } from "./must.ts"
import { inventedName } from "./people.ts"
import { samplePicture } from "./picture.ts"
import type { Stage } from "./stage.ts"
import { type Slots, type StoryName, storyNames, type TipStory, tipStories } from "./tip-stories.ts"
import { pick, tipText } from "./tip-voices.ts"
import { together } from "./together.ts"

export const tipsOfDemo = 400
const atOnce = 4
const enterprises = ["viettel-hung-yen", "vnpt-hung-yen", "mobifone-hung-yen"]

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
export async function sendTips(stage: Stage, desks: Desks): Promise<TipForCase[]> {
  const forCases = new Map<number, TipForCase>()
  const all = Array.from({ length: stage.tips }, (_, at) => at)
  const one = async (at: number) => {
    const { day, hour } = whenOf(at, stage)
    const story = storyNames[at % storyNames.length]
    if (story === undefined) return
    const isForCase = at > stage.tips / 4 && at % 8 === 5
    const by = isForCase ? "case" : at % 25 === 12 ? "neighbour" : at % 20 === 9 ? "enterprise" : "person"
    const { taking, isStray } = takingOf(at, story, stage, by)
    const of = { at, day, stage, desks, isStray }
    if (by === "neighbour") return viaNeighbour(taking, of)
    if (by === "enterprise") return viaEnterprise(taking, of)
    const house = desks.houseOn(`${day}T${hour}:15:00Z`)
    const files = at % 31 === 3 ? [await pictureOf(house, at)] : []
    // Where nothing is asked of the original, it waits for its copy in another place than where the picture is put.
    const { signalId } = await takeFromPublic(house, { ...taking, files, keepsOriginals: files.length > 0 })
    if (taking.isHeld) return
    if (isForCase) forCases.set(at, { id: signalId, story, day, place: taking.tip.place })
    else await workOnTip(signalId, of)
  }
  await together(all, atOnce, (at) => untilToday(() => one(at)))
  return [...forCases].sort(([a], [b]) => a - b).map(([, tip]) => tip)
}

/** One tip while it is told. */
type Telling = { at: number; day: string; stage: Stage; desks: Desks; isStray: boolean }

type By = "case" | "neighbour" | "enterprise" | "person"

function takingOf(at: number, name: StoryName, stage: Stage, by: By): { taking: Taking; isStray: boolean } {
  const told: TipStory = tipStories[name]
  // Now and then somebody sends what they sent before once more, a little later.
  const isAgain = by === "person" && at % 41 === 20
  const slots = slotsOf(isAgain ? at - storyNames.length : at, stage)
  const { text, isStray } = tipText(name, slots, by !== "person")
  const isNamed = at % 3 === 0
  const taking: Taking = {
    tip: {
      path: isStray ? "other" : told.path,
      text,
      target: told.target === true && !isStray ? slots.phone : "",
      place: at % 4 === 3 ? "" : placeOf(at, stage),
      name: isNamed ? inventedName(at) : "",
      contact: isNamed ? `0900 111 ${String(100 + (at % 900))}` : "",
    },
    channel: "portal",
    once: createHash("sha256").update(`${stage.key} ${at}`).digest("hex").slice(0, 32),
    files: [],
    keepsOriginals: false,
    isHeld: at % 97 === 96,
  }
  return { taking, isStray }
}

async function pictureOf(house: House, at: number): Promise<TipFile> {
  const bytes = await samplePicture(`Tin báo ${at + 1}`)
  const { sha256 } = await putFile(house, bytes)
  return { sha256, mediaType: "image/png", bytes: bytes.length }
}

/** A district, later a commune, writes down a call and passes it on, nearly always within a day; the lead department signs for it. */
async function viaNeighbour(taking: Taking, { at, day, stage, desks: { deskOn } }: Telling): Promise<void> {
  const { after, until } = stage.days
  const body = stage.local[at % stage.local.length] ?? ""
  const { signalId } = await takeAtDesk(deskOn(body, day), { ...taking, channel: "phone", isHeld: false })
  const sent = after(day, at % 100 === 62 ? 3 : 0)
  const seat = seatOf(deskOn(body, sent))
  const text = (await seat.open((tx) => readSignalRow(tx, signalId)))?.redactedText ?? ""
  must(await checkRedaction(seat, signalId, text))
  const desk = deskOn(stage.lead, after(sent, 1))
  const reason = "Thuộc lĩnh vực viễn thông, công nghệ thông tin."
  must(await forwardSignal(seat, signalId, { toBodyId: desk.who.bodyId, toName: stage.leadName, reason }))
  const theirs = seatOf(desk)
  const forward = (await readForwards(theirs)).find((one) => one.signalId === signalId)
  if (forward === undefined || after(sent, 1) > after(until, -3)) return
  must(await receiveForward(theirs, forward.id, `${200 + at}/TT-BCVT`))
}

async function viaEnterprise(taking: Taking, of: Telling): Promise<void> {
  const { at, day, desks } = of
  const enterprise = enterprises[at % enterprises.length] ?? ""
  const tip = { ...taking.tip, name: "", contact: "" }
  const theirs = { ...taking, tip, channel: "file", isHeld: false } as const
  const { signalId } = await takeAtDesk(desks.deskOn(enterprise, day), theirs)
  await workOnTip(signalId, of)
}

/** As many as a desk of two has open: nothing urgent is older than these. */
const recentTips = 64
const strayReasons: readonly CloseReason[] = ["other-procedure", "spam", "not-enough"]
const reasons: readonly CloseReason[] = ["handled", "warned", "no-violation", "not-enough", "warned"]

/** Old ones are done, the wrong door is shown the right one; of the last three weeks some wait, some are asked about, some are being read. */
async function workOnTip(id: string, { at, day, stage, desks: { deskOn }, isStray }: Telling): Promise<void> {
  const { after } = stage.days
  const seat = seatOf(deskOn(stage.lead, after(day, 1)))
  const isRecent = at > stage.tips - recentTips && !stage.isPast
  if (isRecent && at % 3 === 0) return
  await assignSignal(seat, id, { officerId: seat.officerId, name: seat.name })
  if (isRecent && at % 12 === 4) {
    must(await noteOnTip(seat, id, "Đã gọi ngân hàng nhận tiền; họ hẹn trả lời sau khi kiểm tra tài khoản."))
    must(await followTip(seat, id, { on: after(day, 6), what: "Hỏi lại ngân hàng" }))
  }
  if (isRecent && at % 3 === 1)
    return void (await askReporter(seat, id, "Tin nhắn hoặc cuộc gọi đến lúc mấy giờ, còn ảnh chụp không?"))
  if (isRecent) return
  const done = seatOf(deskOn(stage.lead, after(day, 2 + (at % 5))))
  const told = isStray ? strayReasons : reasons
  const reason = told[at % told.length] ?? "handled"
  await closeSignal(done, id, { reason, note: null, duplicateOf: null })
}

/** Some communes tell more than others; each stage knows the names of its own day. */
function placeOf(at: number, { places, seed }: Stage): string {
  const far = pick(seed + at, 8, places.length)
  return places[Math.floor((far * pick(seed + at, 9, places.length)) / places.length)] ?? ""
}

/** From the stage's first day to the day before its last, denser towards the end. */
function whenOf(at: number, { from, days, tips }: Stage): { day: string; hour: string } {
  const share = (at / tips) ** 0.4
  const day = days.after(from, Math.floor(share * daysBetween(from, days.until)))
  return {
    day: day < days.until ? day : addDays(day, -1),
    hour: String(1 + ((at * 5) % 13)).padStart(2, "0"),
  }
}

/** In the last days one ring calls again and again: one number, one account, one address. */
function slotsOf(at: number, { tips, seed }: Stage): Slots {
  const isRing = at > tips - 45 && at % 3 !== 1
  const part = seed + (isRing ? 7 : at)
  const phone = `0912 000 ${String(100 + ((part * 37) % 900))}`
  const account = `19000${String(10_000_000 + ((part * 7_919) % 89_999_999))}`
  const site = isRing ? "xac-thuc-ngay.example" : `uu-dai-${(part * 13) % 60}.example`
  return { phone, account, site, money: `${2 + (((seed + at) * 3) % 60)} triệu`, at: seed + at }
}
