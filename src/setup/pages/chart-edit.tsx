/** Bodies of the whole province, and groups, edited in two tables; a form of plain fields, so that it works without scripts. */
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  Button,
  Field,
  type FieldErrors,
  type Answers as Fields,
  Form,
  Layout,
} from "../../kernel/ui/index.ts"
import { bodyKinds, groupRules } from "../../organizations/index.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { listWords } from "../words-lists.ts"
import { bare } from "./frame.tsx"

export type EditView = {
  frame: Frame
  fields: Fields
  errors: FieldErrors
  rows: { bodies: number; groups: number }
}

export function ChartEditPage({ frame, fields, errors, rows }: EditView) {
  const all = words[frame.lang]
  const t = listWords[frame.lang]
  const kinds = bodyKinds.map((value) => ({ value, label: all.chart.kinds[value] }))
  const rules = groupRules.map((value) => ({ value, label: all.chart.rules[value] }))
  const places = (n: number) => Array.from({ length: n }, (_, at) => at)
  const nameOf = (name: string) => [fields[name]].flat()[0] ?? ""
  const removal = (name: string, of: string) =>
    nameOf(of) === "" ? null : (
      <Field
        kind="checkbox"
        name={name}
        label={t.remove}
        quietLabel
        options={[{ value: "1", label: t.removeOf(nameOf(of)) }]}
        optional
      />
    )
  return (
    <Layout
      {...bare(frame)}
      noReferrer
      url={paths.chartEdit}
      title={t.editTitle}
      lead={t.editLead}
      crumbs={[
        { href: paths.setup, label: all.back },
        { href: paths.step("chart"), label: all.steps.chart },
        { label: t.edit },
      ]}
    >
      <Form action={paths.chartEdit} answers={fields} errors={errors}>
        <h2>{all.chart.bodies}</h2>
        {places(rows.bodies).map((at) => (
          <fieldset class="stack">
            <legend class="label">{nameOf(`name${at}`) || t.newRow}</legend>
            <Field kind="text" name={`name${at}`} label={t.name} maxlength={300} optional />
            <Field kind="select" name={`kind${at}`} label={all.chart.kind} options={kinds} />
            <Field kind="text" name={`groups${at}`} label={t.groupsOf} maxlength={1000} optional />
            <Field kind="text" name={`other${at}`} label={t.otherNames} maxlength={3000} optional />
            {removal(`gone${at}`, `name${at}`)}
          </fieldset>
        ))}
        <h2>{all.chart.groups}</h2>
        {places(rows.groups).map((at) => (
          <fieldset class="stack">
            <legend class="label">{nameOf(`gname${at}`) || t.newRow}</legend>
            <Field kind="text" name={`gname${at}`} label={t.name} maxlength={300} optional />
            <Field kind="text" name={`gid${at}`} label={t.id} maxlength={120} width="short" optional />
            <Field kind="select" name={`grule${at}`} label={t.rule} options={rules} empty={null} />
            <Field kind="text" name={`gother${at}`} label={t.otherNames} maxlength={3000} optional />
            {removal(`ggone${at}`, `gname${at}`)}
          </fieldset>
        ))}
        <Actions>
          <Button>{t.save}</Button>
        </Actions>
      </Form>
    </Layout>
  )
}
