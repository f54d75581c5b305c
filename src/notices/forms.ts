/** Forms of a complaint and a notice, declared once (decision 0012). */
import { namingWords } from "../directives/index.ts"
import { choice, day, form, listed, paragraph, pick, text, time } from "../kernel/forms/index.ts"
import { type Say, say, sayEach, sayOf } from "../kernel/words.ts"
import { words } from "./words.ts"
import { formWords } from "./words-forms.ts"
import { publicWords } from "./words-public.ts"

const said = (of: (t: (typeof formWords)["vi"]) => string): Say => sayOf(formWords, of)
const saidOf = (of: (t: (typeof words)["vi"]["one"]) => string): Say => sayOf(words, (t) => of(t.one))
const saidTo = (of: (t: (typeof publicWords)["vi"]) => string): Say => sayOf(publicWords, of)

/** By anybody whom the content concerns, without an account. */
export const complaintForm = form({
  slug: "noi-dung-vi-pham",
  verb: "",
  title: saidTo((t) => t.complain.send),
  asks: {
    standing: choice(
      saidTo((t) => t.complain.standing),
      sayEach(words, (t) => t.standings),
    ),
    url: text(
      saidTo((t) => t.complain.url),
      { max: 2_000, hint: saidTo((t) => t.complain.urlHint) },
    ),
    holder: text(
      saidTo((t) => t.complain.holder),
      { max: 300 },
    ).optional(),
    seenOn: day(saidTo((t) => t.complain.seenOn)),
    seenTime: time(saidTo((t) => t.complain.seenAt)),
    copyHash: text(
      saidTo((t) => t.complain.hash),
      { max: 80, hint: saidTo((t) => t.complain.hashHint) },
    ).optional(),
    said: paragraph(
      saidTo((t) => t.complain.said),
      { max: 4_000, rows: 5 },
    ),
    who: text(
      saidTo((t) => t.complain.who),
      { max: 200 },
    ),
    contact: text(
      saidTo((t) => t.complain.contact),
      { max: 200 },
    ),
  },
})

/** By who was sent a notice, with its code. */
export const objectionForm = form({
  slug: "phan-doi",
  verb: "",
  title: saidTo((t) => t.follow.send),
  asks: {
    said: paragraph(
      saidTo((t) => t.follow.said),
      { max: 4_000, rows: 5 },
    ),
    who: text(
      saidTo((t) => t.follow.who),
      { max: 200 },
    ).optional(),
    contact: text(
      saidTo((t) => t.follow.contact),
      { max: 200 },
    ).optional(),
  },
})

export const noticeForms = {
  assess: form({
    slug: "danh-gia",
    verb: "notice.draft",
    title: said((t) => t.assess),
    follows: said((t) => t.assessFollows),
    asks: {
      ground: pick(saidOf((t) => t.ground)),
      measure: listed(
        saidOf((t) => t.measure),
        sayEach(words, (t) => t.measures),
      ),
      proportionality: paragraph(
        said((t) => t.proportionality),
        { max: 4_000, rows: 4, hint: said((t) => t.proportionalityHint) },
      ),
      lesser: paragraph(
        saidOf((t) => t.lesser),
        { max: 4_000, hint: said((t) => t.lesserHint) },
      ).optional(),
      counted: paragraph(
        said((t) => t.counted),
        { max: 20_000, hint: said((t) => t.countedHint) },
      ).optional(),
      police: pick(said((t) => t.police)).optional(),
      emergency: choice(
        saidOf((t) => t.emergency),
        sayEach(words, (t) => t.emergencies),
      ),
      commune: text(
        said((t) => t.commune),
        { max: 160, hint: said((t) => t.communeHint) },
      ).optional(),
      communeHow: text(
        said((t) => t.communeHow),
        { max: 300 },
      ).optional(),
      platformAddress: text(
        said((t) => t.platformAddress),
        { max: 300 },
      ),
      holderAddress: text(
        said((t) => t.holderAddress),
        { max: 300 },
      ).optional(),
    },
  }),
  tellCommune: form({
    slug: "bao-chu-tich",
    verb: "notice.draft",
    title: say(
      "Trẻ đang gặp nguy hiểm: báo Chủ tịch UBND xã",
      "A child is in danger: tell the commune's chairman",
    ),
    follows: say(
      "Xã thấy ngay ở Việc của tôi, có 12 giờ để can thiệp. Gọi điện cho xã nữa, không chờ.",
      "The commune sees it at once and has 12 hours to intervene. Telephone as well, do not wait.",
    ),
    look: "harm",
    asks: {
      toBody: pick(say("UBND xã, phường nơi có trẻ", "The committee of the place where the child is")),
      facts: paragraph(say("Trẻ ở đâu, nguy hiểm gì", "Where the child is and what threatens it"), {
        max: 4_000,
        rows: 4,
        hint: say(
          "Chỉ cán bộ của xã ấy đọc được; mỗi lần đọc được ghi lại",
          "Read by officers of that committee alone; each reading is recorded",
        ),
      }),
    },
  }),
  approve: form({
    slug: "duyet",
    verb: "notice.send",
    title: said((t) => t.approve),
    follows: said((t) => t.approveFollows),
    asks: {},
  }),
  giveBack: form({
    slug: "tra-lai",
    verb: "notice.send",
    title: said((t) => t.giveBack),
    look: "second",
    asks: {
      note: paragraph(
        said((t) => t.note),
        { max: 2_000 },
      ),
    },
  }),
  refuse: form({
    slug: "khong-can-cu",
    verb: "notice.draft",
    title: said((t) => t.refuse),
    look: "second",
    asks: {
      reason: paragraph(
        said((t) => t.reason),
        { max: 4_000 },
      ),
    },
  }),
  paper: form({
    slug: "van-ban-di",
    verb: "notice.draft",
    title: say("Lập văn bản đi", "Make it an outgoing document"),
    follows: say(
      "Thông báo thành công văn của cơ quan ký: soát xét, ký, lấy số, in.",
      "The notice becomes a letter of the body that signs: reviewed, signed, numbered, printed.",
    ),
    look: "second",
    asks: { signerId: pick(say("Người ký", "Signer")) },
  }),
  answer: form({
    slug: "tra-loi",
    verb: "notice.draft",
    title: said((t) => t.answer),
    asks: {
      outcome: choice(
        said((t) => t.outcome),
        sayEach(words, (t) => t.outcomes),
      ),
      on: day(said((t) => t.on)),
      at: time(said((t) => t.at)),
      note: paragraph(
        said((t) => t.answerNote),
        { max: 2_000 },
      ).optional(),
    },
  }),
  decide: form({
    slug: "quyet-dinh",
    verb: "notice.decide",
    title: said((t) => t.decide),
    follows: said((t) => t.decideFollows),
    asks: {
      outcome: choice(
        said((t) => t.decision),
        sayEach(formWords, (t) => t.decisions),
      ),
      reasons: paragraph(
        said((t) => t.reasons),
        { max: 4_000, rows: 4 },
      ),
    },
  }),
  review: form({
    slug: "ra-soat",
    verb: "notice.decide",
    title: said((t) => t.review),
    asks: {
      stands: choice(
        said((t) => t.decision),
        sayEach(formWords, (t) => t.decisions),
      ),
      reasons: paragraph(
        said((t) => t.reasons),
        { max: 4_000 },
      ),
    },
  }),
  tell: form({
    slug: "da-bao",
    verb: "notice.draft",
    title: said((t) => t.tell),
    asks: {
      told: pick(said((t) => t.told)),
      how: text(
        said((t) => t.how),
        { max: 300 },
      ),
    },
  }),
  serve: form({
    slug: "nhiem-vu",
    verb: "notice.draft",
    title: namingWords.title,
    submit: namingWords.submit,
    look: "second",
    asks: { assignmentId: pick(namingWords.task, { hint: namingWords.hint }).optional() },
  }),
} as const
export type NoticeFormName = keyof typeof noticeForms
export const noticeFormNames = Object.keys(noticeForms) as NoticeFormName[]
