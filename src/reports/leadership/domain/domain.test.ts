import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { readCsv, readJson } from "../../../kernel/calendar/data.ts"
import { classesOf, classOf } from "../../../kernel/outlines/classes.ts"
import { groundOn } from "../../../kernel/outlines/ground.ts"
import { provinceMap } from "../../../kernel/outlines/map.ts"
import { letterWords, reportMarks, sentencesOn } from "../words-proposals.ts"
import { apartFromElsewhere, communeOf } from "./areas.ts"
import { nextLetter } from "./letter.ts"
import { firstDaysOf, monthsUntil, notableChanges } from "./notable.ts"
import { byAddressee, proposalsFrom } from "./proposals.ts"
import { askedOf, recommendationsIn } from "./recommended.ts"

/** The province whose boundaries the data bring along. */
const province = {
  ...(readJson("administrative-units/demo.json") as { province: { code: string; name: string } }).province,
  kind: "tỉnh" as const,
}

const here = { province: province.code, outlines: null }

describe("places and the map", () => {
  test("a place names a commune of today, with or without accents and kind; an old one by its successor", () => {
    const code = communeOf(province.code, "xã Lương Bằng")
    expect(code).not.toBeNull()
    expect(communeOf(province.code, "thon 3, xa luong bang")).toBe(code)
    expect(communeOf(province.code, "phường Phố Hiến")).not.toBeNull()
    expect(communeOf(province.code, "ngoài tỉnh")).toBeNull()
  })

  test("each commune of today is found by its own name, alone and inside an address", () => {
    const rows = readCsv("administrative-units/communes-hung-yen-2025.csv")
    for (const { name = "", kind = "", code = "" } of rows) {
      expect([name, communeOf(province.code, name)]).toEqual([name, code])
      expect(communeOf(province.code, `Thôn 3, ${kind} ${name}, tỉnh Hưng Yên`)).toBe(code)
    }
  })

  test("the name of a district, a town or the province in an address is not taken for the commune of that name", () => {
    expect(communeOf(province.code, "xã Mễ Sở, huyện Văn Giang, tỉnh Hưng Yên")).toBe(
      communeOf(province.code, "Mễ Sở"),
    )
    expect(communeOf(province.code, "Xã Đông Mỹ, Thành phố Thái Bình")).toBe(
      communeOf(province.code, "Đông Mỹ"),
    )
    expect(communeOf(province.code, "Văn Giang")).not.toBeNull()
    expect(communeOf(province.code, "huyện Văn Giang")).toBeNull()
  })

  test("no sum is lost between the communes and elsewhere", () => {
    const sums = [
      { key: "11983", value: 3 },
      { key: "", value: 6 },
    ]
    const { values, elsewhere } = apartFromElsewhere(sums)
    expect([[...values], elsewhere]).toEqual([[["11983", 3]], 6])
  })

  test("all 104 communes are drawn inside the picture, in a fifth of what the data weighs", () => {
    const { width, height, communes } = provinceMap(here)
    expect(communes).toHaveLength(104)
    for (const { path, at } of communes) {
      for (const [x, y] of [...pointsOf(path), at]) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(width)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(y).toBeLessThanOrEqual(height)
      }
    }
    expect(communes.reduce((sum, one) => sum + one.path.length, 0)).toBeLessThan(20_000)
  })

  test("before 1 July 2025 the map shows the ten old districts, joined from communes; of 104 communes seven lie in two, three of them in old Hưng Yên", () => {
    const before = groundOn(here, "2023-09-15")
    expect(before.map.communes.map(({ name }) => name)).toEqual([
      "Huyện Ân Thi",
      "Huyện Khoái Châu",
      "Huyện Kim Động",
      "Huyện Phù Cừ",
      "Huyện Tiên Lữ",
      "Huyện Văn Giang",
      "Huyện Văn Lâm",
      "Huyện Yên Mỹ",
      "Thành phố Hưng Yên",
      "Thị xã Mỹ Hào",
    ])
    expect(before.straddling).toBe(3)
    const rows = readCsv("administrative-units/commune-succession-hung-yen.csv")
    const inTwo = [...Map.groupBy(rows, (row) => row.new_code)].filter(
      ([, own]) => new Set(own.map((row) => row.old_district)).size > 1,
    )
    expect(inTwo).toHaveLength(7)
    for (const { code, path } of before.map.communes) {
      expect(path).not.toBe("")
      for (const commune of before.communesOf(code)) expect(before.shapeOf(commune)).toBe(code)
    }
    // A commune that was of Thái Bình then is on no map of Hưng Yên.
    expect(before.shapeOf(communeOf(province.code, "xã Tiền Hải") ?? "")).toBeNull()
    const after = groundOn(here, "2025-07-01")
    expect(after.map.communes).toHaveLength(104)
    expect(after.isJoined).toBe(false)
  })

  test("neighbours share their border point by point: no gap opens between them", () => {
    const { communes } = provinceMap(here)
    const edges = new Map<string, number>()
    for (const { path } of communes)
      for (const ring of ringsOf(path))
        ring.forEach((point, i) => {
          const ends = [point, ring[(i + 1) % ring.length] ?? point].map(String).sort().join(" ")
          edges.set(ends, (edges.get(ends) ?? 0) + 1)
        })
    expect(Math.max(...edges.values())).toBe(2)
    // What only one commune has is the province's own edge: at each of its points it comes in and goes out.
    const outer = [...edges].filter(([, times]) => times === 1).map(([ends]) => ends.split(" "))
    const meetings = Map.groupBy(outer.flat(), (point) => point)
    for (const [, times] of meetings) expect(times.length % 2).toBe(0)
    expect(outer.length).toBeLessThan(edges.size / 4)
  })

  test("classes hold every count above nought, each in one, smaller counts in lower classes", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { maxLength: 104 }), (counts) => {
        const classes = classesOf(counts)
        expect(classes.length).toBeLessThanOrEqual(4)
        for (const one of counts) {
          const at = classOf(one, classes)
          if (one === 0) expect(at).toBe(0)
          else {
            expect(classes[at - 1]?.from).toBeLessThanOrEqual(one)
            expect(classes[at - 1]?.to).toBeGreaterThanOrEqual(one)
          }
        }
      }),
    )
  })
})

/** A path's rings, from its steps. */
const ringsOf = (path: string): [number, number][][] =>
  path
    .split("z")
    .filter((ring) => ring !== "")
    .map((ring) => {
      const [from = "", steps = ""] = ring.slice(1).split("l")
      const numbers = [...steps.matchAll(/-?\d+/g)].map(Number)
      let [x = 0, y = 0] = from.split(" ").map(Number)
      const points: [number, number][] = [[x, y]]
      for (let i = 0; i < numbers.length; i += 2) {
        ;[x, y] = [x + (numbers[i] ?? 0), y + (numbers[i + 1] ?? 0)]
        points.push([x, y])
      }
      return points
    })
const pointsOf = (path: string) => ringsOf(path).flat()

describe("what is worth noticing", () => {
  test("rises and falls that are large both in number and in share, the strongest rise first", () => {
    const now = [
      { key: "a", value: 40 },
      { key: "b", value: 101 },
      { key: "c", value: 2 },
    ]
    const was = [
      { key: "a", value: 20 },
      { key: "b", value: 100 },
      { key: "d", value: 9 },
    ]
    expect(notableChanges(now, was, 5).map((one) => one.key)).toEqual(["a", "d"])
  })

  test("a period that runs is held against as many days of the one before, a whole one against the whole", () => {
    const before = { from: "2022-12-15", to: "2023-06-14" }
    expect(firstDaysOf(before, { from: "2023-06-15", to: "2023-06-24" })).toEqual({
      from: "2022-12-15",
      to: "2022-12-24",
    })
    expect(firstDaysOf(before, { from: "2023-06-15", to: "2023-12-14" })).toEqual(before)
  })

  test("twelve months end with this one", () => {
    expect(monthsUntil("2023-02-10", 3)).toEqual(["2022-12", "2023-01", "2023-02"])
  })
})

describe("the next directive", () => {
  const say = sentencesOn("2023-12-15", "Sở Thông tin và Truyền thông")
  const options = { known: ["Các doanh nghiệp viễn thông", "Công an tỉnh"], soon: "2024-01-14" }
  const seen = {
    risen: [
      { key: "bank", name: "Giả danh ngân hàng", now: 40, was: 12 },
      { key: "loan", name: "Vay tiền online", now: 3, was: 20 },
    ],
    late: [
      { path: "1.3", text: "Kịp thời trao đổi thông tin;", late: 17, total: 30, to: "" },
      { path: "1.4", text: "Tuyên truyền", late: 0, total: 30, to: "" },
    ],
    recommended: [
      {
        by: "Sở Thông tin và Truyền thông",
        text: "Đề nghị UBND tỉnh chỉ đạo Công an tỉnh mở đợt cao điểm kiểm tra SIM kích hoạt sẵn.",
        place: "mục VI",
      },
      { by: "Sở Y tế", text: "Kiến nghị tập huấn thêm cho cán bộ.", place: "phụ lục" },
    ],
    untold: ["Lượt tuần tra"],
  }

  test("proposes what rose, what is late, what was recommended and what nobody told, each with its evidence; never what fell", () => {
    const made = proposalsFrom(seen, say, options)
    expect(made.map((one) => one.id)).toEqual([
      ...["rose-0", "block", "late-0", "recommended-0", "recommended-1", "untold"],
    ])
    expect(made[0]?.why).toContain("12 tin trong cùng số ngày của kỳ trước, 40 tin kỳ này")
    expect(made[2]?.why).toContain("17 trong 30")
    expect(made[2]?.text).toBe("Khẩn trương hoàn thành nhiệm vụ đã giao: kịp thời trao đổi thông tin.")
    expect(made[2]?.dueOn).toBe("2024-01-14")
    expect(JSON.stringify(made)).not.toContain("Vay tiền")
  })

  test("a recommendation that names who should act is given to them; another goes to the lead department to be considered", () => {
    const [named, other] = proposalsFrom(seen, say, options).filter(({ about }) => about === "recommended")
    expect(named).toMatchObject({
      to: "Công an tỉnh",
      text: "Mở đợt cao điểm kiểm tra SIM kích hoạt sẵn.",
      why: "Sở Thông tin và Truyền thông nêu tại mục VI của báo cáo: “Đề nghị UBND tỉnh chỉ đạo Công an tỉnh mở đợt cao điểm kiểm tra SIM kích hoạt sẵn”.",
    })
    expect(other?.to).toBe("Sở Thông tin và Truyền thông")
    expect(other?.text).toContain("xem xét kiến nghị của Sở Y tế: “Kiến nghị tập huấn thêm cho cán bộ”")
    expect(askedOf("Đề nghị UBND tỉnh chỉ đạo ai đó làm gì", options.known)).toBeNull()
  })

  test("says nothing where nothing happened", () => {
    expect(proposalsFrom({ risen: [], late: [], recommended: [], untold: [] }, say, options)).toEqual([])
  })

  test("what goes to one addressee stands under one heading", () => {
    const groups = byAddressee(proposalsFrom(seen, say, options))
    expect(groups.map((one) => one.tasks.length)).toEqual([3, 1, 1, 1])
  })

  test("the letter prints whom, what and by when; a deputy signs for the chair of the committee", () => {
    const kept = proposalsFrom(seen, say, options)
    const signer = { name: "Bùi Thị Lãnh", title: "Phó Chủ tịch UBND tỉnh" }
    const cites = "Báo cáo số 03/BC-STTTT ngày 15/12/2023 của Sở Thông tin và Truyền thông"
    const { model, text } = nextLetter(
      { subject: "tiếp tục phối hợp", cites, kept, signer },
      letterWords(province, "UBND-KGVX"),
    )
    expect(text).toContain(`Sau khi xem xét ${cites}, Ủy ban nhân dân tỉnh yêu cầu`)
    expect(text).toContain(
      "- Khẩn trương hoàn thành nhiệm vụ đã giao: kịp thời trao đổi thông tin, hoàn thành chậm nhất ngày 14/01/2024.",
    )
    expect(text).toContain("\n3. Công an tỉnh\n- Mở đợt")
    expect(model.signatures).toEqual([
      {
        inStead: [
          { form: "TM", of: "Ủy ban nhân dân" },
          { form: "KT", of: "Chủ tịch" },
        ],
        position: "Phó Chủ tịch",
        name: "Bùi Thị Lãnh",
      },
    ])
    expect(model.addressees).toContain("UBND huyện, thị xã, thành phố")
  })
})

describe("what a report recommends", () => {
  const marks = reportMarks("Nội dung do các cơ quan báo cáo")
  const report = {
    issuer: { name: "Sở Thông tin và Truyền thông" },
    blocks: [
      {
        is: "section" as const,
        mark: "V",
        title: "Phương hướng",
        blocks: [{ is: "paragraph" as const, text: "Đề nghị gì đó." }],
      },
      {
        is: "section" as const,
        mark: "VI",
        title: "Kiến nghị, đề xuất",
        blocks: [
          { is: "paragraph" as const, text: "Đề nghị Ủy ban nhân dân tỉnh:" },
          { is: "list" as const, items: ["Bố trí kinh phí tuyên truyền."] },
        ],
      },
    ],
    annexes: [
      {
        title: "Nội dung do các cơ quan báo cáo",
        blocks: [
          {
            is: "table" as const,
            columns: [{ title: "TT" }, { title: "Cơ quan" }, { title: "Nội dung" }],
            rows: [
              ["1", "Sở Y tế", "Đã tập huấn 12 lớp. Kiến nghị cấp thêm tài liệu. Không có khó khăn."],
              ["2", "Sở Nội vụ", "Đã làm. Không có kiến nghị."],
            ],
          },
        ],
      },
    ],
  }

  test("its own part of recommendations, and the sentences of bodies that recommend; who has none is not quoted", () => {
    expect(recommendationsIn(report, marks)).toEqual([
      { by: "Sở Thông tin và Truyền thông", text: "Bố trí kinh phí tuyên truyền.", place: "mục VI" },
      {
        by: "Sở Y tế",
        text: "Kiến nghị cấp thêm tài liệu.",
        place: "phụ lục “Nội dung do các cơ quan báo cáo”",
      },
    ])
  })
})
