/** What is said about a lock of figures and about its corrections. */
import { defineWords } from "../kernel/words.ts"

export const lockWords = defineWords({
  vi: {
    locked: (day: string, by: string) => `Số liệu đã khóa ${day}, người khóa ${by}`,
    hash: (hash: string) => `Mã băm SHA-256 của số liệu: ${hash}`,
    title: "Khóa số liệu",
    consequence:
      "Khóa giữ nguyên mọi con số của kỳ cùng mã băm. Bản ghi thay đổi sau đó hiện thành đính chính có lý do, không tự sửa con số đã báo cáo.",
    submit: "Khóa số liệu kỳ này",
    sure: "Khóa rồi thì không mở lại được. Xem lại các con số ở trên trước khi khóa.",
    confirm: "Khóa, tôi đã xem các con số",
    waits: (day: string) => `Khóa được từ ngày ${day}, khi kỳ đã hết.`,
    drifted: (value: string) => `Sau khi khóa, hệ thống đếm được ${value}`,
    corrections: "Đính chính",
    correct: "Ghi đính chính",
    reason: "Lý do đính chính",
    reasonHint: "Bản ghi nào thay đổi, vì sao. Lý do đi cùng con số mới trong báo cáo.",
    reasonMissing: "Nhập lý do đính chính",
    columns: {
      figure: "Chỉ tiêu",
      before: "Đã báo cáo",
      after: "Đính chính",
      reason: "Lý do",
      who: "Người ghi",
    },
    corrected: "đã đính chính",
    done: { khoa: "Đã khóa số liệu", "dinh-chinh": "Đã ghi đính chính" } as Record<string, string>,
    refusals: {
      "report.notOver": "Kỳ chưa hết nên chưa khóa được.",
      "report.alreadyLocked": "Kỳ này đã khóa.",
      "report.notYours": "Số liệu toàn tỉnh do cơ quan đầu mối hoặc Văn phòng UBND tỉnh khóa và đính chính.",
      "report.notLocked": "Kỳ này chưa khóa nên không cần đính chính.",
      "report.sameAsLocked": "Số đếm hiện nay bằng số đã báo cáo; không có gì để đính chính.",
      "report.noFigure": "Không có chỉ tiêu này.",
    },
  },
  en: {
    locked: (day: string, by: string) => `Locked ${day} by ${by}`,
    hash: (hash: string) => `SHA-256 of the figures: ${hash}`,
    title: "Lock the figures",
    consequence:
      "A lock keeps every number of the period with its hash. Records that change later show as corrections with a reason; what was reported does not change by itself.",
    submit: "Lock this period",
    sure: "Locked figures cannot be unlocked. Look at the figures above first.",
    confirm: "Lock: I have looked at the figures",
    waits: (day: string) => `It may be locked from ${day}, when the period is over.`,
    drifted: (value: string) => `Since the lock the system counts ${value}`,
    corrections: "Corrections",
    correct: "Record the correction",
    reason: "Reason for the correction",
    reasonHint: "Which record changed, and why. The reason goes with the new number into the report.",
    reasonMissing: "Enter the reason for the correction",
    columns: { figure: "Figure", before: "Reported", after: "Corrected", reason: "Reason", who: "By" },
    corrected: "corrected",
    done: { khoa: "The figures are locked", "dinh-chinh": "The correction is recorded" } as Record<
      string,
      string
    >,
    refusals: {
      "report.notOver": "The period is not over and cannot be locked yet.",
      "report.alreadyLocked": "This period is locked already.",
      "report.notYours":
        "The province's figures are locked and corrected by the lead department or the Office of the committee.",
      "report.notLocked": "This period is not locked, so nothing needs correcting.",
      "report.sameAsLocked": "The count equals what was reported; there is nothing to correct.",
      "report.noFigure": "There is no such figure.",
    },
  },
})
