/** One number, account or address: the sum, then each kind of record that names it. */
import { formatInstant, formatMoney, formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import type { AboutPart } from "../../kernel/search/about.ts"
import { Card, type Definition, DefinitionList, EmptyState, Layout } from "../../kernel/ui/index.ts"
import type { About } from "../actions/about.ts"
import { spokenIdentifier } from "../catalogue.ts"
import { paths } from "../paths.ts"
import { aboutWords } from "../words-about.ts"
import { navWords } from "../words-nav.ts"
import { signalWords } from "../words-signal.ts"

export function aboutPage({ frame, about }: { frame: Frame; about: About }) {
  const { lang } = frame
  const t = aboutWords[lang]
  const { tips } = about
  const kinds: Readonly<Record<string, string>> = signalWords[lang].kinds
  const facts: (Definition | null)[] = [
    { term: t.kind, value: kinds[about.kind] ?? about.kind },
    { term: t.tips, value: formatNumber(tips.total, lang) },
    { term: t.open, value: formatNumber(tips.open, lang) },
    tips.firstAt === null ? null : { term: t.first, value: formatInstant(tips.firstAt, lang) },
    tips.lastAt === null ? null : { term: t.last, value: formatInstant(tips.lastAt, lang) },
    tips.lossVnd === 0 ? null : { term: t.loss, value: formatMoney(tips.lossVnd, lang) },
  ]
  return (
    <Layout
      {...frame}
      title={t.title(spokenIdentifier(about.value))}
      current={paths.signals}
      crumbs={[
        { href: paths.signals, label: navWords[lang].signals },
        { label: spokenIdentifier(about.value) },
      ]}
      lead={t.lead}
    >
      {about.parts.every(({ total }) => total === 0) ? (
        <EmptyState title={t.nothing}>{t.nothingHint}</EmptyState>
      ) : (
        <Card title={t.facts}>
          <DefinitionList
            items={[
              ...facts.filter((fact) => fact !== null),
              ...about.parts.slice(1).map((part) => ({
                term: part.title,
                value: `${formatNumber(part.total, lang)}${part.isMore ? "+" : ""}`,
              })),
            ]}
          />
        </Card>
      )}
      {about.parts
        .filter(({ total }) => total > 0)
        .map((part) => (
          <Part part={part} all={t.all} newest={t.newest(formatNumber(part.total, lang))} />
        ))}
    </Layout>
  )
}

function Part({ part, all, newest }: { part: AboutPart; all: string; newest: string }) {
  return (
    <Card title={part.title}>
      <ul class="plain stack">
        {part.hits.map((hit) => (
          <li>
            <a href={hit.href}>{hit.title}</a>
            <p class="quiet">{hit.note}</p>
          </li>
        ))}
      </ul>
      {part.isMore && <p class="quiet">{newest}</p>}
      {part.all !== null && (
        <p>
          <a href={part.all}>
            {all}
            <span class="hidden">: {part.title}</span>
          </a>
        </p>
      )}
    </Card>
  )
}
