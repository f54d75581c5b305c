import { execFile } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { serve } from "@hono/node-server"
import { describe, expect, test } from "vitest"
import { createToken } from "../accounts/actions/tokens.ts"
import { signInAs } from "../accounts/testing.ts"
import { createApp } from "../app.ts"
import { demoHouse } from "../demo/testing.ts"
import { collectionId } from "../sharing/taxii/actions/own.ts"
import { taxiiType } from "../sharing/taxii/domain/service.ts"
import { stixJudge } from "../sharing/testing/standards.ts"
import { deskOf } from "../testing/province.ts"

/** An operator's program subscribes to the demo by TAXII 2.1, with a token of its body or with none. */
const { db, house } = await demoHouse()
const app = createApp(house)
const root = "/taxii2/province/"
const ask = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await app.request(`http://127.0.0.1${path}`, { headers: { accept: taxiiType, ...headers } })
  return { status: answer.status, headers: answer.headers, body: JSON.parse((await answer.text()) || "{}") }
}
const objectsOf = (audience: "public" | "bodies" | "enterprises") =>
  `${root}collections/${collectionId(audience)}/objects/`
const idsOf = (body: { collections?: { id: string }[] }) => (body.collections ?? []).map(({ id }) => id)
const asBearer = (token: string) => ({ authorization: `Bearer ${token}` })

async function tokenOf(bodySlug: string): Promise<string> {
  const { who } = await signInAs(db, { bodySlug, role: "administrator" })
  const desk = { ...deskOf(house, "tam"), who: { ...who, requestId: "test-request" } }
  return (await createToken(desk, { name: "Máy lọc", scopes: ["indicators:read"], days: 30 })).token
}
const viettel = await tokenOf("viettel-hung-yen")
const health = await tokenOf("so-y-te")

describe("a program without a token", () => {
  test("finds the API root by discovery, and in it the public collection alone", async () => {
    const { body, headers } = await ask("/taxii2/")
    expect(headers.get("content-type")).toBe(taxiiType)
    expect(new URL(body.default).pathname).toBe(root)
    expect((await ask(root)).body.versions).toEqual([taxiiType])
    expect(idsOf((await ask(`${root}collections/`)).body)).toEqual([collectionId("public")])
    expect((await ask(objectsOf("enterprises"))).status).toBe(404)
  })

  test("reads page by page every object of the public bundle as it stands there, each once and each valid STIX", async () => {
    const found: { id: string; revoked?: boolean }[] = []
    let next = ""
    for (let pages = 0; pages < 100; pages += 1) {
      const { body } = await ask(`${objectsOf("public")}?limit=9${next}`)
      found.push(...body.objects)
      if (!body.more) break
      next = `&next=${encodeURIComponent(body.next)}`
    }
    const bundle = await (await app.request("http://127.0.0.1/feeds/stix.json")).json()
    const ids = found.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(found).toEqual(expect.arrayContaining(bundle.objects))
    // Beside it lies what ended by its day.
    const more = found.filter(({ id }) => !bundle.objects.some((one: { id: string }) => one.id === id))
    expect(
      more.every(({ id }) => /^(?:report|indicator|relationship|url|domain-name|ipv4-addr)--/.test(id)),
    ).toBe(true)
    expect(stixJudge()(JSON.stringify({ type: "bundle", id: bundle.id, objects: found }))).toEqual([])
  })

  test("that takes another version, or says a token that is none, is refused in TAXII's words", async () => {
    const other = await ask("/taxii2/", { accept: "application/taxii+json;version=2.0" })
    expect([other.status, other.body.http_status]).toEqual([406, "406"])
    const wrong = await ask(root, asBearer("none"))
    expect([wrong.status, wrong.headers.get("content-type")]).toEqual([401, taxiiType])
    expect(wrong.headers.get("www-authenticate")).toContain("Bearer")
  })
})

describe("a body's program with a token", () => {
  const kindsIn = (body: { objects?: { type: string }[] }) =>
    new Set((body.objects ?? []).map(({ type }) => type))

  test("of an enterprise reads numbers and accounts that were shared with it, by Bearer or as the password of Basic", async () => {
    const { body } = await ask(objectsOf("enterprises"), asBearer(viettel))
    expect([...kindsIn(body)]).toEqual(
      expect.arrayContaining(["indicator", "phone-number", "extension-definition"]),
    )
    const basic = `Basic ${Buffer.from(`viettel:${viettel}`).toString("base64")}`
    expect((await ask(objectsOf("enterprises"), { authorization: basic })).body).toEqual(body)
    const { rows } = await db.admin(
      "select details ->> 'format' as format from journal where what = 'indicator.list-exported' order by id desc limit 1",
    )
    expect(rows[0]?.format).toBe("taxii")
  })

  test("of a department finds in the collection of the enterprises nothing: row security, not the address, decides", async () => {
    expect(kindsIn((await ask(objectsOf("enterprises"), asBearer(health))).body).has("indicator")).toBe(false)
    expect(kindsIn((await ask(objectsOf("bodies"), asBearer(health))).body).has("indicator")).toBe(true)
  })

  test("writes nothing into what others released", async () => {
    const answer = await app.request(`http://127.0.0.1${objectsOf("bodies")}`, {
      method: "POST",
      headers: { ...asBearer(health), accept: taxiiType, "content-type": taxiiType },
      body: JSON.stringify({ objects: [] }),
    })
    expect(answer.status).toBe(403)
  })
})

describe("the how-to for an operator's engineer", () => {
  test("works as it is pasted: a filter file and its changes, TAXII, the public feeds, the signature of a webhook", async () => {
    const text = readFileSync(join(import.meta.dirname, "../../docs/how-to/subscribe-to-feeds.md"), "utf8")
    const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map((found) => found[1] ?? "")
    const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" })
    const folder = mkdtempSync(join(tmpdir(), "lienphong-how-to-"))
    try {
      if (!server.listening) await new Promise((ready) => server.once("listening", ready))
      const { port } = server.address() as AddressInfo
      const script = blocks
        .join("\n")
        .replace(/^BASE=.*$/m, `BASE=http://127.0.0.1:${port}`)
        .replace(/^TOKEN=.*$/m, `TOKEN=${viettel}`)
      const { stdout } = await promisify(execFile)("bash", ["-euo", "pipefail", "-c", script], {
        cwd: folder,
        maxBuffer: 20_000_000,
      })
      expect(readFileSync(join(folder, "phones.txt"), "utf8")).toMatch(
        /^# lienphong-filter-1[\s\S]*\n\+84\d+/,
      )
      for (const said of [
        '"type":"indicator"',
        "https://jsonfeed.org/version/1.1",
        "id,kind,value",
        "<feed",
        "ours",
      ])
        expect(stdout).toContain(said)
    } finally {
      server.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
