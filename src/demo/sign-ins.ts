/** What the process that serves the demo knows of it; the work of making it is in `load.ts`. */
import { asJob } from "../kernel/db/database.ts"
import type { House } from "../kernel/house.ts"
import { demoPassword, demoPeople } from "./people.ts"

/** What a person who starts the demo needs: an address is printed before it. */
export function demoSignIns(): string {
  const lines = demoPeople.map((one) => `  ${one.email.padEnd(28)} ${one.title}, hành trình ${one.journey}`)
  return `Đăng nhập thử (mật khẩu chung: ${demoPassword})\n${lines.join("\n")}\n`
}

/** Its letter is there: the demo is loaded once, at first start. */
export function isLoaded(house: House): Promise<boolean> {
  return asJob(house.db, "demo.load", async (tx) => {
    const row = await tx.selectFrom("directives").select("id").limit(1).executeTakeFirst()
    return row !== undefined
  })
}
