import { expect, test } from "vitest"
import { createApp } from "../../app.ts"
import { linkTo } from "../../kernel/http/links.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { houseOf } from "../../kernel/testing/house.ts"
import { paths } from "../paths.ts"
import { signInAs } from "../testing.ts"

const db = await freshDatabase()
const admin = await signInAs(db, { bodySlug: "so-mau", role: "administrator" })

test("an invitation names the address that the program was given, whatever host the request names", async () => {
  for (const publicUrl of [undefined, "https://lienphong.example"]) {
    const house = houseOf(db, publicUrl === undefined ? {} : { publicUrl })
    const asked = await createApp(house).request(`http://evil.example${paths.invitations}`, {
      method: "POST",
      headers: { ...admin.headers, host: "evil.example", "x-forwarded-host": "evil.example" },
      body: new URLSearchParams({
        email: `nguoi-moi-${publicUrl === undefined ? 1 : 2}@so-mau.example`,
        name: "Người Mới",
        title: "Chuyên viên",
        role: "officer",
      }),
    })
    const page = await asked.text()
    expect(page).not.toContain("evil.example")
    expect(page).toContain(linkTo(house.config, paths.invitation("")))
  }
})
