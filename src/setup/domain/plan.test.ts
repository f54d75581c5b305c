import { describe, expect, test } from "vitest"
import { proposedBodies, proposedGroups, proposedUnits, provinces, written } from "../actions/data.ts"
import { exampleSetup } from "../example.ts"
import { asPages, originOf, type Setup, setupFileShape } from "./plan.ts"
import { pointerOf } from "./pointer.ts"
import { type Complaint, misfitsOf, slugsOf } from "./whole.ts"

describe("what the data propose for each of the 34 provinces", () => {
  test("there are 34, and cities stand by their name alone", () => {
    expect(provinces()).toHaveLength(34)
    expect(provinces().find(({ code }) => code === "79")).toEqual({
      code: "79",
      name: "Hồ Chí Minh",
      kind: "thành phố",
    })
    expect(provinces().filter(({ name }) => /^(?:Tỉnh|Thành phố) /.test(name))).toEqual([])
  })
  test.each(provinces())(
    "$name begins with communes, a chart whose addresses differ, and nothing that does not fit",
    (province) => {
      const units = proposedUnits(province.code)
      expect(units.length).toBeGreaterThan(30)
      const bodies = proposedBodies(province, units)
      expect(bodies.filter(({ unit }) => unit !== null)).toHaveLength(units.length * 2)
      expect(bodies.map(({ name }) => name)).toContain(`UBND ${province.kind} ${province.name}`)
      expect(bodies.filter(({ name }) => /[{}]/.test(name))).toEqual([])
      expect(new Set(slugsOf(bodies)).size).toBe(bodies.length)
      const setup: Setup = {
        ...asPages(exampleSetup()).setup,
        province: { code: province.code },
        units: { from: "proposed", list: [] },
        chart: { from: "start", bodies: [], groups: [] },
        posts: { lead: "Sở Khoa học và Công nghệ", chartKeeper: `Văn phòng UBND ${province.kind}` },
      }
      const administrators = setup.administrators.map((one, at) => ({
        ...one,
        body: at === 0 ? setup.posts.chartKeeper : setup.posts.lead,
      }))
      const whole = written(setup)
      expect(whole === null ? null : misfitsOf({ ...setup, administrators }, whole)).toEqual([])
      expect(proposedGroups().filter(({ rule }) => rule === "members").length).toBe(2)
    },
  )
})

describe("setup.json", () => {
  test("the example is taken as it is printed, and has every key of the shape", () => {
    const example = exampleSetup()
    expect(setupFileShape.parse(structuredClone(example))).toEqual(example)
    for (const [step, shape] of Object.entries(setupFileShape.shape))
      if ("shape" in shape)
        expect(Object.keys(example[step as keyof Setup]).sort(), step).toEqual(
          Object.keys(shape.shape).sort(),
        )
  })
  const misfits = (change: (setup: Setup) => Setup): [string, Complaint["why"]][] => {
    const setup = change(asPages(exampleSetup()).setup)
    const whole = written(setup)
    return whole === null ? [] : misfitsOf(setup, whole).map(({ path, why }) => [pointerOf(path), why])
  }
  test("what does not fit the rest is told with the place of each", () => {
    expect(misfits((setup) => setup)).toEqual([])
    expect(misfits((setup) => ({ ...setup, posts: { ...setup.posts, lead: "Sở Không Có" } }))).toEqual([
      ["/posts/lead", "leadUnknown"],
    ])
    expect(
      misfits((setup) => ({
        ...setup,
        administrators: setup.administrators.map((one) => ({ ...one, body: "Sở Y tế" })),
      })),
    ).toEqual([
      ["/administrators/1/body", "sameBody"],
      ["/administrators/0/body", "nobodyAtKeeper"],
    ])
    expect(
      misfits((setup) => ({
        ...setup,
        chart: { ...setup.chart, bodies: setup.chart.bodies.map((one) => ({ ...one, unit: "99999" })) },
      }))
        .map(([, why]) => why)
        .filter((why) => why !== "unitOfBodyUnknown"),
    ).toEqual([])
    expect(misfits((setup) => ({ ...setup, numbers: [...setup.numbers, ...setup.numbers] }))).toEqual([
      ["/numbers/1/number", "numberTwice"],
    ])
  })
  test("a pointer escapes what JSON Pointer gives a meaning to (RFC 6901, 3)", () => {
    expect(pointerOf([])).toBe("")
    expect(pointerOf(["a/b", "~", 0, ""])).toBe("/a~1b/~0/0/")
  })
  test.each([
    ["https://lienphong.laocai.example", "https://lienphong.laocai.example"],
    ["http://may-chu:3000/", "http://may-chu:3000"],
    ["https://a.example/lienphong", null],
    ["https://a.example/?x=1", null],
    ["ftp://a.example", null],
    ["a.example", null],
  ])("the public address %s is an origin: %s", (typed, origin) => expect(originOf(typed)).toBe(origin))
})
