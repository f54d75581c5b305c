/** TAXII 2.1 over HTTP: its media type, its errors, its ways to say who asks. It stands before the guards of pages and forms. */
import { Hono } from "hono"
import { tokenHolderOf } from "../../accounts/index.ts"
import { readWithin } from "../../kernel/http/body.ts"
import type { Ctx, Env, TokenHolder } from "../../kernel/http/env.ts"
import { linkTo } from "../../kernel/http/links.ts"
import { issuerOf } from "../feeds/actions/reading.ts"
import type { Fixture } from "./actions/fixture.ts"
import { ownRoot } from "./actions/own.ts"
import { type Answer, accepts, answer, type Call, type Root, refusal, taxiiType } from "./domain/service.ts"
import { taxiiPaths } from "./paths.ts"
import { taxiiWords } from "./words.ts"

/** `fixture`: a run of others' tests over a file; then nothing of our own is served. */
export function taxiiRoutes(fixture: Fixture | null): Hono<Env> {
  const routes = new Hono<Env>()
  return fixture === null ? withOwn(routes) : withFixture(routes, fixture)
}

function withOwn(routes: Hono<Env>): Hono<Env> {
  for (const path of [taxiiPaths.discovery, taxiiPaths.discovery.slice(0, -1)])
    routes.get(path, async (c) => {
      if (!accepts(c.req.header("accept"))) return given(c, notAcceptable)
      const house = c.get("house")
      const root = linkTo(house.config, taxiiPaths.root)
      const { name } = issuerOf(house)
      return given(c, { status: 200, body: { title: name, default: root, api_roots: [root] } })
    })
  routes.all(`${taxiiPaths.root}*`, (c) => ownAnswer(c, taxiiPaths.root))
  routes.all(taxiiPaths.root.slice(0, -1), (c) => ownAnswer(c, taxiiPaths.root))
  return routes
}

async function ownAnswer(c: Ctx, under: string): Promise<Response> {
  const house = c.get("house")
  const token = await tokenOf(c)
  if (token === "wrong") return given(c, unauthorized)
  const titles = taxiiWords[c.get("language")]
  const root = ownRoot({ house, token, requestId: c.get("requestId"), titles })
  return served(c, { root, under, sign: (text) => house.keys.hmac("session", `taxii ${text}`) })
}

/** Bearer, or Basic with the token for a password: not every client knows the first. */
async function tokenOf(c: Ctx): Promise<TokenHolder | null | "wrong"> {
  const header = c.req.header("authorization")
  if (header === undefined) return null
  const bearer = /^Bearer ([\w-]{1,100})$/.exec(header)?.[1] ?? basicOf(header)?.password
  const holder = bearer === undefined ? null : await tokenHolderOf(c.get("house"), bearer)
  return holder ?? "wrong"
}

function withFixture(routes: Hono<Env>, fixture: Fixture): Hono<Env> {
  const knows = (c: Ctx) => {
    const said = basicOf(c.req.header("authorization") ?? "")
    return said !== null && fixture.knows(said.user, said.password)
  }
  routes.get(taxiiPaths.discovery, (c) => {
    if (!knows(c)) return given(c, unauthorized)
    return given(
      c,
      accepts(c.req.header("accept")) ? { status: 200, body: fixture.discovery } : notAcceptable,
    )
  })
  for (const [name, root] of fixture.roots) {
    const under = `/${name}/`
    routes.all(`${under}*`, (c) =>
      knows(c) ? served(c, { root, under, sign: fixture.sign }) : given(c, unauthorized),
    )
  }
  // A client of TAXII that asks for a root that is none; everybody else is answered by the pages behind.
  return routes.use(async (c, next) => {
    if (c.req.header("accept")?.includes("taxii+json") !== true) return next()
    return given(c, knows(c) ? refusal(404, "The API root is not found") : unauthorized)
  })
}

async function served(
  c: Ctx,
  { root, under, sign }: { root: Root; under: string; sign: Call["sign"] },
): Promise<Response> {
  if (!accepts(c.req.header("accept"))) return given(c, notAcceptable)
  const call: Call = {
    method: c.req.method,
    parts: decodeURI(c.req.path)
      .slice(under.length)
      .split("/")
      .filter((part) => part !== ""),
    query: c.req.query(),
    body: (bytesMax) => readWithin(c, bytesMax),
    contentType: c.req.header("content-type"),
    sign,
  }
  return given(c, await answer(root, call))
}

function given(c: Ctx, { status, body, headers = {} }: Answer): Response {
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
  if (status === 401) c.header("www-authenticate", 'Basic realm="lienphong", Bearer realm="lienphong"')
  c.header("cache-control", "no-store")
  c.header("content-type", taxiiType)
  const text = body === null ? "" : typeof body === "string" ? body : JSON.stringify(body)
  return c.body(text, status as 200)
}

const notAcceptable = refusal(406, `The Accept header has to take ${taxiiType}`)
const unauthorized = refusal(401, "The credentials are missing or wrong")

function basicOf(header: string): { user: string; password: string } | null {
  const encoded = /^Basic ([A-Za-z0-9+/=]{1,1000})$/.exec(header)?.[1]
  if (encoded === undefined) return null
  const text = Buffer.from(encoded, "base64").toString("utf8")
  const at = text.indexOf(":")
  return at < 0 ? null : { user: text.slice(0, at), password: text.slice(at + 1) }
}
