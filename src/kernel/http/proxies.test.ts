import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { ConfigError, readConfig } from "../config.ts"
import { readProxies, visitorBehind } from "./proxies.ts"

const proxies = readProxies("10.0.0.5, 192.168.7.0/24 2001:db8:1::/48")

describe("whose request it is, behind proxies", () => {
  test.each([
    ["nobody in between", "203.0.113.9", "", "203.0.113.9"],
    ["a visitor who pretends to have come through a proxy", "203.0.113.9", "198.51.100.1", "203.0.113.9"],
    ["a proxy on this machine", "127.0.0.1", "203.0.113.9", "203.0.113.9"],
    ["a proxy on this machine, written the long way", "::ffff:127.0.0.1", "203.0.113.9", "203.0.113.9"],
    ["a proxy on another machine that is named", "10.0.0.5", "203.0.113.9", "203.0.113.9"],
    ["a proxy on another machine that is not named", "10.0.0.6", "203.0.113.9", "10.0.0.6"],
    ["two proxies of ours in a row", "10.0.0.5", "203.0.113.9, 192.168.7.20", "203.0.113.9"],
    [
      "a visitor who wrote addresses before the proxy's own word",
      "10.0.0.5",
      "1.1.1.1, 203.0.113.9",
      "203.0.113.9",
    ],
    [
      "a visitor who wrote our proxies' addresses",
      "10.0.0.5",
      "10.0.0.5, 192.168.7.1, 203.0.113.9",
      "203.0.113.9",
    ],
    ["a proxy that writes the port too", "10.0.0.5", "203.0.113.9:51442", "203.0.113.9"],
    ["an IPv6 visitor with a port", "10.0.0.5", "[2001:db8:9::7]:443", "2001:db8:9::7"],
    ["an IPv6 proxy in a named range", "2001:db8:1::a", "203.0.113.9", "203.0.113.9"],
    ["words instead of an address", "10.0.0.5", "unknown", "10.0.0.5"],
    ["an empty entry", "10.0.0.5", "203.0.113.9,", "10.0.0.5"],
    ["a number that some programs take for an address", "10.0.0.5", "2130706433", "10.0.0.5"],
    ["a test without a connection", "unknown", "203.0.113.9", "unknown"],
  ])("%s", (_, peer, header, visitor) => expect(visitorBehind(peer, header, proxies)).toBe(visitor))

  test("whatever a visitor writes in front, the address that our proxy saw is the one counted", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.ipV4(), (written, seen) => {
        fc.pre(!seen.startsWith("127.") && !seen.startsWith("192.168.7.") && seen !== "10.0.0.5")
        expect(visitorBehind("10.0.0.5", `${written}, ${seen}`, proxies)).toBe(seen)
      }),
      { numRuns: 300, seed: 1 },
    )
  })

  test("a very long header is read from its end only", () => {
    const header = `${"1.1.1.1, ".repeat(100_000)}203.0.113.9`
    expect(visitorBehind("10.0.0.5", header, proxies)).toBe("203.0.113.9")
  })
})

describe("LIENPHONG_PROXIES", () => {
  test("left out, only this machine's own proxy is believed", () => {
    expect(visitorBehind("10.0.0.5", "203.0.113.9", readConfig({}).proxies)).toBe("10.0.0.5")
    expect(visitorBehind("127.0.0.1", "203.0.113.9", readConfig({}).proxies)).toBe("203.0.113.9")
  })
  test.each(["proxy.tinh.example", "10.0.0", "10.0.0.0/33", "0x7f000001", "10.0.0.5;10.0.0.6"])(
    "with %s the server does not start and says which word it is",
    (text) => {
      const start = () => readConfig({ LIENPHONG_PROXIES: `10.0.0.5,${text}` })
      expect(start).toThrow(ConfigError)
      expect(start).toThrow(text)
    },
  )
})
