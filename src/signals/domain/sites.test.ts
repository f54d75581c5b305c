import { expect, test } from "vitest"
import { siteOf } from "./sites.ts"

const site = (value: string) => siteOf({ kind: value.includes("/") ? "url" : "domain", value })

test("personal links, the bare name and names under it are one site", () => {
  const all = [
    "http://qua-tang.example/u/aaa111",
    "https://www.qua-tang.example/u/bbb222?x=1",
    "qua-tang.example",
    "m.qua-tang.example",
  ]
  expect(new Set(all.map(site))).toEqual(new Set(["qua-tang.example"]))
})

test("pages that strangers keep on one platform are no site in common, nor is an office's", () => {
  for (const value of ["https://sites.google.com/view/a", "https://vietcombank.com.vn/x", "chinhphu.vn"])
    expect({ value, site: site(value) }).toEqual({ value, site: null })
  expect(site("http://shop-a.blogspot.com/")).toBe("shop-a.blogspot.com")
})

test("what is no web address has no site", () => {
  expect(siteOf({ kind: "phone", value: "+84912000111" })).toBeNull()
  expect(siteOf({ kind: "url", value: "http://192.0.2.7/x" })).toBeNull()
})
