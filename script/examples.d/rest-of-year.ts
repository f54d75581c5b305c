/** From 16 September to 14 December: tips go on coming, most bodies finish their tasks. Every text and name is invented. */
import { createHash } from "node:crypto"
import {
  directiveSeatOf,
  finishAssignment,
  isWorking,
  receiveAssignment,
} from "../../src/directives/index.ts"
import { asJob } from "../../src/kernel/db/database.ts"
import type { House } from "../../src/kernel/house.ts"
import { takeFromPublic } from "../../src/signals/actions/take.ts"
import type { Desks } from "./desks.ts"

const texts: readonly ((at: number) => string)[] = [
  (at) => `Số 0912 000 ${100 + (at % 800)} gọi xưng là công an, dọa tôi liên quan vụ rửa tiền.`,
  (at) => `Tôi vừa chuyển ${3 + (at % 40)} triệu đặt cọc mua hàng trên mạng thì bị chặn liên lạc.`,
  (at) => `Nhóm làm nhiệm vụ online trả hoa hồng, tôi nạp ${5 + (at % 30)} triệu không rút được.`,
  () => "Nhận tin nhắn ngân hàng giả, bảo bấm vào http://khoa-the.example để mở khóa thẻ.",
  () => "Tin nhắn rác mời vay tiền liên tục, đã chặn vẫn gửi bằng số khác.",
  () => "Đêm qua có người cắt trộm cáp viễn thông ở cột gần nhà văn hóa thôn.",
]
const places = [
  "xã Lương Bằng",
  "xã Yên Mỹ",
  "xã Như Quỳnh",
  "phường Phố Hiến",
  "xã Khoái Châu",
  "phường Mỹ Hào",
  "",
]
const tips = 180
const days = 90

export async function sendMoreTips(house: House): Promise<void> {
  for (let at = 0; at < tips; at += 1) {
    const day = dayAfter("2023-09-16", Math.floor((at * days) / tips))
    const clock = { now: () => new Date(`${day}T0${1 + (at % 9)}:40:00Z`) }
    await takeFromPublic(
      { ...house, clock, db: { ...house.db, clock } },
      {
        tip: {
          path: at % 6 === 1 ? "money" : at % 6 === 5 ? "infrastructure" : "identifier",
          text: texts[(at * at + at) % 5 === 4 ? 5 : at % texts.length]?.(at) ?? "",
          target: "",
          place: places[(at * 5) % places.length] ?? "",
          name: "",
          contact: "",
        },
        channel: "portal",
        once: createHash("sha256").update(`example tip ${at}`).digest("hex").slice(0, 32),
        files: [],
        keepsOriginals: false,
        isHeld: false,
      },
    )
  }
}

/** One in seven stays open; of the others some are done after their day. */
export async function finishTasks({ house, officerOf }: Desks): Promise<void> {
  const open = await asJob(house.db, "demo.examples", (tx) =>
    tx
      .selectFrom("assignments as a")
      .innerJoin("tasks as t", "t.id", "a.taskId")
      .innerJoin("bodies as b", "b.id", "a.bodyId")
      .select(["a.id", "a.bodyId", "a.state"])
      .orderBy("b.slug")
      .orderBy("t.path")
      .limit(1_000)
      .execute(),
  )
  const working = open.filter(({ state }) => isWorking(state as Parameters<typeof isWorking>[0]))
  for (const [at, { id, bodyId, state }] of working.entries()) {
    if (at % 7 === 3) continue
    const desk = officerOf(bodyId, dayAfter("2023-10-02", (at * 11) % 60))
    if (desk === null) continue
    const seat = directiveSeatOf(desk)
    if (state === "sent") await receiveAssignment(seat, id)
    const text = "Đã hoàn thành nội dung được giao; kết quả kèm trong báo cáo của cơ quan."
    await finishAssignment(seat, id, { text, figures: [], files: [] })
  }
}

function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}
