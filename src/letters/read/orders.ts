/** What is an order and what is not: aims, history, effect, what the issuer itself will do. */
import { openingActAt } from "./lexicon.ts"
import { cut, isCapital, type Piece } from "./piece.ts"

/** Sections that hold aims, findings or money, and no task. */
const aims =
  /^(?:mục đích|mục tiêu|yêu cầu(?:$|,| chung| và)|quan điểm|căn cứ|tình hình|thực trạng|đánh giá (?:chung|tình hình|kết quả)|kết quả|những kết quả|tồn tại|nguyên nhân|phạm vi|đối tượng|kinh phí|nguồn kinh phí|dự toán kinh phí|thời gian(?!(?: tới| qua| vừa qua)(?![\p{L}]))|địa điểm|bối cảnh|sự cần thiết|khái quát|hiệu lực|chế độ báo cáo$|chỉ tiêu|nguyên tắc)/u

export const isAim = (low: string) =>
  aims.test(low) &&
  !/^yêu cầu (?:các|bộ|sở|ubnd|ủy ban|thủ trưởng|giám đốc|chủ tịch|đồng chí|công an)/.test(low)

/** Paragraphs that bind nobody. */
const idle =
  /^(?:xét (?:đề nghị|kiến nghị|tờ trình|báo cáo)|(?:chỉ thị|quyết định|kế hoạch|công văn|thông báo|văn bản|quy chế|quy định|nghị quyết|hướng dẫn) này (?:có hiệu lực|được|thay thế|áp dụng|ban hành|là)|(?:trong )?quá trình (?:triển khai|thực hiện|tổ chức)[^.]{0,80}(?:khó khăn|vướng mắc|phát sinh)|nếu (?:có|gặp) (?:khó khăn|vướng mắc|phát sinh)|trên đây là|nhận được|mọi (?:vướng mắc|chi tiết)|chi tiết liên hệ|kinh phí|bãi bỏ|lưu ý:?$|trân trọng|(?:mọi )?thông tin (?:chi tiết|liên hệ)|\(?(?:có|gửi) kèm|\((?:có|gửi) (?:danh sách|phụ lục)|thời gian bắt đầu|mức chi|ví dụ)/
const informs =
  /(?:xin |trân trọng )?(?:thông báo|trả lời|có ý kiến|báo|gửi)[^.;]{0,40} (?:để|đến)[^.;]{0,80} (?:biết|được biết)(?=[,./\s]|$)/
/** "Văn phòng xin thông báo kết luận của … để các đơn vị biết, thực hiện." */
const conveys =
  /(?:^|\s)(?:xin|trân trọng) (?:được )?thông báo [^;]{0,300}(?:để|đến|tới) [^;]{0,300}(?:biết|thực hiện)[^;]{0,40}$/
const difficulties =
  /nếu (?:có|gặp|phát sinh)[^.;]{0,30}(?:khó khăn|vướng mắc|vấn đề)|có (?:khó khăn|vướng mắc)[^.;]{0,40}(?:báo cáo|phản ánh|liên hệ)/

/** "Xét đề nghị của Sở X, UBND tỉnh giao Sở Y …", "Nhận được Công điện này, yêu cầu các cơ quan …": what follows the comma asks. */
const asksAfterComma =
  /^(?:xét|nhận được|trên đây là|kinh phí|\((?:có|gửi)|\(?(?:có|gửi) kèm)[^;]{3,400}?[,.:;] (?:[^,;:.]{3,90} )?(?:yêu cầu|đề nghị|giao) (?:các|quý|bộ|sở|ubnd|ủy ban|thủ trưởng|giám đốc|chủ tịch|đồng chí|công an|trưởng|hiệu trưởng|ban|văn phòng|cục|phòng|đơn vị|người đứng đầu|thanh tra|thành viên)(?!\p{L})/u

export function isIdle(low: string): boolean {
  return (
    (idle.test(low) && !asksAfterComma.test(low)) ||
    (informs.test(low) && low.length < 320) ||
    (conveys.test(low) && low.length < 600) ||
    (difficulties.test(low.slice(0, 160)) && low.length < 450)
  )
}

/** What the issuer decides by these very words. */
export const isDecision = (low: string) =>
  /^(?:nay (?!yêu cầu|giao)|chuyển (?:các|nhiệm vụ|chức năng|nguyên trạng|mục đích)|đổi tên|đồng ý|đánh giá cao|ghi nhận|biểu dương|hoan nghênh|nhất trí|cơ bản (?:đồng ý|thống nhất|nhất trí)|thống nhất (?:chủ trương|với|về|nội dung|đề nghị)|chấp thuận|cho phép|phê duyệt|ban hành(?: kèm)?|bãi bỏ|sửa đổi|bổ sung (?:mức|khoản|điểm|điều)|điều chỉnh (?:mức|tăng|giảm|khoản)|quyết định này|thành lập (?:ban chỉ đạo|hội đồng|tổ công tác) (?:gồm|với)|công nhận|giao (?:chỉ tiêu|dự toán|biên chế)|tặng|miễn nhiệm|bổ nhiệm)/.test(
    low,
  )

/** Words before an order: when, on what ground, to what end. Each ends with a comma. */
const adverbial =
  /^(?:vì vậy|do đó|do vậy|bên cạnh đó|ngoài ra|đồng thời|trước mắt|riêng|trong đó|mặt khác|theo đó|(?:trên cơ sở|căn cứ|theo|để|nhằm|khi|trước|sau|từ|trong|đến|chậm nhất|cuối|đầu|ngay|hàng|hằng|định kỳ|qua|thông qua|với|tại|đối với|kể từ|về|giữa|tháng|quý|năm|ngày)(?= )[^,;:.]{0,160})[,:] /

export function withoutAdverbial(piece: Piece): Piece {
  let rest = piece
  for (let turns = 0; turns < 3; turns++) {
    const found = adverbial.exec(rest.low)
    if (found === null || / (?:đã|sẽ) /.test(found[0])) break
    rest = cut(rest, found[0].length)
  }
  return rest
}

/** Does the sentence open with what is to be done? */
export function ordersAtOnce(piece: Piece): boolean {
  if (isStatement(piece.low)) return false
  // "Công tác tuyên truyền: Đẩy mạnh …" orders after its subject.
  const subject = /^[^:;.]{3,80}: (?=\S)/.exec(piece.low)?.[0].length ?? 0
  const rest = withoutAdverbial(isCapital(piece.text[subject]) ? cut(piece, subject) : piece)
  const act = openingActAt(rest.low, 0)
  if (act === "thì" || act === "theo chức năng") return false
  return (
    act !== null ||
    /^(?:không|phải|cần|là đơn vị|đề nghị|yêu cầu|giao|định kỳ|hàng|hằng|ngay|với )/.test(rest.low)
  )
}

/** "Đào tạo nghề … phải gắn với …", "… là nhiệm vụ cấp bách": sentences that say how things are. */
export const isStatement = (low: string) =>
  / là (?:nhiệm vụ|một (?:trong|nhiệm vụ)|trách nhiệm|giải pháp|việc làm|điều kiện|yêu cầu)/.test(low) ||
  / (?:làm việc|hoạt động) theo (?:chế độ|nguyên tắc|quy chế)/.test(low.slice(0, 80)) ||
  /^[^,;:]{3,60}[^;:]{0,80} phải (?:gắn|là|được coi|coi)/.test(low) ||
  /^(?:báo cáo|kế hoạch|hồ sơ|văn bản) (?:gửi về|phải|được|của)/.test(low) ||
  isRule(low)

/** What a rule says, not what is asked: "Các nội dung khác … được thực hiện theo …", "Tại khoản 5, Điều 2 … quy định: …" */
export const isRule = (low: string) =>
  /^(?:về |các nội dung |nội dung |việc )[^:]{3,400} được (?:thực hiện|áp dụng|giải quyết) theo /.test(low) ||
  /^(?:tại|theo) (?:khoản|điểm|điều|mục|quy định)[^:]{3,300}(?:quy định|nêu rõ|ghi|hướng dẫn):/.test(low)

/** "… đã giao …", "… sẽ chủ trì cuộc họp": what was, and what the issuer will do. */
export function isPastOrOwn(piece: Piece): boolean {
  const { low } = withoutAdverbial(piece)
  // "Cắt bỏ giấy tờ đã có trong cơ sở dữ liệu": what is ordered comes first.
  const act = openingActAt(low, 0)
  if (
    act !== null &&
    !/^(?:báo cáo|thông báo|kế hoạch|quyết định|đề nghị|kết luận|chỉ đạo|yêu cầu)/.test(act)
  )
    return false
  if (reported.test(low) || own.test(low) || willDo.test(low)) return true
  return /^[^,;:]{0,90}(?:^| )(?:đã|sẽ) (?:giao|có|chủ trì|tổng kết|yêu cầu|ban hành|chỉ đạo|đề nghị|họp|xem xét|thông báo|tổ chức|gửi|ký|làm|nhận)/.test(
    low,
  )
}

/** "Ngày 19/9, Văn phòng X có văn bản số … yêu cầu quý Sở …": what another letter asked. */
const reported =
  /^(?:ngày|tại|theo) [^;]{3,160}? (?:có|ban hành|nhận được|gửi) (?:công văn|văn bản|thông báo|tờ trình|báo cáo|quyết định|chỉ thị|kế hoạch|thông tư|nghị định|luật|nghị quyết)(?= số)|^[^,;:.]{3,70} (?:có )?nhận được (?:công văn|văn bản|đơn|thư|tờ trình|báo cáo|phản ánh|kiến nghị)|^ngày [^;]{3,200} (?:chủ trì|dự|tham dự|tổ chức) (?:cuộc họp|hội nghị|buổi làm việc|buổi họp|lễ)/
/** "…, Bộ sẽ có văn bản hướng dẫn": what the issuer itself will do; "Tổng công ty đã đạt …": what was. */
const own =
  /^(?:[^;]{0,250}[,;] )?(?:bộ|ubnd|ủy ban nhân dân|sở|tổng cục|cục|văn phòng|ban|chính phủ|tổng công ty|công ty|doanh nghiệp|các (?:sở|bộ|địa phương|đơn vị|doanh nghiệp))(?: [\p{L}-]+){0,9}? (?:sẽ|đã|đang|cũng đã|vừa) (?!được (?:giao|phân công))/u

/** "Các Đoàn công tác … sẽ trực tiếp kiểm tra …": what somebody will do anyway. */
const willDo = /^(?:các )?(?:đoàn|tổ) [^,;:.]{0,110} sẽ (?!phải|chịu|bị)/

/** The sentence goes on with what the one before asked. */
export const goesOn = (low: string) =>
  /^[^;:.]{0,120}?chịu trách nhiệm (?:trước|về|hoàn toàn|toàn diện)[^.;]{0,140} nếu (?:để|không|chậm|xảy ra)/.test(
    low,
  ) ||
  /^(?:trên cơ sở đó|khi |trường hợp|trong đó|nếu |việc (?![^.;]{3,160}, (?:yêu cầu|đề nghị|giao) )|đây là|các nội dung|những |mức |thời hạn|thời gian|hoàn thành (?:trong|trước|vào|xong)|hồ sơ|kết quả(?! [^.;:,]{0,40} gửi về )|qua đó|từ đó)/.test(
    low,
  )

/** "Khi phát hiện …, phải báo …": a condition, then what must be done. */
export function isConditionalOrder(sentence: Piece): boolean {
  if (!/^(?:khi|nếu|trường hợp) /.test(sentence.low)) return false
  const rest = withoutAdverbial(sentence)
  return (
    (rest !== sentence &&
      (openingActAt(rest.low, 0) !== null || /^(?:phải|cần|đề nghị|yêu cầu) /.test(rest.low))) ||
    /^(?:khi|nếu|trường hợp) [^.;:]{5,160} (?:phải|thì phải) /.test(sentence.low)
  )
}

/** "Ông Hà Văn Khuê, Phó Trưởng phòng, Trưởng đoàn;": who belongs to a board, not what is asked. */
export const isPerson = ({ text }: Piece) =>
  text.length < 200 &&
  /^(?:Ông|Bà|Đồng chí|Đ\/c):? \p{Lu}\p{Ll}{0,6}(?: \p{Lu}\p{Ll}{0,6}){1,4}(?:,| -| –|;|\.|$)/u.test(text) &&
  !/(?:chịu trách nhiệm|chủ trì|có nhiệm vụ|phụ trách|chỉ đạo|theo dõi|giúp|tham mưu)/.test(text)

/** Sentences in which the issuer only speaks: praise, consent. */
export const isSaid = (low: string) =>
  /^(?:đồng ý|đánh giá cao|ghi nhận|biểu dương|hoan nghênh|nhất trí|thống nhất chủ trương|cơ bản (?:đồng ý|thống nhất|nhất trí)|chấp thuận|phê bình) /.test(
    low,
  )

/** Sentences, each with its end; not cut at "v.v.", "TP. Lào Cai", "KT. CHỦ TỊCH" or a number. */
export function sentencesOf(piece: Piece): Piece[] {
  const ends: number[] = []
  for (const found of piece.text.matchAll(/[.!?] (?=\p{Lu}|-|“|")/gu)) {
    const before = piece.text.slice(Math.max(0, found.index - 8), found.index)
    if (/(?:^|[\s(])(?:TP|Tp|KT|TM|TL|TUQ|TX|ThS|TS|GS|PGS|P|Q|H|Mr|Bs|BS|Đ|v\.v|v|\p{Lu})$/u.test(before))
      continue
    ends.push(found.index + 1)
  }
  return [0, ...ends]
    .map((from, i) => cut(piece, from, ends[i] ?? piece.text.length))
    .filter((part) => part.text !== "")
}

/** "các địa phương", "các đơn vị liên quan": nobody in particular beyond those whom the letter addresses. */
export const isGeneric = (names: readonly string[]) =>
  names.every((name) =>
    /^(?:các |quý |)(?:địa phương|đơn vị|cơ quan|cơ quan, đơn vị|bộ, ngành, địa phương|sở, ngành, địa phương)(?: có liên quan| liên quan| trên| nêu trên)?$/i.test(
      name,
    ),
  )

/** "Trại giống Thanh Bình chủ trì …": somebody is asked whose kind is not known; that all others are asked is a doubt. */
export const speaksToUnknown =
  /^(?:Giao |Đề nghị |Yêu cầu )?\p{Lu}[^,;:.()]{2,80} (?:chủ trì|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ)(?=[ ,])/u
