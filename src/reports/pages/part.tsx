import { directivePaths } from "../../directives/index.ts"
import { formatDate } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  Card,
  Field,
  type FieldErrors,
  Form,
  Layout,
} from "../../kernel/ui/index.ts"
import type { PartReading } from "../actions/campaign.ts"
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
  const isOpen = mayWrite && !["done", "accepted", "withdrawn"].includes(part.state)
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
      {!isSent && !isOpen && <Banner title={t.part.closed} />}
      {isOpen && (
        <Form id="phan" action={paths.part(part.assignmentId)} answers={answers} errors={errors}>
          <Card title={t.part.figures}>
            <p class="quiet">{t.part.hint}</p>
            {part.figures.map(({ definition, counted }) => (
              <Field
                kind="text"
                inputmode="numeric"
                width="short"
                name={definition.id}
                label={`${definition.id} ${figureName(definition, lang)} (${words[lang].units[definition.unit] ?? definition.unit})`}
                {...(counted === null ? {} : { hint: t.part.system(figureValue(definition, counted, lang)) })}
                optional
              />
            ))}
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
