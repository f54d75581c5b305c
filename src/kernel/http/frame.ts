/**
 * What stands around every page: language, navigation, who is signed in. The program that knows every slice
 * (`app.ts`) says once what the navigation is; pages only spread `frameOf(c)` into `Layout`.
 */
import type { MiddlewareHandler } from "hono"
import type { LayoutProps } from "../ui/layout.tsx"
import { crestHref } from "./crest-href.ts"
import type { Ctx, Env, Language, SignedIn } from "./env.ts"
import { formTokenOf } from "./form-token.ts"
import { openedText } from "./opened.ts"
import { typedOf } from "./typed.tsx"

export type Frame = Pick<
  LayoutProps,
  | "lang"
  | "url"
  | "place"
  | "crest"
  | "nav"
  | "find"
  | "user"
  | "signIn"
  | "demoOn"
  | "footer"
  | "formToken"
  | "opened"
  | "typed"
>
export type Surroundings = (
  lang: Language,
  officer: SignedIn | null,
) => Pick<LayoutProps, "nav" | "find" | "user" | "signIn" | "footer">

export function surroundedBy(surroundings: Surroundings): MiddlewareHandler<Env> {
  return async (c, next) => {
    c.set("surroundings", surroundings)
    await next()
  }
}

export function frameOf(c: Ctx): Frame {
  const lang = c.get("language")
  const url = new URL(c.req.url)
  return {
    lang,
    url: `${url.pathname}${url.search}`,
    place: c.get("house").province?.name,
    crest: crestHref(c.get("house").crest),
    demoOn: c.get("house").config.today,
    formToken: () => formTokenOf(c),
    opened: openedText(c),
    typed: typedOf(c),
    ...c.get("surroundings")?.(lang, c.get("officer")),
  }
}
