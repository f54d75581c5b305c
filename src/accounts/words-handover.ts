/** Handing over what hangs on an officer. */
import { formatNumber } from "../kernel/format.ts"
import { defineWords } from "../kernel/words.ts"

const number = (n: number) => formatNumber(n, "vi")

export const handoverWords = defineWords({
  vi: {
    crumb: "Bàn giao",
    title: (name: string) => `Bàn giao việc của ${name}`,
    titleNothing: (name: string) => `Không còn việc nào ở ${name}`,
    lead: "Vị trí chỉ kết thúc khi mọi việc đang ở người này đã có người nhận. Từng việc được bàn giao ghi vào nhật ký và vào diễn biến của chính việc đó.",
    nothing: "Không có nhiệm vụ, tin báo, văn bản hay đề nghị nào đang chờ người này.",
    cases: "Vụ việc thuộc về cơ quan, không thuộc về một người, nên không phải bàn giao.",
    count: (label: string, n: number, isMore: boolean) => `${label}: ${isMore ? "hơn " : ""}${number(n)}`,
    list: (n: number) => `Xem ${number(n)} việc`,
    takes: (label: string) => `Người nhận ${label.toLocaleLowerCase("vi")}`,
    noTaker:
      "Cơ quan không có ai khác làm được việc này. Mời hoặc đổi vai trò một người trước, rồi quay lại bàn giao.",
    chooseTaker: "Chọn người nhận",
    handOverAndEnd: "Bàn giao và kết thúc vị trí",
    handOverOnly: "Chỉ bàn giao, giữ vị trí",
    onlyHelp: "Chỉ bàn giao: dùng khi người này nghỉ dài ngày. Chữ ký, quyền ký thay và đề nghị giữ nguyên.",
    done: (n: number) => `Đã bàn giao ${number(n)} việc.`,
    doneAndEnded: (n: number) => `Đã bàn giao ${number(n)} việc và kết thúc vị trí.`,
    open: "Xem và bàn giao việc của người này",
    openHelp: "Nhiệm vụ, tin báo, văn bản đang soạn, chữ ký đang chờ và đề nghị đang ở người này.",
  },
  en: {
    crumb: "Handover",
    title: (name) => `Hand over the work of ${name}`,
    titleNothing: (name) => `Nothing hangs on ${name} any more`,
    lead: "A post ends only when somebody has taken over all that hangs on this person. Each handover stands in the journal and in the record itself.",
    nothing: "No assignment, tip, document or request waits for this person.",
    cases: "A case belongs to the body, not to one person, and needs no handover.",
    count: (label, n, isMore) => `${label}: ${isMore ? "more than " : ""}${n}`,
    list: (n) => `See ${n}`,
    takes: (label) => `Who takes over: ${label.toLowerCase()}`,
    noTaker:
      "Nobody else in the body can do this. Invite somebody, or change a role, and come back to the handover.",
    chooseTaker: "Choose who takes it over",
    handOverAndEnd: "Hand over and end the post",
    handOverOnly: "Hand over only, keep the post",
    onlyHelp: "Hand over only: for a long leave. Signatures, signing for another and requests stay.",
    done: (n) => `${n} things were handed over.`,
    doneAndEnded: (n) => `${n} things were handed over, and the post has ended.`,
    open: "See and hand over what hangs on this person",
    openHelp: "Assignments, tips, drafts, signatures that wait, and requests that are with this person.",
  },
})
