import { beforeAll, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { paths } from "../paths.ts"
import { codeOn, type Hub, hubOf, once } from "../testing/hub.ts"

const db = await freshDatabase()
let hub: Hub
beforeAll(async () => {
  hub = await hubOf(db)
})

let serial = 700
async function tip(text: string) {
  serial += 1
  codeOn(await (await hub.post(paths.reportOther, { once: once(serial), text })).text())
  return String((await db.admin("select id from signals order by id desc limit 1")).rows[0].id)
}
const page = async (id: string) => (await hub.get(paths.signal(id), hub.minh)).text()
const weaker = "cùng trang nhan-qua.example, đường dẫn khác (đầu mối yếu hơn)"

test("tips that name other pages of one site meet by the site, shown as a weaker lead", async () => {
  const first = await tip("Nó gửi tôi trang https://nhan-qua.example/u/aaa111 để nhận thưởng, lừa đảo.")
  const second = await tip("Trang lừa đảo www.nhan-qua.example/u/bbb222 lấy mất thẻ của tôi.")
  const third = await tip("Trang lừa đảo m.nhan-qua.example bắt nhập OTP.")
  for (const id of [first, second, third]) expect(await page(id)).toContain(weaker)
  // The link itself is still alone: nobody is told that two tips name the same one.
  expect(await page(first)).toContain("chưa có tin nào khác")
})

test("an office's site, and a platform where strangers keep pages, join nobody", async () => {
  const one = await tip("Trang lừa đảo https://sites.google.com/view/qua-mot bắt tôi nhập thẻ.")
  await tip("Trang lừa đảo https://sites.google.com/view/qua-hai bắt tôi nhập thẻ.")
  expect(await page(one)).not.toContain("đầu mối yếu hơn")
})

test("the same link twice is the same clue, not the weaker one", async () => {
  const text = "Trang lừa đảo https://vay-nhanh.test/u/1 lấy phí của tôi."
  const one = await tip(text)
  await tip(`${text} Tôi mất 3 triệu.`)
  const html = await page(one)
  expect(html).toContain("có trong 1 tin khác")
  expect(html).not.toContain("đầu mối yếu hơn")
})
