/** One subject of the register: its licence, its score, its checks, what became of its row. */
import { formatDate, formatInstant } from "../../kernel/format.ts"
import { type Failed, StepForm } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  Banner,
  Button,
  Card,
  DataTable,
  type Definition,
  DefinitionList,
  Layout,
  Split,
} from "../../kernel/ui/index.ts"
import type { SubjectReading } from "../actions/reading.ts"
import type { Subject } from "../domain/subject.ts"
import { type SubjectFormName, subjectForms } from "../forms-subject.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { pageWords } from "../words-page.ts"
import { subjectWords } from "../words-subject.ts"
import { columnsOf } from "./checks.tsx"
import { elsewhereSaid } from "./lawful.tsx"
import { RiskScore } from "./risk.tsx"
import { crumbsTo, Licence } from "./subjects.tsx"

export type SubjectView = {
  frame: Frame
  reading: SubjectReading
  ownBodyId: string
  today: string
  mayPlan: boolean
  may: readonly SubjectFormName[]
  failed: Failed<SubjectFormName> | null
  refused: string | null
  isDone: boolean
}

export function subjectPage(view: SubjectView) {
  const { frame, reading, ownBodyId, today } = view
  const { lang } = frame
  const { subject, checks, events, elsewhere } = reading
  const t = subjectWords[lang]
  const fact = (term: string, value: string | null): Definition[] => (value === null ? [] : [{ term, value }])
  const day = (on: string | null) => (on === null ? null : formatDate(on, lang))
  return (
    <Layout
      {...frame}
      title={subject.name}
      current={paths.inspections}
      crumbs={crumbsTo(frame, subject.name)}
      lead={words[lang].kinds[subject.kind]}
    >
      {view.isDone && <Banner isAnswer tone="good" title={pageWords[lang].done} />}
      {view.refused !== null && <Banner isAnswer tone="soon" title={view.refused} />}
      {view.mayPlan && (
        <Actions>
          <Button href={paths.newInspectionOf(subject.id)}>{pageWords[lang].plan}</Button>
        </Actions>
      )}
      <Split wide>
        <Card title={t.about}>
          <DefinitionList
            items={[
              { term: t.form, value: words[lang].forms[subject.form] },
              { term: t.address, value: subject.address },
              ...fact(t.commune, subject.commune),
              ...fact(t.code, subject.taxCode),
              { term: t.licence, value: <Licence subject={subject} today={today} lang={lang} /> },
              ...fact(t.licenceOn, day(subject.licenceOn)),
              ...fact(t.exemptUntil, day(subject.compliesUntil)),
              ...fact(t.exemptWhy, subject.compliesNote),
            ]}
          />
        </Card>
        {view.may.length > 0 && (
          <Card title={pageWords[lang].next}>
            {view.may.map((name) => (
              <StepForm
                name={name}
                form={subjectForms[name]}
                action={paths.subjectForm(subject.id, subjectForms[name].slug)}
                failed={view.failed}
                start={name === "change" ? startOf(subject) : {}}
              />
            ))}
          </Card>
        )}
      </Split>
      <Card title={t.risk} id="rui-ro">
        <RiskScore risk={reading.risk} lang={lang} isOpen />
        <p class="quiet">{t.riskSays}</p>
      </Card>
      <Card title={t.history}>
        {checks.length === 0 ? (
          <p class="quiet">{t.noHistory}</p>
        ) : (
          <DataTable caption={t.history} quietCaption columns={columnsOf(lang, ownBodyId)} rows={checks} />
        )}
        {elsewhere.length > 0 && (
          <>
            <h3>{t.elsewhere}</h3>
            <ul>
              {elsewhere.map((one) => (
                <li>{elsewhereSaid(one, lang)}</li>
              ))}
            </ul>
          </>
        )}
      </Card>
      <Card title={t.rowHistory} id="dien-bien">
        <ol class="plain stack">
          {events.map((one) => (
            <li>
              <b>{t.events[one.what]}</b>{" "}
              <span class="quiet">
                {formatInstant(one.at, lang)}, {one.byName}, {one.bodyName}
              </span>
              {one.note !== null && <p class="quiet">{one.note}</p>}
            </li>
          ))}
        </ol>
      </Card>
    </Layout>
  )
}

const startOf = (subject: Subject): Record<string, string> => ({
  taxCode: subject.taxCode ?? "",
  licenceNumber: subject.licenceNumber ?? "",
  licenceOn: subject.licenceOn ?? "",
  licenceUntil: subject.licenceUntil ?? "",
  address: subject.address,
  commune: subject.commune ?? "",
})
