/** A case as its papers see it: fictional, with long names and several acts where a page may break badly. */
import { allViolations } from "../catalogue.ts"
import { usableRange } from "../domain/fines.ts"
import { offenderFieldName, offendersOf, type PaperAct, type PaperContent } from "../papers/content.ts"
import type { Act } from "../store/acts.ts"
import type { CaseRow } from "../store/cases.ts"

export const row: CaseRow = {
  id: "01890000-0000-7000-8000-000000000001",
  bodyId: "01890000-0000-7000-8000-0000000000b1",
  numberedBy: "01890000-0000-7000-8000-0000000000b1",
  number: "2023-12",
  title: "Mạng xã hội không phép",
  summary: "",
  kind: null,
  state: "recorded",
  outcome: null,
  returnsTo: null,
  openedOn: "2023-09-12",
  openedName: "Trần Văn Minh",
  handlerId: null,
  handlerName: null,
  dueOn: null,
  checkedOffice: null,
  checkedSource: null,
  checkedBy: null,
  checkedName: null,
  checkedOn: null,
  haltedOn: null,
  haltedNumber: null,
}

export function actOf(more: Partial<Act> = {}): PaperAct {
  const act: Act = {
    id: "01890000-0000-7000-8000-0000000000a1",
    isOngoing: false,
    violationId: "V-WEB-02",
    committedOn: "2023-09-01",
    foundOn: "2023-09-13",
    description: "Thiết lập mạng xã hội mau.example khi chưa có giấy phép",
    offenderName: "Công ty trách nhiệm hữu hạn Mẫu",
    offenderKind: "organisation",
    offenderHash: null,
    units: null,
    typed: null,
    sanction: null,
    ...more,
  }
  const violation = allViolations().find((one) => one.id === act.violationId)
  if (violation === undefined) throw new Error(`no violation ${act.violationId}`)
  return { act, violation, range: usableRange(violation, act.offenderKind, act.typed) }
}

export function contentOf(acts: readonly PaperAct[], more: Partial<PaperContent> = {}): PaperContent {
  const [offender] = offendersOf(acts)
  const given =
    offender === undefined
      ? {}
      : {
          [offenderFieldName("address", offender)]: "Số 12, đường Ví Dụ, phường Mẫu, thành phố Hưng Yên",
          [offenderFieldName("person", offender)]: "Ông Hoàng Văn Giả Định, Giám đốc",
        }
  return {
    row,
    acts,
    issuer: { parent: "Ủy ban nhân dân tỉnh Hưng Yên", name: "Sở Thông tin và Truyền thông" },
    place: "Hưng Yên",
    symbols: { abbreviation: "STTTT", field: null },
    signer: { name: "Vũ Văn Đứng", title: "Giám đốc" },
    answers: { place: "trụ sở công ty", madeOn: "2023-09-14", beganAt: "09:40", endedAt: "11:05", ...given },
    exhibits: [],
    requests: [],
    record: { number: "05/BB-VPHC", on: "2023-09-14" },
    explanation: { way: "oral", number: "01/BB-GTTT", on: "2023-09-18" },
    terms: {
      explain: { due: "2023-09-21", quantity: "05 ngày làm việc", basis: "Đ61.2", isVerified: false },
      askHearing: { due: "2023-09-18", quantity: "02 ngày làm việc", basis: "Đ61.3", isVerified: true },
      pay: { due: "2023-09-25", quantity: "10 ngày", basis: "Đ73", isVerified: false },
      decide: { due: "2023-09-25", quantity: "", basis: "", isVerified: true },
    },
    mayExplain: true,
    owed: { fines: 60_000_000, late: 30_000 },
    explainingUntil: "2023-09-28",
    transfer: { to: "Công an tỉnh Hưng Yên", on: "2023-09-15", reason: "Có dấu hiệu tội phạm" },
    sanctions: acts.map(({ act }) => ({
      actId: act.id,
      caseId: row.id,
      number: "",
      kind: "fine",
      article: "",
      amount: 60_000_000,
      rangeMin: 50_000_000,
      rangeMax: 70_000_000,
      office: "chief-inspector",
      signerTitle: "Chánh Thanh tra Sở",
      delegation: null,
      delegatedOn: null,
      checkedName: null,
      remedy: "",
      decidedOn: "2023-09-15",
      decidedBy: row.bodyId,
      decidedName: "Vũ Văn Đứng",
    })),
    today: "2023-09-15",
    ...more,
  }
}
