/** Forms of a check. */
import { namingWords } from "../directives/index.ts"
import {
  choice,
  day,
  form,
  listed,
  must,
  number,
  paragraph,
  pick,
  search,
  text,
  tick,
  time,
} from "../kernel/forms/index.ts"
import { say, sayEach } from "../kernel/words.ts"
import { words } from "./words.ts"
import { pageWords } from "./words-page.ts"

const reason = paragraph(say("Lý do", "Reason"), { max: 2_000 })
const paperNumber = (label: ReturnType<typeof say>) => text(label, { max: 60 })

export const planning = form({
  slug: "moi",
  verb: "inspection.plan",
  title: say(pageWords.vi.plan, pageWords.en.plan),
  asks: {
    subjectId: search(say("Đối tượng", "Subject")),
    plannedOn: day(say("Ngày dự kiến", "Planned day")),
    power: choice(
      say("Quyền", "Power"),
      sayEach(words, (t) => t.powers),
    ),
    ground: choice(
      say("Căn cứ", "Ground"),
      sayEach(words, (t) => t.grounds),
    ),
    groundNote: paragraph(say("Căn cứ cụ thể", "What the ground is"), {
      max: 2_000,
      hint: say(
        "Dấu hiệu nào, yêu cầu số mấy của ai, kế hoạch số mấy",
        "Which signs, whose order, which plan",
      ),
    }),
    matter: listed(
      say("Nội dung", "Matter"),
      sayEach(words, (t) => t.matters),
    ),
    method: choice(
      say("Cách tiến hành", "How"),
      sayEach(words, (t) => t.methods),
    ),
    remoteNote: paragraph(say("Dữ liệu từ xa cho thấy gì", "What the data showed from a distance"), {
      max: 4_000,
      hint: say(
        "Từ 05/8/2025 kiểm tra tại chỗ phải xem dữ liệu trước",
        "Since 5 August 2025 data are looked at before a visit",
      ),
    }).optional(),
    place: text(say("Nơi kiểm tra", "Place"), {
      max: 300,
      hint: say("Để trống: địa chỉ trong sổ", "Left empty: the address of the register"),
    }).optional(),
    legalBasis: paragraph(say("Căn cứ pháp lý bằng lời", "Legal ground in words"), {
      max: 1_000,
      rows: 2,
      hint: say(
        "Chỉ khi ngày đó không có thủ tục trong dữ liệu",
        "Only where the data hold no procedure for that day",
      ),
    }).optional(),
    isClear: tick(
      say("Mức độ của dấu hiệu", "How clear the signs are"),
      say("Dấu hiệu vi phạm rõ ràng", "The signs of a violation are clear"),
    ),
    overrideReason: paragraph(say("Lý do vượt giới hạn mỗi năm", "Why the yearly limit is passed"), {
      max: 2_000,
      hint: say(
        "Chỉ với dấu hiệu vi phạm rõ ràng; lý do này hiện trong báo cáo",
        "On clear signs only; the reason is shown in the report",
      ),
    }).optional(),
    assignmentId: pick(
      say("Nhiệm vụ của văn bản mà cuộc này thực hiện", "Task of a letter that this serves"),
      { hint: namingWords.hint },
    ).optional(),
  },
})

export const forms = {
  decide: form({
    slug: "quyet-dinh",
    verb: "inspection.conclude",
    title: say("Ra quyết định", "Issue the decision"),
    follows: say(
      "Người ra quyết định cũng là người duyệt kế hoạch tiến hành.",
      "Who issues the decision also approves the plan of the check.",
    ),
    asks: {
      number: paperNumber(say("Số quyết định", "Number of the decision")),
      decidedOn: day(say("Ngày quyết định", "Day of the decision")),
      days: number(say("Thời hạn kiểm tra", "Days of the check"), {
        least: 1,
        most: 90,
        unit: say("ngày", "days"),
      }),
      headId: pick(say("Trưởng đoàn", "Head of the team")),
      members: paragraph(say("Thành viên, mỗi người một dòng", "Members, one a line"), {
        max: 5_000,
        hint: say(
          "Tên; chức vụ; cơ quan (bỏ trống nếu cùng cơ quan)",
          "Name; post; body (may be left out where it is the same)",
        ),
      }).optional(),
      declared: must(
        say("Xung đột lợi ích", "Conflict of interest"),
        say(
          "Từng người trong đoàn đã cam kết không có xung đột lợi ích với đối tượng",
          "Each of the team declared that no interest of theirs stands against the subject",
        ),
        say(
          "Lấy cam kết không xung đột lợi ích của từng người trước",
          "Have each of the team declare first that there is no conflict of interest",
        ),
      ),
    },
  }),
  approve: form({
    slug: "duyet",
    verb: "inspection.conclude",
    title: say("Duyệt kế hoạch tiến hành", "Approve the plan of the check"),
    follows: say(
      "Từ lúc này cơ quan khác biết ai kiểm tra đối tượng này, để không trùng.",
      "From now on other bodies read who checks this subject, so that nothing overlaps.",
    ),
    asks: { approvedOn: day(say("Ngày duyệt", "Approved on")) },
  }),
  announce: form({
    slug: "cong-bo",
    verb: "inspection.hold",
    title: say("Công bố quyết định", "Announce the decision"),
    follows: say(
      "Thời hạn kiểm tra tính từ ngày công bố.",
      "The days of the check run from the announcement.",
    ),
    asks: { announcedOn: day(say("Ngày công bố", "Announced on")) },
  }),
  record: form({
    slug: "bien-ban",
    verb: "inspection.hold",
    title: say("Lập biên bản kiểm tra", "Make the record of the check"),
    follows: say(
      "Phiếu kiểm tra không sửa được nữa sau bước này.",
      "The checklist stands as it is from then on.",
    ),
    asks: {
      recordedOn: day(say("Ngày lập", "Day")),
      time: time(say("Giờ lập", "Time")),
      opinion: paragraph(say("Ý kiến của cơ sở", "What the subject says"), {
        max: 4_000,
        hint: say(
          "Ghi đúng lời; không có ý kiến thì ghi “Không có ý kiến”",
          "In its own words; write so where it says nothing",
        ),
      }),
      signing: choice(
        say("Ký biên bản", "Signing"),
        sayEach(words, (t) => t.signings),
      ),
      refusalReason: paragraph(say("Lý do không ký", "Why it did not sign"), { max: 1_000 }).optional(),
      witness: text(say("Người ký xác nhận", "Who signs to it"), {
        max: 300,
        hint: say(
          "Họ tên, chức vụ hoặc nơi ở: đại diện UBND xã hoặc một người chứng kiến",
          "Name, post or address: of the commune authority, or one witness",
        ),
      }).optional(),
    },
  }),
  extend: form({
    slug: "gia-han",
    verb: "inspection.conclude",
    title: say("Gia hạn, một lần", "Lengthen it, once"),
    look: "second",
    asks: {
      number: paperNumber(say("Số văn bản gia hạn", "Number of the paper")),
      extendedOn: day(say("Ngày ký", "Signed on")),
      days: number(say("Thêm", "More"), { least: 1, most: 60, unit: say("ngày", "days") }),
    },
  }),
  invite: form({
    slug: "moi-tham-gia",
    verb: "inspection.plan",
    title: say("Mời cơ quan khác tham gia đoàn", "Ask another body to go along"),
    follows: say(
      "Một đoàn liên ngành tính là một lần kiểm tra. Cơ quan được mời thấy đối tượng, nội dung, ngày dự kiến; nhận lời rồi mới xem được cuộc này. Mời trước khi duyệt kế hoạch.",
      "A joint team counts as one check. Who is asked reads subject, matter and planned day, and the check itself after accepting. Ask before the plan is approved.",
    ),
    look: "second",
    asks: {
      toBodyId: search(say("Cơ quan", "Body")),
      note: paragraph(say("Vì sao đi cùng, cần ai", "Why together, whom it needs"), { max: 2_000 }),
    },
  }),
  pause: form({
    slug: "tam-dung",
    verb: "inspection.conclude",
    title: say("Tạm dừng", "Pause"),
    follows: say("Ngày tạm dừng không tính vào thời hạn.", "Days of a pause do not count."),
    look: "second",
    asks: { fromOn: day(say("Từ ngày", "From")), reason },
  }),
  resume: form({
    slug: "tiep-tuc",
    verb: "inspection.conclude",
    title: say("Tiếp tục kiểm tra", "Go on"),
    asks: { untilOn: day(say("Tiếp tục từ ngày", "Goes on from")) },
  }),
  openCase: form({
    slug: "mo-vu-viec",
    verb: "case.open",
    title: say("Mở vụ việc từ các dấu hiệu vi phạm", "Open a case of the signs of a violation"),
    follows: say(
      "Hành vi, số đếm được, ý kiến, nơi và người chứng kiến được mang sang; biên bản vi phạm lập ở vụ việc.",
      "Acts, counts, opinion, place and witness are carried over; the violation record is made in the case.",
    ),
    asks: {
      committedOn: day(say("Ngày vi phạm", "Committed on")),
      isOngoing: tick(
        say("Hành vi", "The act"),
        say("Hành vi còn đang diễn ra lúc kiểm tra", "It still went on at the check"),
      ),
    },
  }),
  conclude: form({
    slug: "ket-luan",
    verb: "inspection.conclude",
    title: say("Kết luận", "Conclude"),
    asks: {
      number: paperNumber(say("Số kết luận", "Number of the conclusion")),
      concludedOn: day(say("Ngày kết luận", "Concluded on")),
      conclusion: paragraph(say("Kết luận", "Conclusion"), { max: 10_000, rows: 5 }),
      recommendations: paragraph(
        say("Kiến nghị, yêu cầu khắc phục; mỗi dòng một việc", "What is to be put right, one a line"),
        { max: 5_000 },
      ).optional(),
      dueOn: day(say("Thực hiện trước ngày", "Put right by")).optional(),
    },
  }),
  publish: form({
    slug: "cong-khai",
    verb: "inspection.conclude",
    title: say("Công khai kế hoạch, kết luận", "Publish the plan or the conclusion"),
    follows: say(
      "Mọi người đọc được ở trang công khai, kèm mã cuộc, cơ quan, nội dung, ngày; tên cá nhân kinh doanh không hiện.",
      "Everybody reads it on the public page, with code, body, matter and day; the name of an individual in business is not shown.",
    ),
    look: "second",
    asks: {
      what: pick(say("Văn bản", "Paper")),
      text: paragraph(say("Nội dung công khai", "Text to publish"), { max: 10_000, rows: 5 }),
      isRead: must(
        say("Đã đọc lại", "Read over"),
        say(
          "Nội dung không có bí mật nhà nước, bí mật kinh doanh, dữ liệu cá nhân",
          "It holds no state secret, business secret or personal data",
        ),
        say("Đọc lại nội dung trước khi công khai", "Read the text over before it is published"),
      ),
    },
  }),
  withdraw: form({
    slug: "thu-hoi-cong-khai",
    verb: "inspection.conclude",
    title: say("Thu hồi văn bản đã công khai", "Withdraw what was published"),
    follows: say(
      "Trang công khai không còn hiện văn bản này; bản đã lưu giữ lại, kèm tên người thu hồi. Có thể công khai lại sau.",
      "The public page shows it no more; the copy is kept with the name of who withdrew it. It can be published anew.",
    ),
    look: "second",
    asks: { publicationId: pick(say("Văn bản", "Paper")) },
  }),
  putRight: form({
    slug: "da-khac-phuc",
    verb: "inspection.hold",
    title: say("Ghi kiến nghị đã thực hiện", "Note a recommendation as put right"),
    asks: {
      recommendationId: pick(say("Kiến nghị", "Recommendation")),
      doneOn: day(say("Thực hiện ngày", "Put right on")),
      note: paragraph(say("Căn cứ: xem gì, thấy gì", "What was seen"), { max: 2_000 }),
    },
  }),
  close: form({
    slug: "ket-thuc",
    verb: "inspection.hold",
    title: say("Kết thúc cuộc kiểm tra", "Close the check"),
    asks: {},
  }),
  paper: form({
    slug: "van-ban",
    verb: "document.draft",
    title: say("Soạn văn bản", "Write a paper"),
    follows: say(
      "Viết từ những gì đã nhập, theo thể thức Nghị định 30/2020; đi tiếp như mọi văn bản đi.",
      "Written from what was entered, in the layout of Decree 30/2020; it goes on like every outgoing document.",
    ),
    look: "second",
    asks: {
      kind: pick(say("Văn bản", "Paper")),
      signerId: pick(say("Người ký", "Signed by")),
    },
  }),
  stop: form({
    slug: "dinh-chi",
    verb: "inspection.conclude",
    title: say("Đình chỉ cuộc kiểm tra", "Stop the check"),
    look: "harm",
    asks: { reason },
  }),
  drop: form({
    slug: "bo",
    verb: "inspection.plan",
    title: say("Bỏ dự kiến này", "Drop this plan"),
    look: "harm",
    asks: { reason },
  }),
}
export type FormName = keyof typeof forms
export const formNames = Object.keys(forms) as FormName[]
