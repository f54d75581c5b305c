/** Words of answering for each number of a request. */
import { defineWords } from "../kernel/words.ts"

export const targetWords = defineWords({
  vi: {
    answers: {
      done: "Đã làm",
      "not-ours": "Không phải của chúng tôi",
      "more-information": "Cần thêm thông tin",
      refused: "Không làm, nêu lý do",
    },
    common: "Trả lời chung cho mọi đối tượng",
    doneOn: "Ngày làm",
    doneTime: "Giờ làm, như 09:40",
    text: "Nói thêm, không nêu khách hàng; cần khi không làm hoặc cần thêm thông tin",
    single: (n: string) => `Trả lời riêng từng đối tượng (${n})`,
    asCommon: "như câu trả lời chung",
    answerOf: (target: string) => `Trả lời cho ${target}`,
    dayOf: (target: string) => `Ngày làm, ${target}`,
    timeOf: (target: string) => `Giờ làm, ${target}`,
    prefixOf: (operator: string) => `đầu số của ${operator}`,
    prefix: (operator: string) => `đầu số của ${operator}; có thể đã chuyển mạng giữ số`,
    doneAt: (at: string) => `lúc ${at}`,
    correct: "Sửa câu trả lời",
    correctHint:
      "Câu sau thay câu trước; câu trước vẫn còn trong hồ sơ, thời điểm trả lời lần đầu giữ nguyên.",
    reminded: (at: string) => `Cơ quan yêu cầu đã nhắc lúc ${at}`,
    remindedShort: (at: string) => `đã nhắc lúc ${at}`,
    task: "Nhiệm vụ của văn bản mà việc này thực hiện",
    faults: {
      unanswered: "Chọn một câu trả lời chung, hoặc trả lời riêng cho mọi đối tượng",
      noTime: "Ghi ngày và giờ đã làm",
      badTime: "Viết giờ như 09:40, ngày có thật",
      ahead: "Thời điểm đã làm không thể ở phía trước: ghi ngày giờ đã qua",
      sayWhy: "Nói vì sao không làm, hoặc cần thêm thông tin gì",
      noTask: "Nhiệm vụ này không còn của đơn vị bạn: chọn nhiệm vụ khác",
    },
    otherOperator: (numbers: string, enterprise: string) =>
      `${numbers}; yêu cầu này gửi ${enterprise}. Sửa số hoặc doanh nghiệp; nếu số đã chuyển mạng, đánh dấu ô này rồi gửi`,
    wrong: (lines: string) =>
      `Chưa đọc được “${lines}”: mỗi dòng một số máy, đường dẫn, tài khoản hay địa chỉ thư`,
    twice: (lines: string) => `“${lines}” đã có ở dòng trên: bỏ dòng lặp`,
    summary: { done: (n: string) => `${n} đã làm`, others: (n: string, what: string) => `${n} ${what}` },
    rooms: {
      name: "Yêu cầu ngăn chặn đã làm",
      figure: (n: string) => `${n} số, tài khoản, trang đã chặn theo yêu cầu`,
    },
    recordTitle: (body: string, asks: string) => `${body} yêu cầu: ${asks}`,
  },
  en: {
    answers: {
      done: "Done",
      "not-ours": "Not ours",
      "more-information": "More information needed",
      refused: "Not done, for a reason",
    },
    common: "One answer for all",
    doneOn: "Day it was done",
    doneTime: "Hour, like 09:40",
    text: "More, naming no customer; needed where it was not done or more information is needed",
    single: (n: string) => `An answer for each (${n})`,
    asCommon: "as the answer for all",
    answerOf: (target: string) => `Answer for ${target}`,
    dayOf: (target: string) => `Day, ${target}`,
    timeOf: (target: string) => `Hour, ${target}`,
    prefixOf: (operator) => `prefix of ${operator}`,
    prefix: (operator: string) => `prefix of ${operator}; it may have been ported`,
    doneAt: (at: string) => `at ${at}`,
    correct: "Put the answer right",
    correctHint:
      "The later answer stands; the earlier stays on record, and so does the time of the first answer.",
    reminded: (at: string) => `The body that asked reminded you at ${at}`,
    remindedShort: (at: string) => `reminded at ${at}`,
    task: "Task of a letter that this serves",
    faults: {
      unanswered: "Choose one answer for all, or answer for each",
      noTime: "Give the day and the hour when it was done",
      badTime: "Write the hour like 09:40, on a day that exists",
      ahead: "What was done cannot lie ahead: give a time that has passed",
      sayWhy: "Say why it was not done, or which information is needed",
      noTask: "This task is not your body's any more: choose another",
    },
    otherOperator: (numbers, enterprise) =>
      `${numbers}; this request goes to ${enterprise}. Change the number or the enterprise; if the number was ported, tick this and send`,
    wrong: (lines: string) => `Not readable: “${lines}”. One number, link, account or mail address a line`,
    twice: (lines: string) => `“${lines}” stands above already: drop the line`,
    summary: { done: (n: string) => `${n} done`, others: (n: string, what: string) => `${n} ${what}` },
    rooms: {
      name: "Requests to prevent, answered",
      figure: (n: string) => `${n} numbers, accounts or sites blocked as asked`,
    },
    recordTitle: (body: string, asks: string) => `${body} asked: ${asks}`,
  },
})
