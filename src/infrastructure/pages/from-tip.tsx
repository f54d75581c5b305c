/** What a tip does not say of the incident that is to be made of it, or why none may be made yet. */
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  Field,
  Form,
  Layout,
  type Option,
} from "../../kernel/ui/index.ts"
import { signalPaths } from "../../signals/index.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { tipWords } from "../words-tip.ts"

export type FromTipView = {
  frame: Frame
  signalId: string
  answers: Answers
  missing?: readonly ("kind" | "areaCode")[]
  places?: readonly Option[]
  refused?: "notCompared" | "namesReporter"
}

export function fromTipPage({ frame, signalId, answers, missing = [], places = [], refused }: FromTipView) {
  const incident = words[frame.lang]
  const t = tipWords[frame.lang]
  const kinds = Object.entries(incident.kinds).map(([value, label]) => ({ value, label }))
  return (
    <Layout
      {...frame}
      url={signalPaths.signal(signalId)}
      title={t.makeFromTip}
      current={signalPaths.signals}
      crumbs={[{ href: signalPaths.signal(signalId), label: t.backToTip }]}
    >
      {refused !== undefined && <Banner isAnswer tone="soon" title={t.tipRefusals[refused]} />}
      <div class="measure">
        <Form
          action={paths.fromTip(signalId)}
          answers={answers}
          errors={Object.fromEntries(missing.map((name) => [name, t.tipMissing[name]]))}
        >
          {missing.includes("kind") && (
            <Field kind="radio" name="kind" label={incident.filters.kind} options={kinds} />
          )}
          {missing.includes("areaCode") && (
            <Field
              kind="select"
              name="areaCode"
              label={incident.where}
              options={places}
              empty={t.choosePlace}
            />
          )}
          {missing.length === 1 && (
            <Kept answers={answers} name={missing[0] === "kind" ? "areaCode" : "kind"} />
          )}
          <Actions>
            <Button>{t.makeFromTip}</Button>
          </Actions>
        </Form>
      </div>
    </Layout>
  )
}

/** What was chosen before goes along. */
const Kept = ({ answers, name }: { answers: Answers; name: string }) => (
  <input type="hidden" name={name} value={[answers[name] ?? ""].flat()[0]} />
)
