import { describe, expect, test } from "vitest"
import { readTarget } from "../../signals/index.ts"
import { type GoodNames, goodNameOf } from "./good-names.ts"
import { audiences, audiencesWithin, canonicalOf, faultOf, tlps } from "./indicator.ts"

describe("TLP says how wide an indicator may go", () => {
  test.each([
    ["clear", "public"],
    ["green", "bodies"],
    ["amber", "enterprises"],
    ["amber+strict", "chosen"],
    ["red", "chosen"],
  ] as const)("%s: at most to %s", (tlp, widest) => {
    expect(audiencesWithin(tlp)).toEqual(audiences.slice(0, audiences.indexOf(widest) + 1))
  })

  test("every TLP lets somebody be chosen", () => {
    for (const tlp of tlps) expect(audiencesWithin(tlp)).toContain("chosen")
  })
})

describe("a draft that cannot go out says how to put it right", () => {
  const good = { tlp: "green", audience: "bodies", recipients: [], validUntil: "2026-12-31" } as const
  const asked = { isAuthority: true, today: "2026-11-30" }
  test.each([
    [{ ...good }, asked, null],
    [{ ...good, audience: "public" as const }, asked, "audienceTooWide"],
    [
      { ...good, tlp: "clear" as const, audience: "public" as const },
      { ...asked, isAuthority: false },
      "onlyAuthorities",
    ],
    [{ ...good, audience: "chosen" as const }, asked, "noRecipients"],
    [{ ...good, validUntil: "2026-11-29" }, asked, "endsTooEarly"],
    [{ ...good, validUntil: "2027-12-01" }, asked, "endsTooLate"],
  ])("%o", (draft, who, fault) => {
    expect(faultOf(draft, who)).toBe(fault)
  })
})

describe("one thing has one form, however it is typed", () => {
  test.each([
    ["phone", "0951 234 567", "+84951234567", null],
    ["phone-range", "0249 9990 xxx", "+842499990", 3],
    ["phone-range", "0951234500 - 0951234599", "+849512345", 2],
    ["domain", "Dien1uc-SongNhan.example", "dien1uc-songnhan.example", null],
    ["brandname", "Ngan Hang X", "NGAN HANG X", null],
    ["imei", "49-015420-323751-8", "490154203237518", null],
    ["e-wallet", "MoMo 0951 234 567", "momo:0951234567", null],
    ["e-wallet", "Ví MoMo 0951 234 567", "momo:0951234567", null],
    ["e-wallet", "ví điện tử ShopeePay: +84 951 234 567", "shopeepay:0951234567", null],
    ["e-wallet", "VNPT Pay 0951.234.567", "vnptmoney:0951234567", null],
    [
      "crypto",
      "0x52908400098527886E0F7030069857D2E4169EE7",
      "0x52908400098527886e0f7030069857d2e4169ee7",
      null,
    ],
  ] as const)("%s %s", (kind, typed, value, openDigits) => {
    expect(canonicalOf(kind, typed, readTarget)).toEqual({ value, openDigits })
  })

  test.each([
    ["phone", "không phải số"],
    ["phone-range", "0951234500 - 0951234577"],
    ["imei", "490154203237519"],
    ["crypto", "0x12"],
  ] as const)("%s: “%s” is none", (kind, typed) => {
    expect(canonicalOf(kind, typed, readTarget)).toBeNull()
  })
})

describe("a good name is never an indicator", () => {
  const names: GoodNames = {
    isOfficialHost: (value) =>
      /(?:^|\.|\/\/)(?:vietcombank\.com\.vn|gmail\.com|chinhphu\.vn|[a-z.]+\.gov\.vn)$/.test(value),
    isOfficialMail: (address) =>
      /@(?:[a-z]+\.)?(?:vietcombank\.com\.vn|chinhphu\.vn|sokhcn\.gov\.vn)$/.test(address),
    numbers: new Set(["19001234", "02439999999"]),
  }
  test.each([
    [{ kind: "domain", value: "vietcombank.com.vn" }, "host"],
    [{ kind: "domain", value: "gmail.com" }, "host"],
    [{ kind: "phone", value: "19001234" }, "number"],
    [{ kind: "phone", value: "113" }, "number"],
    [{ kind: "phone", value: "+842439999999" }, "number"],
    [{ kind: "phone-range", value: "+842439999" }, "number"],
    [{ kind: "email", value: "ai@sokhcn.gov.vn" }, "host"],
    [{ kind: "email", value: "cskh@vietcombank.com.vn" }, "host"],
    [{ kind: "email", value: "x@chinhphu.vn" }, "host"],
    [{ kind: "email", value: "ke.gian@gmail.com" }, null],
    [{ kind: "domain", value: "vietcombank.com.vn.test" }, null],
    [{ kind: "phone", value: "+84951234567" }, null],
  ] as const)("%o → %s", (thing, is) => {
    expect(goodNameOf(thing, names)).toBe(is)
  })
})
