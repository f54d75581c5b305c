/** Words of imports: what came from elsewhere, line by line. */
import { formatDay, formatNumber } from "../../kernel/format.ts"
import { defineWords, type Lang } from "../../kernel/words.ts"
import type { Beside } from "./domain/beside.ts"

export const importWords = defineWords({
  vi: {
    title: "Nhận chỉ báo từ nơi khác",
    nav: "Nhận từ nơi khác",
    lead: "Tệp của tỉnh khác, trung tâm hay đơn vị xử lý lạm dụng: STIX 2.1, MISP, XARF 4 hoặc CSV. Chương trình cho xem từng dòng trước; dòng được nhận thành bản nháp, giữ nguồn và mức TLP, chưa đi đâu khi chưa có hai người ở đây đọc.",
    source: "Nơi gửi",
    sourceHint: "Tên cơ quan hay trung tâm đã gửi tệp; hiện cạnh chỉ báo và không đổi được",
    sourceMissing: "Nêu nơi gửi tệp này",
    file: "Tệp",
    read: "Xem trước từng dòng",
    found: (fresh: string, all: string) => `${fresh} dòng mới trong ${all} dòng`,
    caption: "Từng dòng của tệp",
    columns: { at: "Chỗ", thing: "Thứ", kind: "Loại", tlp: "TLP", verdict: "Sẽ thế nào" },
    verdicts: {
      new: "nhận thành bản nháp",
      known: "đã có ở đây",
      twice: "lặp trong tệp",
      takenBack: "nguồn đã thu hồi: thu hồi ở đây",
      nothingToTakeBack: "nguồn đã thu hồi, ở đây không có",
      waits: "nguồn đã thu hồi, ở đây đang chờ người thứ hai: từ chối ở trang của nó",
      goodName: "số hoặc trang chính thức: không nhận",
      notReadable: "không đọc được thành loại này: không nhận",
      over: "đã hết hiệu lực: không nhận",
      givenUp: "cán bộ ở đây đã thu hồi hoặc từ chối: không tự nhận lại",
    },
    faults: {
      notAnObject: "không phải đối tượng",
      noValue: "không có giá trị",
      kindUnknown: "loại không nhận",
      patternUnknown: "mẫu không đọc được",
      tlpUnknown: "TLP không có trong TLP 2.0",
      dayUnknown: "ngày không đọc được",
      tooLong: "dài quá 500 ký tự",
    },
    refusals: {
      noFile: "Chọn một tệp",
      stale: "Bản xem trước đã cũ hoặc bị sửa: chọn lại tệp",
      empty: "Tệp không có chỉ báo nào",
      tooLarge: "Tệp lớn hơn 10 MB: chia nhỏ rồi gửi từng phần",
      tooDeep: "Tệp lồng quá 64 tầng: không mở",
      tooMany: "Tệp có hơn 2.000 dòng: chia nhỏ rồi gửi từng phần",
      tooMuch: "Tệp mở ra quá lớn hoặc đọc quá lâu: không nhận gì của tệp",
      notText: "Tệp không phải văn bản UTF-8: xuất lại từ chương trình gốc",
      xml: "Tệp là XML: ở đây nhận STIX 2.1 (JSON), MISP, XARF 4, CSV",
      notJson: "JSON hỏng: xuất lại từ chương trình gốc",
      notKnown: "Không phải gói STIX, sự kiện MISP hay báo cáo XARF: xem lại tệp",
      noColumns: "Dòng đầu của CSV phải có cột kind và value",
    },
    calls: (names: string) => `nguồn gọi là ${names}`,
    seen: (n: string) => `nguồn đã thấy hoạt động ${n} lần`,
    seenLast: (n: string, day: string) => `nguồn đã thấy hoạt động ${n} lần, gần nhất ${day}`,
    wrong: (n: string) => `${n} lần có người báo nguồn là nhầm`,
    take: (n: string) => `Nhận ${n} dòng`,
    nothing: "Không có dòng nào để nhận.",
    tlpNote: "Dòng không nói mức TLP được giữ ở TLP:AMBER.",
    done: (made: string, gone: string) => `Đã nhận ${made} bản nháp, thu hồi ${gone} theo nguồn.`,
    again: "Gửi tệp khác",
  },
  en: {
    title: "Take in indicators from elsewhere",
    nav: "Take in from elsewhere",
    lead: "A file of another province, a centre or an abuse desk: STIX 2.1, MISP, XARF 4 or CSV. Every line is shown first; what is taken becomes a draft with its source and TLP, and goes nowhere before two people here have read it.",
    source: "Who sent it",
    sourceHint:
      "Name of the body or centre that sent the file; it stands beside the indicator and is not changed",
    sourceMissing: "Say who sent this file",
    file: "File",
    read: "Look at every line first",
    found: (fresh: string, all: string) => `${fresh} new of ${all} lines`,
    caption: "Lines of the file",
    columns: { at: "Where", thing: "What", kind: "Kind", tlp: "TLP", verdict: "What becomes of it" },
    verdicts: {
      new: "becomes a draft",
      known: "is here already",
      twice: "stands twice in the file",
      takenBack: "its source took it back: it is recalled here",
      nothingToTakeBack: "its source took it back, it is not here",
      waits: "its source took it back; here it waits for a second person: refuse it on its page",
      goodName: "an official number or site: not taken",
      notReadable: "not readable as this kind: not taken",
      over: "over already: not taken",
      givenUp: "an officer here recalled or refused it: not taken back in by itself",
    },
    faults: {
      notAnObject: "is no object",
      noValue: "has no value",
      kindUnknown: "a kind that is not taken",
      patternUnknown: "a pattern that is not read",
      tlpUnknown: "no TLP of TLP 2.0",
      dayUnknown: "a day that is not read",
      tooLong: "longer than 500 characters",
    },
    refusals: {
      noFile: "Choose a file",
      stale: "The preview is old or was changed: choose the file again",
      empty: "The file holds no indicator",
      tooLarge: "The file is larger than 10 MB: split it and send the parts",
      tooDeep: "The file nests more than 64 levels: it is not opened",
      tooMany: "The file has more than 2,000 lines: split it and send the parts",
      tooMuch: "The file unfolds too far or takes too long: nothing of it is taken",
      notText: "The file is no UTF-8 text: export it again from its program",
      xml: "The file is XML: STIX 2.1 (JSON), MISP, XARF 4 and CSV are taken",
      notJson: "The JSON is broken: export it again from its program",
      notKnown: "No STIX bundle, MISP event or XARF report: look at the file again",
      noColumns: "The first line of the CSV has to name the columns kind and value",
    },
    calls: (names: string) => `its source calls it ${names}`,
    seen: (n: string) => `seen at work ${n} times by its source`,
    seenLast: (n: string, day: string) => `seen at work ${n} times by its source, last on ${day}`,
    wrong: (n: string) => `${n} times its source was told that it is none`,
    take: (n: string) => `Take ${n} lines`,
    nothing: "There is no line to take.",
    tlpNote: "A line that says no TLP is kept at TLP:AMBER.",
    done: (made: string, gone: string) => `${made} drafts were taken in, ${gone} recalled as at the source.`,
    again: "Send another file",
  },
})

/** Sentences on what a source says beside a value; none where it says nothing. */
export function besideSaid({ names, seen }: Beside, lang: Lang): string[] {
  const t = importWords[lang]
  const said = names.length === 0 ? [] : [t.calls(names.join(", "))]
  if (seen === null) return said
  const times = formatNumber(seen.times, lang)
  if (seen.times > 0)
    said.push(seen.lastOn === null ? t.seen(times) : t.seenLast(times, formatDay(seen.lastOn, lang)))
  if (seen.wrong > 0) said.push(t.wrong(formatNumber(seen.wrong, lang)))
  return said
}
