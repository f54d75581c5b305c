import { defineWords } from "../kernel/words.ts"

/** `first`: what to do on the first day, in order. */
export const words = defineWords({
  vi: {
    title: "Hướng dẫn theo vai trò",
    lead: "Mỗi vai trò một trang: làm gì, và ba việc đầu tiên.",
    footer: "Hướng dẫn",
    does: "Vai trò này làm gì",
    first: "Ba việc đầu tiên",
    others: "Các vai trò khác",
    open: "Mở trang",
    guides: {
      "nguoi-dan": {
        name: "Người dân",
        does: "Báo tin khi bị lừa, bị gọi quấy rối, thấy số lạ, đường dẫn lạ hoặc hạ tầng viễn thông bị phá. Không cần tài khoản, không bắt buộc nêu tên. Tên và cách liên lạc được niêm phong; ai mở ra xem đều để lại dấu vết.",
        first: {
          one: "Đang chuyển tiền hoặc vừa chuyển: dừng lại, gọi ngân hàng rồi gọi công an, sau đó mới báo tin.",
          two: "Thấy nghi một số, đường dẫn hay cả tin nhắn: dán vào ô Kiểm tra trước đã. Bị cảnh báo nhầm thì đề nghị xem lại.",
          three:
            "Báo tin theo ba bước, giữ mã biên nhận để xem tin đã đến đâu, viết thêm hoặc trả lời cán bộ.",
        },
      },
      "doanh-nghiep": {
        name: "Doanh nghiệp viễn thông, CNTT",
        does: "Nhận và báo cáo nhiệm vụ trong văn bản chỉ đạo, trả lời yêu cầu phòng ngừa của cơ quan có thẩm quyền, gửi danh sách dấu hiệu vi phạm và theo dõi ở Tin đã gửi. Ở Chia sẻ: chặn số, trang mà nơi khác phát, chia sẻ điều mình biết, cùng làm việc phối hợp, không nêu khách hàng. Doanh nghiệp không mở vụ việc và không xem tin của nơi khác. Ở Chia sẻ: đọc chỉ báo, cảnh báo được gửi đến và trả lời đã làm gì với từng chỉ báo.",
        first: {
          one: "Mở Việc của tôi, bấm Đã nhận ở nhiệm vụ mới và ghi ngày dự kiến xong.",
          two: "Mở Chia sẻ: trả lời từng chỉ báo đã nhận, ghi giờ chặn; trả lời yêu cầu ngăn chặn từng số trước hạn.",
          three:
            "Gửi danh sách số, tài khoản, đường dẫn bằng tệp CSV hoặc XLSX, hoặc qua API với mã truy cập do quản trị tạo.",
        },
      },
      "van-thu": {
        name: "Văn thư",
        does: "Đưa văn bản chỉ đạo vào hệ thống, kiểm tra từng mục, từng nhiệm vụ mà máy đọc được rồi giao cho cơ quan; cấp số, phát hành và lưu văn bản đi. Văn bản đóng dấu mật bị từ chối và không được lưu.",
        first: {
          one: "Nhập văn bản chỉ đạo đầu tiên, sửa chỗ máy chưa chắc rồi giao.",
          two: "Xem trang tổng hợp: cơ quan nào đã nhận, cơ quan nào trễ.",
          three: "Soạn văn bản đi, trình ký, cấp số và phát hành.",
        },
      },
      "chuyen-vien": {
        name: "Chuyên viên",
        does: "Làm nhiệm vụ được giao. Ở cơ quan đầu mối và công an: xem tin báo, hỏi thêm người báo, chuyển tin, mở vụ việc, lập hồ sơ; ở Chia sẻ đề xuất chỉ báo, soạn cảnh báo để người thứ hai phát, gắn với nhiệm vụ của văn bản. Lời gốc và danh tính người báo chỉ mở khi có lý do, và được ghi nhật ký. Ở Chia sẻ: đề xuất chỉ báo từ tin, viết cảnh báo gửi người thứ hai phát hành, xử lý đề nghị xem lại. Ô Tìm mọi thứ (phím /) tìm cả số, tin, vụ việc, văn bản.",
        first: {
          one: "Mở Việc của tôi: việc trễ, tin chờ, yêu cầu cần trả lời nằm ở đó.",
          two: "Xem tin báo mới nhất: đánh giá, hỏi thêm hoặc chuyển đúng nơi.",
          three: "Mở vụ việc từ một tin; mỗi thời hạn bấm vào sẽ thấy vì sao là ngày đó.",
        },
      },
      "lanh-dao": {
        name: "Lãnh đạo",
        does: "Xem toàn cảnh, ký văn bản và quyết định, chấp nhận kết quả nhiệm vụ, cho gia hạn, chuyển hồ sơ sang công an, chốt số liệu kỳ báo cáo. Việc gây bất lợi cho người khác luôn cần hai người. Ở Chia sẻ: phát hành hoặc trả lại chỉ báo, cảnh báo do người khác viết, thu hồi khi sai, quyết định đề nghị xem lại.",
        first: {
          one: "Mở trang Báo cáo: số liệu kỳ này so với kỳ trước, cơ quan nào trễ.",
          two: "Ký văn bản đang chờ; bấm vào từng con số sẽ thấy hồ sơ phía sau.",
          three: "Đồng ý hoặc không đồng ý các yêu cầu mở tài khoản đang chờ người thứ hai.",
        },
      },
      "quan-tri": {
        name: "Quản trị",
        does: "Mời cán bộ của cơ quan mình, giao vai trò, kết thúc công tác, tạo mã truy cập cho phần mềm. Quản trị không xem tin báo và vụ việc. Ở Văn phòng: giữ danh bạ cơ quan, lịch nghỉ và kế hoạch sắp xếp. Trang Ký hiệu văn bản giữ phần sau số văn bản của cơ quan; Văn phòng còn giữ Cài đặt của tỉnh: số điện thoại công bố, địa chỉ, thư, sao lưu, huy hiệu, ranh giới.",
        first: {
          one: "Bật xác thực hai bước cho tài khoản của mình và cất mã khôi phục.",
          two: "Mời cán bộ; mời lãnh đạo và quản trị thì người thứ hai đồng ý ở trang Yêu cầu chờ đồng ý.",
          three: "Xem danh bạ cơ quan và đơn vị: sửa tên, thêm tên gọi mà văn bản hay dùng.",
        },
      },
      "theo-doi": {
        name: "Người theo dõi",
        does: "Xem văn bản chỉ đạo, tiến độ và báo cáo của cơ quan mình, không thay đổi gì. Không xem tin báo và vụ việc.",
        first: {
          one: "Mở danh sách văn bản chỉ đạo và xem tiến độ từng nhiệm vụ.",
          two: "Mở trang Báo cáo để xem số liệu của kỳ.",
          three: "Bật xác thực hai bước ở trang Tài khoản.",
        },
      },
    },
  },
  en: {
    title: "Guides by role",
    lead: "A page for each role: what it does, and the first three things to do.",
    footer: "Guides",
    does: "What this role does",
    first: "The first three things",
    others: "Other roles",
    open: "Open",
    guides: {
      "nguoi-dan": {
        name: "Citizens",
        does: "Report being deceived or harassed, a strange number or link, or damage to telecom infrastructure. No account, no name needed. Name and contact are sealed; whoever opens them leaves a trace.",
        first: {
          one: "Sending money, or just sent it: stop, call the bank, then the police, and report afterwards.",
          two: "In doubt about a number, a link or a whole message: paste it into the check first. Warned about by mistake: ask to look again.",
          three:
            "Report in three steps; with the receipt code see what came of it, add to it or answer the officer.",
        },
      },
      "doanh-nghiep": {
        name: "Telecom and IT enterprises",
        does: "Receive and report the tasks of directives, answer preventive requests of the authorities, hand in lists of signs of violation and follow them under Sent. Under Sharing: block what others release, share what they know, act together, naming no customer. An enterprise opens no case and sees no tip of others. Under Sharing: read the indicators and warnings that are sent to you, and answer what was done about each.",
        first: {
          one: "Open My work, acknowledge the new tasks and say when they will be done.",
          two: "Open Sharing: answer each indicator received with the hour of the block; answer requests number by number, in time.",
          three:
            "Hand in numbers, accounts and links as CSV or XLSX, or by the API with a token from your administrator.",
        },
      },
      "van-thu": {
        name: "Clerks",
        does: "Bring directives in, check each clause and task that the program has read, and give them to the bodies; number, issue and archive outgoing documents. A document stamped secret is refused and never kept.",
        first: {
          one: "Import the first directive, mend what the program doubts, and issue it.",
          two: "Look at the roll-up: who has acknowledged, who is late.",
          three: "Draft an outgoing document, have it signed, number and issue it.",
        },
      },
      "chuyen-vien": {
        name: "Officers",
        does: "Do the tasks given to their body. At the lead department and the police: read tips, ask their reporters, forward, open cases, keep the file; under Sharing propose indicators and write warnings for a second person to release, and name the task that they serve. Original words and identities open for a reason only, and are journaled. Under Sharing: propose indicators from tips, write warnings for a second person to release, decide on requests to look again. The box Find anything (key /) finds numbers, tips, cases and documents.",
        first: {
          one: "Open My work: what is late, what waits, what must be answered stands there.",
          two: "Read the newest tip: assess it, ask, or forward it.",
          three: "Open a case from a tip; each deadline says why it is that day.",
        },
      },
      "lanh-dao": {
        name: "Leaders",
        does: "See the whole, sign documents and decisions, accept results, extend deadlines, hand files to the police, lock a period's figures. What harms another always takes two people. Under Sharing: release or give back what others wrote, recall what is wrong, decide on requests to look again.",
        first: {
          one: "Open Reports: this period against the one before, and who is late.",
          two: "Sign what waits; each figure opens down to its records.",
          three: "Agree, or not, to the accounts that wait for a second person.",
        },
      },
      "quan-tri": {
        name: "Administrators",
        does: "Invite the officers of their body, give roles, end posts, make tokens for programs. They read no tip and no case. At the Office: keep the chart of bodies, days off and reform plans. Symbols of documents keeps what stands behind your numbers; the Office also keeps Settings of the province: public numbers, address, mail, backup, crest, boundaries.",
        first: {
          one: "Turn on the second step for your own account and put the recovery codes away.",
          two: "Invite officers; for leaders and administrators a second person agrees at Requests to agree to.",
          three: "Look through bodies and units: mend names, add those that letters use.",
        },
      },
      "theo-doi": {
        name: "Observers",
        does: "See the directives, progress and reports of their body and change nothing. They read no tip and no case.",
        first: {
          one: "Open the directives and see how far each task is.",
          two: "Open Reports for the figures of the period.",
          three: "Turn on the second step under Account.",
        },
      },
    },
  },
})
