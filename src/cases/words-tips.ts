/** Tips and cases: opening one from the other, and what the reporter reads of it. */
import { defineWords } from "../kernel/words.ts"

export const tipWords = defineWords({
  vi: {
    from: "Mở từ tin báo này",
    join: "Đưa tin vào vụ việc đang mở",
    joinHint: "Khi nhiều tin cùng về một việc.",
    case: "Vụ việc",
    joinDo: "Đưa vào",
    chooseCase: "Chọn một vụ việc đang mở trong danh sách",
    sharesClue: "cùng đầu mối",
    siblings: "Tin cùng đầu mối",
    joinAll: (n: string) => `Đưa ${n} tin khác cùng đầu mối vào luôn`,
    gone: "Tin này không đưa vào được: đã ở trong vụ việc khác, đã kết thúc, hoặc nơi khác đang giữ.",
    namesReporter:
      "Ở đây có tên, cách liên lạc hoặc số của người báo tin, đang được niêm phong, hoặc số mà tin báo chưa rõ của ai. Viết “người báo tin” thay vào; số chưa rõ thì quyết định của ai ở trang của tin trước. Điều này đã ghi vào nhật ký",
    places: {
      opening: "tên và tóm tắt vụ việc",
      acts: "hành vi",
      events: "diễn biến",
      exhibits: "tang vật, tài liệu",
      requests: "yêu cầu ngăn chặn",
      papers: "văn bản của vụ việc",
      notes: "ghi chú nội bộ",
    },
    alreadyNames: (where: string) =>
      `Tin chưa được đưa vào: vụ việc này đã có tên, cách liên lạc hoặc số của người báo tin ở mục ${where}, đưa vào thì danh tính niêm phong bị lộ. Mở vụ việc riêng từ tin này; hai vụ việc vẫn hiện cạnh nhau khi chung số, tài khoản. Điều này đã ghi vào nhật ký`,
    namesAlready: (where: string) =>
      `Vụ việc của tin này đã nêu tên, cách liên lạc hoặc số của người báo tin ở mục ${where}. Chỗ nào còn sửa được thì thay bằng “người báo tin”; hồ sơ chuyển công an tự che những chỗ ấy. Báo cho người đã nhận văn bản hoặc yêu cầu có số đó.`,
    notCompared: (tips: string) =>
      `Chưa ai đối chiếu lời đã che của tin ${tips}. Mở từng tin ở mục “Tin báo trong vụ việc”, đối chiếu với lời gốc, rồi chuyển. Hồ sơ chưa chuyển đi, công an và người báo chưa thấy gì.`,
    tips: "Tin báo trong vụ việc",
    leaving: {
      title: "Đưa tin ra khỏi vụ việc",
      lead: "Khi tin vào nhầm vụ việc: tin về lại danh sách chờ xử lý, người báo thôi đọc trả lời của vụ việc này.",
      reason: "Vì sao tin không thuộc vụ việc này",
      go: "Đưa ra",
      back: "Thôi",
      refused: {
        gone: "Tin không còn trong vụ việc này; xem lại trang vụ việc.",
        closed: "Vụ việc đã kết thúc; mở lại trước.",
        dossier: "Công an đang giữ hồ sơ có tin này. Công an trả hồ sơ thì mới đưa tin ra được.",
        withdrawn:
          "Người báo đã xin rút tin sau khi tin vào vụ việc; tin ở lại hồ sơ để giữ nguyên theo luật.",
      },
      named: (where: string) =>
        `Tin chưa được đưa ra: vụ việc này có tên, cách liên lạc, số của người báo tin hoặc số chưa rõ của ai ở mục ${where}, đưa tin ra thì chỗ ấy hết được che. Văn bản còn sửa được thì viết “người báo tin” thay vào; số chưa rõ thì quyết định của ai ở trang của tin. Chỗ không sửa được nữa thì tin ở lại vụ việc.`,
    },
    answered: "Kết quả vụ việc trả lời người báo của từng tin.",
    /** Stored with the tip, as its reporter reads it. */
    told: {
      "case.transferred": "Hồ sơ đã chuyển cơ quan công an giải quyết.",
      "case.signed": "Cơ quan công an đã tiếp nhận hồ sơ và đang xem xét theo thời hạn của luật.",
      "case.returned": "Cơ quan công an đã trả hồ sơ; cơ quan đầu mối tiếp tục xử lý.",
      "case.prosecuted": "Cơ quan công an đã khởi tố vụ án.",
      "case.suspended": "Cơ quan công an tạm dừng giải quyết để chờ thêm kết quả; việc chưa kết thúc.",
      "case.resumed": "Cơ quan công an đã tiếp tục giải quyết.",
      "case.reopened": "Vụ việc được mở lại để xem xét thêm.",
    },
    ended: {
      prevented: "Số, tài khoản hoặc đường dẫn bạn báo đã bị ngăn chặn.",
      sanctioned: "Bên vi phạm đã bị xử phạt hành chính.",
      "no-violation": "Đã xác minh và không thấy vi phạm.",
      prosecuted: "Cơ quan công an đã khởi tố vụ án.",
      other: "Vụ việc đã kết thúc.",
    },
  },
  en: {
    from: "Open from this report",
    join: "Add it to an open case",
    joinHint: "Where several reports are about one thing.",
    case: "Case",
    joinDo: "Add",
    chooseCase: "Choose an open case of the list",
    sharesClue: "same clue",
    siblings: "Tips with the same clue",
    joinAll: (n) => `Put ${n} more with the same clue in as well`,
    gone: "This report cannot be added: it is in another case, closed, or another body holds it.",
    namesReporter:
      "This holds the name, contact or number of the reporter, which is sealed, or a number of which nobody has said yet whose it is. Write “the reporter” instead; whose the number is, decide on the page of the report first. This was journaled",
    places: {
      opening: "title and summary",
      acts: "acts",
      events: "what happened",
      exhibits: "exhibits",
      requests: "requests to enterprises",
      papers: "papers of the case",
      notes: "internal notes",
    },
    alreadyNames: (where: string) =>
      `The report was not added: this case already holds the name, contact or number of its reporter under ${where}, and joining would break the seal. Open a case of its own from this report; the two are shown beside each other where they share a number or account. This was journaled`,
    namesAlready: (where: string) =>
      `The case of this report already gives the name, contact or number of the reporter under ${where}. Where it can still be changed, write “the reporter”; the file for the police masks those places by itself. Tell whoever received a paper or a request with that number.`,
    notCompared: (tips: string) =>
      `Nobody has compared the masked words of report ${tips}. Open each under “Reports in this case”, compare it with the original words, then transfer. Nothing was handed over: neither the police nor the reporter sees anything yet.`,
    tips: "Reports in this case",
    leaving: {
      title: "Take the report out of the case",
      lead: "Where it was put into the wrong one: it is back in the queue, and its reporter no longer reads what this case answers.",
      reason: "Why it does not belong to this case",
      go: "Take it out",
      back: "Cancel",
      refused: {
        gone: "It is no longer in this case; see the page of the case.",
        closed: "The case is closed; reopen it first.",
        dossier: "The police hold the file with this report. It can be taken out once they return it.",
        withdrawn:
          "Its reporter withdrew it after it joined the case; it stays in the file, which the law keeps whole.",
      },
      named: (where: string) =>
        `The report was not taken out: this case holds the name, contact or number of a reporter, or a number of which nobody has said whose it is, under ${where}; without the report it would be masked no more. Where a paper can still be changed, write “the reporter”; whose a number is, decide on the page of the report. What can be changed no more keeps the report in the case.`,
    },
    answered: "The outcome of the case answers the reporter of each.",
    told: {
      "case.transferred": "The file was handed to the police.",
      "case.signed": "The police signed for the file and consider it within the time set by law.",
      "case.returned": "The police returned the file; the lead department goes on.",
      "case.prosecuted": "The police opened a criminal case.",
      "case.suspended": "The police paused until more is known; the matter is not closed.",
      "case.resumed": "The police took the matter up again.",
      "case.reopened": "The case was taken up again.",
    },
    ended: {
      prevented: "The number, account or link that you reported has been stopped.",
      sanctioned: "The offender was fined.",
      "no-violation": "It was checked and no violation was found.",
      prosecuted: "The police opened a criminal case.",
      other: "The case has ended.",
    },
  },
})
