/** `account recover EMAIL`: a link for a new password, made on the machine itself, when nobody else can help. */
import { parseArgs } from "node:util"
import { inHouse } from "../kernel/commands.ts"
import { linkTo } from "../kernel/http/links.ts"
import { recoverAccount } from "./actions/recovering.ts"
import { paths } from "./paths.ts"

export function accountRecover(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true })
  const [email] = positionals
  if (email === undefined || positionals.length > 1) {
    process.stderr.write("Cách dùng: lienphong account recover EMAIL\n")
    return Promise.resolve(2)
  }
  return inHouse(async (house, config) => {
    const recovered = await recoverAccount(house, email)
    if (recovered === null) {
      process.stderr.write("Không có cán bộ nào đang công tác dùng thư điện tử này.\n")
      return 1
    }
    process.stdout.write(
      `Đường dẫn đặt mật khẩu mới của ${recovered.name}, dùng một lần trong ${recovered.hours} giờ:\n${linkTo(config, paths.invitation(recovered.token))}\nViệc này đã ghi vào nhật ký, báo cho chủ tài khoản và hiện cho mọi người quản trị trong 30 ngày.\n`,
    )
    return 0
  })
}
