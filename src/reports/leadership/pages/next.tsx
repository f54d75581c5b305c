/** Proposals for the next directive, each with its evidence; a person keeps, edits, adds. */
import type { Frame } from "../../../kernel/http/frame.ts"
import { Actions, Button, Card, Field, type FieldErrors, Form, Layout } from "../../../kernel/ui/index.ts"
import type { NextDirective } from "../actions/next.ts"
import { leadershipPaths } from "../paths.ts"
import { words } from "../words.ts"

export type NextView = {
  frame: Frame
  next: NextDirective
  answers: Readonly<Record<string, string>> | null
  errors: FieldErrors
}

/** Rows of one's own below what is proposed. */
export const ownRows = ["own-1", "own-2"] as const

export function nextPage({ frame, next, answers, errors }: NextView) {
  const t = words[frame.lang].nextPage
  const given: Record<string, string> = { subject: next.subject, cites: next.cites }
  for (const one of next.proposals) {
    given[`keep-${one.id}`] = "yes"
    given[`to-${one.id}`] = one.to
    given[`text-${one.id}`] = one.text
  }
  return (
    <Layout
      {...frame}
      title={t.title}
      current={leadershipPaths.overview}
      crumbs={[{ href: leadershipPaths.overview, label: words[frame.lang].nav }, { label: t.title }]}
      lead={<p class="measure">{t.lead}</p>}
    >
      <Form action={leadershipPaths.next} answers={answers ?? given} errors={errors}>
        <Field kind="textarea" name="subject" rows={2} label={t.subject} maxlength={500} />
        <Field kind="textarea" name="cites" rows={2} label={t.cites} hint={t.citesHint} maxlength={500} />
        {next.proposals.length === 0 && <p>{t.none}</p>}
        {next.proposals.map((one) => (
          <Card>
            <p class="quiet">
              {t.why}: {one.why}
            </p>
            <Field
              kind="checkbox"
              name={`keep-${one.id}`}
              label={t.keepOrDrop}
              options={[{ value: "yes", label: t.keep }]}
            />
            <Field kind="text" name={`to-${one.id}`} label={t.heading} maxlength={300} />
            <Field kind="textarea" name={`text-${one.id}`} rows={3} label={t.text} maxlength={3000} />
          </Card>
        ))}
        {ownRows.map((id) => (
          <Card>
            <Field kind="text" name={`to-${id}`} label={t.heading} maxlength={300} optional />
            <Field kind="textarea" name={`text-${id}`} rows={3} label={t.text} maxlength={3000} optional />
          </Card>
        ))}
        <p class="quiet">{t.makeHint}</p>
        <Actions>
          <Button>{t.make}</Button>
        </Actions>
      </Form>
    </Layout>
  )
}
