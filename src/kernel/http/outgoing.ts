/**
 * Requests to an address that somebody typed: another province's server, a program that wants to be told. Whoever types it is not
 * to reach through us what only this machine reaches, so every address is looked at after its name was resolved, the connection
 * goes to the very address that was looked at, and each redirect is looked at anew. Only addresses of the open Internet, by https;
 * private ones, and plain http to them, where the operator has named them (`LIENPHONG_PEERS`).
 */
import { type LookupAddress, lookup } from "node:dns"
import http from "node:http"
import https from "node:https"
import { isIP, type LookupFunction } from "node:net"
import ipaddr from "ipaddr.js"
import { isWithin, type ProxyRange } from "./proxies.ts"

export const unreachableReasons = [
  "address",
  "private",
  "plain",
  "redirects",
  "tooLarge",
  "time",
  "network",
] as const
export type UnreachableReason = (typeof unreachableReasons)[number]

export class Unreachable extends Error {
  readonly why: UnreachableReason
  constructor(why: UnreachableReason, said = "") {
    super(said)
    this.why = why
  }
}

/** `body`: posted; null: asked for by GET. `ms`: for all of it, redirects included. */
export type Asking = {
  url: string
  headers: Readonly<Record<string, string>>
  body: string | Uint8Array | null
  bytesMax: number
  ms: number
}
export type Answered = { status: number; headers: http.IncomingHttpHeaders; bytes: Buffer }
export type Ask = (asking: Asking) => Promise<Answered>

type Names = typeof lookup
const redirectsMax = 3

/** `names`: who resolves a name, for tests of names that lead to strange places. */
export function askerOf(named: readonly ProxyRange[], names: Names = lookup): Ask {
  return async ({ url: typed, headers, body, bytesMax, ms }) => {
    const signal = AbortSignal.timeout(ms)
    let url = addressOf(typed)
    let said = headers
    for (let hops = 0; ; hops += 1) {
      const answer = await askOnce({ url, headers: said, body, bytesMax, signal, named, names })
      const { location } = answer.headers
      if (answer.status < 300 || answer.status > 399 || location === undefined) return answer
      // A message is posted where it was meant to go, and nowhere else.
      if (body !== null || hops === redirectsMax || !URL.canParse(location, url.href))
        throw new Unreachable("redirects", location.slice(0, 200))
      const next = addressOf(new URL(location, url).href)
      if (next.origin !== url.origin) said = without(said, "authorization")
      url = next
    }
  }
}

function addressOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !["http:", "https:"].includes(url.protocol) || url.username !== "")
    throw new Unreachable("address", text.slice(0, 200))
  return url
}

const without = (headers: Readonly<Record<string, string>>, name: string) =>
  Object.fromEntries(Object.entries(headers).filter(([one]) => one.toLowerCase() !== name))

type Once = Omit<Asking, "url" | "ms"> & {
  url: URL
  signal: AbortSignal
  named: readonly ProxyRange[]
  names: Names
}

function askOnce(asking: Once): Promise<Answered> {
  const { url, headers, body, bytesMax, signal, named, names } = asking
  const isPlain = url.protocol === "http:"
  const host = url.hostname.replace(/^\[|\]$/g, "")
  const done = Promise.withResolvers<Answered>()
  const fail = (error: unknown) => done.reject(reasonOf(error, signal))
  if (isIP(host) !== 0) {
    const why = refusalOf(host, isPlain, named)
    if (why !== null) throw new Unreachable(why, host)
  }
  const take = (answer: http.IncomingMessage) => {
    const parts: Buffer[] = []
    let bytes = 0
    answer.on("data", (part: Buffer) => {
      bytes += part.length
      if (bytes > bytesMax) answer.destroy(new Unreachable("tooLarge"))
      else parts.push(part)
    })
    answer.on("error", fail)
    answer.on("end", () =>
      done.resolve({
        status: answer.statusCode ?? 0,
        headers: answer.headers,
        bytes: Buffer.concat(parts),
      }),
    )
  }
  const options = {
    method: body === null ? "GET" : "POST",
    headers: { ...headers, "accept-encoding": "identity" },
    // A kept connection would go where an earlier look-up led.
    agent: false,
    lookup: lookingAt(isPlain, named, names),
    signal,
  }
  let request: http.ClientRequest
  try {
    request = (isPlain ? http : https).request(url, options, take)
  } catch (error) {
    // A header that no request carries, such as a token in letters beyond Latin.
    throw new Unreachable("address", saidBy(error))
  }
  request.on("error", fail)
  // A server that wants to speak something else (101) keeps the line open and ends no answer.
  request.on("upgrade", (_, socket) => {
    socket.destroy()
    fail(new Unreachable("network", "101"))
  })
  // The time is over for whoever waits, whatever becomes of the line.
  signal.addEventListener("abort", () => fail(signal.reason), { once: true })
  request.end(body ?? undefined)
  return done.promise
}

/** Every address of the name has to be one that may be reached: which of them is taken is not ours to say. */
const lookingAt =
  (isPlain: boolean, named: readonly ProxyRange[], names: Names): LookupFunction =>
  (host, options, answer) => {
    names(host, { ...options, all: true }, (error, all: LookupAddress[]) => {
      const [first] = all ?? []
      const refused = (all ?? []).map(({ address }) => refusalOf(address, isPlain, named)).find((why) => why)
      if (error !== null || first === undefined) answer(error ?? new Unreachable("network", host), "", 0)
      else if (refused) answer(new Unreachable(refused, host), "", 0)
      else if (options.all === true) answer(null, all)
      else answer(null, first.address, first.family)
    })
  }

/** "Unicast" is what is left when everything set aside for a purpose is gone: private, local, mapped, tunnels, documentation. */
function refusalOf(
  address: string,
  isPlain: boolean,
  named: readonly ProxyRange[],
): "private" | "plain" | null {
  const known = ipaddr.process(address.replace(/%.*$/, ""))
  if (isWithin(known, named)) return null
  if (known.range() !== "unicast") return "private"
  return isPlain ? "plain" : null
}

function reasonOf(error: unknown, signal: AbortSignal): Unreachable {
  if (error instanceof Unreachable) return error
  if (signal.aborted) return new Unreachable("time")
  return new Unreachable("network", saidBy(error))
}

const saidBy = (error: unknown): string => (error instanceof Error ? error.message.slice(0, 200) : "")
