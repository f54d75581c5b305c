/** Planning a check: what the law of the day allows first, then the form. */
import { type TaskOption, taskChosen, taskOptions } from "../../directives/index.ts"
import { formatDate } from "../../kernel/format.ts"
import { type Errors, Questions } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Button,
  Card,
  Field,
  Form,
  Layout,
  Stack,
  Tag,
} from "../../kernel/ui/index.ts"
import type { Lawful } from "../actions/planning.ts"
import { type Offer, powers } from "../domain/powers.ts"
import type { Subject } from "../domain/subject.ts"
import { planning } from "../forms.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { pageWords } from "../words-page.ts"

export type PlanningView = {
  frame: Frame
  lawful: Lawful
  subjects: readonly Subject[]
  tasks: readonly TaskOption[]
  answers: Answers
  errors: Errors
}

export function planningPage({ frame, lawful, subjects, tasks, answers, errors }: PlanningView) {
  const { lang } = frame
  const t = pageWords[lang]
  const serving = { now: null, tasks }
  const open = lawful.offers.filter(({ isOpen }) => isOpen)
  return (
    <Layout
      {...frame}
      title={t.plan}
      current={paths.inspections}
      crumbs={[{ href: paths.inspections, label: words[lang].nav }, { label: t.plan }]}
      lead={t.planLead}
    >
      <Stack>
        <Card title={t.lawOn(formatDate(lawful.on, lang))}>
          <Offers offers={lawful.offers} lang={lang} />
          <Form action={paths.newInspection} method="get" id="ngay">
            <Field kind="date" name="ngay" label={t.changeDay} value={lawful.on} />
            <Actions>
              <Button look="second">{t.show}</Button>
            </Actions>
          </Form>
        </Card>
        <div class="measure">
          <Form
            action={paths.newInspection}
            answers={{
              plannedOn: lawful.on,
              method: "remote",
              power: open[0]?.power,
              ...taskChosen(serving),
              ...answers,
            }}
            errors={errors}
          >
            <Questions
              asks={planning.asks}
              options={{
                subjectId: subjects.map((one) => ({
                  value: one.id,
                  label: `${one.name}, ${one.commune ?? one.address}`,
                  group: words[lang].kinds[one.kind],
                })),
                assignmentId: taskOptions(serving, lang),
                // A power that the day does not allow stands there with its name, and is refused with the reason.
                power: powers.map((power) => ({
                  value: power,
                  label: open.some((one) => one.power === power)
                    ? words[lang].powers[power]
                    : `${words[lang].powers[power]} (${t.notLawful.toLocaleLowerCase(lang)})`,
                })),
              }}
            />
            <Actions>
              <Button>{planning.submit[lang]}</Button>
            </Actions>
          </Form>
        </div>
      </Stack>
    </Layout>
  )
}

function Offers({ offers, lang }: { offers: readonly Offer[]; lang: Frame["lang"] }) {
  const t = pageWords[lang]
  return (
    <ul class="plain stack">
      {offers.map(({ power, row, isOpen }) => (
        <li>
          <b>{words[lang].powers[power]}</b>{" "}
          <Tag tone={isOpen ? "good" : "calm"}>{isOpen ? t.lawful : t.notLawful}</Tag>{" "}
          {row !== null && !row.isVerified && <Tag tone="soon">{words[lang].unverified}</Tag>}
          <p>{row === null ? t.noLaw : row.says[lang]}</p>
          {isOpen && (
            <p class="quiet">
              {t.ground}: {row?.grounds.map((ground) => words[lang].grounds[ground]).join("; ")}
            </p>
          )}
          {row !== null && <p class="quiet">{row.basis}</p>}
        </li>
      ))}
    </ul>
  )
}
