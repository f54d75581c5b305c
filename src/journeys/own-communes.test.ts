import { expect, test } from "vitest"
import { communeNamed, communesIn, sayOwnCommunes } from "../kernel/outlines/communes.ts"
import { groundOn } from "../kernel/outlines/ground.ts"
import { communeNames, communeOf } from "../reports/leadership/domain/areas.ts"
import { areasOf } from "../sharing/feeds/communes.ts"

test("a province that corrected its list of communes at the set-up finds them in figures, on its map and in its warnings", () => {
  const here = { province: "15", outlines: null }
  const shapes = () => groundOn(here, "2026-03-01").map.communes.map(({ name }) => name)
  expect(communesIn("15").length).toBeGreaterThan(50)
  expect([communeOf("15", "xã Suối Mẫu"), shapes().includes("xã Suối Mẫu")]).toEqual([null, false])
  sayOwnCommunes("15", [communeNamed("99001", "Xã Suối Mẫu"), communeNamed("99002", "đặc khu Đảo Mẫu")])
  expect(communeOf("15", "thôn 2, xã Suối Mẫu")).toBe("99001")
  expect(communeNames("15").get("99002")).toBe("đặc khu Đảo Mẫu")
  expect(shapes()).toEqual(["xã Suối Mẫu", "đặc khu Đảo Mẫu"])
  expect(areasOf("15", ["xã Suối Mẫu"])[0]?.code).toBe("99001")
})

test("the list said again as it was stays the same list, for what was made of it", () => {
  sayOwnCommunes("12", [communeNamed("99003", "xã Một")])
  const first = communesIn("12")
  sayOwnCommunes("12", [communeNamed("99003", "xã Một")])
  expect(communesIn("12")).toBe(first)
})
