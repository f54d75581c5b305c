/** A joint team: whom a check asked to go along, and the page of who is asked. */
import { formatDate, formatInstant } from "../../kernel/format.ts"
import { type Failed, StepForm } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Banner, Card, DefinitionList, Layout, Split } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { InvitationReading } from "../actions/joint.ts"
import type { CheckReading } from "../actions/reading.ts"
import { type InvitationFormName, invitationForms } from "../forms-joint.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { jointWords } from "../words-joint.ts"
import { pageWords } from "../words-page.ts"

export function Joint({ reading: { invitations }, lang }: { reading: CheckReading; lang: Lang }) {
  const t = jointWords[lang]
  if (invitations.length === 0) return null
  return (
    <>
      <h3>{t.joint}</h3>
      <ul>
        {invitations.map((one) => (
          <li>
            <a href={paths.invitation(one.id)}>{t.line(one.toBodyName, t.states[one.state])}</a>
            {one.reason !== null && <span class="quiet"> {one.reason}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Another body's check is read because its plan was sent here, or because this body goes along. */
export function readOnlyOf({ invitations }: CheckReading, lang: Lang): string {
  const joined = invitations.find(({ state }) => state === "accepted")
  return joined === undefined ? pageWords[lang].readOnly : jointWords[lang].goesAlong(joined.bodyName)
}

export type InvitationView = {
  frame: Frame
  reading: InvitationReading
  may: readonly InvitationFormName[]
  failed: Failed<InvitationFormName> | null
  refused: string | null
  isDone: boolean
}

export function invitationPage(view: InvitationView) {
  const { frame, reading, may } = view
  const { lang } = frame
  const { invitation: one, isAsked } = reading
  const t = jointWords[lang]
  return (
    <Layout
      {...frame}
      title={t.invitationOf(one.bodyName, one.subject)}
      current={paths.inspections}
      crumbs={[{ href: paths.inspections, label: words[lang].nav }, { label: t.invitation }]}
    >
      {view.isDone && <Banner isAnswer tone="good" title={pageWords[lang].done} />}
      {view.refused !== null && <Banner isAnswer tone="soon" title={view.refused} />}
      <Split wide>
        <Card title={t.invitation}>
          <DefinitionList
            items={[
              { term: t.from, value: one.bodyName },
              { term: t.to, value: one.toBodyName },
              { term: t.code, value: one.code },
              { term: pageWords[lang].subject, value: one.subject },
              { term: pageWords[lang].matter, value: words[lang].matters[one.matter] },
              { term: pageWords[lang].plannedOn, value: formatDate(one.plannedOn, lang) },
              { term: t.why, value: one.note },
              { term: t.asked, value: `${one.askedName}, ${formatInstant(one.askedAt, lang)}` },
              {
                term: t.answered,
                value: [
                  t.states[one.state],
                  one.answeredName,
                  one.answeredAt === null ? null : formatInstant(one.answeredAt, lang),
                  one.reason,
                ]
                  .filter((part) => part !== null)
                  .join(", "),
              },
            ]}
          />
          {(!isAsked || one.state === "accepted") && (
            <p>
              <a href={paths.inspection(one.inspectionId)}>{t.see}</a>
            </p>
          )}
        </Card>
        {may.length > 0 && (
          <Card title={pageWords[lang].next} id="viec">
            {may.map((name) => (
              <StepForm
                name={name}
                form={invitationForms[name]}
                action={paths.invitationForm(one.id, invitationForms[name].slug)}
                failed={view.failed}
                isOpen={name === "accept"}
              />
            ))}
          </Card>
        )}
      </Split>
    </Layout>
  )
}
