/** What the leader's page and the next directive say. */
import { plural } from "../../kernel/format.ts"
import { defineWords } from "../../kernel/words.ts"

export const words = defineWords({
  vi: {
    nav: "Toàn cảnh",
    title: (name: string, percent: string, late: string) =>
      `${name}: ${percent} nhiệm vụ đã xong, ${late} cơ quan đang trễ`,
    titleOnTime: (name: string, percent: string) =>
      `${name}: ${percent} nhiệm vụ đã xong, không cơ quan nào trễ`,
    titleLateElsewhere: (name: string, percent: string, late: string) =>
      `${name}: ${percent} nhiệm vụ đã xong; ${late} cơ quan đang trễ ở văn bản khác`,
    allDirectives: (n: string) => `${n} văn bản chỉ đạo`,
    noDirective: "Chưa có văn bản chỉ đạo nào",
    lead: (day: string, period: string, before: string) =>
      `Số liệu đến ${day} · ${period} · so với cùng số ngày đầu của kỳ trước: ${before}`,
    period: (name: string, range: string) => `${name}: ${range}`,
    since: (day: string) => `hệ thống có số liệu từ ${day}`,
    range: (from: string, to: string) => `${from} – ${to}`,
    directive: (name: string) => `Chỉ đạo ${name}`,
    clauses: "Theo đúng bố cục văn bản",
    clausesOf: (name: string) => `${name}, theo đúng bố cục văn bản`,
    unprinted: (n: string) => `Còn ${n} mục không in ở đây; xem đủ trong văn bản chỉ đạo.`,
    otherDirectives: "Văn bản khác:",
    done: "xong",
    doing: "đang làm",
    late: "trễ",
    lateTag: (n: string) => `${n} trễ`,
    onTime: "đúng hạn",
    lateBodies: "Cơ quan đang trễ",
    noLate: "Không cơ quan nào trễ.",
    moreLate: (n: string) => `và ${n} cơ quan khác đang trễ`,
    lateOf: (late: string, total: string) => `${late} trễ trong ${total} nhiệm vụ`,
    nextThing: {
      title: "Việc nên làm tiếp",
      lock: (period: string, on: string) => `Kỳ ${period} đã hết ngày ${on}, số liệu chưa khóa: xem và khóa`,
      start: (number: string) =>
        `Báo cáo số ${number} đã phát hành, chưa có chỉ đạo sau đó: bắt đầu văn bản chỉ đạo tiếp theo`,
      late: (path: string, late: string, total: string) =>
        `Mục ${path} trễ nhiều nhất, ${late} trong ${total} cơ quan: xem ai đang trễ`,
    },
    map: {
      title: "Tin báo và vụ việc theo xã, phường",
      titleDistricts: "Tin báo và vụ việc theo huyện, thị xã, thành phố",
      district: "Huyện, thị xã, thành phố",
      approximate: (n: string) => `Huyện ghép từ các xã kế tục: gần đúng ở ${n} xã nằm trên hai huyện`,
      elsewhereDistricts: (tips: string, cases: string) =>
        `${tips} tin, ${cases} vụ việc không nêu nơi hoặc ở nơi khác. Sự cố hạ tầng chưa có trong hệ thống.`,
      saysDistricts: (tips: string, cases: string) =>
        `${tips} tin và ${cases} vụ việc nêu rõ nơi; bảng mở danh sách của từng huyện.`,
      legend: "Chú giải",
      tipsIn: (range: string) => `${range} tin`,
      caseMark: "số vụ việc mở trong kỳ",
      commune: "Xã, phường",
      tips: "Tin báo",
      cases: "Vụ việc",
      says: (tips: string, cases: string) =>
        `${tips} tin và ${cases} vụ việc nêu rõ nơi; bảng mở danh sách của từng xã.`,
      elsewhere: (tips: string, cases: string) =>
        `${tips} tin, ${cases} vụ việc không nêu nơi hoặc ở nơi khác. Xã, phường là của từ 01/7/2025; nơi mang tên cũ tính vào xã kế tục. Sự cố hạ tầng chưa có trong hệ thống.`,
      source:
        "Địa giới xã, phường từ 01/7/2025 (vietnamese-provinces-database, MIT); không dùng để xác định ranh giới.",
      sourceGiven: "Ranh giới do quản trị của tỉnh đưa vào; không dùng cho việc về địa giới",
    },
    asTable: "Xem dạng bảng",
    download: "Tải hình:",
    trends: "Mười hai tháng qua",
    trendsLead: (from: string, to: string) =>
      `Theo tháng dương lịch, từ ${from} đến ${to}; tháng đang chạy vẽ nhạt.`,
    month: "Tháng",
    notable: "Điều đáng chú ý",
    noNotable: "Không có thay đổi nào đủ lớn để nói.",
    rose: (was: string, now: string) => `tăng từ ${was} lên ${now} tin`,
    fell: (was: string, now: string) => `giảm từ ${was} xuống ${now} tin`,
    how: (days: string, now: string, before: string) =>
      `Đếm tin theo thủ đoạn trong ${days} ngày (${now}), so với cùng số ngày đầu của kỳ trước (${before}). Chỉ nêu khi chênh ít nhất 5 tin và 30 %; thủ đoạn “Khác” không xét.`,
    seeReport: "Xem dự thảo báo cáo kỳ này",
    seeFigures: "Xem mọi số liệu",
    next: "Bắt đầu văn bản chỉ đạo tiếp theo",
    against: (change: string, value: string) => `${change} · cùng số ngày kỳ trước: ${value}`,
    lastYear: (value: string) => `Cùng số ngày năm trước: ${value}`,
    unknownBefore: "Kỳ trước chưa có số liệu trong hệ thống",
    records: {
      title: (name: string, count: string) => `${name}: ${count}`,
      month: (figure: string, month: string) => `${figure}, tháng ${month}`,
      tips: (n: string) => `${n} tin báo`,
      cases: (n: string) => `${n} vụ việc`,
      trick: "Thủ đoạn",
      spread: { communes: "Theo xã, phường", tricks: "Theo thủ đoạn", bodies: "Theo cơ quan giữ tin" },
      elsewhere: "không nêu nơi hoặc nơi khác",
      count: "Tin báo",
      how: {
        type: "Tin nhận trong kỳ, xếp vào thủ đoạn này; tin chuyển giữa các cơ quan chỉ đếm một lần, ở nơi nhận đầu tiên.",
        commune:
          "Tin nhận và vụ việc mở trong kỳ tại nơi mang tên xã, phường này hoặc tên cũ đã nhập vào; vụ việc lấy nơi của tin đầu tiên có nêu nơi.",
        month: "Bản ghi có ngày trong tháng dương lịch này.",
      },
    },
    nextPage: {
      title: "Văn bản chỉ đạo tiếp theo",
      lead: "Mỗi đề xuất kèm căn cứ tính từ số liệu hoặc trích từ báo cáo. Bỏ, sửa, thêm; văn bản thành dự thảo ở mục Văn bản đi, được kiểm tra, ký, cấp số; khi phát hành thì việc được giao.",
      head: "Văn bản",
      fromReport: (number: string, period: string) => `Từ Báo cáo số ${number}, ${period}`,
      noReport: (period: string) =>
        `Báo cáo ${period} chưa phát hành: văn bản nêu tên, chưa nêu được số và ngày của báo cáo`,
      openReport: (on: string, issuer: string) => `Mở báo cáo ${issuer} phát hành ${on}`,
      toReport: "Xem báo cáo của kỳ này",
      otherReports: "Bắt đầu từ báo cáo khác:",
      reaches: (bodies: number) => `Nơi nhận đề xuất hiện là ${bodies} cơ quan.`,
      reachesNone: "Chưa rõ là cơ quan nào: chọn khi giao việc, hoặc viết tên khác.",
      signer: "Người ký",
      signerHint: "Thể thức TM., KT., TL. theo chức danh; sửa được trong dự thảo.",
      due: "Hoàn thành chậm nhất ngày",
      kinds: {
        rose: "Điều đang tăng",
        late: "Việc đang trễ",
        recommended: "Điều được kiến nghị, đề xuất",
        untold: "Điều chưa ai báo cáo",
        own: "Nội dung khác",
      },
      evidence: {
        rose: "Xem các tin",
        late: "Xem tiến độ",
        recommended: "Mở báo cáo",
        untold: "Xem số liệu của kỳ",
      },
      subject: "Trích yếu",
      cites: "Báo cáo được viện dẫn",
      citesHint: "Số, ký hiệu, ngày của báo cáo, chẳng hạn: Báo cáo số 12/BC-STTTT ngày 15/9/2023",
      keepOrDrop: "Giữ hay bỏ",
      keep: "Giữ đề xuất này",
      heading: "Giao cho",
      text: "Nội dung giao",
      why: "Căn cứ",
      none: "Không có điều gì tăng, trễ hay được kiến nghị đủ để đề xuất.",
      make: "Soạn dự thảo",
      makeHint:
        "Chương trình viết văn bản đúng thể thức thành dự thảo ở mục Văn bản đi. Từng câu còn sửa được cho đến khi trình kiểm tra.",
      nothing: "Giữ ít nhất một đề xuất có nội dung",
      noSubject: "Viết trích yếu",
      noAddressee: "Viết nơi nhận của mục này",
      noSigner: "Chọn người ký",
    },
  },
  en: {
    nav: "Overview",
    title: (name: string, percent: string, late: string) =>
      `${name}: ${percent} of tasks done, ${late} ${plural(Number(late), "body", "bodies")} late`,
    titleOnTime: (name: string, percent: string) => `${name}: ${percent} of tasks done, no body late`,
    titleLateElsewhere: (name: string, percent: string, late: string) =>
      `${name}: ${percent} of tasks done; ${late} ${plural(Number(late), "body is", "bodies are")} late with other letters`,
    allDirectives: (n: string) => `${n} directives`,
    noDirective: "No directive yet",
    lead: (day: string, period: string, before: string) =>
      `Figures up to ${day} · ${period} · against as many first days of the period before: ${before}`,
    period: (name: string, range: string) => `${name}: ${range}`,
    since: (day: string) => `the system has figures since ${day}`,
    range: (from: string, to: string) => `${from} – ${to}`,
    directive: (name: string) => `Directive ${name}`,
    clauses: "In the shape of the letter",
    clausesOf: (name: string) => `${name}, in the shape of the letter`,
    unprinted: (n: string) =>
      `${n} more ${plural(Number(n), "clause is", "clauses are")} not printed here; see the directive.`,
    otherDirectives: "Other letters:",
    done: "done",
    doing: "in work",
    late: "late",
    lateTag: (n: string) => `${n} late`,
    onTime: "on time",
    lateBodies: "Bodies that are late",
    noLate: "No body is late.",
    moreLate: (n: string) => `and ${n} more late`,
    lateOf: (late: string, total: string) =>
      `${late} late of ${total} ${plural(Number(total), "task", "tasks")}`,
    nextThing: {
      title: "To do next",
      lock: (period: string, on: string) =>
        `The ${period} ended on ${on} and its figures are not locked: look and lock`,
      start: (number: string) =>
        `Report ${number} is issued and no directive followed: start the next directive`,
      late: (path: string, late: string, total: string) =>
        `Clause ${path} is the latest, ${late} of ${total} bodies: see who`,
    },
    map: {
      title: "Tips and cases by commune",
      titleDistricts: "Tips and cases by district",
      district: "District",
      approximate: (n: string) =>
        `Districts are joined from the communes that succeeded them: approximate at ${n} communes that lie in two`,
      elsewhereDistricts: (tips: string, cases: string) =>
        `${tips} ${plural(Number(tips), "tip", "tips")} and ${cases} ${plural(Number(cases), "case", "cases")} name none or another place. The system has no incidents of infrastructure yet.`,
      saysDistricts: (tips: string, cases: string) =>
        `${tips} ${plural(Number(tips), "tip", "tips")} and ${cases} ${plural(Number(cases), "case", "cases")} name a place; the table opens the list of each district.`,
      legend: "Legend",
      tipsIn: (range: string) => `${range} ${plural(range === "1" ? 1 : 2, "tip", "tips")}`,
      caseMark: "cases opened in the period",
      commune: "Commune",
      tips: "Tips",
      cases: "Cases",
      says: (tips: string, cases: string) =>
        `${tips} ${plural(Number(tips), "tip", "tips")} and ${cases} ${plural(Number(cases), "case", "cases")} name a place; the table opens the list of each commune.`,
      elsewhere: (tips: string, cases: string) =>
        `${tips} ${plural(Number(tips), "tip", "tips")} and ${cases} ${plural(Number(cases), "case", "cases")} name none or another place. Communes are those since 1 July 2025; an old name counts for the commune it went into. The system has no incidents of infrastructure yet.`,
      source:
        "Boundaries of the communes since 1 July 2025 (vietnamese-provinces-database, MIT); not for legal questions.",
      sourceGiven: "Boundaries as the province's administrator gave them; not for questions of boundaries",
    },
    asTable: "As a table",
    download: "Download the picture:",
    trends: "The last twelve months",
    trendsLead: (from: string, to: string) =>
      `By calendar month, ${from} to ${to}; the month that runs is drawn lighter.`,
    month: "Month",
    notable: "Worth noticing",
    noNotable: "No change is large enough to be said.",
    rose: (was: string, now: string) => `rose from ${was} to ${now} tips`,
    fell: (was: string, now: string) => `fell from ${was} to ${now} tips`,
    how: (days: string, now: string, before: string) =>
      `Tips by trick over ${days} days (${now}), against as many first days of the period before (${before}). Said only where the difference is at least 5 tips and 30 %; the trick “other” is left out.`,
    seeReport: "See this period's draft report",
    seeFigures: "See every figure",
    next: "Start the next directive",
    against: (change: string, value: string) => `${change} · as many days of the period before: ${value}`,
    lastYear: (value: string) => `As many days last year: ${value}`,
    unknownBefore: "The system has no figures of the period before",
    records: {
      title: (name: string, count: string) => `${name}: ${count}`,
      month: (figure: string, month: string) => `${figure}, ${month}`,
      tips: (n: string) => `${n} ${plural(Number(n), "tip", "tips")}`,
      cases: (n: string) => `${n} ${plural(Number(n), "case", "cases")}`,
      trick: "Trick",
      spread: { communes: "By commune", tricks: "By trick", bodies: "By the body that keeps them" },
      elsewhere: "no place named, or another",
      count: "Tips",
      how: {
        type: "Tips received in the period and put under this trick; one that bodies passed on counts once, where it came first.",
        commune:
          "Tips received and cases opened in the period at a place that bears this commune's name, or an old name that went into it; a case lies where its first tip that names a place does.",
        month: "Records whose day is in this calendar month.",
      },
    },
    nextPage: {
      title: "The next directive",
      lead: "Each proposal comes with evidence computed from figures or quoted from the report. Drop, edit, add; it becomes a draft among outgoing documents, is reviewed, signed and numbered; issuing it gives the tasks.",
      head: "The document",
      fromReport: (number: string, period: string) => `From Báo cáo số ${number}, ${period}`,
      noReport: (period: string) =>
        `The report of the ${period} is not issued: it can be cited by name, not yet by number and day`,
      openReport: (on: string, issuer: string) => `Open the report issued by ${issuer} on ${on}`,
      toReport: "See this period's report",
      otherReports: "Begin from another report:",
      reaches: (bodies: number) => `As proposed, ${bodies} ${plural(bodies, "body", "bodies")} today.`,
      reachesNone: "No body is known by this name: choose when the tasks are given, or write another.",
      signer: "Signer",
      signerHint: "TM., KT., TL. follow from the post; the draft can still be edited.",
      due: "To be done before",
      kinds: {
        rose: "What rises",
        late: "What is late",
        recommended: "What was recommended",
        untold: "What nobody has told",
        own: "Anything else",
      },
      evidence: {
        rose: "See the reports",
        late: "See the progress",
        recommended: "Open the report",
        untold: "See the period's figures",
      },
      subject: "Subject",
      cites: "The report it cites",
      citesHint: "Number, symbol and day of the report, such as: Báo cáo số 12/BC-STTTT ngày 15/9/2023",
      keepOrDrop: "Keep or drop",
      keep: "Keep this proposal",
      heading: "Given to",
      text: "What is asked",
      why: "Evidence",
      none: "Nothing rose, is late or was recommended enough to propose.",
      make: "Write the draft",
      makeHint:
        "The program writes the letter in its official layout as a draft among outgoing documents. Every sentence can be edited until it goes to review.",
      nothing: "Keep at least one proposal with words",
      noSubject: "Write the subject",
      noAddressee: "Write whom it is given to",
      noSigner: "Choose who signs",
    },
  },
})
