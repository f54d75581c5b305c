import { expect, test } from "vitest"
import { movingMailsPerHour, type TellingsOfHour, toTell } from "./telling.ts"

const at = (minute: number) => new Date(Date.UTC(2026, 2, 16, 8, minute))
const never: TellingsOfHour = { hourAt: new Date(0).toISOString(), movingMails: 0, usualAt: null }

test("a desk that gets a tip of moving money each minute is written to six times in the hour, and again in the next", () => {
  let told = never
  const sent: number[] = []
  for (let minute = 0; minute <= 60; minute += 1) {
    const now = toTell({ moving: 1, usual: 0 }, told, at(minute))
    if (now === null) continue
    told = now.next
    sent.push(minute)
  }
  expect(sent).toEqual([...Array(movingMailsPerHour).keys(), 60])
})

test("tips that can wait are told of once an hour, and never hold up one about moving money", () => {
  const first = toTell({ moving: 0, usual: 3 }, never, at(0))
  expect(first).toMatchObject({ moving: false, usual: true })
  const told = first?.next ?? never
  expect(toTell({ moving: 0, usual: 2 }, told, at(59))).toBeNull()
  expect(toTell({ moving: 1, usual: 2 }, told, at(20))).toMatchObject({ moving: true, usual: false })
  expect(toTell({ moving: 0, usual: 2 }, told, at(60))).toMatchObject({ moving: false, usual: true })
})
