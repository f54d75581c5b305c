/** What becomes of what a person sends, as the program does it. */
import { defineWords } from "../kernel/words.ts"

export const privacyWords = defineWords({
  vi: {
    title: "Tin và danh tính của bạn được giữ thế nào",
    link: "Tin và danh tính của bạn được giữ thế nào?",
    who: (body: string) => `${body} nhận và đọc tin gửi ở đây.`,
    nobody: "Cơ quan đầu mối của tỉnh nhận và đọc tin gửi ở đây.",
    follow: "Theo dõi hoặc rút tin bằng mã biên nhận",
    parts: {
      sent: {
        term: "Bạn gửi gì",
        what: "Lời kể, số, tài khoản, đường dẫn đáng ngờ; tệp nếu bạn chọn. Tên và cách liên lạc chỉ khi bạn ghi.",
      },
      readers: {
        term: "Ai đọc được",
        what: "Cán bộ của cơ quan nhận đọc bản đã che. Nguyên văn, tên và cách liên lạc được niêm phong; ai mở phải nêu lý do và để lại dấu vết không xóa được.",
      },
      passed: {
        term: "Chuyển cho ai",
        what: "Khi có dấu hiệu tội phạm, tin được chuyển cho công an. Nơi khác nhận bản đã che, sau khi một cán bộ đã đọc cả hai bản.",
      },
      kept: {
        term: "Giữ bao lâu",
        what: "Tin đã kết thúc và không nằm trong hồ sơ nào: tên, cách liên lạc, lời gốc và tệp tự xóa sau 24 tháng từ lần thay đổi cuối, tin trùng hoặc không kiểm tra được sau 6 tháng; cơ quan nhận giữ lâu hơn chỉ khi pháp luật còn cần, có ghi lý do. Dấu mạng dùng để chống gửi hàng loạt được xóa mỗi ngày.",
      },
      back: {
        term: "Rút lại",
        what: "Ở trang theo dõi: tên, cách liên lạc, lời bạn viết và tệp bị xóa. Tin đã vào hồ sơ vụ việc, hồ sơ sự cố hoặc đã chuyển cơ quan khác thì pháp luật buộc giữ nguyên hồ sơ, danh tính vẫn niêm phong.",
      },
      answer: {
        term: "Trả lời trong bao lâu",
        what: "Biên nhận cấp ngay. Nếu là tố giác, tin báo về tội phạm, công an giải quyết trong 20 ngày, vụ việc phức tạp đến 2 tháng (Bộ luật Tố tụng hình sự 2015, Điều 147).",
      },
    },
  },
  en: {
    title: "How your report and your identity are kept",
    link: "How are your report and your identity kept?",
    who: (body: string) => `${body} receives and reads what is sent here.`,
    nobody: "The lead department of the province receives and reads what is sent here.",
    follow: "Follow or withdraw a report with its receipt code",
    parts: {
      sent: {
        term: "What you send",
        what: "What you tell, suspicious numbers, accounts and links; files if you choose any. Name and contact only if you give them.",
      },
      readers: {
        term: "Who reads it",
        what: "Officers of the receiving body read a masked copy. The full text, name and contact are sealed; whoever opens them states a reason and leaves a trace that cannot be erased.",
      },
      passed: {
        term: "Who else gets it",
        what: "Signs of a crime are passed on to the police. Others receive the masked copy after an officer compared the two.",
      },
      kept: {
        term: "For how long",
        what: "Of a report that is over and in no file, name, contact, raw words and files are erased 24 months after its last change, of duplicates and what cannot be checked after 6 months; kept longer only where the law still needs it, with a reason on record. Traces of the network, kept against mass sending, are erased each day.",
      },
      back: {
        term: "Taking it back",
        what: "On the follow page: name, contact, your words and files are erased. In the file of a case or an incident, or with another body, the law wants the file whole; your identity stays sealed there.",
      },
      answer: {
        term: "When you are answered",
        what: "The receipt comes at once. Signs of a crime are dealt with by the police within 20 days, up to 2 months where complex (Criminal Procedure Code 2015, Article 147).",
      },
    },
  },
})
