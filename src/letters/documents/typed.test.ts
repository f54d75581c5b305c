import { expect, test } from "vitest"
import { blocksOf } from "./typed.ts"

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
