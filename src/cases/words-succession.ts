/** What the administrator reads of cases in the plan of a reform. */
import { plural } from "../kernel/format.ts"
import { defineWords } from "../kernel/words.ts"

export const successionWords = defineWords({
  vi: {
    byReform: "Sắp xếp tổ chức",
    case: (number: string, state: string, due: string) => `Vụ việc ${number}, ${state}, ${due}`,
    due: (date: string) => `hạn ${date}`,
    noDue: "không có thời hạn",
    archive: (cases: string) => `Lưu trữ ${cases} vụ việc đã kết thúc`,
    request: (asks: string, body: string) => `Yêu cầu ngăn chặn chờ trả lời (${asks}) của ${body}`,
    file: (number: string, body: string) => `Hồ sơ vụ việc ${number} do ${body} chuyển đến`,
    numberedBy: (body: string) => `số của ${body}`,
  },
  en: {
    byReform: "Reform",
    case: (number, state, due) => `Case ${number}, ${state}, ${due}`,
    due: (date) => `due ${date}`,
    noDue: "no deadline",
    archive: (cases) => `Archive of ${cases} closed ${plural(Number(cases), "case", "cases")}`,
    request: (asks, body) => `Unanswered request (${asks}) of ${body}`,
    file: (number, body) => `File of case ${number} handed over by ${body}`,
    numberedBy: (body) => `number given by ${body}`,
  },
})
