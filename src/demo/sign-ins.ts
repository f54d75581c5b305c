/** What the process that serves the demo knows of it; the work of making it is in `load.ts`. */
import { ConfigError } from "../kernel/config.ts"
import { asJob, type Database } from "../kernel/db/database.ts"
import { formatDay } from "../kernel/format.ts"
import type { House } from "../kernel/house.ts"
import { localDateOf } from "../kernel/time.ts"
import { firstDay } from "./days.ts"
import { demoPassword, peopleOn } from "./people.ts"

/** What a person who starts the demo needs: an address is printed before it. */
export function demoSignIns(today: string): string {
  const lines = peopleOn(today).map(
    (one) => `  ${one.email.padEnd(28)} ${one.title}, hành trình ${one.journey}`,
  )
  return `Đăng nhập thử (mật khẩu chung: ${demoPassword})\n${lines.join("\n")}\n`
}

/** The database on the demo's first day. Throws where the program's own day lies before it. */
export function beginning(house: House): Database {
  if (localDateOf(house.clock.now()) < firstDay)
    throw new ConfigError(
      `Dữ liệu mẫu bắt đầu ngày ${formatDay(firstDay, "vi")}: đặt LIENPHONG_TODAY từ ngày đó trở đi, hoặc để trống (LIENPHONG_TODAY=) để dùng ngày thật.`,
    )
  return { ...house.db, clock: { now: () => new Date(`${firstDay}T02:00:00Z`) } }
}

/** Its letter is there: the demo is loaded once, at first start. */
export function isLoaded(house: House): Promise<boolean> {
  return asJob(house.db, "demo.load", async (tx) => {
    const row = await tx.selectFrom("directives").select("id").limit(1).executeTakeFirst()
    return row !== undefined
  })
}
