import { expect, test } from "vitest"
import { afterTelling, mayTell, movingMailsPerHour, type TellingsOfHour } from "./telling.ts"

const at = (minute: number) => new Date(Date.UTC(2026, 2, 16, 8, minute))
const never: TellingsOfHour = { hourAt: new Date(0).toISOString(), movingMails: 0, usualAt: null }

test("a desk that gets a tip of moving money each minute is written to six times in the hour, and again in the next", () => {
  let before = never
  const sent: number[] = []
  for (let minute = 0; minute <= 60; minute += 1) {
    if (!mayTell(before, at(minute)).moving) continue
    before = afterTelling(before, { moving: 1, usual: 0 }, at(minute))
    sent.push(minute)
  }
  expect(sent).toEqual([...Array(movingMailsPerHour).keys(), 60])
})

test("tips that can wait are told of once an hour, and never hold up one about moving money", () => {
  expect(mayTell(never, at(0)).usual).toBe(true)
  const told = afterTelling(never, { moving: 0, usual: 3 }, at(0))
  expect(mayTell(told, at(59))).toEqual({ moving: true, usual: false })
  const moved = afterTelling(told, { moving: 1, usual: 0 }, at(20))
  expect(mayTell(moved, at(59)).usual).toBe(false)
  expect(mayTell(moved, at(60)).usual).toBe(true)
})
