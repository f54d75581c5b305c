/** A check, from its plan to its conclusion, may serve a task of a letter. */
import type { ServingRoom } from "../../directives/index.ts"
import { codeOf } from "../domain/code.ts"
import { paths } from "../paths.ts"
import { namesOfChecks } from "../store/inspections.ts"
import { servingWords } from "../words-serving.ts"

export const inspectionRoom: ServingRoom = {
  kind: "inspection",
  name: (lang) => servingWords[lang].room,
  figure: (lang, n) => servingWords[lang].figure(n),
  words: [
    "thanh tra, kiểm tra",
    "kiểm tra, thanh tra",
    "thanh tra",
    "kiểm tra",
    "kiểm soát",
    "xử lý vi phạm",
  ],
  read: async (tx, ids) =>
    (await namesOfChecks(tx, ids)).map((row) => ({
      id: row.id,
      title: `${codeOf(row)}: ${row.subject}`,
      href: paths.inspection(row.id),
    })),
}

export const inspectionRooms: readonly ServingRoom[] = [inspectionRoom]
