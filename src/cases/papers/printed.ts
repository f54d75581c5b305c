/**
 * What the papers of a procedure print. Vietnamese whatever the reader's language: an English form would not be an
 * official paper. The order of the parts follows the forms of Nghị định 118/2021/NĐ-CP as we know them; their wording
 * is ours, and a legal officer has not held it against the official forms yet (chưa đối chiếu).
 */
import { blank } from "../domain/articles.ts"

export const printed = {
  names: {
    record: "Biên bản vi phạm hành chính",
    session: "Thông báo tổ chức phiên giải trình trực tiếp",
    explaining: "Thông báo gia hạn thời hạn giải trình",
    hearing: "Biên bản phiên giải trình trực tiếp",
    spot: "Quyết định xử phạt vi phạm hành chính không lập biên bản",
    confiscation: "Quyết định tịch thu tang vật, phương tiện",
    postponement: "Quyết định hoãn thi hành quyết định phạt tiền",
    instalments: "Quyết định nộp tiền phạt nhiều lần",
    halt: "Quyết định tạm đình chỉ thi hành quyết định xử phạt",
    continuation: "Quyết định tiếp tục thi hành quyết định xử phạt",
    "transfer-notice": "Thông báo chuyển hồ sơ vụ vi phạm có dấu hiệu tội phạm",
    keeping: "Quyết định tạm giữ tang vật, phương tiện",
    enforcement: "Quyết định cưỡng chế thi hành quyết định xử phạt",
    sanction: "Quyết định xử phạt vi phạm hành chính",
    remedy: "Quyết định áp dụng biện pháp khắc phục hậu quả",
    request: "Công văn yêu cầu doanh nghiệp ngăn chặn",
  },
  symbols: {
    record: "BB-VPHC",
    session: "TB-GTTT",
    explaining: "TB-GHGT",
    spot: "QĐ-XPHC",
    confiscation: "QĐ-TTTV",
    postponement: "QĐ-HTHPT",
    instalments: "QĐ-NTPNL",
    halt: "QĐ-TĐCTH",
    continuation: "QĐ-TTTH",
    "transfer-notice": "TB-CHS",
    hearing: "BB-GTTT",
    keeping: "QĐ-TGTV",
    sanction: "QĐ-XPHC",
    remedy: "QĐ-KPHQ",
    enforcement: "QĐ-CCXP",
  },
  subjects: {
    record: "Vi phạm hành chính",
    session: "Tổ chức phiên giải trình trực tiếp",
    explaining: "Gia hạn thời hạn giải trình",
    spot: "Xử phạt vi phạm hành chính (theo thủ tục xử phạt không lập biên bản)",
    confiscation: "Tịch thu tang vật, phương tiện vi phạm hành chính",
    postponement: "Hoãn thi hành quyết định phạt tiền",
    instalments: "Nộp tiền phạt nhiều lần",
    halt: "Tạm đình chỉ thi hành quyết định xử phạt vi phạm hành chính",
    continuation: "Tiếp tục thi hành quyết định xử phạt vi phạm hành chính",
    "transfer-notice": "Chuyển hồ sơ vụ vi phạm có dấu hiệu tội phạm để truy cứu trách nhiệm hình sự",
    hearing: "Phiên giải trình trực tiếp",
    keeping: "Tạm giữ tang vật, phương tiện vi phạm hành chính",
    enforcement: "Cưỡng chế thi hành quyết định xử phạt vi phạm hành chính",
    sanction: "Xử phạt vi phạm hành chính",
    remedy: "Áp dụng biện pháp khắc phục hậu quả trong trường hợp không ra quyết định xử phạt",
    request: {
      block: "yêu cầu chặn",
      suspend: "yêu cầu tạm ngừng dịch vụ",
      "keep-logs": "yêu cầu lưu giữ nhật ký",
    },
  },
  law: (amendments: string) => `Căn cứ Luật Xử lý vi phạm hành chính số 15/2012/QH13${amendments}`,
  amended: (laws: string) => ` (sửa đổi, bổ sung theo ${laws})`,
  transition:
    "Căn cứ Điều 115 Nghị định số 174/2026/NĐ-CP (quy định chuyển tiếp đối với hành vi kết thúc trước ngày 01 tháng 7 năm 2026)",
  began: (hour: string, minute: string, day: string, place: string) =>
    `Hồi ${hour} giờ ${minute} phút, ${day}, tại ${place}.`,
  moment: (hour: string, minute: string, day: string) => `${hour} giờ ${minute}, ${day}`,
  offender: { organisation: "Tên tổ chức", individual: "Họ và tên" },
  address: { organisation: "Địa chỉ trụ sở", individual: "Nơi ở hiện tại" },
  papers: {
    organisation: "Mã số thuế hoặc mã số doanh nghiệp, ngày cấp, nơi cấp",
    individual: "Số định danh cá nhân hoặc hộ chiếu, ngày cấp, nơi cấp",
  },
  person: {
    organisation: "Người đại diện theo pháp luật, chức danh",
    individual: "Ngày sinh, quốc tịch, nghề nghiệp",
  },
  line: (label: string, value: string) => `${label}: ${value}`,
  maker: (name: string, title: string, body: string) =>
    `Họ và tên: ${name}; chức vụ: ${title}; cơ quan: ${body}`,
  noWitness: `Họ và tên: ${blank}; nơi ở hoặc cơ quan: ${blank}`,
  record: {
    maker: "Người lập biên bản",
    witnesses: "Người chứng kiến",
    offenders: "Cá nhân, tổ chức vi phạm",
    acts: "Hành vi vi phạm hành chính",
    exhibits: "Tang vật, phương tiện, tài liệu",
    harmed: "Cá nhân, tổ chức bị thiệt hại và mức thiệt hại",
    opinions: "Ý kiến của người vi phạm, người chứng kiến, người bị thiệt hại",
    measures: "Biện pháp ngăn chặn, bảo đảm xử lý đã áp dụng",
    stop: "Người lập biên bản đã yêu cầu người vi phạm chấm dứt ngay hành vi vi phạm.",
    explanation: "Quyền giải trình",
    asked: (enterprise: string, what: string, count: string, day: string) =>
      `Yêu cầu ${enterprise} ${what} ${count} đối tượng, ${day}`,
    mayExplain: (issuer: string, written: string, hearing: string) =>
      `Người vi phạm có quyền giải trình với ${issuer}. Giải trình bằng văn bản ${written}. Yêu cầu giải trình trực tiếp ${hearing}.`,
    mayNotExplain:
      "Khung tiền phạt và hình thức xử phạt bổ sung của hành vi không thuộc trường hợp được giải trình (Luật Xử lý vi phạm hành chính, Điều 61).",
    ended: (when: string) =>
      `Biên bản lập xong ${when}, gồm ${blank} tờ, được lập thành ${blank} bản có nội dung và giá trị như nhau; đã đọc lại cho những người có mặt cùng nghe, công nhận là đúng và cùng ký tên; đã giao cho người vi phạm 01 bản. Lý do không ký biên bản (nếu có): ${blank}`,
    signs: {
      maker: "Người lập biên bản",
      offender: "Cá nhân, đại diện tổ chức vi phạm",
      witness: "Người chứng kiến",
    },
  },
  term: (quantity: string, day: string) => `trong ${quantity}, chậm nhất ${day}`,
  termWithoutDay: (words: string) => `trong thời hạn: ${words}`,
  units: { "working-day": "ngày làm việc", day: "ngày", month: "tháng", year: "năm", hour: "giờ" },
  act: (description: string, day: string, found: string) =>
    `${description}; thực hiện ${day}, phát hiện ${found}`,
  actOf: (name: string, act: string) => `${name}: ${act}`,
  behaviour: (behaviour: string, provision: string) => `hành vi “${behaviour}” quy định tại ${provision}`,
  where: (place: string) => `nơi xảy ra: ${place}`,
  range: { organisation: "khung tiền phạt đối với tổ chức", individual: "khung tiền phạt đối với cá nhân" },
  rangeIs: (label: string, min: string, max: string) => `${label}: từ ${min} đến ${max}`,
  rangeUnknown: (label: string) => `${label}: ${blank} (chưa đối chiếu)`,
  fine: (amount: string) => `mức phạt: ${amount}`,
  inWords: (words: string) => `(bằng chữ: ${words} đồng)`,
  hearing: {
    grounds: "Căn cứ",
    record: (number: string, day: string) => `Biên bản vi phạm hành chính số ${number} lập ${day}`,
    officer: "Ý kiến của người có thẩm quyền xử phạt về hành vi, chứng cứ, điều khoản dự kiến áp dụng",
    offender: "Ý kiến giải trình của người vi phạm",
    conclusion: "Kết thúc phiên giải trình",
    signs: { chair: "Người chủ trì", secretary: "Người ghi biên bản", offender: "Người giải trình" },
    offenderPresent: (name: string) => `${name} (người vi phạm hoặc đại diện hợp pháp)`,
  },
  decision: {
    record: (number: string, day: string) => `Căn cứ Biên bản vi phạm hành chính số ${number} lập ${day}`,
    hearing: (number: string, day: string) =>
      `Căn cứ Biên bản phiên giải trình trực tiếp số ${number} ${day}`,
    explained: (day: string) => `Căn cứ văn bản giải trình của người vi phạm nhận ${day}`,
    articles: "Căn cứ Điều 57, Điều 68, Điều 70, Điều 73, Điều 78 và Điều 85 Luật Xử lý vi phạm hành chính",
    delegation: (number: string, day: string) =>
      `Căn cứ Quyết định số ${number} ${day} về việc giao quyền xử phạt vi phạm hành chính`,
    opening: "Xử phạt vi phạm hành chính với nội dung sau đây:",
    decree: (law: string) => `Căn cứ ${law}`,
    offenders: "Cá nhân, tổ chức bị xử phạt",
    acts: "Đã thực hiện hành vi vi phạm hành chính",
    aggravating: (text: string) => `Tình tiết tăng nặng: ${text}`,
    mitigating: (text: string) => `tình tiết giảm nhẹ: ${text}`,
    none: "không",
    sanctions: "Hình thức xử phạt, biện pháp khắc phục hậu quả",
    main: (amount: string) => `Hình thức xử phạt chính: phạt tiền ${amount}`,
    mainOf: (name: string, main: string) =>
      `Đối với ${name}: ${main.charAt(0).toLocaleLowerCase("vi")}${main.slice(1)}`,
    additional: (text: string) => `Hình thức xử phạt bổ sung: ${text}`,
    remedy: (text: string) => `Biện pháp khắc phục hậu quả: ${text}`,
    effective: (day: string) => `Quyết định này có hiệu lực kể từ ${day}.`,
    signingDay: "ngày ký",
    serve: (names: string) =>
      `Quyết định này được giao cho ${names} để chấp hành. Người bị xử phạt phải thi hành quyết định`,
    within: (quantity: string) => `trong ${quantity} kể từ ngày nhận quyết định`,
    late: "; quá thời hạn mà không tự nguyện thi hành thì bị cưỡng chế thi hành và cứ mỗi ngày chậm nộp tiền phạt phải nộp thêm 0,05% trên số tiền phạt chưa nộp (Điều 78)",
    pay: (where: string) => `Tiền phạt nộp tại: ${where}.`,
    treasury: (treasury: string) => `Quyết định này được gửi cho ${treasury} để thu tiền phạt.`,
    remedyBy: (day: string) => `; thời hạn thực hiện: đến hết ${day}`,
    complain:
      "Người bị xử phạt có quyền khiếu nại hoặc khởi kiện vụ án hành chính đối với quyết định này theo quy định của pháp luật.",
    remain: (issuer: string) => `${issuer} tổ chức thực hiện và lưu quyết định này trong hồ sơ vụ việc.`,
    recipients: ["Như Điều 3", "Cơ quan thu tiền phạt", "Lưu: VT, hồ sơ vụ việc"],
  },
  spot: {
    articles: "Căn cứ Điều 56, Điều 68, Điều 69 và Điều 73 Luật Xử lý vi phạm hành chính",
    opening: (place: string) =>
      `Xử phạt vi phạm hành chính theo thủ tục xử phạt không lập biên bản, tại ${place}, với nội dung sau đây:`,
  },
  execution: {
    whose: "Cá nhân, tổ chức bị xử phạt",
    why: "Lý do",
    effective: "Quyết định này có hiệu lực kể từ ngày ký.",
    serve: (names: string) =>
      `Quyết định này được giao cho ${names} để chấp hành và gửi cơ quan, đơn vị có liên quan để thực hiện.`,
    recipients: ["Như Điều 3", "Lưu: VT, hồ sơ vụ việc"],
  },
  halt: {
    articles: "Căn cứ Điều 62 Luật Xử lý vi phạm hành chính",
    opening: "Tạm đình chỉ thi hành quyết định xử phạt vi phạm hành chính nêu trên với nội dung sau đây:",
    ordered: "Thời gian tạm đình chỉ",
    until:
      "Từ ngày ký quyết định này đến khi có quyết định tiếp tục thi hành, hoặc quyết định xử phạt bị hủy bỏ. Hồ sơ vụ vi phạm được chuyển cho cơ quan tiến hành tố tụng theo Điều 62.",
  },
  continuation: {
    articles: "Căn cứ Điều 62 Luật Xử lý vi phạm hành chính",
    halted: (number: string, day: string) =>
      `Căn cứ Quyết định số ${number} ${day} về việc tạm đình chỉ thi hành quyết định xử phạt vi phạm hành chính`,
    opening: "Tiếp tục thi hành quyết định xử phạt vi phạm hành chính nêu trên với nội dung sau đây:",
    ordered: "Thời hạn và nơi thi hành",
    from: "Thời hạn thi hành chạy tiếp từ ngày ký quyết định này; các ngày tạm đình chỉ không tính vào thời hạn.",
  },
  postponement: {
    articles: "Căn cứ Điều 76 Luật Xử lý vi phạm hành chính",
    opening: "Hoãn thi hành quyết định phạt tiền với nội dung sau đây:",
    ordered: "Số tiền và thời hạn được hoãn",
    until: (day: string) => `Thời gian hoãn: từ ngày ký quyết định này đến hết ${day}.`,
  },
  instalments: {
    articles: "Căn cứ Điều 79 Luật Xử lý vi phạm hành chính",
    opening: "Cho phép nộp tiền phạt nhiều lần với nội dung sau đây:",
    ordered: "Số tiền và thời hạn từng lần nộp",
    time: (order: string, amount: string, day: string) => `Lần ${order}: ${amount}, chậm nhất ${day}`,
  },
  confiscation: {
    articles: "Căn cứ Điều 65 và Điều 126 Luật Xử lý vi phạm hành chính",
    opening: "Tịch thu tang vật, phương tiện vi phạm hành chính với nội dung sau đây:",
    whose: "Cá nhân, tổ chức có tang vật, phương tiện bị tịch thu",
    ordered: "Tang vật, phương tiện bị tịch thu",
  },
  explaining: {
    opening: (names: string, issuer: string) =>
      `Theo đề nghị của ${names} (Luật Xử lý vi phạm hành chính, Điều 61), ${issuer} thông báo gia hạn thời hạn giải trình bằng văn bản như sau:`,
    until: (day: string) => `Thời hạn giải trình bằng văn bản được gia hạn đến hết ${day}.`,
    why: (why: string) => `Lý do gia hạn: ${why}`,
    after:
      "Hết thời hạn này mà không giải trình thì người có thẩm quyền ra quyết định theo hồ sơ vụ việc. Việc gia hạn chỉ thực hiện một lần.",
    recipients: ["Người vi phạm", "Lưu: VT, hồ sơ vụ việc"],
  },
  transferNotice: {
    opening: (issuer: string, names: string) =>
      `${issuer} thông báo để ${names} biết (Luật Xử lý vi phạm hành chính, Điều 62):`,
    handed: (number: string, to: string, day: string) =>
      `Hồ sơ vụ việc số ${number} đã được chuyển đến ${to}, ${day}, vì hành vi có dấu hiệu tội phạm.`,
    about: (acts: string) => `Hành vi: ${acts}`,
    meanwhile:
      "Trong thời gian cơ quan tiến hành tố tụng xem xét, hành vi này không bị xử phạt vi phạm hành chính; kết quả do cơ quan đó thông báo theo quy định của pháp luật.",
    halted: (sanctions: string, number: string, day: string) =>
      `Trong thời gian cơ quan tiến hành tố tụng xem xét, việc thi hành ${sanctions} tạm đình chỉ theo Quyết định số ${number} ${day}; kết quả do cơ quan đó thông báo theo quy định của pháp luật.`,
    sanction: (number: string) => `Quyết định số ${number}`,
    recipients: ["Người vi phạm", "Cơ quan nhận hồ sơ", "Lưu: VT, hồ sơ vụ việc"],
  },
  remedy: {
    opening: "Áp dụng biện pháp khắc phục hậu quả với nội dung sau đây:",
    offenders: "Cá nhân, tổ chức phải thực hiện",
    why: (due: string) =>
      `Lý do không ra quyết định xử phạt: đã quá thời hạn hoặc thời hiệu xử phạt${due} (Luật Xử lý vi phạm hành chính, Điều 65).`,
    due: (day: string) => `, hết ${day}`,
    measuresTitle: "Tịch thu, biện pháp khắc phục hậu quả",
    confiscated: (text: string) => `Tịch thu: ${text.replace(/^tịch thu /iu, "")}`,
    measures: (text: string) => `Biện pháp khắc phục hậu quả: ${text}`,
    serve: (names: string) =>
      `Quyết định này được giao cho ${names} để chấp hành; không tự nguyện thi hành thì bị cưỡng chế thi hành.`,
    recipients: ["Như Điều 3", "Lưu: VT, hồ sơ vụ việc"],
  },
  session: {
    opening: (names: string, issuer: string) =>
      `Theo yêu cầu giải trình trực tiếp của ${names} (Luật Xử lý vi phạm hành chính, Điều 61), ${issuer} thông báo tổ chức phiên giải trình như sau:`,
    when: (when: string) => `Thời gian, địa điểm: ${when.charAt(0).toLocaleLowerCase("vi")}${when.slice(1)}`,
    about: (acts: string) => `Nội dung: ${acts}.`,
    chair: (who: string) => `Người chủ trì: ${who}.`,
    others: (who: string) => `Người tham dự khác: ${who}`,
    represented:
      "Người vi phạm tự mình hoặc ủy quyền bằng văn bản cho người đại diện hợp pháp tham gia phiên giải trình.",
    absent:
      "Người vi phạm mang theo thông báo này, giấy tờ tùy thân và tài liệu liên quan; nếu không tham gia thì báo cho cơ quan trước phiên.",
    recipients: ["Người vi phạm", "Lưu: VT, hồ sơ vụ việc"],
  },
  keeping: {
    articles: "Căn cứ Điều 119 và Điều 125 Luật Xử lý vi phạm hành chính",
    opening: "Tạm giữ tang vật, phương tiện vi phạm hành chính với nội dung sau đây:",
    whose: "Cá nhân, tổ chức có tang vật, phương tiện bị tạm giữ",
    things: "Tang vật, phương tiện, giấy tờ bị tạm giữ",
    why: "Lý do tạm giữ",
    term: "Thời hạn và nơi tạm giữ",
    days: (from: string, until: string) => `Tạm giữ từ ${from} đến hết ${until}.`,
    place: (place: string) => `Nơi tạm giữ: ${place}`,
    effective: "Quyết định này có hiệu lực kể từ ngày ký.",
    serve: (names: string) =>
      `Quyết định này được giao cho ${names} để chấp hành; người được giao bảo quản chịu trách nhiệm về tang vật, phương tiện theo quy định của pháp luật.`,
    recipients: ["Như Điều 3", "Lưu: VT, hồ sơ vụ việc"],
  },
  enforcement: {
    articles: "Căn cứ Điều 86, Điều 87 và Điều 88 Luật Xử lý vi phạm hành chính",
    decision: (number: string, day: string) =>
      `Căn cứ Quyết định xử phạt vi phạm hành chính số ${number} ${day}`,
    opening: "Cưỡng chế thi hành quyết định xử phạt vi phạm hành chính với nội dung sau đây:",
    whose: "Cá nhân, tổ chức bị cưỡng chế",
    force: "Biện pháp cưỡng chế",
    why: "Lý do cưỡng chế",
    because: "Đã hết thời hạn tự nguyện thi hành mà người bị xử phạt chưa thi hành xong quyết định xử phạt.",
    sum: (fines: string, late: string, day: string) =>
      `Số tiền còn phải nộp: tiền phạt ${fines}; tiền chậm nộp tính đến ${day}: ${late}.`,
    costs: "Chi phí và nơi nộp tiền",
    borne: "Người bị cưỡng chế chịu mọi chi phí cho việc tổ chức cưỡng chế.",
    effective: "Quyết định này có hiệu lực kể từ ngày ký.",
    serve: (names: string) =>
      `Quyết định này được giao cho ${names} để chấp hành. Nếu không chấp hành thì bị tổ chức cưỡng chế theo quy định của pháp luật.`,
    helpers: (who: string) => `Cơ quan, tổ chức phối hợp thi hành: ${who}`,
    recipients: ["Như Điều 3", "Lưu: VT, hồ sơ vụ việc"],
  },
  request: {
    opening: (issuer: string, basis: string) =>
      `Căn cứ ${basis}, để ngăn chặn hành vi có dấu hiệu vi phạm pháp luật trong lĩnh vực viễn thông, công nghệ thông tin, ${issuer} đề nghị doanh nghiệp thực hiện các việc sau:`,
    asks: {
      block: "Chặn",
      suspend: "Tạm ngừng cung cấp dịch vụ đối với",
      "keep-logs": "Lưu giữ nhật ký, dữ liệu, không để bị xóa, bị sửa, đối với",
    },
    targets: (list: string) => `các số máy, trang, tài khoản sau: ${list}.`,
    annexed: (count: string) => `${count} số máy, trang, tài khoản nêu tại Phụ lục kèm theo.`,
    annex: "Đối tượng của yêu cầu",
    columns: { order: "STT", target: "Số máy, trang, tài khoản" },
    answer: (issuer: string, day: string) =>
      `Trả lời ${issuer} kết quả thực hiện, nêu rõ việc đã làm, thời điểm và lý do nếu không thực hiện được, trước ${day}.`,
    thanks: "Danh sách này chỉ dùng để thực hiện yêu cầu trên và được giữ kín theo quy định của pháp luật.",
    recipients: ["Như trên", "Lưu: VT, hồ sơ vụ việc"],
  },
  repeats: {
    several: (acts: string) => `Vi phạm hành chính nhiều lần (${acts} hành vi cùng loại)`,
    decision: (number: string, day: string) => `quyết định xử phạt số ${number} ngày ${day}`,
    executed: (decision: string, day: string) => `Tái phạm (${decision}, thi hành xong ngày ${day})`,
    standing: (decision: string) => `Đã bị xử phạt, chưa thi hành xong (${decision})`,
  },
  treasury: `Kho bạc Nhà nước ${blank}`,
  province: /(?:tỉnh|thành phố)\s+(.+)$/u,
} as const

/** Papers that are decisions, with a symbol of their own. */
export type DecisionKind = Exclude<
  keyof (typeof printed)["symbols"],
  "record" | "session" | "hearing" | "explaining" | "transfer-notice"
>
