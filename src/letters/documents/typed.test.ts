import { expect, test } from "vitest"
import { blocksOf, typedIn } from "./typed.ts"

test("what is typed line by line becomes headings, items and dashes, each under its own", () => {
  const typed = [
    "Sau khi xem xét, UBND tỉnh yêu cầu:",
    "I. NHIỆM VỤ",
    "1. Sở Y tế",
    "- Rà soát.",
    "- Báo cáo.",
    "2. Công an tỉnh chủ trì kiểm tra, báo cáo trước ngày 15/12/2023.",
    "a) Kiểm tra.",
    "II. TỔ CHỨC THỰC HIỆN",
    "",
    "Các cơ quan thực hiện.",
  ].join("\r\n")
  expect(blocksOf(typed)).toEqual([
    { is: "paragraph", text: "Sau khi xem xét, UBND tỉnh yêu cầu:" },
    {
      is: "section",
      mark: "I",
      title: "NHIỆM VỤ",
      blocks: [
        {
          is: "section",
          mark: "1",
          title: "Sở Y tế",
          blocks: [{ is: "list", items: ["Rà soát.", "Báo cáo."] }],
        },
        {
          is: "section",
          mark: "2",
          blocks: [
            { is: "paragraph", text: "Công an tỉnh chủ trì kiểm tra, báo cáo trước ngày 15/12/2023." },
            { is: "section", mark: "a", blocks: [{ is: "paragraph", text: "Kiểm tra." }] },
          ],
        },
      ],
    },
    {
      is: "section",
      mark: "II",
      title: "TỔ CHỨC THỰC HIỆN",
      blocks: [{ is: "paragraph", text: "Các cơ quan thực hiện." }],
    },
  ])
})

test("an article that announces a list keeps its words, and holds the list", () => {
  expect(blocksOf("Điều 2. Sở Y tế có trách nhiệm:\n- Rà soát.")).toEqual([
    {
      is: "section",
      mark: "Điều 2",
      blocks: [
        { is: "paragraph", text: "Sở Y tế có trách nhiệm:" },
        { is: "list", items: ["Rà soát."] },
      ],
    },
  ])
})

test("rows pasted from a spreadsheet become a table under their caption, numbers to the right", () => {
  const typed = "Số liệu:\nBảng 1: Tin báo theo huyện\nHuyện\tSố tin\nVăn Lâm\t1.204\nMỹ Hào\t87\nHết."
  expect(blocksOf(typed)).toEqual([
    { is: "paragraph", text: "Số liệu:" },
    {
      is: "table",
      caption: "Tin báo theo huyện",
      columns: [
        { title: "Huyện", share: 0.7 },
        { title: "Số tin", share: 0.6, align: "right" },
      ],
      rows: [
        ["Văn Lâm", "1.204"],
        ["Mỹ Hào", "87"],
      ],
    },
    { is: "paragraph", text: "Hết." },
  ])
})

test("“Biểu đồ” above a table draws what its columns count, and the table stays", () => {
  const [chart, table] = blocksOf(
    "Biểu đồ đường: Tin theo tháng\n| Tháng | Nhận | Xử lý |\n|---|---|---|\n| 7 | 12 | 10,5 |\n| 8 | | 9 |",
  )
  expect(chart).toEqual({
    is: "chart",
    form: "lines",
    caption: "Tin theo tháng",
    categories: ["7", "8"],
    series: [
      { name: "Nhận", values: [12, null] },
      { name: "Xử lý", values: [10.5, 9] },
    ],
  })
  expect(table).toMatchObject({
    is: "table",
    rows: [
      ["7", "12", "10,5"],
      ["8", "", "9"],
    ],
  })
})

test("from “Phụ lục:” on it is an annex; “(ngang)” lays it on its side", () => {
  const { blocks, annexes } = typedIn(
    "Nội dung.\nPhụ lục: Danh sách\n- Một.\nPhụ lục II (ngang): Bảng rộng\nHai.",
  )
  expect(blocks).toEqual([{ is: "paragraph", text: "Nội dung." }])
  expect(annexes).toEqual([
    { title: "Danh sách", turn: "portrait", blocks: [{ is: "list", items: ["Một."] }] },
    { title: "Bảng rộng", turn: "landscape", blocks: [{ is: "paragraph", text: "Hai." }] },
  ])
})

test("a list pasted with tabs after its marks is a list, and a caption above nothing is a sentence", () => {
  expect(blocksOf("1.\tSở Y tế\n-\tRà soát.\nBảng: không có bảng")).toEqual([
    {
      is: "section",
      mark: "1",
      title: "Sở Y tế",
      blocks: [
        { is: "list", items: ["Rà soát."] },
        { is: "paragraph", text: "Bảng: không có bảng" },
      ],
    },
  ])
})
