/** The forms of the organisation chart, of reforms and of the State's days off. */
import {
  choice,
  day,
  form,
  listed,
  paragraph,
  pick,
  search,
  several,
  text,
  tick,
} from "../kernel/forms/index.ts"
import { say, sayEach, sayOf } from "../kernel/words.ts"
import { limits } from "./domain/reform.ts"
import { daysOffWords } from "./words-days-off.ts"
import { insideWords } from "./words-inside.ts"
import { pageWords } from "./words-pages.ts"

const page = (of: (t: (typeof pageWords)["vi"]) => string) => sayOf(pageWords, of)
const inside = (of: (t: (typeof insideWords)["vi"]) => string) => sayOf(insideWords, of)
const kinds = sayEach(pageWords, (t) => t.kinds)
const line = { max: limits.words }
const name = { max: limits.name }

export const dayOff = form({
  slug: "lich-nghi",
  verb: "organization.change",
  title: say("Ghi ngày nghỉ", "Enter a day off"),
  submit: say("Ghi và đếm lại thời hạn", "Enter and count again"),
  follows: say(
    "Mọi thời hạn đang chạy được đếm lại ngay; hạn nào đổi được liệt kê và ghi nhật ký.",
    "Every deadline that runs is counted again at once; those that move are listed and journaled.",
  ),
  asks: {
    on: day(say("Ngày", "Day")),
    kind: choice(
      say("Loại", "Kind"),
      sayEach(daysOffWords, (t) => t.kinds),
    ),
    name: text(say("Tên ngày nghỉ", "Name of the day"), { max: 200 }),
    basis: text(say("Số, ngày văn bản quyết định", "Number and day of the decision")),
  },
})

/** A body that no reform founds. */
export const newBody = form({
  slug: "moi",
  verb: "organization.change",
  title: page((t) => t.newBody.title),
  submit: page((t) => t.newBody.submit),
  asks: {
    name: text(
      page((t) => t.bodies.name),
      { ...name, wrong: page((t) => t.newBody.wrong.name) },
    ),
    kind: listed(
      page((t) => t.bodies.kind),
      kinds,
      { wrong: page((t) => t.newBody.wrong.kind) },
    ),
    validFrom: day(
      page((t) => t.newBody.from),
      {
        hint: page((t) => t.newBody.fromHint),
        wrong: page((t) => t.newBody.wrong.validFrom),
      },
    ).optional(),
    groups: several(page((t) => t.tabs.groups)).optional(),
    source: text(
      page((t) => t.newBody.source),
      {
        ...line,
        hint: page((t) => t.newBody.sourceHint),
        wrong: page((t) => t.newBody.wrong.source),
      },
    ),
  },
})

export const bodyName = form({
  slug: "ten",
  verb: "organization.change",
  title: page((t) => t.body.add),
  asks: {
    name: text(
      page((t) => t.body.addName),
      {
        ...name,
        hint: page((t) => t.body.addNameHint),
        wrong: page((t) => t.body.nameWrong),
      },
    ),
  },
  look: "second",
})

export const unit = form({
  slug: "don-vi",
  verb: "officer.change",
  title: inside((t) => t.units.submit),
  asks: {
    name: text(
      inside((t) => t.units.name),
      { ...name, wrong: inside((t) => t.units.wrong) },
    ),
  },
  look: "second",
})

export const delegation = form({
  slug: "giao-ky",
  verb: "officer.change",
  title: inside((t) => t.delegations.submit),
  asks: {
    toPostId: pick(
      inside((t) => t.delegations.who),
      { wrong: inside((t) => t.delegations.wrong.toPostId) },
    ),
    fromPostId: pick(
      inside((t) => t.delegations.for),
      {
        wrong: inside((t) => t.delegations.wrong.fromPostId),
      },
    ),
    form: choice(
      inside((t) => t.delegations.form),
      sayEach(insideWords, (t) => t.delegations.forms),
      { wrong: inside((t) => t.delegations.wrong.form) },
    ),
    scope: paragraph(
      inside((t) => t.delegations.scope),
      {
        ...{ ...line, rows: 2 },
        wrong: inside((t) => t.delegations.wrong.scope),
      },
    ),
    basis: text(
      inside((t) => t.delegations.basis),
      {
        ...line,
        hint: inside((t) => t.delegations.basisHint),
        wrong: inside((t) => t.delegations.wrong.basis),
      },
    ),
    validFrom: day(
      inside((t) => t.delegations.from),
      {
        wrong: inside((t) => t.delegations.wrong.validFrom),
      },
    ),
    validTo: day(
      inside((t) => t.delegations.to),
      {
        hint: inside((t) => t.delegations.toHint),
        wrong: inside((t) => t.delegations.wrong.validTo),
      },
    ).optional(),
  },
})

export const newReform = form({
  slug: "moi",
  verb: "organization.change",
  title: page((t) => t.newReform.title),
  submit: page((t) => t.newReform.submit),
  asks: {
    title: text(
      page((t) => t.newReform.name),
      {
        ...name,
        hint: page((t) => t.newReform.nameHint),
        wrong: page((t) => t.newReform.wrong.title),
      },
    ),
    basis: text(
      page((t) => t.newReform.basis),
      {
        ...line,
        hint: page((t) => t.newReform.basisHint),
        wrong: page((t) => t.newReform.wrong.basis),
      },
    ),
    effectiveOn: day(
      page((t) => t.newReform.day),
      { wrong: page((t) => t.newReform.wrong.effectiveOn) },
    ),
    takesRecorded: tick(
      page((t) => t.newReform.takes),
      page((t) => t.newReform.takesOption),
    ),
  },
})

/** A successor is one that exists, or one with a name and a kind that the plan founds. */
export const passing = form({
  slug: "ke-tuc",
  verb: "organization.change",
  title: page((t) => t.reform.add),
  submit: page((t) => t.reform.addSubmit),
  asks: {
    before: search(
      page((t) => t.reform.before),
      { wrong: page((t) => t.reform.wrong.before) },
    ),
    after: search(
      page((t) => t.reform.after),
      { hint: page((t) => t.reform.afterHint) },
    ).optional(),
    name: text(
      page((t) => t.reform.newName),
      { ...name, wrong: page((t) => t.reform.wrong.name) },
    ).optional(),
    kind: listed(
      page((t) => t.reform.newKind),
      kinds,
      {
        wrong: page((t) => t.reform.wrong.kind),
      },
    ).optional(),
    share: text(
      page((t) => t.reform.share),
      {
        ...line,
        hint: page((t) => t.reform.shareHint),
        wrong: page((t) => t.reform.wrong.share),
      },
    ),
  },
  look: "second",
})

/** Which field of a successor contradicts another; null: none does. */
export function contradictionIn(input: {
  after: string | null
  name: string | null
  kind: string | null
}): "after" | "name" | "kind" | null {
  const { after, name, kind } = input
  if (after === null && name === null) return "after"
  if (after !== null && name !== null) return "name"
  return after === null && kind === null ? "kind" : null
}
