/** What this person may do with the tip now: the likely step open, the others folded, each with its consequence. */
import { StepForm } from "../../kernel/forms/index.ts"
import { Actions, Button, Card, Form } from "../../kernel/ui/index.ts"
import { besideAClue, type FormName, forms, stepForms } from "../forms.ts"
import { paths } from "../paths.ts"
import { signalWords } from "../words-signal.ts"
import type { SignalView } from "./signal.tsx"
import { shortId } from "./state-tag.tsx"

export function Steps({ view }: { view: SignalView }) {
  const t = signalWords[view.frame.lang].page
  const isStep = (name: FormName) => name in stepForms || besideSteps.includes(name)
  const steps = view.may.filter(isStep).toSorted((a, b) => Number(b === "moving") - Number(a === "moving"))
  const rest = view.may.filter((name) => !isStep(name) && !besideAClue.includes(name))
  const first = view.opened === null && view.reading.row.handlerId === null ? steps[0] : undefined
  return (
    <>
      <Card title={t.next} id="buoc-tiep">
        {view.openCase !== null && (
          <div>
            <Actions>
              <Button href={view.openCase}>{t.openCase}</Button>
            </Actions>
            <p class="quiet">{t.openCaseHint}</p>
          </div>
        )}
        {view.makeIncident !== null && <MakeIncident view={view} action={view.makeIncident} />}
        {steps.map((name) => (
          <One view={view} name={name} isFirst={name === first || name === "moving"} />
        ))}
      </Card>
      {rest.length > 0 && (
        <Card title={t.correct} id="sua">
          {rest.map((name) => (
            <One view={view} name={name} isFirst={name === "mask"} />
          ))}
        </Card>
      )}
    </>
  )
}

/** Offered with the steps of its life, which they are not. */
const besideSteps: readonly FormName[] = ["moving", "note", "followUp"]

/** The incident is seen by other bodies: as with forwarding, a person has read the masked words first. */
function MakeIncident({ view, action }: { view: SignalView; action: string }) {
  const t = signalWords[view.frame.lang].page
  if (view.reading.row.redactionCheckedAt === null) return <p class="quiet">{t.makeIncidentUnread}</p>
  return (
    <Form action={action} id="lap-su-co">
      <Actions>
        <Button look="second">{t.makeIncident}</Button>
      </Actions>
      <p class="quiet">{t.makeIncidentHint}</p>
    </Form>
  )
}

function One({ view, name, isFirst }: { view: SignalView; name: FormName; isFirst: boolean }) {
  const { row, noted } = view.reading
  return (
    <StepForm
      name={name}
      form={forms[name]}
      action={paths.signalForm(row.id, forms[name].slug)}
      failed={view.failed}
      isOpen={isFirst}
      start={{
        type: row.type,
        urgency: row.urgency,
        redactedText: row.redactedText,
        ...(noted.followUp === null ? {} : { followOn: noted.followUp.on, followFor: noted.followUp.what }),
        ...(row.handlerId === null ? {} : { officerId: row.handlerId }),
      }}
      options={{
        officerId: view.colleagues.map((one) => ({
          value: one.officerId,
          label: `${one.name}, ${one.title}`,
        })),
        toBodyId: view.reading.bodies,
        into: view.reading.alike
          .filter((one) => one.state !== "merged")
          .map((one) => ({ value: one.id, label: `${shortId(one.id)}: ${one.gist.slice(0, 60)}` })),
        type: view.types,
      }}
    />
  )
}
