import type { Lang } from "../words.ts"

/** A page's path and query with some parameters changed; `null` or "" removes one. Order is kept. */
export function withQuery(url: string, change: Readonly<Record<string, string | null>>): string {
  const { pathname, searchParams } = new URL(url, "http://here.invalid")
  for (const [key, value] of Object.entries(change)) {
    if (value === null || value === "") searchParams.delete(key)
    else searchParams.set(key, value)
  }
  const query = searchParams.toString()
  return query === "" ? pathname : `${pathname}?${query}`
}

/** The same page in the other language. */
export function inOtherLanguage(url: string, lang: Lang): string {
  return withQuery(url, { lang: lang === "vi" ? "en" : "vi" })
}
