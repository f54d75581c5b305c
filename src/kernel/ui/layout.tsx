import { raw } from "hono/html"
import type { Child } from "hono/jsx"
import type { Lang } from "../words.ts"
import { asset } from "./assets.ts"
import { Bar } from "./bar.tsx"
import { FormOpened, FormToken } from "./form.tsx"
import { Language } from "./language.ts"
import { type Typed, TypedLink, TypedWords } from "./typed.tsx"
import { words } from "./words.ts"

export type NavItem = {
  href: string
  label: string /** Shown beside the label when above zero. */
  count?: number
}
/** A way in at the top. With rooms it leads to the first of them, and they stand in a second line. */
export type NavDoor = NavItem & { rooms?: readonly NavItem[] }

export type UserMenu = {
  name: string
  /** The body at whose desk the officer sits. */
  body: string
  links: readonly NavItem[]
  /** Posted to, because a link must not sign anyone out. */
  signOutAction: string
}

export type LayoutProps = {
  lang: Lang
  /** A sentence that tells the state: it is the `<title>` and, unless `heading` is "own", the `<h1>`. */
  title: string
  /** Path and query of this page; the language switch returns here. */
  url: string
  /** The province; absent until the set-up is done. */
  place?: string | undefined
  /** The address of the province's crest; without it the program's own mark stands in its place. */
  crest?: string | null
  /** "public" loads the small stylesheet only. */
  audience?: "public" | "officer"
  heading?: "own"
  nav?: readonly NavDoor[]
  /** The address of the one search; absent for visitors. */
  find?: string
  /** `href` of the section this page belongs to. */
  current?: string
  crumbs?: readonly { href?: string; label: string }[]
  user?: UserMenu | null
  /** For visitors who may sign in. */
  signIn?: NavItem
  /** The day at which the demo stands still. */
  demoOn?: string | null
  /** Under the title: tags, or one quiet sentence. */
  lead?: Child
  footer?: readonly NavItem[]
  /** Loads Tinos for official letters. */
  hasLetter?: boolean
  /** Loads what the public check and the warnings show. */
  hasVerdict?: boolean
  /** Styles of this page alone, by asset name. */
  styles?: readonly string[]
  /** Libraries that those scripts will ask for, fetched with the page, by asset name. */
  modules?: readonly string[]
  /** Scripts of this page's islands, by asset name. */
  scripts?: readonly string[]
  /**
   * A page that is there to be sent on: what a messenger shows of it (Open Graph), and the same for programs (JSON-LD). `image`: the
   * address of a PNG of 1200 × 630.
   */
  sentOn?: { description: string; url: string; image?: string; published: string; structured: object }
  /** Pages that carry a secret (receipts) leave no trace in a referrer. */
  noReferrer?: boolean
  /**
   * A page that is the answer to a form: the language switch sends these fields to `url` again, and what leads away opens
   * beside it, so that what stands on this page only is not lost.
   */
  again?: Readonly<Record<string, string>>
  /** Makes the token that each form of the page carries. */
  formToken?: () => string
  /** Who opened the forms of the page, when and where. */
  opened?: string
  /** What was typed and must stay. */
  typed?: Typed | null
  children?: Child
}

/** The frame of every page. `<Layout …>{…}</Layout>` is the whole document, doctype included by `c.html`. */
export function Layout(props: LayoutProps) {
  const { lang, title, audience = "officer" } = props
  const t = words[lang]
  return (
    <Language.Provider value={lang}>
      <FormToken.Provider value={props.formToken ?? null}>
        <FormOpened.Provider value={props.opened ?? null}>
          <TypedWords.Provider value={props.typed ?? null}>
            {raw("<!doctype html>")}
            <html lang={lang}>
              <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                {props.noReferrer === true && <meta name="referrer" content="no-referrer" />}
                <title>{`${title} · ${t.product}`}</title>
                {props.sentOn !== undefined && <SentOn title={title} lang={lang} {...props.sentOn} />}
                <link rel="stylesheet" href={asset("base.css")} />
                {audience === "officer" && <link rel="stylesheet" href={asset("app.css")} />}
                {props.hasLetter === true && <link rel="stylesheet" href={asset("letter.css")} />}
                {props.hasVerdict === true && <link rel="stylesheet" href={asset("public.css")} />}
                {props.styles?.map((name) => (
                  <link rel="stylesheet" href={asset(name)} />
                ))}
                {props.modules?.map((name) => (
                  <link rel="modulepreload" href={asset(name)} />
                ))}
                <link rel="icon" href={asset("mark.svg")} type="image/svg+xml" />
                {props.find !== undefined && <script type="module" src={asset("find.js")} />}
                {props.scripts?.map((name) => (
                  <script type="module" src={asset(name)} />
                ))}
              </head>
              <body>
                <a class="skip-link" href="#main">
                  {t.skip}
                </a>
                <Bar {...props} />
                <main id="main" tabindex={-1} class={props.heading === "own" ? "bare" : "wrap page stack"}>
                  <Crumbs {...props} />
                  {props.heading !== "own" && (
                    <header class="head">
                      <h1>{title}</h1>
                      {props.lead !== undefined && <div class="lead">{props.lead}</div>}
                    </header>
                  )}
                  <TypedLink />
                  {props.children}
                </main>
                <Footer {...props} />
              </body>
            </html>
          </TypedWords.Provider>
        </FormOpened.Provider>
      </FormToken.Provider>
    </Language.Provider>
  )
}

function Crumbs({ lang, crumbs = [] }: LayoutProps) {
  if (crumbs.length === 0) return null
  return (
    <nav class="crumbs quiet" aria-label={words[lang].crumbs}>
      <ol>
        {crumbs.map((crumb) => (
          <li>{crumb.href === undefined ? crumb.label : <a href={crumb.href}>{crumb.label}</a>}</li>
        ))}
      </ol>
    </nav>
  )
}

function Footer({ lang, place, footer = [] }: LayoutProps) {
  const t = words[lang]
  return (
    <footer class="foot">
      <div class="wrap">
        <p>
          <b>
            {t.product} {place}
          </b>{" "}
          {t.purpose}
        </p>
        {footer.length > 0 && (
          <ul>
            {footer.map((item) => (
              <li>
                <a href={item.href}>{item.label}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </footer>
  )
}

function SentOn({
  title,
  lang,
  description,
  url,
  image,
  published,
  structured,
}: NonNullable<LayoutProps["sentOn"]> & Pick<LayoutProps, "title" | "lang">) {
  return (
    <>
      <meta name="description" content={description} />
      <meta property="og:type" content="article" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={url} />
      {image !== undefined && (
        <>
          <meta property="og:image" content={image} />
          <meta property="og:image:type" content="image/png" />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta property="og:image:alt" content={title} />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
      <meta property="og:locale" content={lang === "vi" ? "vi_VN" : "en_GB"} />
      <meta property="article:published_time" content={published} />
      <link rel="canonical" href={url} />
      <script type="application/ld+json">{raw(JSON.stringify(structured).replaceAll("<", "\\u003c"))}</script>
    </>
  )
}
