import { directivePaths } from "../../directives/index.ts"
import { formatDate } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  Card,
  DefinitionList,
  Field,
  type FieldErrors,
  Form,
  Layout,
} from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { AskedFigure, PartReading } from "../actions/part.ts"
import { reportOutline } from "../outline.ts"
import { paths } from "../paths.ts"
import { nameOfPeriod } from "../period-name.ts"
import { words } from "../words.ts"
import { campaignWords } from "../words-campaign.ts"
import { capital, figureName, figureValue } from "./values.ts"

export type PartView = {
  frame: Frame
  part: PartReading
  answers: Answers
  errors: FieldErrors
  isSent: boolean
  mayWrite: boolean
}

/** A body's own part: its figures, filled in where the system knows them, and its text. */
export function partPage({ frame, part, answers, errors, isSent, mayWrite }: PartView) {
  const { lang } = frame
  const t = campaignWords[lang]
  const { period } = part.window
  const isSentIn = ["done", "accepted", "withdrawn"].includes(part.state)
  const isOpen = mayWrite && !isSentIn
  return (
    <Layout
      {...frame}
      title={t.part.title(nameOfPeriod(period, lang))}
      current={paths.figures}
      crumbs={[
        { href: paths.period(period.label, "own"), label: capital(nameOfPeriod(period, lang)) },
        { label: t.crumb },
      ]}
      lead={part.dueOn === null ? undefined : t.due(formatDate(part.dueOn, lang))}
    >
      {isSent && <Banner isAnswer tone="good" title={t.part.sent} />}
      {!isOpen && <Banner title={isSentIn ? t.part.closed : t.part.notYours} />}
      {!isOpen && <Sent part={part} lang={lang} />}
      {isOpen && (
        <Form id="phan" action={paths.part(part.assignmentId)} answers={answers} errors={errors}>
          <Card title={t.part.figures}>
            <p class="quiet">{t.part.hint}</p>
            {reportOutline().sections.map(({ id, title }) => {
              const asked = part.figures.filter(({ definition }) => definition.section === id)
              return asked.length === 0 ? null : <Asked title={title} figures={asked} lang={lang} />
            })}
          </Card>
          <Field kind="textarea" name="text" label={t.part.text} rows={6} maxlength={20_000} />
          <Actions>
            <Button>{t.part.submit}</Button>
          </Actions>
        </Form>
      )}
      <p>
        <a href={directivePaths.assignment(part.assignmentId)}>{t.part.task}</a>
      </p>
    </Layout>
  )
}

/** What was handed in, as it was. */
function Sent({ part, lang }: { part: PartReading; lang: Lang }) {
  const sent = part.figures.flatMap(({ definition, given }) =>
    given?.of === "part"
      ? [{ term: figureName(definition, lang), value: figureValue(definition, given.value, lang) }]
      : [],
  )
  if (sent.length === 0 && part.text === "") return null
  return (
    <Card title={campaignWords[lang].part.what}>
      {sent.length > 0 && <DefinitionList items={sent} />}
      {part.text.split(/\n+/).map((one) => (
        <p>{one}</p>
      ))}
    </Card>
  )
}

/** The figures of one section of the report, filled in where something is known. */
function Asked({ title, figures, lang }: { title: string; figures: readonly AskedFigure[]; lang: Lang }) {
  return (
    <>
      <h3>{title}</h3>
      <div class="fields">
        {figures.map((one) => {
          const hint = knownOf(one, lang)
          const unit = words[lang].units[one.definition.unit] ?? one.definition.unit
          return (
            <Field
              kind="text"
              inputmode="decimal"
              width="short"
              name={one.definition.id}
              label={`${figureName(one.definition, lang)} (${unit})`}
              {...(hint === "" ? {} : { hint })}
              optional
            />
          )
        })}
      </div>
    </>
  )
}

function knownOf({ definition, counted, given }: AskedFigure, lang: Lang): string {
  const t = campaignWords[lang].part
  const said = (value: number) => figureValue(definition, value, lang)
  return [
    counted === null ? "" : t.system(said(counted)),
    given === null ? "" : t.given[given.of](said(given.value)),
  ]
    .filter((one) => one !== "")
    .join("; ")
}
