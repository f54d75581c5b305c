/** Sentences of the feeds and of the page that lists them. */
import { defineWords } from "../../kernel/words.ts"

export const feedWords = defineWords({
  vi: {
    title: "Cảnh báo cho máy đọc",
    lead: "Ai cũng lấy được, không cần tài khoản. Mỗi bản đều do hai cán bộ ký phát hành; bản bị thu hồi vẫn còn trong nguồn 90 ngày và ghi rõ là đã thu hồi.",
    address: "Địa chỉ",
    type: "Kiểu dữ liệu",
    what: "Có gì",
    feeds: {
      atom: "Cảnh báo, cho trình đọc tin (Atom)",
      rss: "Cảnh báo, cho trình đọc tin (RSS)",
      json: "Cảnh báo, cho chương trình (JSON Feed)",
      capAtom: "Cảnh báo theo chuẩn CAP 1.2, tiếng Việt và tiếng Anh",
      stix: "Trang, đường dẫn và cảnh báo theo chuẩn STIX 2.1",
      mispManifest: "Trang, đường dẫn và cảnh báo cho MISP",
      mispHashes: "Mã băm MD5 của từng giá trị trong nguồn MISP",
      csv: "Trang và đường dẫn đã cảnh báo (CSV)",
    },
    filter:
      "Ba nguồn cảnh báo đầu và nguồn CAP lọc được theo nơi và kiểu lừa: thêm ?noi=TÊN-XÃ hoặc ?kieu=MÃ-KIỂU-LỪA vào địa chỉ.",
    taxii: "Máy chủ TAXII 2.1",
    taxiiHow:
      "Chương trình đăng ký một lần rồi chỉ lấy phần mới. Không có mã truy cập thì thấy bộ công khai; cơ quan, doanh nghiệp có mã thì thấy cả bộ dành cho mình.",
    numbersTitle: "Số máy, tài khoản, hồ sơ của người",
    numbers:
      "Không có trong nguồn công khai. Người dân hỏi từng số tại trang kiểm tra; cơ quan và doanh nghiệp lấy danh sách bằng mã truy cập.",
    check: "Kiểm tra một số",
    warnings: "Cảnh báo lừa đảo",
    recalled: "Đã thu hồi",
    signs: "Dấu hiệu",
    toDo: "Làm gì",
    until: "Có hiệu lực đến hết ngày",
    drill: "Dữ liệu thử",
    month: (month: string) => `Trang và đường dẫn đã cảnh báo, tháng ${month}`,
    event: "Lừa đảo qua viễn thông, công nghệ thông tin",
    wholeProvince: (name: string) => `Toàn ${name}`,
    language: "tiếng Việt",
  },
  en: {
    title: "Warnings for programs",
    lead: "Anybody may take them, no account needed. Each was released by two officers; what is recalled stays in the feed for 90 days and says so.",
    address: "Address",
    type: "Media type",
    what: "What it holds",
    feeds: {
      atom: "Warnings, for feed readers (Atom)",
      rss: "Warnings, for feed readers (RSS)",
      json: "Warnings, for programs (JSON Feed)",
      capAtom: "Warnings as CAP 1.2, in Vietnamese and English",
      stix: "Sites, links and warnings as STIX 2.1",
      mispManifest: "Sites, links and warnings for MISP",
      mispHashes: "MD5 of each value of the MISP feed",
      csv: "Sites and links warned about (CSV)",
    },
    filter:
      "The first three feeds and the one of CAP can be narrowed by place and trick: add ?noi=COMMUNE or ?kieu=TRICK to the address.",
    taxii: "TAXII 2.1 server",
    taxiiHow:
      "A program subscribes once and then takes only what is new. Without a token it sees the public collection; a body with one sees those meant for it too.",
    numbersTitle: "Numbers, accounts and profiles of people",
    numbers:
      "They are in no public feed. People ask for one number at a time on the check page; bodies take lists with an access token.",
    check: "Check a number",
    warnings: "Scam warnings",
    recalled: "Recalled",
    signs: "Signs",
    toDo: "What to do",
    until: "In force until the end of",
    drill: "Test data",
    month: (month: string) => `Sites and links warned about in ${month}`,
    event: "Fraud by telephone or online",
    wholeProvince: (name: string) => `All of ${name}`,
    language: "Vietnamese",
  },
})

/** CAP's English block: the words of a warning are Vietnamese, so it says the trick's name and where the text is. */
export const capEnglish = {
  do: "Hang up or do not answer. Do not send money, codes or papers, and open no link. Ask at the address given here before you act.",
  fullText: "A warning about fraud. Its full text is in Vietnamese at the address given here.",
  recalled: "This warning has been recalled. Do not pass it on.",
}
