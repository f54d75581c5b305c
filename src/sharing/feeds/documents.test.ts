import { describe, expect, test } from "vitest"
import { capJudge, mispJudge, stixJudge, xarfJudge } from "../testing/standards.ts"
import { areasOf } from "./communes.ts"
import { capOf } from "./domain/cap.ts"
import { csvColumns, csvOf } from "./domain/csv.ts"
import { mispEvents, mispHashes, mispManifest } from "./domain/misp.ts"
import type { Issuer, ReleasedIndicator, ReleasedWarning } from "./domain/released.ts"
import { stixBundle } from "./domain/stix.ts"
import { patternOf } from "./domain/stix-patterns.ts"
import { atomOf, jsonFeedOf, rssOf } from "./domain/syndication.ts"
import { xarfOf } from "./domain/xarf.ts"
import { feedWords } from "./words.ts"

const issuer: Issuer = {
  code: "33",
  name: "Liên Phòng tỉnh Mẫu",
  url: "https://lienphong.example/",
  domain: "lienphong.example",
  isDrill: false,
}
const trick = { slug: "gia-danh-dien-luc", name: "Giả danh điện lực", nameEn: "Fake electricity company" }
const warning: ReleasedWarning = {
  code: 12,
  title: "Giả điện lực dọa cắt điện <trong 2 giờ> & đòi tiền",
  looksLike: "Nhà bạn nợ tiền điện. Trong 2 giờ không đóng sẽ cắt.",
  signs: ["Giục trong vài giờ"],
  whatToDo: ["Cúp máy", "Gọi số in trên hóa đơn"],
  trick,
  severity: "urgent",
  areas: ["Phường Phố Hiến", "xã Không Có Thật"],
  expiresOn: "2023-10-15",
  releasedAt: new Date("2023-09-15T02:00:00Z"),
  recalledAt: null,
  recallReason: null,
  replaces: null,
}
const recalled: ReleasedWarning = {
  ...warning,
  code: 13,
  recalledAt: new Date("2023-09-16T03:00:00Z"),
  recallReason: "Nhầm số của một hộ kinh doanh",
}
const update: ReleasedWarning = {
  ...warning,
  code: 14,
  replaces: { code: 12, releasedAt: warning.releasedAt },
}
const indicator = (n: number, one: Partial<ReleasedIndicator>): ReleasedIndicator => ({
  id: `01890000-0000-7000-8000-0000000000${String(n).padStart(2, "0")}`,
  kind: "url",
  value: "http://evn-hoan-tien.example/nop?x='a'",
  openDigits: null,
  tlp: "clear",
  trick,
  confidence: 85,
  validFrom: "2023-09-15",
  validUntil: "2023-12-15",
  releasedAt: new Date("2023-09-15T02:00:00Z"),
  endedAt: null,
  state: "released",
  warnings: [],
  warnedAt: null,
  seen: null,
  ...one,
})
const every: ReleasedIndicator[] = [
  indicator(1, {
    warnings: [12],
    seen: {
      count: 6,
      bodies: 2,
      firstAt: new Date("2023-09-15T05:00:00Z"),
      lastAt: new Date("2023-09-17T05:00:00Z"),
      notedFrom: new Date("2023-09-15T06:00:00Z"),
      notedUntil: new Date("2023-09-17T06:00:00Z"),
    },
  }),
  indicator(2, { kind: "domain", value: "evn-hoan-tien.example" }),
  indicator(3, {
    kind: "ip",
    value: "192.0.2.7",
    state: "recalled",
    endedAt: new Date("2023-09-16T03:00:00Z"),
  }),
  indicator(4, { kind: "phone", value: "+84951442018", tlp: "green" }),
  indicator(5, { kind: "phone-range", value: "+8424999", openDigits: 4, tlp: "amber" }),
  indicator(6, { kind: "bank-account", value: "970436:0123456789", tlp: "green" }),
  indicator(7, { kind: "bank-account", value: "unknown:0123456789", trick: null }),
  indicator(8, { kind: "e-wallet", value: "momo:0951442018" }),
  indicator(9, { kind: "social", value: "facebook:nguyễn o'thử" }),
  indicator(10, { kind: "email", value: "hoantien@evn.example" }),
  indicator(11, { kind: "brandname", value: "EVN HOANTIEN" }),
  indicator(12, { kind: "crypto", value: "bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh" }),
  indicator(13, { kind: "imei", value: "490154203237518", tlp: "red" }),
  // Another body warns of the same number.
  indicator(14, { kind: "phone", value: "+84951442018", tlp: "amber+strict" }),
]
const all = { indicators: every, warnings: [warning, recalled, update] }
const texts = {
  ...{ event: "Lừa đảo", eventEn: "Fraud", doEn: "Hang up.", fullTextEn: "The text is in Vietnamese." },
  ...{ recalled: "Đã thu hồi", recalledEn: "Recalled." },
}
const cap = (one: ReleasedWarning, of = issuer) => capOf(of, one, { areas: areasOf("33", one.areas), texts })

describe("by the official schemas", () => {
  test("a STIX bundle with an indicator of every kind and TLP, sightings of one, a warning, an update and a recall is valid", () => {
    expect(stixJudge()(JSON.stringify(stixBundle(issuer, all)))).toEqual([])
  })

  test("each MISP event of the same is valid", () => {
    const judge = mispJudge()
    const events = mispEvents(issuer, all, { recalled: "Đã thu hồi", month: (month) => month })
    expect(events.length).toBeGreaterThan(5)
    expect(events.flatMap((Event) => judge(JSON.stringify({ Event })))).toEqual([])
  })

  test("an alert, an update, a cancel and an exercise are valid CAP", () => {
    const judge = capJudge()
    const drill = { ...issuer, isDrill: true }
    expect([cap(warning), cap(update), cap(recalled), cap(warning, drill)].flatMap(judge)).toEqual([])
  })

  test("a report for an abuse desk on each site is valid XARF; a number, an account and what was recalled make none", () => {
    const contact = { org: issuer.name, contact: "lienphong@lienphong.example", domain: issuer.domain }
    const reports = every.flatMap((one) => xarfOf(one, issuer, contact) ?? [])
    expect(reports).toHaveLength(2)
    expect(xarfJudge()(JSON.stringify(reports))).toEqual([])
    expect(xarfJudge()(JSON.stringify(reports).replaceAll('"fraud_type"', '"kind"'))).not.toEqual([])
  })

  test("a judge finds what is wrong: a STIX object without its pattern, a CAP message in UTC, a MISP type out of its category", () => {
    const bundle = JSON.stringify(stixBundle(issuer, all)).replaceAll('"pattern":', '"muster":')
    expect(stixJudge()(bundle)).not.toEqual([])
    expect(capJudge()(cap(warning).replaceAll("+07:00", "Z"))).not.toEqual([])
    const [Event] = mispEvents(issuer, all, { recalled: "", month: (month) => month })
    expect(mispJudge()(JSON.stringify({ Event }).replace('"link"', '"phone-number"'))).not.toEqual([])
  })
})

describe("a reader who comes back", () => {
  test("finds the same ids, whoever made the document and when", () => {
    expect(stixBundle(issuer, all)).toEqual(stixBundle({ ...issuer }, { ...all }))
  })

  test("is told by STIX that a recalled indicator is revoked, with its ties", () => {
    const { objects } = stixBundle(issuer, { indicators: every.slice(2, 3), warnings: [] }) as {
      objects: { type: string; revoked?: boolean }[]
    }
    const taken = objects.filter(({ revoked }) => revoked === true).map(({ type }) => type)
    expect(taken.toSorted()).toEqual(["indicator", "relationship", "relationship"])
  })

  test("is told by CAP that a recall cancels the alert, named as it was sent", () => {
    const sent = /<identifier>([^<]*)<\/identifier>\s*<sender>([^<]*)<\/sender>\s*<sent>([^<]*)</
    const [, identifier, sender, at] = sent.exec(cap({ ...recalled, recalledAt: null })) ?? []
    expect(cap(recalled)).toContain("<msgType>Cancel</msgType>")
    expect(cap(recalled)).toContain(`<references>${sender},${identifier},${at}</references>`)
    expect(cap(recalled)).not.toContain("Gọi số in trên hóa đơn")
  })

  test("is told by MISP which events to fetch again, and what is taken back", () => {
    const events = mispEvents(issuer, all, { recalled: "Đã thu hồi", month: (month) => month })
    const manifest = mispManifest(events)
    expect(Object.keys(manifest)).toHaveLength(events.length)
    const gone = events.flatMap((one) => one.Attribute).filter(({ deleted }) => deleted === true)
    expect(gone.map(({ value }) => value)).toEqual(["192.0.2.7"])
    expect(mispHashes(events).trim().split("\n")).toHaveLength(
      events.flatMap((one) => one.Attribute).length - gone.length,
    )
  })

  test("reads in Atom, RSS and JSON Feed that a warning was recalled, why, and none of what it said", () => {
    const channel = {
      ...{
        issuer,
        title: "Cảnh báo",
        self: "https://lienphong.example/feeds/x",
        page: "https://lienphong.example/",
      },
      ...{ warnings: [recalled], begun: new Date("2023-07-15T00:00:00Z"), words: feedWords.vi },
    }
    for (const text of [atomOf(channel), rssOf(channel), JSON.stringify(jsonFeedOf(channel))]) {
      expect(text).toContain("Đã thu hồi")
      expect(text).toContain("Nhầm số của một hộ kinh doanh")
      expect(text).not.toContain("Giục trong vài giờ")
    }
  })
})

test("a drill is marked as one in CAP and in the title of each entry, so that no operator acts on it", () => {
  const drill = { ...issuer, isDrill: true }
  expect(cap(warning, drill)).toContain("<status>Exercise</status>")
  expect(cap(warning)).toContain("<status>Actual</status>")
})

test("an area of the official list carries its code and its boundary, a place that is none stands by its words", () => {
  const [known, unknown] = areasOf("33", warning.areas)
  expect([known?.name, known?.code]).toEqual(["Phường Phố Hiến", "11953"])
  expect(unknown).toEqual({ name: "xã Không Có Thật", code: null, polygons: [] })
  const points = (known?.polygons[0] ?? "").split(" ").map((pair) => pair.split(",").map(Number))
  expect([known?.polygons.length, points.length <= 60, points[0]]).toEqual([1, true, points.at(-1)])
  // Phố Hiến lies at 20.66° N, 106.07° E.
  for (const axis of [0, 1] as const) {
    const [least, most] = [Math.min, Math.max].map((of) => of(...points.map((pair) => pair[axis] ?? 0)))
    const at = [20.6629, 106.0693][axis] ?? 0
    expect([(least ?? at) < at, at < (most ?? at)]).toEqual([true, true])
  }
  expect(cap(warning)).toMatch(/<polygon>20\.\d+,106\.\d+ .*<\/polygon>\s*<geocode>/)
})

test("a quote in a value stays inside its pattern, and a range is any number of its beginning", () => {
  expect(patternOf({ kind: "url", value: String.raw`http://a.example/'\x`, openDigits: null })).toBe(
    String.raw`[url:value = 'http://a.example/\'\\x']`,
  )
  expect(patternOf({ kind: "phone-range", value: "+8424999", openDigits: 4 })).toBe(
    "[phone-number:value LIKE '+8424999____']",
  )
})

test("the columns of the list are a contract: their names and order stay", () => {
  expect(csvColumns.join(",")).toBe(
    "id,kind,value,open_digits,tlp,trick,confidence,valid_from,valid_until,state,changed_at,warnings",
  )
  expect(csvOf(every.slice(0, 1)).split("\r\n")).toHaveLength(3)
})
