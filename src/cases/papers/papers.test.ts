import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { officialDocument, readLetter, writeDocx, writePdf } from "../../letters/index.ts"
import { allViolations } from "../catalogue.ts"
import { isCrime } from "../domain/fines.ts"
import type { Act } from "../store/acts.ts"
import { actOf, contentOf } from "../testing/paper-content.ts"
import type { PaperAct, PaperContent } from "./content.ts"
import { offenderFieldName, offendersOf } from "./content.ts"
import { remedyDecision, sanctionDecision, spotDecision } from "./decision.ts"
import {
  confiscationDecision,
  continuationDecision,
  haltDecision,
  instalmentsDecision,
  postponementDecision,
} from "./execution.ts"
import { type PaperKind, paperFields } from "./kinds.ts"
import { enforcementDecision, keepingDecision, sessionNotice } from "./measures.ts"
import { explainingNotice, transferNotice } from "./notices.ts"
import type { Paper } from "./parts.ts"
import { hearingMinutes, violationRecord } from "./record.ts"
import { requestLetter } from "./request.ts"

const runs = Number(process.env.LIENPHONG_RUNS ?? 3)
const requestId = "01890000-0000-7000-8000-0000000000e1"
const asked = (targets: readonly string[], enterprise = "Viễn thông Mẫu") => ({
  id: requestId,
  caseId: "c",
  bodyId: "b",
  bodyName: "Sở Thông tin và Truyền thông",
  enterpriseId: "e",
  asks: "block" as const,
  targets: [...targets],
  basis: "Nghị định số 91/2020/NĐ-CP",
  dueOn: "2023-09-18",
  askedAt: "2023-09-13T03:00:00Z",
  answer: null,
  withdrawnOn: null,
  withdrawnReason: null,
  remindedAt: null,
  answerText: null,
  answeredAt: null,
  answeredName: null,
  enterprise,
})

const write: Readonly<Record<PaperKind, (content: PaperContent) => Paper>> = {
  record: violationRecord,
  session: sessionNotice,
  hearing: hearingMinutes,
  keeping: keepingDecision,
  enforcement: enforcementDecision,
  sanction: sanctionDecision,
  remedy: remedyDecision,
  explaining: explainingNotice,
  spot: spotDecision,
  confiscation: confiscationDecision,
  postponement: postponementDecision,
  instalments: instalmentsDecision,
  halt: haltDecision,
  continuation: continuationDecision,
  "transfer-notice": transferNotice,
  request: (content) => requestLetter(content, requestId),
}
const kinds = Object.keys(write) as PaperKind[]
const withHead = (paper: Paper) => ({ ...paper, number: "12", date: "2023-09-15" })
const printedIn = (paper: Paper) => JSON.stringify(officialDocument.parse(withHead(paper)))

const rows = allViolations().filter((one) => !isCrime(one) && (one.inForceTo ?? "9999") > "2023-09-01")
const words = (from: readonly string[], least: number) =>
  fc.array(fc.constantFrom(...from), { minLength: least, maxLength: 5 }).map((chosen) => chosen.join(" "))
const company = words(["Mẫu", "Phố Hiến", "Đầu tư", "Viễn thông", "Ví Dụ"], 1).map(
  (name) => `Công ty ${name}`,
)
const person = words(["Nguyễn", "Thị", "Hoàng", "Yến", "Văn", "Bình"], 2)
const offender = fc.oneof(
  fc.record({ offenderKind: fc.constant("organisation" as const), offenderName: company }),
  fc.record({ offenderKind: fc.constant("individual" as const), offenderName: person }),
)
const anyAct: fc.Arbitrary<PaperAct> = fc
  .record({
    violationId: fc.constantFrom(...rows.map(({ id }) => id)),
    offender,
    description: fc.constantFrom(
      "Bán SIM kích hoạt sẵn",
      "Đăng tin sai sự thật",
      "Thiết lập trang không phép",
    ),
  })
  .map(({ offender: who, ...act }) => actOf({ ...act, ...who }))
const anyContent: fc.Arbitrary<PaperContent> = fc
  .array(anyAct, { minLength: 1, maxLength: 6 })
  .map((acts) => acts.map((one, i) => ({ ...one, act: { ...one.act, id: `${i}` } })))
  .map((acts) => contentOf(acts, { requests: [asked(["0912 000 111", "mau.example"])] }))

describe.each(kinds)("any %s", (kind) => {
  test("is an official document, whatever was typed into its form and whoever did it", () => {
    const typed = fc.string({ unit: "binary", maxLength: 400 })
    fc.assert(
      fc.property(
        anyContent,
        fc.array(typed, { minLength: 1, maxLength: 12 }),
        typed,
        (content, texts, called) => {
          const answers = Object.fromEntries(
            paperFields.map((field, i) => [field, texts[i % texts.length] ?? ""]),
          )
          const acts = content.acts.map((one) => ({
            ...one,
            act: { ...one.act, offenderName: `x${called}`.slice(0, 300), description: `x${called}` },
          }))
          // Days are checked by the form.
          const fixed = { madeOn: "2023-09-14", beganAt: "09:40", endedAt: "", effectiveOn: "" }
          const later = { untilOn: "2023-10-25", firstOn: "2023-09-25", secondOn: "2023-10-25", thirdOn: "" }
          const days = { ...fixed, ...later, remedyBy: "", keptUntil: "2023-09-25" }
          const paper = write[kind]({ ...content, acts, answers: { ...answers, ...days } })
          expect(officialDocument.safeParse(withHead(paper)).error?.issues ?? []).toEqual([])
        },
      ),
    )
  })
  test.each([
    ["PDF", writePdf],
    ["DOCX", writeDocx],
  ] as const)(
    "written as %s is read again: its number, who issues it, who signs, and every word that matters",
    async (form, draw) => {
      await fc.assert(
        fc.asyncProperty(anyContent, async (content) => {
          const file = await draw(withHead(write[kind](content)))
          const reading = await readLetter(file, `paper.${form.toLowerCase()}`)
          if ("refused" in reading) throw new Error(`refused: ${reading.refused}`)
          expect(reading.number).toMatch(/^12\//)
          expect(reading.issuer).toBe("Sở Thông tin và Truyền thông")
          expect(reading.signer.name).toBe("Vũ Văn Đứng")
          const text = reading.normalizedText.replace(/\s+/g, " ")
          if (kind === "request") expect(text).toContain("0912 000 111; mau.example")
          else for (const { act } of content.acts) expect(text).toContain(act.offenderName)
          // The day of a sentence stands on one line.
          expect(reading.normalizedText).not.toMatch(/ngày\n\d+ tháng|ngày \d+\n|tháng\n\d|năm\n\d{4}/)
        }),
        { numRuns: runs },
      )
    },
    240_000,
  )
})

describe("what nobody knows stays blank, what nobody verified says so", () => {
  test("the record of an unverified, approximate provision prints a blank for the article and marks the range", () => {
    const text = printedIn(violationRecord(contentOf([actOf({ violationId: "V-HT-01" })])))
    expect(text).toContain("quy định tại …… Nghị định số 15/2020/NĐ-CP")
    expect(text).toContain("khung tiền phạt đối với tổ chức: …… (chưa đối chiếu)")
    expect(text).not.toMatch(/gần đúng|Đ27/)
  })
  test("an address that was not typed leaves room for the pen", () => {
    const one = actOf({ offenderName: "Bà Ví Dụ", offenderKind: "individual" })
    const text = printedIn(violationRecord({ ...contentOf([one]), answers: {} }))
    expect(text).toContain("Nơi ở hiện tại: ……")
    expect(text).toContain("Số định danh cá nhân hoặc hộ chiếu, ngày cấp, nơi cấp: ……")
  })
  test("a time limit is marked until a person says that the texts were checked", () => {
    const content = contentOf([actOf()])
    expect(printedIn(sanctionDecision(content))).toContain(
      "trong 10 ngày kể từ ngày nhận quyết định (chưa đối chiếu)",
    )
    const checked = { ...content, answers: { ...content.answers, textsChecked: "yes" } }
    expect(printedIn(sanctionDecision(checked))).not.toContain("chưa đối chiếu")
  })
})

describe("the decision", () => {
  test("an individual's range is half of an organisation's, and is called so", () => {
    const [organisation, individual] = (["organisation", "individual"] as const).map((offenderKind) =>
      printedIn(sanctionDecision(contentOf([actOf({ offenderKind })]))).replaceAll("\u00a0", " "),
    )
    expect(organisation).toContain("khung tiền phạt đối với tổ chức: từ 50.000.000 đồng đến 70.000.000 đồng")
    expect(individual).toContain("khung tiền phạt đối với cá nhân: từ 25.000.000 đồng đến 35.000.000 đồng")
  })
  test("the fine of each act stands in figures and in words, and the sum of all", () => {
    const acts = [actOf(), actOf({ id: "01890000-0000-7000-8000-0000000000a2", violationId: "V-TIN-01" })]
    const text = printedIn(sanctionDecision(contentOf(acts))).replaceAll("\u00a0", " ")
    expect(text.match(/mức phạt: 60\.000\.000 đồng \(bằng chữ: sáu mươi triệu đồng\)/g)).toHaveLength(2)
    expect(text).toContain("phạt tiền 120.000.000 đồng (bằng chữ: một trăm hai mươi triệu đồng)")
  })
  test("two offenders each pay for their own acts; their fines are never summed", () => {
    const other = {
      id: "01890000-0000-7000-8000-0000000000a2",
      offenderName: "Bà Ví Dụ",
      offenderKind: "individual" as const,
    }
    const text = printedIn(sanctionDecision(contentOf([actOf(), actOf(other)]))).replaceAll("\u00a0", " ")
    expect(text).toContain("Đối với Bà Ví Dụ: hình thức xử phạt chính: phạt tiền 60.000.000 đồng")
    expect(text).not.toContain("120.000.000")
  })
  test("a deputy signs in the head's stead and decides with the head's title", () => {
    const paper = sanctionDecision(
      contentOf([actOf()], { signer: { name: "Phạm Thị Giám", title: "Phó Giám đốc" } }),
    )
    expect(paper.authority).toBe("Giám đốc Sở Thông tin và Truyền thông")
    expect(paper.signatures).toEqual([
      { inStead: [{ form: "KT", of: "Giám đốc" }], position: "Phó Giám đốc", name: "Phạm Thị Giám" },
    ])
  })
  test("a company fined in August 2026 for an act that ended in June is judged under both amendments, and told why the old decree applies", () => {
    const { grounds } = sanctionDecision(contentOf([actOf()], { today: "2026-08-12" }))
    expect(grounds?.[0]).toContain("Luật số 67/2020/QH14 và Luật số 88/2025/QH15")
    expect(grounds).toContainEqual(expect.stringContaining("Điều 115 Nghị định số 174/2026/NĐ-CP"))
    const still = sanctionDecision(contentOf([actOf({ isOngoing: true })], { today: "2026-08-12" })).grounds
    const kept = sanctionDecision(
      contentOf([actOf({ violationId: "V-RAC-01" })], { today: "2026-08-12" }),
    ).grounds
    expect(JSON.stringify([still, kept])).not.toContain("Điều 115")
  })
  test("who must take a page down learns by which day, and the treasury that it collects the fine", () => {
    const content = contentOf([actOf()])
    const given = {
      remedy: "Buộc thu hồi tên miền",
      remedyBy: "2023-09-30",
      treasury: "Kho bạc Nhà nước Hưng Yên",
    }
    const text = printedIn(sanctionDecision({ ...content, answers: { ...content.answers, ...given } }))
    expect(text).toContain("Buộc thu hồi tên miền; thời hạn thực hiện: đến hết ngày 30 tháng 9 năm 2023")
    expect(text).toContain("gửi cho Kho bạc Nhà nước Hưng Yên để thu tiền phạt")
    const silent = printedIn(sanctionDecision(content))
    expect(silent).toContain("gửi cho Kho bạc Nhà nước …… để thu tiền phạt")
    expect(silent).not.toContain("thời hạn thực hiện")
  })
  test("it cites the record and how the offender explained, by number and day", () => {
    expect(sanctionDecision(contentOf([actOf()])).grounds).toEqual([
      "Căn cứ Luật Xử lý vi phạm hành chính số 15/2012/QH13 (sửa đổi, bổ sung theo Luật số 67/2020/QH14)",
      "Căn cứ Điều 57, Điều 68, Điều 70, Điều 73, Điều 78 và Điều 85 Luật Xử lý vi phạm hành chính",
      "Căn cứ Nghị định số 15/2020/NĐ-CP (sửa đổi, bổ sung theo Nghị định số 14/2022/NĐ-CP)",
      "Căn cứ Biên bản vi phạm hành chính số 05/BB-VPHC lập ngày 14 tháng 9 năm 2023",
      "Căn cứ Biên bản phiên giải trình trực tiếp số 01/BB-GTTT ngày 18 tháng 9 năm 2023",
    ])
  })
})

test("who is forced to pay reads which decision, what is left and the charge; nothing unverified is printed", () => {
  const one = actOf()
  const [fine] = contentOf([one]).sanctions
  if (fine === undefined) throw new Error("no sanction")
  const standing = { onSpot: false, servedOn: "2023-09-16", paidOn: null, paid: null }
  const sanction = { ...fine, ...standing, number: "12/QĐ-XPHC" }
  const acts = [{ ...one, act: { ...one.act, sanction } }]
  const text = printedIn(
    enforcementDecision(contentOf(acts, { answers: { force: "Khấu trừ tiền từ tài khoản" } })),
  ).replaceAll("\u00a0", " ")
  expect(text).toContain(
    "Căn cứ Quyết định xử phạt vi phạm hành chính số 12/QĐ-XPHC ngày 15 tháng 9 năm 2023",
  )
  expect(text).toContain("tiền phạt 60.000.000 đồng")
  expect(text).toContain("30.000 đồng (bằng chữ: ba mươi nghìn đồng)")
  expect(text).not.toContain("chưa đối chiếu")
})

test("a decision on the spot rests on the articles on it and on no record; its fine stands in words", () => {
  const one = actOf()
  const [fine] = contentOf([one]).sanctions
  if (fine === undefined) throw new Error("no sanction")
  const content = contentOf([one], {
    sanctions: [{ ...fine, amount: 400_000, onSpot: true }],
    record: null,
    explanation: null,
    answers: { place: "chợ Mẫu" },
  })
  const text = printedIn(spotDecision(content)).replaceAll("\u00a0", " ")
  expect(text).toContain("theo thủ tục xử phạt không lập biên bản, tại chợ Mẫu")
  expect(text).toContain("Căn cứ Điều 56, Điều 68, Điều 69 và Điều 73")
  expect(text).toContain("400.000 đồng (bằng chữ: bốn trăm nghìn đồng)")
  expect(text).not.toContain("Căn cứ Biên bản")
})

test("execution goes on by a decision that cites the one by which it was suspended", () => {
  const content = contentOf([actOf()], {
    row: { ...contentOf([]).row, haltedOn: "2023-09-15", haltedNumber: "7/QĐ-TĐCTH" },
    answers: { why: "Cơ quan điều tra trả hồ sơ" },
  })
  expect(continuationDecision(content).grounds).toContain(
    "Căn cứ Quyết định số 7/QĐ-TĐCTH ngày 15 tháng 9 năm 2023 về việc tạm đình chỉ thi hành quyết định xử phạt vi phạm hành chính",
  )
})

test("who may pay in parts reads each part with its last day, and none that was left empty", () => {
  const times = {
    firstOn: "2023-10-01",
    firstAmount: "30.000.000",
    secondOn: "2023-12-01",
    secondAmount: "30000000",
  }
  const text = printedIn(
    instalmentsDecision(contentOf([actOf()], { answers: { ...times, why: "Khó khăn" } })),
  )
  expect(text.replaceAll("\u00a0", " ")).toContain("Lần 1: 30.000.000 đồng")
  expect(text).toContain("chậm nhất ngày 01 tháng 12 năm 2023")
  expect(text).not.toContain("Lần 3")
})

test("the offender is told to whom the file went, and not why it is suspected beyond the act", () => {
  const text = printedIn(transferNotice(contentOf([actOf()])))
  expect(text).toContain("đã được chuyển đến Công an tỉnh Hưng Yên, ngày 15 tháng 9 năm 2023")
})

test("who was sanctioned already is told that the decision stands still meanwhile, not that they are not sanctioned", () => {
  const sanction = { number: "12/QĐ-XPHC" } as NonNullable<Act["sanction"]>
  const row = {
    ...contentOf([]).row,
    returnsTo: "decided" as const,
    haltedOn: "2023-09-15",
    haltedNumber: "7/QĐ-TĐCTH",
  }
  const told = printedIn(transferNotice(contentOf([actOf({ sanction })], { row })))
  expect(told).toContain(
    "việc thi hành Quyết định số 12/QĐ-XPHC tạm đình chỉ theo Quyết định số 7/QĐ-TĐCTH ngày 15 tháng 9 năm 2023",
  )
  expect(told).not.toContain("không bị xử phạt")
  expect(printedIn(transferNotice(contentOf([actOf()])))).toContain("không bị xử phạt vi phạm hành chính")
})

test("the record prints every character of an exhibit's hash", () => {
  const sha256 = "0123456789abcdef".repeat(4)
  const exhibit = {
    id: "e",
    position: 1,
    title: "Ảnh màn hình",
    kind: "file" as const,
    sha256,
    mediaType: "image/png",
    bytes: 10,
    place: null,
    takenOn: "2023-09-14",
    addedAt: "2023-09-14T03:00:00Z",
    addedName: "Trần Văn Minh",
    fromTip: false,
  }
  expect(printedIn(violationRecord(contentOf([actOf()], { exhibits: [exhibit] })))).toContain(sha256)
})

test("a letter to an enterprise says nothing of the case: neither its title, its number nor who is suspected", () => {
  const content = contentOf([actOf()], { requests: [asked(["0912 000 111"])] })
  const text = printedIn(requestLetter(content, requestId))
  for (const secret of [content.row.title, content.row.number, "Công ty trách nhiệm hữu hạn Mẫu"])
    expect(text).not.toContain(secret)
})

test("many targets stand in an annex, each in a row", () => {
  const targets = Array.from({ length: 500 }, (_, i) => `0912 000 ${i}`)
  const paper = requestLetter(contentOf([], { requests: [asked(targets)] }), requestId)
  expect(paper.annexes?.[0]?.blocks[0]).toMatchObject({ is: "table", rows: { length: 500 } })
  expect(officialDocument.safeParse(withHead(paper)).success).toBe(true)
})

test("two acts of one offender ask for one address, whatever the order of the acts", () => {
  const [one, two] = [actOf(), actOf({ id: "2", offenderName: "Công ty trách nhiệm hữu hạn MẪU" })]
  const keys = [
    [one, two],
    [two, one],
  ].map((acts) => offendersOf(acts).map((of) => offenderFieldName("address", of)))
  expect(keys[0]).toHaveLength(1)
  expect(keys[0]).toEqual(keys[1])
})
