/** Three complaints about content in the demo: one waits, one was sent and answered, one was objected to. All of it is invented. */
import type { House } from "../kernel/house.ts"
import type { Desk } from "../kernel/http/env.ts"
import { addDays } from "../kernel/time.ts"
import { complain, fileObjection, objectionCode } from "../notices/actions/complaining.ts"
import { type Assessment, approve, assess, noteAnswer } from "../notices/actions/handling.ts"
import { noticesOf } from "../notices/actions/reading.ts"
import { grounds } from "../notices/catalogue.ts"
import { groundsOn } from "../notices/domain/measures.ts"
import { seatOf } from "../signals/index.ts"
import { must } from "./must.ts"
import type { Stage } from "./stage.ts"

const stories = [
  {
    url: "https://mangxahoi.example/bai/20871",
    holder: "Tin nóng quê ta",
    said: "Bài nói cửa hàng tôi bán thuốc giả, kèm ảnh biển hiệu; việc này không có thật.",
    daysBefore: 0,
    filedAt: "02:10",
    seenTime: "20:15",
  },
  {
    url: "https://videongan.example/v/55120",
    holder: "Chợ chuyện",
    said: "Video ghép mặt tôi vào cảnh đánh bạc, đã có người gọi hỏi.",
    daysBefore: 2,
    filedAt: "07:35",
    seenTime: "21:40",
  },
  {
    url: "https://mangxahoi.example/bai/21990",
    holder: "Hội nhóm làng",
    said: "Bài viết nêu tên tôi nợ tiền bỏ trốn, trong khi tôi đã trả xong có giấy xác nhận.",
    daysBefore: 1,
    filedAt: "13:05",
    seenTime: "06:50",
  },
] as const

export async function noticesOfDemo(
  stage: Stage,
  { deskOn, houseOn }: { deskOn(who: string, day: string): Desk; houseOn(at: string): House },
): Promise<void> {
  const { workingAfter, until } = stage.days
  const day = workingAfter(addDays(until, -8), 0)
  for (const [at, { url, holder, said, daysBefore, filedAt, seenTime }] of stories.entries()) {
    const on = addDays(day, -daysBefore)
    const filed = houseOn(`${on}T${filedAt}:00Z`)
    const seen = { seenOn: addDays(on, -1), seenTime, copyHash: null }
    const who = { standing: "self" as const, who: "Người phản ánh mẫu", contact: "phananh@mau.example" }
    must(await complain(filed, { url, holder, said, ...seen, ...who }, String(at).padStart(32, "0")))
  }
  const [next, later] = [workingAfter(day, 1), workingAfter(day, 3)]
  const officer = seatOf(deskOn(stage.lead, next))
  const ground = groundsOn(grounds(), next).find(({ emergency }) => emergency === null)
  const waiting = await noticesOf(officer)
  for (const { url, id } of waiting.filter((one) => one.url !== stories[2].url)) {
    must(await assess(officer, id, { ...assessment, ground: ground?.id ?? "" }))
    must(await approve(seatOf(deskOn(`${stage.lead}:leader`, next)), id))
    if (url === stories[1].url) {
      const answered = { outcome: "removed" as const, on: later, at: "09:00", note: null }
      must(await noteAnswer(seatOf(deskOn(stage.lead, later)), id, answered))
    } else {
      const house = houseOn(`${later}T02:30:00Z`)
      const words = {
        said: "Nhóm đã hỏi người trong cuộc trước khi đăng.",
        who: "Quản trị nhóm",
        contact: null,
      }
      must(await fileObjection(house, objectionCode(house, id), words))
    }
  }
}

const assessment: Omit<Assessment, "ground"> = {
  measure: "remove",
  proportionality: "Nội dung nêu đích danh một người, sai sự thật và đang được chia sẻ.",
  lesser: "Chủ tài khoản không trả lời đề nghị đính chính của người phản ánh.",
  counted: null,
  police: null,
  emergency: "none",
  commune: null,
  communeHow: null,
  platformAddress: "bộ phận tiếp nhận của nền tảng (mẫu)",
  holderAddress: null,
}
