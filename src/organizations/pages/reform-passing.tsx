/** The form that adds a body that ends and one of its successors. */
import { Questions } from "../../kernel/forms/index.ts"
import { Actions, Button, Form, type Option } from "../../kernel/ui/index.ts"
import { existsOn } from "../domain/chart.ts"
import { passing } from "../forms.ts"
import { paths } from "../paths.ts"
import type { ReformPage } from "./reform.tsx"

export function AddPassing({ frame: { lang }, view, errors = {}, answers = {} }: ReformPage) {
  const day = view.reform.effectiveOn
  const before = view.chart.bodies.filter((body) => body.validFrom < day).map(optionOf)
  const after = view.chart.bodies.filter((body) => existsOn(body, day)).map(optionOf)
  return (
    <section class="stack">
      <h2>{passing.title[lang]}</h2>
      <Form action={paths.passings(view.reform.id)} id="them" errors={errors} answers={answers}>
        <Questions asks={passing.asks} options={{ before, after }} />
        <Actions>
          <Button look="second">{passing.submit[lang]}</Button>
        </Actions>
      </Form>
    </section>
  )
}

const optionOf = (body: { id: string; name: string }): Option => ({ value: body.id, label: body.name })
