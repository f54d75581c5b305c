/** The form that adds a body that ends and one of its successors. */
import { Actions, Button, Field, Form, type Option } from "../../kernel/ui/index.ts"
import { existsOn } from "../domain/chart.ts"
import { bodyKinds } from "../domain/directory.ts"
import { paths } from "../paths.ts"
import { pageWords } from "../words-pages.ts"
import type { ReformPage } from "./reform.tsx"

export function AddPassing({ frame: { lang }, view, errors = {}, answers = {} }: ReformPage) {
  const t = pageWords[lang]
  const day = view.reform.effectiveOn
  const before = view.chart.bodies.filter((body) => body.validFrom < day).map(optionOf)
  const after = view.chart.bodies.filter((body) => existsOn(body, day)).map(optionOf)
  return (
    <section class="stack">
      <h2>{t.reform.add}</h2>
      <Form action={paths.passings(view.reform.id)} id="them" errors={errors} answers={answers}>
        <Field kind="combobox" name="before" label={t.reform.before} options={before} />
        <Field
          kind="combobox"
          name="after"
          label={t.reform.after}
          hint={t.reform.afterHint}
          options={after}
          optional
        />
        <Field kind="text" name="name" label={t.reform.newName} maxlength={300} optional />
        <Field
          kind="select"
          name="kind"
          label={t.reform.newKind}
          options={bodyKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          optional
        />
        <Field kind="text" name="share" label={t.reform.share} hint={t.reform.shareHint} maxlength={500} />
        <Actions>
          <Button look="second">{t.reform.addSubmit}</Button>
        </Actions>
      </Form>
    </section>
  )
}

const optionOf = (body: { id: string; name: string }): Option => ({ value: body.id, label: body.name })
