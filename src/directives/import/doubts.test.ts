/** "Không còn chỗ nào chưa rõ" is said only when it is true. */
import { expect, test } from "vitest"
import { stateCalendar } from "../../kernel/calendar/data.ts"
import { readText } from "../../letters/read/read.ts"
import { bodiesOf, greetedForNothing, type Resolution } from "./bodies.ts"
import { apply, isRefused } from "./corrections.ts"
import { type Doubt, doubtKey, doubtsOf, draftOf } from "./domain.ts"
import { editsOf } from "./forms.ts"
import { dueOf, obstacles } from "./plan.ts"

const letter = (body: string, date = "12 tháng 9 năm 2023") => `UBND TỈNH ĐÔNG HÀ
Số: 12/UBND-NC
V/v rà soát thuê bao
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đông Hà, ngày ${date}
Kính gửi: Sở Y tế; Công an tỉnh.
${body}
Nơi nhận:
- Như trên;
- Lưu: VT.
CHỦ TỊCH
Trần Văn Mẫu`
const asked = "UBND tỉnh yêu cầu:\n1. Sở Y tế rà soát thuê bao; báo cáo UBND tỉnh trước ngày 30/9/2023."
const weekday = stateCalendar()

function doubtsIn(text: string, around: { unknown?: readonly string[]; today?: string } = {}): Doubt[] {
  const reading = readText(text)
  const draft = draftOf(reading)
  const unknown = new Map(draft.clauses.map((clause) => [clause.id, around.unknown ?? []]))
  return doubtsOf(draft, reading, { unknown, today: around.today ?? "2023-09-15" })
}
const kinds = (doubts: readonly Doubt[]) => doubts.map(({ about, kind }) => `${about}:${kind}`)

test("a letter that was read wholly leaves no doubt", () => {
  expect(kinds(doubtsIn(letter(asked)))).toEqual([])
})

test("a letter that gave no task is told before it is issued, not green", () => {
  expect(kinds(doubtsIn(letter("UBND tỉnh thông báo để Sở Y tế biết.")))).toContain("letter:noTask")
})

test("a letter dated 2025 that a clerk takes in 2023 is told", () => {
  expect(kinds(doubtsIn(letter(asked, "12 tháng 9 năm 2025")))).toContain("date:otherYear")
})

test("communes that a group line names and no body answers to are a doubt, and block the issue until somebody decides", () => {
  const reading = readText(letter(asked))
  const draft = draftOf(reading)
  const unknown = new Map([["g1", ["Chủ tịch UBND các xã, phường, thị trấn"]]])
  const around = { unknown, today: "2023-09-15" }
  const doubts = doubtsOf(draft, reading, around)
  expect(kinds(doubts)).toEqual(["clause:unknownName"])
  const resolution: Resolution = { clauses: [], named: {} }
  const blocked = (some: readonly Doubt[]) =>
    obstacles(draft, bodiesOf(draft, resolution, new Map()), weekday, some).filter(
      ({ what }) => what === "unknownName",
    )
  expect(blocked(doubts)).toHaveLength(1)
  const settled = { ...draft, settled: doubts.map(doubtKey) }
  expect(blocked(doubtsOf(settled, reading, around))).toEqual([])
})

test("a name of a task's own that no body answers to, also of who leads it, is a doubt, blocks the issue and is settled by itself", () => {
  const reading = readText(letter("UBND tỉnh yêu cầu:\n1. Sở Y tế rà soát thuê bao.\n2. Công an tỉnh xử lý."))
  const draft = draftOf(reading)
  const [first] = draft.clauses.flatMap(({ tasks }) => tasks)
  const id = first?.id ?? ""
  const unknown = ["Ban Chỉ đạo 138 huyện", "Hội Người cao tuổi"]
  const around = { unknown: new Map(), unknownOfTasks: new Map([[id, unknown]]), today: "2023-09-15" }
  const doubts = doubtsOf(draft, reading, around)
  expect(kinds(doubts)).toEqual(["task:unknownName", "task:unknownName"])
  const resolution: Resolution = { clauses: [], named: {} }
  const blocked = (some: readonly Doubt[]) =>
    obstacles(draft, bodiesOf(draft, resolution, new Map()), weekday, some).flatMap((one) =>
      one.what === "unknownName" ? [[one.row, one.words]] : [],
    )
  expect(blocked(doubts)).toEqual(unknown.map((words) => [id, words]))
  const settled = { ...draft, settled: [doubtKey(doubts[0] as Doubt)] }
  expect(blocked(doubtsOf(settled, reading, around))).toEqual([[id, "Hội Người cao tuổi"]])
  // A person who chose the bodies has decided.
  const tasks = draft.clauses.map((clause) => ({
    ...clause,
    tasks: clause.tasks.map((task) => ({ ...task, only: task.id === id ? ["x"] : task.only })),
  }))
  expect(kinds(doubtsOf({ ...draft, clauses: tasks }, reading, around))).toEqual([])
})

test("pictures in a letter, and a scan, are a doubt until somebody says that no stamp stands in them", () => {
  const reading = readText(letter(asked))
  const draft = draftOf(reading)
  const around = { unknown: new Map(), today: "2023-09-15" }
  const pictured = doubtsOf(draft, { ...reading, pictures: 2 }, around)
  expect(kinds(pictured)).toEqual(["letter:pictures"])
  const scanned = doubtsOf(draft, reading, { ...around, declaredAt: "2023-09-15T02:00:00Z" })
  expect(scanned).toEqual([{ about: "letter", kind: "pictures", declaredAt: "2023-09-15T02:00:00Z" }])
  const settled = { ...draft, settled: ["letter:pictures"] }
  expect(doubtsOf(settled, { ...reading, pictures: 2 }, around)).toEqual([])
})

test("words of time that are half understood ask for a date instead of proposing a late one", () => {
  const half = [
    "giữa năm 2024",
    "đầu năm 2024",
    "định kỳ 06 tháng một lần (tháng 01 và tháng 6 hàng năm)",
    "ngày 20/3 và 20/12 hàng năm",
  ]
  for (const words of half) {
    const text = letter(`UBND tỉnh yêu cầu:\n1. Sở Y tế báo cáo UBND tỉnh ${words}.`)
    expect([words, kinds(doubtsIn(text))]).toEqual([words, ["task:deadlineOpen"]])
    const draft = draftOf(readText(text))
    const tasks = draft.clauses.flatMap((clause) => clause.tasks)
    expect(tasks.map((task) => dueOf(task, draft.issuedOn, weekday).dueOn)).toEqual([null])
  }
})

test("words behind a deadline that make another time of it propose no date", () => {
  for (const words of [
    "trước ngày 15/6 năm 2027",
    "trước ngày 15/6 năm sau",
    "trước ngày 15/6 của năm tiếp theo",
    "trước ngày 15/6 các năm",
    "trong tháng 6 và tháng 12 hằng năm",
    "trong tháng 6 hoặc tháng 7",
    "trong tháng 5, 6 năm 2026",
    "trong vòng 10 ngày, tính từ ngày nhận được văn bản",
    "trong 30 ngày tính từ ngày 01/7/2026",
    "chậm nhất sau 15 ngày kết thúc quý",
    "sau 03 tháng thực hiện",
    "trước ngày 20 tháng 6 âm lịch",
    "trước ngày 15/6, ngày 15/12/2026",
    "hằng tháng, quý, năm",
    "hằng quý trước ngày 20 của tháng thứ ba",
  ])
    expect([words, ...asksFor(words)]).toEqual([words, ["task:deadlineOpen"], [null]])
})

test("a time that the reader did not take is told at its task, not passed over in green", () => {
  for (const words of [
    "trước ngày 15/6/26",
    "trước 15 tháng Sáu năm 2026",
    "không muộn hơn ngày 15/6/2026",
    "chậm nhất trong ngày 15/6",
    "trong 24 giờ",
    "trong 10 ngày, kể từ ngày nhận được văn bản",
    "trước ngày 15 tháng tới",
    "ngày 10 của tháng sau",
    "trước Tết Nguyên đán 2027",
  ])
    expect([words, ...asksFor(words)]).toEqual([words, ["task:deadlineOpen"], [null]])
  const stages = "giai đoạn 1 trước ngày 30/6/2026, giai đoạn 2 trong quý IV"
  expect([stages, asksFor(stages)[0]]).toEqual([stages, ["task:deadlineOpen"]])
})

test("a time that is wholly understood, and words that are no deadline, ask nothing", () => {
  for (const [words, due] of [
    ["trước ngày 15/6/2026 để tổng hợp", "2026-06-14"],
    ["trước ngày 15/6/2026 (qua Sở Công an)", "2026-06-14"],
    ["chậm nhất ngày 15/6/2026, kèm danh sách", "2026-06-15"],
    ["trong quý IV năm 2026", "2026-12-31"],
    ["trong thời hạn 10 ngày, gửi kèm danh sách", "2026-03-20"],
    ["theo Nghị định số 15/2020/NĐ-CP ngày 03/02/2020 của Chính phủ", null],
    ["về 12 thuê bao đã đăng ký tại xã", null],
  ] as const)
    expect([words, ...asksFor(words)]).toEqual([words, [], [due]])
})

/** What is asked of the clerk, and which days are proposed, for a letter of 10/3/2026 with one task. */
function asksFor(words: string): [string[], (string | null)[]] {
  const text = letter(`UBND tỉnh yêu cầu:\n1. Sở Y tế báo cáo UBND tỉnh ${words}.`, "10 tháng 3 năm 2026")
  const draft = draftOf(readText(text))
  const tasks = draft.clauses.flatMap((clause) => clause.tasks)
  const due = tasks.map((task) => dueOf(task, draft.issuedOn, weekday).dueOn)
  return [kinds(doubtsIn(text, { today: "2026-03-11" })), due]
}

test("an order with two deadlines shows which one was taken as a doubt", () => {
  const two = "1. Sở Y tế gửi dự thảo trước ngày 15/9/2023, hoàn thành trước ngày 30/9/2023."
  expect(kinds(doubtsIn(letter(`UBND tỉnh yêu cầu:\n${two}`)))).toEqual(["task:deadlineOpen"])
})

test("'trước ngày 10 tháng 10 năm 2023' and 'trước ngày 10/10' are the same day", () => {
  const dueFor = (words: string) => {
    const draft = draftOf(readText(letter(`UBND tỉnh yêu cầu:\n1. Sở Y tế báo cáo UBND tỉnh ${words}.`)))
    const [task] = draft.clauses.flatMap(({ tasks }) => tasks)
    return task === undefined ? null : dueOf(task, draft.issuedOn, weekday).dueOn
  }
  expect(dueFor("trước ngày 10 tháng 10 năm 2023")).toBe("2023-10-09")
  expect(dueFor("trước ngày 10/10/2023")).toBe("2023-10-09")
  expect(dueFor("trước ngày 10/10")).toBe("2023-10-09")
  expect(dueFor("trước ngày 10 tháng 10")).toBe("2023-10-09")
  expect(dueFor("chậm nhất ngày 10/10/2023")).toBe("2023-10-10")
  expect(dueFor("trước ngày 25/12 hàng năm")).toBe("2023-12-24")
})

test("a task whose date was over before the letter was written is marked at its place and counted, not proposed in green", () => {
  for (const time of ["trước ngày 10/10/2020", "cuối năm 2022"]) {
    const doubts = doubtsIn(letter(asked.replace("trước ngày 30/9/2023", time)))
    expect([time, kinds(doubts)]).toEqual([time, ["task:deadlineOpen"]])
  }
})

test("whom the letter greets and gives nothing to do is a doubt with a name, until somebody says that it is meant so", () => {
  const reading = readText(letter(asked))
  const draft = draftOf(reading)
  const health = { bodyId: "y-te", name: "Sở Y tế" }
  const police = { bodyId: "cong-an", name: "Công an tỉnh" }
  const clause = { clauseId: "g1", bodies: [health], leftOut: [], unknown: [], notes: [], tasks: [] }
  const greeted = [
    { words: "Sở Y tế", bodies: [health] },
    { words: "Công an tỉnh", bodies: [police] },
    { words: "Hội Khuyến học tỉnh", bodies: [] },
  ]
  const resolution: Resolution = { clauses: [clause], named: {}, addressees: greeted }
  const untasked = greetedForNothing(draft, bodiesOf(draft, resolution, new Map()), resolution)
  expect(untasked).toEqual(["Công an tỉnh", "Hội Khuyến học tỉnh"])
  const around = { unknown: new Map(), untasked, today: "2023-09-15" }
  const doubts = doubtsOf(draft, reading, around)
  expect(kinds(doubts)).toEqual(["addressees:untasked", "addressees:untasked"])
  expect(doubtsOf({ ...draft, settled: doubts.map(doubtKey) }, reading, around)).toEqual([])
})

test("a time that was not understood, or a second one, marks the deadline; the date of a document does not", () => {
  const kindsFor = (order: string) => kinds(doubtsIn(letter(`UBND tỉnh yêu cầu:\n1. Sở Y tế ${order}`)))
  for (const order of [
    "dừng ngay việc bán thuốc không đơn.",
    "kiểm tra hệ thống điện trước mùa mưa bão.",
    "phát tin cảnh báo tối thiểu 02 lần/ngày.",
    "rà soát từ ngày 05 hằng tháng.",
    "bố trí tạm cư xong trước ngày 15/9/2023, bàn giao mặt bằng trước ngày 30/9/2023.",
  ])
    expect([order, kindsFor(order)]).toEqual([order, ["task:deadlineOpen"]])
  expect(
    kindsFor("rà soát theo Công văn số 12/SYT-NV ngày 01/9/2023 của Sở Nội vụ trước ngày 30/9/2023."),
  ).toEqual([])
})

test("a sentence that became no task is taken as one by one press, and nobody is given it until bodies are chosen", () => {
  const reading = readText(
    letter(
      "UBND tỉnh có ý kiến như sau:\n1. Sở Y tế rà soát thuê bao.\n2. Lâm trường Thanh Bình phải bảo vệ cột phát sóng.",
    ),
  )
  const draft = draftOf(reading)
  const [doubt] = doubtsOf(draft, reading)
  if (doubt?.kind !== "uncovered") throw new Error("the sentence is not told")
  expect(doubt.clauseId).toBe("g1")
  const taken = apply(draft, { do: "takeOrder", clauseId: doubt.clauseId, text: doubt.words }, "n1-1")
  if (isRefused(taken)) throw new Error(taken.refused)
  expect(doubtsOf(taken, reading)).toEqual([])
  const found = obstacles(taken, bodiesOf(taken, { clauses: [], named: {} }, new Map()), weekday, [])
  expect(found).toContainEqual({ what: "noBodies", taskId: "n1-1", label: "1.2" })
  const alone = apply(
    { ...draft, clauses: [] },
    { do: "takeOrder", clauseId: null, text: doubt.words },
    "n1-1",
  )
  if (isRefused(alone)) throw new Error(alone.refused)
  expect(alone.clauses.map(({ addressees, tasks }) => [addressees, tasks.length])).toEqual([
    [["Sở Y tế", "Công an tỉnh"], 1],
  ])
})

test("a sentence of a letter that names no addressee is not taken as a task of a body called like its first words: the addressee comes first", () => {
  const draft = draftOf(readText(letter("1. Sở Y tế rà soát thuê bao.")))
  const nobody = { ...draft, head: { ...draft.head, addressees: [] } }
  const press = { form: ["takeOrder"], clauseId: [""], text: ["Lâm trường phải bảo vệ cột."], doubt: ["d"] }
  expect(editsOf(nobody, press, () => [])).toEqual({ wrong: "addresseeFirst" })
  expect(editsOf(draft, press, () => [])).toHaveProperty("edits")
})
