/** The register of whom a body may look at: the list, a new row, one row with its history. */
import { formatDate, formatNumber } from "../../kernel/format.ts"
import { type Errors, type Failed, Questions, StepForm } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  Card,
  type Column,
  DataTable,
  type Definition,
  DefinitionList,
  EmptyState,
  Field,
  Form,
  Layout,
  type ListState,
  Split,
  Tag,
} from "../../kernel/ui/index.ts"
import type { SubjectReading } from "../actions/reading.ts"
import { type Subject, subjectKinds } from "../domain/subject.ts"
import { newSubject, subjectForms } from "../forms.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { pageWords } from "../words-page.ts"
import { subjectWords } from "../words-subject.ts"
import { columnsOf } from "./checks.tsx"

export type SubjectsView = {
  frame: Frame
  rows: readonly Subject[]
  total: number
  state: ListState
  today: string
  mayWrite: boolean
}

export function subjectsPage({ frame, rows, total, state, today, mayWrite }: SubjectsView) {
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
        </Actions>
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
            </>
          }
        />
      )}
    </Layout>
  )
}

function Licence({ subject, today, lang }: { subject: Subject; today: string; lang: Frame["lang"] }) {
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
      crumbs={crumbs(frame, newSubject.title[lang])}
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

const crumbs = ({ lang }: Frame, last: string) => [
  { href: paths.inspections, label: words[lang].nav },
  { href: paths.subjects, label: pageWords[lang].subjects },
  { label: last },
]

export type SubjectView = {
  frame: Frame
  reading: SubjectReading
  ownBodyId: string
  today: string
  mayPlan: boolean
  may: readonly "complies"[]
  failed: Failed<"complies"> | null
  refused: string | null
  isDone: boolean
}

export function subjectPage(view: SubjectView) {
  const { frame, reading, ownBodyId, today } = view
  const { lang } = frame
  const { subject, checks } = reading
  const t = subjectWords[lang]
  const fact = (term: string, value: string | null): Definition[] => (value === null ? [] : [{ term, value }])
  const day = (on: string | null) => (on === null ? null : formatDate(on, lang))
  return (
    <Layout
      {...frame}
      title={subject.name}
      current={paths.inspections}
      crumbs={crumbs(frame, subject.name)}
      lead={words[lang].kinds[subject.kind]}
    >
      {view.isDone && <Banner isAnswer tone="good" title={pageWords[lang].done} />}
      {view.refused !== null && <Banner isAnswer tone="soon" title={view.refused} />}
      {view.mayPlan && (
        <Actions>
          <Button href={paths.newInspectionOf(subject.id)}>{pageWords[lang].plan}</Button>
        </Actions>
      )}
      <Split wide>
        <Card title={t.about}>
          <DefinitionList
            items={[
              { term: t.form, value: words[lang].forms[subject.form] },
              { term: t.address, value: subject.address },
              ...fact(t.commune, subject.commune),
              ...fact(t.code, subject.taxCode),
              { term: t.licence, value: <Licence subject={subject} today={today} lang={lang} /> },
              ...fact(t.licenceOn, day(subject.licenceOn)),
              ...fact(t.exemptUntil, day(subject.compliesUntil)),
              ...fact(t.exemptWhy, subject.compliesNote),
            ]}
          />
        </Card>
        {view.may.length > 0 && (
          <Card title={pageWords[lang].next}>
            {view.may.map((name) => (
              <StepForm
                name={name}
                form={subjectForms[name]}
                action={paths.subjectForm(subject.id, subjectForms[name].slug)}
                failed={view.failed}
              />
            ))}
          </Card>
        )}
      </Split>
      <Card title={t.history}>
        {checks.length === 0 ? (
          <p class="quiet">{t.noHistory}</p>
        ) : (
          <DataTable caption={t.history} quietCaption columns={columnsOf(lang, ownBodyId)} rows={checks} />
        )}
      </Card>
    </Layout>
  )
}
