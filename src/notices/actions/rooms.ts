/** A notice may serve a task of a letter: it is progress once it was sent, and none once it was taken back. */
import { type ServingRoom, serveIn } from "../../directives/index.ts"
import { localDateOf } from "../../kernel/time.ts"
import type { seatOf } from "../../signals/index.ts"
import { paths } from "../paths.ts"
import { namesOfNotices, readNotice } from "../store/notices.ts"
import { servingWords } from "../words-serving.ts"

export const noticeRoom: ServingRoom = {
  kind: "notice",
  name: (lang) => servingWords[lang].room,
  figure: (lang, n) => servingWords[lang].figure(n),
  words: ["gỡ bỏ", "thông tin xấu độc", "tin giả", "sai sự thật", "xuyên tạc", "vu khống", "mạng xã hội"],
  // The platform and the day: never the address of the content, nor who complained.
  read: async (tx, ids, lang) =>
    (await namesOfNotices(tx, ids)).map(({ id, platform, filedOn }) => ({
      id,
      title: servingWords[lang].record(platform, filedOn),
      href: paths.notice(id),
    })),
}

export function nameTaskOfNotice(
  seat: ReturnType<typeof seatOf>,
  id: string,
  { assignmentId }: { assignmentId: string | null },
): Promise<{ done: true } | { refused: "missing" | "noTask" }> {
  return seat.open(async (tx) => {
    const row = await readNotice(tx, id, { lock: true })
    if (row === null || row.state === "refused" || row.state === "reversed")
      return { refused: "missing" as const }
    const doneOn = row.sentAt === null ? null : localDateOf(new Date(row.sentAt))
    const served = await serveIn(tx, seat, { kind: noticeRoom.kind, recordId: id, assignmentId, doneOn })
    return "refused" in served ? served : { done: true as const }
  })
}
