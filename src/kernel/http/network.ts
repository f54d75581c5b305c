import { isIPv6 } from "node:net"
import { getConnInfo } from "@hono/node-server/conninfo"
import type { House } from "../house.ts"
import type { Ctx } from "./env.ts"
import { visitorBehind } from "./proxies.ts"

/**
 * The network a request comes from, as a keyed hash that changes daily: enough to count against a limit, of no use
 * to know who it was. An IPv6 customer holds a whole /64, so that is what is counted.
 */
export function networkOf(c: Ctx): string {
  const house = c.get("house")
  const day = house.clock.now().toISOString().slice(0, 10)
  const peer = peerOf(c)
  const said = c.req.header("x-forwarded-for") ?? ""
  const visitor = visitorBehind(peer, said, house.config.proxies)
  if (said !== "" && visitor === peer) noteUnbelieved(house, peer)
  return house.keys.hmac("network", `${day}:${prefixOf(visitor)}`).slice(0, 32)
}

const unbelieved = new WeakMap<House, Set<string>>()
const unbelievedMax = 5

/**
 * Machines that spoke for others and were not believed since this process began: a proxy of ours that nobody named, or
 * visitors who wrote the header themselves. At most `unbelievedMax`.
 */
export const unbelievedProxies = (house: House): readonly string[] => [...(unbelieved.get(house) ?? [])]

function noteUnbelieved(house: House, peer: string): void {
  const known = unbelieved.get(house) ?? new Set()
  if (known.size < unbelievedMax) known.add(peer)
  unbelieved.set(house, known)
}

/** Whether somebody on this machine itself asks, through no proxy that stands for others. */
export function isFromHere(c: Ctx): boolean {
  const visitor = visitorBehind(
    peerOf(c),
    c.req.header("x-forwarded-for") ?? "",
    c.get("house").config.proxies,
  )
  return /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(visitor)
}

/** In-process tests have no connection. */
function peerOf(c: Ctx): string {
  const env: unknown = c.env
  const hasConnection = typeof env === "object" && env !== null && ("incoming" in env || "server" in env)
  return hasConnection ? (getConnInfo(c).remote.address ?? "unknown") : "unknown"
}

function prefixOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, "")
  if (!isIPv6(plain)) return plain
  // Written out in full by the URL parser's rules, then the first four groups.
  const [head = "", tail] = new URL(`http://[${plain.replace(/%.*$/, "")}]/`).hostname
    .slice(1, -1)
    .split("::")
  const groups = (text: string) => (text === "" ? [] : text.split(":"))
  const zeros = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length
  return [...groups(head), ...Array<string>(zeros).fill("0"), ...groups(tail ?? "")].slice(0, 4).join(":")
}
