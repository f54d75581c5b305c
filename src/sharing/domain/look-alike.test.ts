import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { readCsv } from "../../kernel/calendar/data.ts"
import { officialNames } from "../catalogue.ts"
import { lookAlikeOf } from "./look-alike.ts"

const names = officialNames()
const seen = (host: string) => lookAlikeOf(new URL(`http://${host}/`).hostname, names)
const wayOf = (host: string) => {
  const found = seen(host)
  return found === null ? null : [found.of?.domain ?? null, ...found.ways.map(({ kind }) => kind)]
}

describe("a name made to look like an official one is explained by what was changed", () => {
  test.each([
    ["vietc0mbank.com.vn", "vietcombank.com.vn", { kind: "replaced", shown: "0", real: "o" }],
    ["vietcornbank.com.vn", "vietcombank.com.vn", { kind: "replaced", shown: "rn", real: "m" }],
    ["vietcombamk.com.vn", "vietcombank.com.vn", { kind: "replaced", shown: "m", real: "n" }],
    ["vietcombannk.com.vn", "vietcombank.com.vn", { kind: "doubled", shown: "n" }],
    ["vietcmbank.com.vn", "vietcombank.com.vn", { kind: "missing", real: "o" }],
    ["vietocmbank.com.vn", "vietcombank.com.vn", { kind: "turned", shown: "oc", real: "co" }],
    ["vietсombank.com.vn", "vietcombank.com.vn", { kind: "replaced", shown: "с", real: "c" }],
    ["faceboook.com", "facebook.com", { kind: "doubled", shown: "o" }],
    ["b1dv.com.vn", "bidv.com.vn", { kind: "replaced", shown: "1", real: "i" }],
    ["аcb.com.vn", "acb.com.vn", { kind: "replaced", shown: "а", real: "a" }],
  ])("%s: the letters that differ from %s", (host, real, difference) => {
    const found = seen(host)
    expect(found?.of?.domain).toBe(real)
    expect(found?.ways[0]).toMatchObject({
      kind: "letters",
      differences: [expect.objectContaining(difference)],
    })
  })

  test.each([
    ["vietcombank.top", ["vietcombank.com.vn", "ending"]],
    ["acb.vip", ["acb.com.vn", "ending"]],
    ["dichvucong.online", ["dichvucong.gov.vn", "ending"]],
    ["vietcombank.com.vn.xyz.top", ["vietcombank.com.vn", "subdomain"]],
    ["dichvucong.gov.vn.nop-phat.example", ["dichvucong.gov.vn", "subdomain"]],
    ["vietcombank.huy-dv.example", ["vietcombank.com.vn", "subdomain"]],
    ["login.facebook.com.xac-minh.example", ["facebook.com", "subdomain"]],
    ["vietcombank-xacthuc.com", ["vietcombank.com.vn", "words"]],
    ["xacthucvietcombank.com", ["vietcombank.com.vn", "words"]],
    ["bidv-smartbanking.vip", ["bidv.com.vn", "words"]],
    ["facebook-login.example", ["facebook.com", "words"]],
    ["dichvucong-gov.com", ["gov.vn", "words"]],
    ["vietc0mbank-xacthuc.com", ["vietcombank.com.vn", "words"]],
    ["vietc0mbank.top", ["vietcombank.com.vn", "letters", "ending"]],
    ["gоld-xyz.example", [null, "mixed"]],
  ])("%s is told by %j", (host, way) => {
    expect(wayOf(host)).toEqual(way)
  })
})

describe("no false alarm", () => {
  const official = fc.constantFrom(...names.domains.map(({ domain }) => domain))
  const label = fc.stringMatching(/^[a-z0-9]{1,12}$/)

  test("an official domain and every name under it is never a look-alike", () => {
    fc.assert(
      fc.property(official, fc.array(label, { maxLength: 3 }), (domain, front) => {
        const host = [...front, domain].join(".")
        return names.domains.some(
          ({ domain: one, holdsPagesOfOthers }) => one === domain && holdsPagesOfOthers,
        )
          ? true
          : lookAlikeOf(host, names) === null
      }),
      { numRuns: 2_000 },
    )
    for (const { domain } of names.domains)
      expect([domain, lookAlikeOf(domain, names)]).toEqual([domain, null])
  })

  test.each([
    "outlook.office.com",
    "sites.google.com",
    "google.co.uk",
    "shopee.sg",
    "yahoo.co.jp",
    "apple-farm.vn",
    "live.vn",
    "telegraf.rs",
    "wikipedia.org",
    "việtnam.vn",
    "xn--vitnam-jk8b.vn",
    "vtv.vn",
    "vnexpress.net",
    "thegioididong.com",
    "baohungyen.vn",
    "tuoitre.vn",
    "github.com",
  ])("%s is nobody's look-alike", (host) => {
    expect(wayOf(host)).toBeNull()
  })

  test("places of the country and ordinary words of tips, as names of sites, resemble nobody", () => {
    const bare = (text: string) =>
      text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D").toLowerCase()
    const places = readCsv("administrative-units/communes-34.csv").map((row) => Object.values(row).join(" "))
    const words = bare(
      [...places, ...readCsv("violations.csv").map((row) => row.behaviour_vi ?? "")].join(" "),
    )
      .split(/[^a-z]+/)
      .filter((word) => word.length > 1)
    const pairs = words.slice(1).map((word, at) => `${words[at]}${word}`)
    const own = names.domains.map(({ domain }) => domain.split(".")[0] ?? "")
    const wrong = [...new Set([...words, ...pairs])]
      .filter((word) => word.length <= 40 && !own.some((name) => name.length > 2 && word.includes(name)))
      .flatMap((word) => [`${word}.vn`, `${word}.com`, `${word}.com.vn`])
      .filter((host) => lookAlikeOf(host, names) !== null)
    expect(wrong).toEqual([])
  })
})
