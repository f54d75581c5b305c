import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Button,
  Field,
  type FieldErrors,
  Form,
  Layout,
} from "../../kernel/ui/index.ts"
import type { ChartGroup } from "../domain/chart.ts"
import { bodyKinds } from "../domain/directory.ts"
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
        <Field kind="text" name="name" label={t.bodies.name} maxlength={300} />
        <Field
          kind="select"
          name="kind"
          label={t.bodies.kind}
          options={bodyKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
        />
        <Field kind="date" name="validFrom" label={t.newBody.from} hint={t.newBody.fromHint} optional />
        <Field
          kind="checkbox"
          name="groups"
          label={t.tabs.groups}
          optional
          options={open.map((group) => ({ value: group.id, label: group.name }))}
        />
        <Field
          kind="text"
          name="source"
          label={t.newBody.source}
          hint={t.newBody.sourceHint}
          maxlength={500}
        />
        <Actions>
          <Button>{t.newBody.submit}</Button>
          <Button look="plain" href={paths.bodies}>
            {t.tabs.bodies}
          </Button>
        </Actions>
      </Form>
    </Layout>
  )
}
