import { formatNumber } from "../format.ts"
import type { Frame } from "../http/frame.ts"
import { Actions, Banner, Button, Field, Form, Layout } from "../ui/index.ts"
import { askedMax, type Found } from "./finder.ts"
import { searchPath } from "./paths.ts"
import { words } from "./words.ts"

export type SearchPageProps = { frame: Frame; text: string; found: readonly Found[] }

export function SearchPage({ frame, text, found }: SearchPageProps) {
  const t = words[frame.lang]
  const total = found.reduce((sum, one) => sum + one.total, 0)
  const number = (count: number) => formatNumber(count, frame.lang)
  const title = text === "" ? t.title : total === 0 ? t.nothing(text) : t.found(number(total), text)
  return (
    <Layout {...frame} title={title}>
      <search class="filters">
        <Form id="tim" method="get" action={searchPath} answers={{ q: text }}>
          <Field kind="search" name="q" label={t.label} hint={t.hint} maxlength={askedMax} />
          <Actions>
            <Button>{t.find}</Button>
          </Actions>
        </Form>
      </search>
      {text !== "" && total === 0 && <Banner tone="calm" title={t.other} />}
      {found.map((one) => (
        <section class="stack">
          <h2>
            {one.kind} <span class="count">{one.total === 0 ? t.none : number(one.total)}</span>
          </h2>
          {one.hits.length > 0 && (
            <ul class="found">
              {one.hits.map((hit) => (
                <li>
                  <a href={hit.href}>{hit.title}</a>
                  <p class="quiet">{hit.note}</p>
                </li>
              ))}
            </ul>
          )}
          {one.total > one.hits.length && (
            <p>
              <a href={one.all}>{t.all(number(one.total), one.kind)}</a>
            </p>
          )}
        </section>
      ))}
    </Layout>
  )
}
