import { beforeAll, describe, expect, test } from "vitest"
import { type Signed, signInAs } from "../accounts/testing.ts"
import { freshDatabase } from "../kernel/testing/database.ts"
import { type Hub, hubOf } from "../signals/testing/hub.ts"

/** Every form of the program, by the table of its routes: a form that comes later is tried without being listed here. */
const db = await freshDatabase()
let hub: Hub
let officers: readonly Signed[]
beforeAll(async () => {
  hub = await hubOf(db)
  const chart = { bodySlug: "office", role: "administrator", name: "Bùi Thị Quản" } as const
  const keeper = await signInAs(db, chart)
  const own = await signInAs(db, { bodySlug: "hub", role: "administrator", name: "Đào Quản Trị" })
  officers = [hub.lan, hub.minh, hub.hoa, hub.son, hub.tam, keeper, own]
})

const words = "Phần tôi gõ suốt hai mươi phút"
const names = [
  "reason",
  "note",
  "text",
  "title",
  "summary",
  "description",
  "words",
  "body",
  "name",
  "subject",
  "answer",
]
const nowhere = "01890000-0000-7000-8000-00000000dead"

/** Forms that officers fill in; the others ask for no session. */
const isOthers =
  /^\/(?:bao-tin|theo-doi|dang-nhap|dang-xuat|loi-moi|cai-dat|kiem-tra(?!-thuc-te)|y-kien|canh-bao|api|quen-mat-khau|noi-dung-vi-pham|hoc\/(?:chung-chi|loi-moi))/
const routes = () => [
  ...new Set(
    hub.app.routes
      .filter(({ method, path }) => method === "POST" && !path.includes("*") && !isOthers.test(path))
      .map(({ path }) => path),
  ),
]
const addressOf = (route: string) => route.replace(/:(\w+)(?:\{[^/]+\})?/g, nowhere)

/** As the form of a page of ours sends it; `from`: whose page it stood on. A form with files is sent in parts. */
async function send(path: string, { from, as }: { from: Signed; as: Signed | null }): Promise<Response> {
  const html = await (await hub.get("/tai-khoan", from)).text()
  const opened = /name="opened" value="([^"]+)"/.exec(html)?.[1] ?? ""
  const attempt = (body: URLSearchParams | FormData) => {
    body.set("opened", opened.replaceAll("&quot;", '"').replaceAll("&amp;", "&"))
    for (const name of names) body.set(name, `${words} ${name}`)
    const headers = { "sec-fetch-site": "same-origin", ...(as === null ? {} : { cookie: as.cookie }) }
    return hub.app.request(path, { method: "POST", body, headers })
  }
  const answer = await attempt(new FormData())
  return answer.status === 415 ? attempt(new URLSearchParams()) : answer
}

/** Fields of a form that came back, which had words in what was sent. */
const emptied = (html: string) =>
  [...html.matchAll(/<(?:textarea|input type="text")[^>]* name="([^"]+)"/g)]
    .map(([, name = ""]) => name)
    .filter((name) => names.includes(name))

describe("an officer who filled in any form of the program", () => {
  test("while the record went, or the right to it, or with something wrong in it, finds every word in the answer", async () => {
    expect(routes().length).toBeGreaterThan(100)
    const lost: string[] = []
    for (const route of routes())
      for (const who of officers) {
        const answer = await send(addressOf(route), { from: who, as: who })
        const html = await answer.text()
        if (answer.status < 400 || html.includes(words)) continue
        // A form that asks for none of these words, such as a choice or a password, has none to give back.
        if (answer.status !== 422 || emptied(html).length > 0) lost.push(`${route}: ${answer.status}`)
      }
    expect([...new Set(lost)]).toEqual([])
  }, 600_000)

  test("when the session had ended, finds the form kept for them, whatever it was", async () => {
    const lost: string[] = []
    for (const route of routes()) {
      const answer = await send(addressOf(route), { from: hub.minh, as: null })
      const { rows } = await db.admin("delete from kept_forms returning 1")
      if (answer.status !== 401 || rows.length !== 1) lost.push(`${route}: ${answer.status}`)
    }
    expect(lost).toEqual([])
  }, 600_000)
})
