import { formatNumber } from "../../kernel/format.ts"
import { Questions } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Button,
  DataTable,
  type FieldErrors,
  Form,
  Layout,
} from "../../kernel/ui/index.ts"
import type { InsideView } from "../actions/inside.ts"
import { existsOn } from "../domain/chart.ts"
import { unit } from "../forms.ts"
import { paths } from "../paths.ts"
import { insideWords } from "../words-inside.ts"
import { type Section, Sections, validityOf } from "./parts.tsx"

export type UnitsPage = {
  frame: Frame
  sections: readonly Section[]
  bodyName: string
  view: InsideView
  errors?: FieldErrors
  answers?: Answers
}

/** The units of one's own body: added, and ended with today as their last day. */
export function unitsPage({ frame, sections, bodyName, view, errors = {}, answers = {} }: UnitsPage) {
  const { lang } = frame
  const t = insideWords[lang].units
  const living = view.units.filter((one) => existsOn(one, view.today)).length
  const title = living === 0 ? t.none(bodyName) : t.title(formatNumber(living, lang), bodyName)
  return (
    <Layout {...frame} title={title} current={paths.bodies} lead={t.lead}>
      <Sections lang={lang} current="units" sections={sections} />
      {view.units.length > 0 && (
        <DataTable
          caption={t.caption}
          quietCaption
          columns={[
            { key: "ten", label: t.name, heading: true, cell: (one) => one.name },
            { key: "tu", label: t.validity, cell: (one) => validityOf(one, lang) },
            {
              key: "het",
              label: t.end,
              cell: (one) =>
                one.validTo === null && (
                  <Form action={paths.unitEnd(one.id)} id={`het-${one.id}`}>
                    <Button look="plain">{t.endOf(one.name)}</Button>
                  </Form>
                ),
            },
          ]}
          rows={view.units}
        />
      )}
      <h2>{t.add}</h2>
      <Form action={paths.units} errors={errors} answers={answers}>
        <Questions asks={unit.asks} />
        <Actions>
          <Button look={unit.look}>{unit.submit[lang]}</Button>
        </Actions>
      </Form>
    </Layout>
  )
}
