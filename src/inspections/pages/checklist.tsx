/** The checklist of a check: read on its page, filled in on one of its own. */
import { formatNumber } from "../../kernel/format.ts"
import type { Errors } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  Button,
  Card,
  Field,
  Form,
  Layout,
  Tag,
  type Answers as Typed,
} from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { CheckReading } from "../actions/reading.ts"
import { type Checklist, answers as known, type Question, type Version } from "../domain/checklist.ts"
import { codeOf } from "../domain/code.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { pageWords } from "../words-page.ts"

export function Answers({ reading, lang, mayFill }: { reading: CheckReading; lang: Lang; mayFill: boolean }) {
  const t = pageWords[lang]
  const { list, version, answers, findings, row } = reading
  const faulty = new Set(findings.map(({ question }) => question.id))
  return (
    <Card title={t.checklist} id="phieu">
      <p class="quiet">
        {t.checklistOf(list.name[lang], String(version.version))}.{" "}
        {t.answered(formatNumber(answers.length, lang), formatNumber(version.questions.length, lang))}.
      </p>
      {mayFill && (
        <Actions>
          <Button href={paths.checklist(row.id)}>{t.fill}</Button>
          <Button href={paths.visit(list.id)} look="second">
            {t.visit}
          </Button>
        </Actions>
      )}
      <ol class="stack">
        {version.questions.map((question) => {
          const given = answers.find((one) => one.question === question.id)
          return (
            <li>
              {question.text[lang]} <b>{given === undefined ? "" : words[lang].answers[given.answer]}</b>
              {given === undefined && <span class="quiet">{t.noAnswer}</span>}{" "}
              {faulty.has(question.id) && <Tag tone="late">{t.faultMark}</Tag>}
              <Article question={question} lang={lang} />
              {given !== undefined && <Counted reading={reading} counts={given.counts} lang={lang} />}
              {given?.note != null && <p class="quiet">{given.note}</p>}
            </li>
          )
        })}
      </ol>
      {findings.length > 0 && <p class="quiet">{t.neverFine}</p>}
    </Card>
  )
}

function Article({ question, lang }: { question: Question; lang: Lang }) {
  const t = pageWords[lang]
  return (
    <p class="quiet">
      {question.article ?? t.noArticle}{" "}
      {question.article !== null && !question.isVerified && <Tag tone="soon">{words[lang].unverified}</Tag>}
    </p>
  )
}

function Counted({
  reading,
  counts,
  lang,
}: {
  reading: CheckReading
  counts: Readonly<Record<string, number>>
  lang: Lang
}) {
  const said = reading.list.counts.flatMap(({ name, label, unit }) => {
    const n = counts[name]
    return n === undefined ? [] : [`${label[lang]}: ${formatNumber(n, lang)} ${unit[lang]}`]
  })
  return said.length === 0 ? null : <p class="quiet">{said.join("; ")}</p>
}

export type ChecklistView = {
  frame: Frame
  reading: CheckReading
  answers: Typed
  errors: Errors
}

export function checklistPage({ frame, reading, answers, errors }: ChecklistView) {
  const { lang } = frame
  const { row, subject, list, version } = reading
  const t = pageWords[lang]
  return (
    <Layout
      {...frame}
      title={`${t.checklist}: ${subject.name}`}
      current={paths.inspections}
      crumbs={[
        { href: paths.inspections, label: words[lang].nav },
        { href: paths.inspection(row.id), label: codeOf(row) },
        { label: t.checklist },
      ]}
      lead={t.checklistLead}
    >
      <div class="measure">
        <Form action={paths.checklist(row.id)} answers={answers} errors={errors}>
          <p class="quiet">{t.checklistOf(list.name[lang], String(version.version))}</p>
          <ChecklistQuestions list={list} version={version} lang={lang} />
          <Actions>
            <Button>{t.save}</Button>
          </Actions>
        </Form>
      </div>
    </Layout>
  )
}

/** Each question with its article, its counts and a note; on its page and as a device takes it along. */
export function ChecklistQuestions({
  list,
  version,
  lang,
}: {
  list: Checklist
  version: Version
  lang: Lang
}) {
  const t = pageWords[lang]
  return (
    <>
      {version.questions.map((question) => (
        <section class="card stack">
          <Field
            kind="radio"
            name={`a-${question.id}`}
            label={question.text[lang]}
            hint={
              <>
                {question.article ?? t.noArticle}
                {question.article !== null && !question.isVerified && ` (${words[lang].unverified})`}
                {question.fault !== null && `. ${t.faultIf(words[lang].answers[question.fault])}`}
              </>
            }
            options={known.map((value) => ({ value, label: words[lang].answers[value] }))}
            optional
          />
          {list.counts
            .filter(({ name }) => question.counts.includes(name))
            .map(({ name, label, unit }) => (
              <Field
                kind="number"
                name={`c-${question.id}-${name}`}
                label={label[lang]}
                unit={unit[lang]}
                min={0}
                max={1_000_000}
                optional
              />
            ))}
          <Field
            kind="textarea"
            name={`n-${question.id}`}
            label={t.note}
            rows={2}
            maxlength={4_000}
            optional
          />
        </section>
      ))}
    </>
  )
}
