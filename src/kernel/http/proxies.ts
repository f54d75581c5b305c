import ipaddr from "ipaddr.js"

type Address = ipaddr.IPv4 | ipaddr.IPv6
export type ProxyRange = readonly [Address, number]

/** A proxy on this machine speaks from loopback, and whoever can do that is inside already. */
export const ownMachine: readonly ProxyRange[] = [rangeOf("127.0.0.0/8"), rangeOf("::1/128")]

const hopsMax = 20
/** "10.0.0.1:5412", "[2001:db8::1]:5412": some proxies write the port as well. */
const withPort = /^(?:\[([^\]]{2,45})\]|(\d{1,3}(?:\.\d{1,3}){3}))(?::\d{1,5})?$/

/** Addresses and ranges (CIDR) parted by commas or spaces; `RangeError` names the one that is neither. */
export const readProxies = (text: string | undefined): readonly ProxyRange[] => [
  ...ownMachine,
  ...readRanges(text),
]

/** As `readProxies`, and this machine only where it is written. */
export const readRanges = (text: string | undefined): readonly ProxyRange[] =>
  (text ?? "")
    .split(/[\s,]+/)
    .filter((one) => one !== "")
    .map(rangeOf)

/**
 * Whose request it is. Each proxy appends the address it was called from, so the header is read from its end: as long
 * as the speaker is a proxy of ours its word about the one before is believed. What stands further left was written
 * by the visitor, who may write anything.
 */
export function visitorBehind(peer: string, header: string, proxies: readonly ProxyRange[]): string {
  let visitor = peer
  for (const hop of header.slice(-2_000).split(",").reverse().slice(0, hopsMax)) {
    const speaker = parsed(visitor)
    if (speaker === null || !isWithin(speaker, proxies)) return visitor
    const said = parsed(hop)
    if (said === null) return visitor
    visitor = said.toString()
  }
  return visitor
}

function rangeOf(text: string): ProxyRange {
  const whole = ipaddr.isValid(text) ? `${text}/${ipaddr.parse(text).kind() === "ipv4" ? 32 : 128}` : text
  // "10.1" and "0x7f.1" are addresses to some programs; a list of whom to believe is written out in full.
  const isFull = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:.]*:[0-9a-f:.]*)\/\d{1,3}$/i.test(whole)
  if (!isFull || !ipaddr.isValidCIDR(whole)) throw new RangeError(text)
  return ipaddr.parseCIDR(whole)
}

function parsed(text: string): Address | null {
  const bare = text.trim().replace(/%.*$/, "")
  const match = withPort.exec(bare)
  const address = match?.[1] ?? match?.[2] ?? bare
  const isFull = ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address)
  return isFull ? ipaddr.process(address) : null
}

export function isWithin(address: Address, ranges: readonly ProxyRange[]): boolean {
  return ranges.some(([range, bits]) => range.kind() === address.kind() && address.match(range, bits))
}
