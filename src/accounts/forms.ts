/** The forms with which an administrator invites people and makes access tokens. What holds a password is read in `routes/visitor.ts`. */
import { choice, email, form, number, search, severalOf, text } from "../kernel/forms/index.ts"
import { sayEach, sayOf } from "../kernel/words.ts"
import { tokenDaysMax } from "./domain/session.ts"
import { words } from "./words.ts"

const says = (of: (t: (typeof words)["vi"]["admin"]) => string) => sayOf(words, (t) => of(t.admin))
const roles = sayEach(words, (t) => t.roles)

export const invitation = form({
  slug: "loi-moi",
  verb: "officer.invite",
  title: says((t) => t.invite.title),
  submit: says((t) => t.invite.submit),
  asks: {
    email: email(
      says((t) => t.invite.email),
      { wrong: says((t) => t.invite.badEmail) },
    ),
    name: text(
      says((t) => t.invite.name),
      { max: 120, wrong: says((t) => t.invite.emptyName) },
    ),
    title: text(
      says((t) => t.invite.post),
      {
        max: 160,
        hint: says((t) => t.invite.postHint),
        wrong: says((t) => t.invite.emptyPost),
      },
    ),
    role: choice(
      says((t) => t.invite.role),
      roles,
      { wrong: says((t) => t.invite.emptyRole) },
    ),
    body: search(
      says((t) => t.invite.body),
      { hint: says((t) => t.invite.bodyHint) },
    ).optional(),
  },
})

export const accessToken = form({
  slug: "ma-truy-cap",
  verb: "token.manage",
  title: says((t) => t.tokens.create),
  asks: {
    name: text(
      says((t) => t.tokens.name),
      {
        max: 80,
        hint: says((t) => t.tokens.nameHint),
        wrong: says((t) => t.tokens.emptyName),
      },
    ),
    scopes: severalOf(
      says((t) => t.tokens.scopes),
      sayEach(words, (t) => t.admin.tokens.scopeNames),
      {
        wrong: says((t) => t.tokens.emptyScopes),
      },
    ),
    days: number(
      says((t) => t.tokens.days),
      {
        ...{ least: 1, most: tokenDaysMax, unit: says((t) => t.tokens.daysUnit) },
        wrong: says((t) => t.tokens.badDays),
      },
    ),
  },
})
