/** The symbols of one's own body: what they make of a number, and the form that changes them. */
import type { Frame } from "../../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  DefinitionList,
  Field,
  type FieldErrors,
  Form,
  Layout,
} from "../../../kernel/ui/index.ts"
import { paths } from "../../paths.ts"
import { type BodySymbols, symbolOf } from "../../write/symbol.ts"
import { symbolWords } from "../words.ts"

export type SymbolsView = {
  frame: Frame
  bodyName: string
  symbols: BodySymbols
  answers: Answers
  errors: FieldErrors
  isSaved: boolean
}

export function symbolsPage({ frame, bodyName, symbols, answers, errors, isSaved }: SymbolsView) {
  const t = symbolWords[frame.lang]
  const numbered = (kind: "letter" | "report") =>
    `12/${symbolOf(kind, symbols.abbreviation, kind === "letter" ? symbols.field : null)}`
  return (
    <Layout {...frame} title={t.title(bodyName)} current={paths.symbols} lead={t.lead}>
      {isSaved && <Banner tone="good" title={t.saved} isAnswer />}
      <h2>{t.now}</h2>
      <DefinitionList
        items={[
          { term: t.letter, value: numbered("letter") },
          { term: t.report, value: numbered("report") },
        ]}
      />
      <Form action={paths.symbols} answers={answers} errors={errors}>
        <Field
          kind="text"
          name="abbreviation"
          label={t.abbreviation}
          hint={t.abbreviationHint}
          maxlength={20}
          width="short"
        />
        <Field
          kind="text"
          name="field"
          label={t.field}
          hint={t.fieldHint}
          maxlength={15}
          width="short"
          optional
        />
        <Actions>
          <Button>{t.save}</Button>
        </Actions>
      </Form>
    </Layout>
  )
}
