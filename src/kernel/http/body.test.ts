import { Hono } from "hono"
import { describe, expect, test } from "vitest"
import { freshDatabase } from "../testing/database.ts"
import { houseOf } from "../testing/house.ts"
import { bodies, formBytesMax, readFiles, takesFiles } from "./body.ts"
import type { Env } from "./env.ts"
import { fieldsOf } from "./fields.ts"
import { formTokenOf } from "./form-token.ts"
import { sameOrigin, withHouse } from "./guards.ts"
import { failed } from "./mishaps.tsx"
import { sendFile } from "./send-file.ts"
import { readFileForm } from "./upload.ts"

const house = houseOf(await freshDatabase())
/** In the order in which they were kept. */
let kept: string[] = []
const app = new Hono<Env>().onError(failed)
app.use(withHouse(house), bodies, sameOrigin)
app.get("/form", (c) => c.text(formTokenOf(c)))
app.post("/plain", async (c) => c.json(await fieldsOf(c)))
app.post("/api/plain", async (c) => c.json(await c.req.json()))
app.post("/unread", (c) => c.text("done"))
app.post("/files", takesFiles({ files: 3, bytesMax: 1_000 }), async (c) => {
  const form = await readFileForm(c, {
    sniffBytes: 4,
    typeOf: () => "text/plain",
    async stage(pieces) {
      const all: Uint8Array[] = []
      for await (const piece of pieces) all.push(piece)
      const sha256 = Buffer.concat(all).toString("utf8")
      // The first to come is the slowest to be kept.
      await new Promise((resolve) => setTimeout(resolve, kept.length === 0 ? 20 : 0))
      kept.push(sha256)
      const nothing = () => Promise.resolve()
      return { sha256, bytes: 1, keep: nothing, drop: nothing }
    },
  })
  return c.json(form)
})
app.get("/file", (c) => sendFile(c, "x", { name: 'Kế hoạch "số 1".pdf', type: "application/pdf" }))
app.post("/never", takesFiles({ files: 1, bytesMax: 10 }), async (c) => {
  await readFiles(c, { onTooMany() {}, onFile: () => Promise.resolve() })
  return c.text("done")
})

const ours = { "sec-fetch-site": "same-origin" }
const urlencoded = { "content-type": "application/x-www-form-urlencoded" }
const boundary = "cat"
const multipart = { "content-type": `multipart/form-data; boundary=${boundary}` }

/** A sender without `content-length` that goes on as long as anybody reads. `read` says how much was taken. */
function endless(first: string, most: number) {
  const counted = { read: 0 }
  const piece = new TextEncoder().encode("a".repeat(60_000))
  let isFirst = true
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (counted.read > most) return controller.close()
        const next = isFirst ? new TextEncoder().encode(first) : piece
        isFirst = false
        counted.read += next.length
        controller.enqueue(next)
      },
    },
    { highWaterMark: 0 },
  )
  return { body, counted }
}

async function send(path: string, headers: Record<string, string>, body: BodyInit) {
  const init = { method: "POST", headers: { ...ours, ...headers }, body, duplex: "half" }
  return app.request(path, init)
}
const fieldHead = (name: string) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n`
const fileHead = (name: string) =>
  `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: text/plain\r\n\r\n`

describe("a sender does not decide how much we read", () => {
  const most = 600_000_000

  test("a field of 600 MB is cut off after two, on a route that takes files too", async () => {
    const { body, counted } = endless(fieldHead("text"), most)
    const answer = await send("/files", multipart, body)
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain("lớn quá mức")
    expect(counted.read).toBeLessThan(2 * formBytesMax)
  })

  test("without content-length a plain form is cut off as well", async () => {
    const { body, counted } = endless("text=", most)
    expect((await send("/plain", urlencoded, body)).status).toBe(413)
    expect(counted.read).toBeLessThan(2 * formBytesMax)
  })

  test("a file of 600 MB is read no further than the files of its route may weigh", async () => {
    const { body, counted } = endless(fileHead("a.txt"), most)
    expect((await send("/files", multipart, body)).status).toBe(413)
    expect(counted.read).toBeLessThan(2 * formBytesMax)
  })

  test.each(["multipart/form-data", "Multipart/Form-Data", " MULTIPART/form-data"])(
    "nothing of %s is read where no files are asked for",
    async (type) => {
      const { body, counted } = endless(fieldHead("text"), most)
      const answer = await send("/plain", { "content-type": `${type}; boundary=${boundary}` }, body)
      expect([answer.status, counted.read]).toEqual([415, 0])
      expect(await answer.text()).toContain("<!doctype html>")
    },
  )

  test.each(["gzip", "br", "deflate", "GZIP, identity"])(
    "a body compressed as %s is refused unread",
    async (as) => {
      const { body, counted } = endless("text=", most)
      expect((await send("/plain", { ...urlencoded, "content-encoding": as }, body)).status).toBe(415)
      expect(counted.read).toBe(0)
    },
  )

  test("who says beforehand that it is too much is refused unread", async () => {
    const { body, counted } = endless("text=", most)
    const length = { "content-length": String(most) }
    expect((await send("/plain", { ...urlencoded, ...length }, body)).status).toBe(413)
    expect((await send("/files", { ...multipart, ...length }, body)).status).toBe(413)
    expect(counted.read).toBe(0)
  })

  test("more fields than any form has, or a name longer than any, are refused", async () => {
    const many = Array.from({ length: 1_001 }, (_, i) => `f${i}=1`).join("&")
    expect((await send("/plain", urlencoded, many)).status).toBe(413)
    expect((await send("/plain", urlencoded, `${"n".repeat(300)}=1`)).status).toBe(413)
  })

  test("a form that breaks off, or has no boundary, is a page of ours", async () => {
    const broken = await send("/never", multipart, fieldHead("text"))
    expect([broken.status, await broken.text()]).toEqual([400, expect.stringContaining("bị đứt")])
    expect((await send("/never", { "content-type": "multipart/form-data" }, "x")).status).toBe(400)
  })
})

describe("nothing typed is lost", () => {
  test("files are kept in the order in which they were sent, however long each takes", async () => {
    kept = []
    const form = new FormData()
    form.set("declared", "yes")
    for (const name of ["một", "hai", "ba"]) form.append("files", new File([name], `${name}.txt`))
    const { files } = (await (await send("/files", {}, form)).json()) as { files: { sha256: string }[] }
    expect(files.map((file) => file.sha256)).toEqual(["một", "hai", "ba"])
  })

  test("an empty file is named, and the words beside it come back", async () => {
    const form = new FormData()
    form.set("declared", "yes")
    form.set("text", "Lời kể")
    form.append("files", new File([], "rong.jpg"))
    const answer = await (await send("/files", {}, form)).json()
    expect(answer).toMatchObject({ fields: { text: "Lời kể" }, trouble: "empty", troubled: "rong.jpg" })
  })

  test("a form with a NUL byte in it is refused, and every word that was typed stands on the page", async () => {
    const plain = await send("/plain", urlencoded, "text=Lời+a%00b&note=Ghi+th%C3%AAm&password=Kín")
    const files = new FormData()
    files.set("declared", "yes")
    files.set("text", "Lời a\u0000b")
    files.set("note", "Ghi thêm")
    files.append("files", new File(["bytes"], "a.txt"))
    for (const answer of [plain, await send("/files", {}, files)]) {
      const page = await answer.text()
      expect([answer.status, page]).toEqual([400, expect.stringContaining("ký tự ẩn")])
      expect(page).toContain('<dd class="said">Lời ab</dd>')
      expect(page).toContain('<dd class="said">Ghi thêm</dd>')
      expect(page).not.toContain("Kín")
    }
  })

  test.each(["te%00xt=a", "text=a&csrf=%00", "%00=a"])("also in a field's name: %s", async (body) => {
    for (const path of ["/plain", "/unread"]) expect((await send(path, urlencoded, body)).status).toBe(400)
  })

  test.each(['{"items":[{"text":"a\\u0000b"}]}', '{"items":[{"text":"\\ud800"}]}'])(
    "a program is told where in its document such a character stands: %s",
    async (body) => {
      const answer = await send("/api/plain", { "content-type": "application/json" }, body)
      expect(answer.status).toBe(400)
      expect(await answer.json()).toMatchObject({ error: "unstorable-characters", at: "/items/0/text" })
    },
  )

  test("words with accents are read as typed, also where a program did not escape them", async () => {
    const answer = await send("/plain", urlencoded, "a=Lừa+đảo&b=L%E1%BB%ABa đảo")
    expect(await answer.json()).toEqual({ a: "Lừa đảo", b: "Lừa đảo" })
  })

  test("a name that every object knows is a field like another", async () => {
    const answer = await send("/plain", urlencoded, "__proto__=1&constructor=2&text=3")
    expect(await answer.text()).toBe('{"__proto__":"1","constructor":"2","text":"3"}')
  })
})

describe("a browser that does not say where its form comes from", () => {
  /** A page of a visitor, or of who holds the session. */
  async function opened(session?: string) {
    const headers: Record<string, string> = session === undefined ? {} : { cookie: `lp_session=${session}` }
    const page = await app.request("/form", { headers })
    const cookie = headers.cookie ?? page.headers.get("set-cookie")?.split(";")[0] ?? ""
    return { cookie, token: await page.text() }
  }
  const post = (path: string, headers: Record<string, string>, fields: Record<string, string>) =>
    app.request(path, { method: "POST", headers, body: new URLSearchParams(fields) })
  const said: Record<string, string>[] = [
    { origin: "null" },
    {},
    { origin: "null", "sec-fetch-site": "none" },
  ]

  test.each(said)("proves it by the form's token: %o", async (headers) => {
    for (const session of [undefined, "phien-cua-lan"]) {
      const { cookie, token } = await opened(session)
      const answer = await post("/plain", { ...headers, cookie }, { csrf: token, text: "a" })
      expect([answer.status, await answer.json()]).toEqual([200, { text: "a" }])
    }
  })

  test.each(said)("is refused without, with another's, or with an altered one: %o", async (headers) => {
    const [mine, theirs] = [await opened("phien-cua-lan"), await opened("phien-cua-minh")]
    const visitor = await opened()
    const altered = `${mine.token.slice(0, -1)}${mine.token.endsWith("0") ? "1" : "0"}`
    for (const csrf of ["", "x", altered, theirs.token, visitor.token]) {
      for (const path of ["/plain", "/unread"])
        expect((await post(path, { ...headers, cookie: mine.cookie }, { csrf })).status).toBe(403)
      // A cookie planted beside the session does not make a visitor's token count.
      const both = `${mine.cookie}; ${visitor.cookie}`
      expect((await post("/plain", { ...headers, cookie: both }, { csrf })).status).toBe(403)
    }
    expect((await app.request("/unread", { method: "POST", headers })).status).toBe(403)
  })

  test("gives no file to be kept before its token is right", async () => {
    kept = []
    const { cookie, token } = await opened()
    const form = (csrf: string) => {
      const data = new FormData()
      data.set("csrf", csrf)
      data.set("declared", "yes")
      data.append("files", new File(["bytes"], "a.txt"))
      return data
    }
    const from = (csrf: string) =>
      app.request("/files", { method: "POST", headers: { cookie, origin: "null" }, body: form(csrf) })
    expect((await from("x")).status).toBe(403)
    expect(kept).toEqual([])
    expect((await from(token)).status).toBe(200)
    expect(kept).toEqual(["bytes"])
  })

  test("another site is refused whatever it sends, also with a header of a program", async () => {
    const { cookie, token } = await opened("phien-cua-lan")
    const others: Record<string, string>[] = [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { origin: "https://evil.example" },
      { origin: "https://evil.example", authorization: "Basic eDp5" },
      { authorization: "Bearer abc" },
    ]
    for (const headers of others) {
      const csrf = headers.authorization?.startsWith("Bearer") === true ? "" : token
      expect((await post("/plain", { ...headers, cookie }, { csrf })).status).toBe(403)
    }
  })
})

test("a file's name keeps its quotes and accents, and what is in it runs nothing", async () => {
  const { headers } = await app.request("/file")
  expect(headers.get("content-disposition")).toBe(
    'attachment; filename="K? ho?ch \\"s? 1\\".pdf"; filename*=UTF-8\'\'K%E1%BA%BF%20ho%E1%BA%A1ch%20%22s%E1%BB%91%201%22.pdf',
  )
  expect(headers.get("content-security-policy")).toContain("sandbox")
  expect([headers.get("cache-control"), headers.get("x-content-type-options")]).toEqual([
    "no-store",
    "nosniff",
  ])
})
