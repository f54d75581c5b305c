/** Evidence on the page of an incident: recovered goods, and witnesses whose identity lies sealed. */
import { formatDate, formatInstant } from "../../kernel/format.ts"
import { Questions } from "../../kernel/forms/index.ts"
import { Actions, Button, Card, Form } from "../../kernel/ui/index.ts"
import { incidentForms } from "../forms.ts"
import { paths } from "../paths.ts"
import { evidenceWords } from "../words-evidence.ts"
import type { IncidentView } from "./incident.tsx"

type Props = { view: IncidentView }

export function GoodsCard({ view }: Props) {
  const { frame, reading, may, own } = view
  const { lang } = frame
  const t = evidenceWords[lang]
  if (reading.goods.length === 0) return null
  return (
    <Card title={t.goods} id="tang-vat">
      <ul class="plain stack">
        {reading.goods.map((one, at) => (
          <li>
            <b>
              {one.what}, {one.amount}
            </b>
            <p>{t.kept(formatDate(one.recoveredOn, lang), one.keptAt, one.bodyName)}</p>
            {one.foundAt !== null && (
              <p>
                {t.foundAt}: {one.foundAt}
              </p>
            )}
            {one.marks !== null && (
              <p>
                {t.marks}: {one.marks}
              </p>
            )}
            {one.returnedOn !== null && (
              <p>{t.returned(formatDate(one.returnedOn, lang), one.returnedTo ?? "")}</p>
            )}
            {one.returnedOn === null && one.bodyId === own && may.includes("giveBack") && (
              <Beside name="giveBack" thing={one.id} at={at + 1} view={view} />
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

export function WitnessesCard({ view }: Props) {
  const { frame, reading, may, opened } = view
  const { lang } = frame
  const t = evidenceWords[lang]
  if (reading.witnesses.length === 0) return null
  return (
    <Card title={t.witnesses} id="nguoi-lam-chung">
      <ul class="plain stack">
        {reading.witnesses.map((one, at) => (
          <li>
            <p class="said">{one.saw}</p>
            <p class="quiet">
              {t.sealed(one.bodyName)}, {formatInstant(one.at, lang)}
            </p>
            {opened?.witnessId === one.id && (
              <section class="notice soon stack" role="status">
                <p>
                  <b>{opened.name}</b> · {opened.contact}
                </p>
                <p class="quiet">{t.opened}</p>
              </section>
            )}
            {may.includes("openWitness") && (
              <Beside name="openWitness" thing={one.id} at={at + 1} view={view} />
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

const named = { giveBack: "thing", openWitness: "witness" } as const

/** The form of one thing or one witness, beside it. */
function Beside({ name, thing, at, view }: Props & { name: keyof typeof named; thing: string; at: number }) {
  const { lang } = view.frame
  const form = incidentForms[name]
  const own = [view.failed?.answers[named[name]]].flat().at(-1) === thing ? view.failed : null
  return (
    <details class="step-form" open={own !== null}>
      <summary>{form.title[lang]}</summary>
      <Form
        action={paths.incidentForm(view.reading.row.id, form.slug)}
        id={`${form.slug}-${at}`}
        hidden={{ [named[name]]: thing }}
        answers={own?.answers ?? {}}
        errors={own?.errors ?? {}}
      >
        {form.follows !== null && <p class="quiet">{form.follows[lang]}</p>}
        <Questions asks={form.asks} />
        <Actions>
          <Button look={form.look}>{form.submit[lang]}</Button>
        </Actions>
      </Form>
    </details>
  )
}
