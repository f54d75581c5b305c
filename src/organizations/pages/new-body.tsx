import { Questions } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Actions, type Answers, Button, type FieldErrors, Form, Layout } from "../../kernel/ui/index.ts"
import type { ChartGroup } from "../domain/chart.ts"
import { newBody } from "../forms.ts"
import { paths } from "../paths.ts"
import { pageWords } from "../words-pages.ts"

export type NewBodyPage = {
  frame: Frame
  groups: readonly ChartGroup[]
  errors?: FieldErrors
  answers?: Answers
}

/** A body that no reform founds: one that was forgotten, or an enterprise that opens. */
export function newBodyPage({ frame, groups, errors = {}, answers = {} }: NewBodyPage) {
  const t = pageWords[frame.lang]
  const open = groups.filter((group) => group.rule === "members")
  return (
    <Layout
      {...frame}
      title={t.newBody.title}
      current={paths.bodies}
      crumbs={[{ href: paths.bodies, label: t.tabs.bodies }, { label: t.newBody.title }]}
      lead={t.newBody.lead}
    >
      <Form action={paths.bodies} errors={errors} answers={answers}>
        <Questions
          asks={newBody.asks}
          options={{ groups: open.map((group) => ({ value: group.id, label: group.name })) }}
        />
        <Actions>
          <Button>{newBody.submit[frame.lang]}</Button>
          <Button look="plain" href={paths.bodies}>
            {t.tabs.bodies}
          </Button>
        </Actions>
      </Form>
    </Layout>
  )
}
