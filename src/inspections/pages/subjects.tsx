/** The register of whom a body may look at: the list, a new row. */
import { formatDate, formatNumber } from "../../kernel/format.ts"
import { type Errors, Questions } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Button,
  type Column,
  DataTable,
  EmptyState,
  Field,
  Form,
  Layout,
  type ListState,
  Tag,
} from "../../kernel/ui/index.ts"
import { type Risk, rankedMax } from "../domain/risk.ts"
import { type Subject, subjectKinds } from "../domain/subject.ts"
import { newSubject } from "../forms-subject.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { pageWords } from "../words-page.ts"
import { subjectWords } from "../words-subject.ts"
import { RiskScore } from "./risk.tsx"

export type SubjectsView = {
  frame: Frame
  rows: readonly Subject[]
  total: number
  state: ListState
  today: string
  mayWrite: boolean
  /** Present where the list is ordered by them. */
  risks: ReadonlyMap<string, Risk> | null
}

export function subjectsPage({ frame, rows, total, state, today, mayWrite, risks }: SubjectsView) {
  const { lang } = frame
  const t = subjectWords[lang]
  const columns: Column<Subject>[] = [
    {
      key: "ten",
      label: t.name,
      heading: true,
      cell: (row) => <a href={paths.subject(row.id)}>{row.name}</a>,
    },
    { key: "loai", label: t.kind, cell: (row) => words[lang].kinds[row.kind] },
    { key: "dia-chi", label: t.address, cell: (row) => row.address },
    {
      key: "giay-phep",
      label: t.licence,
      cell: (row) => <Licence subject={row} today={today} lang={lang} />,
    },
  ]
  if (risks !== null)
    columns.push({
      key: "rui-ro",
      label: t.risk,
      cell: (row) => <RiskScore risk={risks.get(row.id)} lang={lang} />,
    })
  const isEmpty = total === 0 && !state.isFiltered
  return (
    <Layout
      {...frame}
      title={isEmpty ? t.none : t.title(formatNumber(total, lang))}
      current={paths.inspections}
      crumbs={[{ href: paths.inspections, label: words[lang].nav }, { label: pageWords[lang].subjects }]}
      lead={t.lead}
    >
      {mayWrite && (
        <Actions>
          <Button href={paths.newSubject}>{newSubject.title[lang]}</Button>
          <Button href={paths.importing} look="second">
            {t.list.title}
          </Button>
        </Actions>
      )}
      {risks !== null && (
        <p class="quiet measure">
          {t.riskSays} {total > rankedMax && t.riskMax(formatNumber(rankedMax, lang))}
        </p>
      )}
      {isEmpty ? (
        <EmptyState title={t.none}>{t.noneHint}</EmptyState>
      ) : (
        <DataTable
          caption={t.caption}
          quietCaption
          columns={columns}
          rows={rows}
          state={state}
          total={total}
          filters={
            <>
              <Field kind="search" name="q" label={t.find} optional />
              <Field
                kind="select"
                name="loai"
                label={t.kind}
                empty={t.everyKind}
                options={subjectKinds.map((value) => ({ value, label: words[lang].kinds[value] }))}
              />
              <Field
                kind="select"
                name="thu-tu"
                label={t.sort}
                empty={t.byName}
                options={[{ value: "rui-ro", label: t.byRisk }]}
              />
            </>
          }
        />
      )}
    </Layout>
  )
}

export function Licence({ subject, today, lang }: { subject: Subject; today: string; lang: Frame["lang"] }) {
  const t = subjectWords[lang]
  const { licenceNumber, licenceUntil, compliesUntil } = subject
  return (
    <>
      {licenceNumber ?? t.noLicence}{" "}
      {licenceUntil !== null && (
        <Tag tone={licenceUntil < today ? "late" : "calm"}>
          {licenceUntil < today
            ? t.expired(formatDate(licenceUntil, lang))
            : t.until(formatDate(licenceUntil, lang))}
        </Tag>
      )}{" "}
      {compliesUntil !== null && compliesUntil >= today && <Tag tone="good">{t.exempt}</Tag>}
    </>
  )
}

export type NewSubjectView = { frame: Frame; answers: Answers; errors: Errors }

export function newSubjectPage({ frame, answers, errors }: NewSubjectView) {
  const { lang } = frame
  return (
    <Layout
      {...frame}
      title={newSubject.title[lang]}
      current={paths.inspections}
      crumbs={crumbsTo(frame, newSubject.title[lang])}
    >
      <div class="measure">
        <Form action={paths.newSubject} answers={answers} errors={errors}>
          <Questions asks={newSubject.asks} />
          <Actions>
            <Button>{newSubject.submit[lang]}</Button>
          </Actions>
        </Form>
      </div>
    </Layout>
  )
}

export const crumbsTo = ({ lang }: Frame, last: string) => [
  { href: paths.inspections, label: words[lang].nav },
  { href: paths.subjects, label: pageWords[lang].subjects },
  { label: last },
]
