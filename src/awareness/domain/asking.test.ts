import { expect, test } from "vitest"
import { adviceFor } from "./asking.ts"

test.each([
  [[], "nothing"],
  [["hurry"], "careful"],
  [["code"], "stop"],
  [["hurry", "secret"], "stop"],
  [["paid"], "paid"],
  [["hurry", "code", "paid"], "paid"],
] as const)("who says %j is led to %s", (signs, advice) => expect(adviceFor(signs)).toBe(advice))
