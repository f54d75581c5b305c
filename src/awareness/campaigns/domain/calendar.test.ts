import ICAL from "ical.js"
import { expect, test } from "vitest"
import { calendarOf, type Entry } from "./calendar.ts"

const session: Entry = {
  ...{
    id: "01890000-0000-7000-8000-0000000000e1",
    title: "Nói chuyện; hỏi, đáp",
    details: "Dòng một\nDòng hai",
  },
  ...{ location: "Nhà văn hóa, xã Mẫu", url: "https://mau.example/lich-tuyen-truyen" },
  ...{ madeAt: "2026-05-01T01:00:00Z", cancelledAt: null, on: "2026-05-09", from: "17:00", until: "18:30" },
}
const campaign: Entry = {
  ...{ id: "01890000-0000-7000-8000-0000000000c1", title: "Cúp máy", details: "", location: null },
  ...{ url: "https://mau.example/", madeAt: "2026-05-01T01:00:00Z", cancelledAt: null },
  ...{ firstOn: "2026-05-01", lastOn: "2026-05-31" },
}
const read = (entries: readonly Entry[]) => {
  const text = calendarOf({ name: "Lịch", description: "Mẫu", lang: "vi" }, entries)
  const parsed = new ICAL.Component(ICAL.parse(text))
  return { text, events: parsed.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one)) }
}

test("another program reads the day and hour of Vietnam, the whole days of a campaign, and every sign of the words", () => {
  const { text, events } = read([session, campaign])
  const [talk, span] = events
  expect(talk?.startDate.toJSDate().toISOString()).toBe("2026-05-09T10:00:00.000Z")
  expect(talk?.endDate.toJSDate().toISOString()).toBe("2026-05-09T11:30:00.000Z")
  expect([talk?.uid, talk?.summary, talk?.description, talk?.location]).toEqual([
    session.id,
    "Nói chuyện; hỏi, đáp",
    "Dòng một\nDòng hai",
    "Nhà văn hóa, xã Mẫu",
  ])
  expect([span?.startDate.isDate, span?.startDate.toString(), span?.endDate.toString()]).toEqual([
    true,
    "2026-05-01",
    "2026-06-01",
  ])
  // Lines end in CRLF and hold 75 bytes at most (RFC 5545, 3.1).
  const lines = text.split("\r\n")
  expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !line.includes("\n"))).toBe(true)
})

test("a session that is cancelled keeps its UID, says so, and counts as the newer word about it", () => {
  const [event] = read([{ ...session, cancelledAt: "2026-05-05T01:00:00Z" }]).events
  const value = (name: string) => event?.component.getFirstPropertyValue(name)
  expect([event?.uid, value("status"), event?.sequence]).toEqual([session.id, "CANCELLED", 1])
})
