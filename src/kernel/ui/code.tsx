/** Codes of twenty signs that only their holder knows: shown once to be written down, typed later. */
import { Field } from "./field.tsx"
import { Actions, Button, Form } from "./form.tsx"

/** Two halves, each of two groups, which only the smallest screens set one below the other. */
export function Code({ code }: { code: string }) {
  const groups = code.split("-")
  const halves = [groups.slice(0, 2).join("-"), groups.slice(2).join("-")]
  return (
    <p class="code" data-code={code}>
      <span>{halves[0]}-</span>
      <wbr />
      <span>{halves[1]}</span>
    </p>
  )
}

/** The code to write down, and the button that opens with it what it opens. */
export function CodeReceipt(props: {
  action: string
  code: string
  said: { code: string; keep: string; open: string }
}) {
  const { action, code, said } = props
  return (
    <section class="card stack receipt">
      <h2>{said.code}</h2>
      <Code code={code} />
      <p>{said.keep}</p>
      <Form action={action} hidden={{ code }}>
        <Actions>
          <Button>{said.open}</Button>
        </Actions>
      </Form>
    </section>
  )
}

export type CodeFault = "notCode" | "notFound"
export type AskedCode = { typed?: string; error?: CodeFault }

/** The field in which a code is typed; what was typed stays, with what is wrong about it. */
export function CodeForm(
  props: AskedCode & {
    action: string
    said: { code: string; codeHint?: string; open: string } & Readonly<Record<CodeFault, string>>
  },
) {
  const { action, said, typed, error } = props
  const errors = error === undefined ? {} : { code: said[error] }
  return (
    <div class="measure">
      <Form action={action} autocomplete="off" answers={{ code: typed }} errors={errors}>
        <Field
          kind="text"
          name="code"
          label={said.code}
          hint={said.codeHint}
          maxlength={40}
          autocomplete="off"
        />
        <Actions>
          <Button>{said.open}</Button>
        </Actions>
      </Form>
    </div>
  )
}
