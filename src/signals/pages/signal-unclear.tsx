/** Clues under the seal: whose each is, an officer decides with one press; the value itself is not shown. */
import { Actions, Button, Field, Form, Tag } from "../../kernel/ui/index.ts"
import { forms } from "../forms.ts"
import { paths } from "../paths.ts"
import type { SealedHere } from "../store/sealed.ts"
import { signalWords } from "../words-signal.ts"
import { unclearWords } from "../words-unclear.ts"
import type { SignalView } from "./signal.tsx"

/** In the order of the buttons. */
const choices = ["suspect", "theirs", "official-mentioned"] as const

export function SealedClues({ view }: { view: SignalView }) {
  const { lang } = view.frame
  const { sealed } = view.reading
  const t = unclearWords[lang]
  const asked = sealed.filter((one) => one.role === "unclear")
  return (
    <>
      {asked.length > 0 && <h3 id="chua-ro">{t.ask(asked.length)}</h3>}
      {asked.length > 0 && <p class="quiet">{t.why}</p>}
      <ul class="plain stack">
        {sealed.map((one, at) => (
          <li>
            <SealedClue one={one} view={view} place={at + 1} />
          </li>
        ))}
      </ul>
    </>
  )
}

function SealedClue({ one, view, place }: { one: SealedHere; view: SignalView; place: number }) {
  const { lang } = view.frame
  const t = unclearWords[lang]
  const kinds: Readonly<Record<string, string>> = signalWords[lang].kinds
  const name = t.name(kinds[one.kind] ?? one.kind, place)
  return (
    <>
      <b>{name}</b>{" "}
      <Tag tone={one.role === "unclear" ? "soon" : "calm"}>{signalWords[lang].roles[one.role]}</Tag>
      {(one.before !== "" || one.behind !== "") && (
        <p class="said">
          …{one.before}
          <mark>{t.here}</mark>
          {one.behind}…
        </p>
      )}
      {view.may.includes("setRole") &&
        (one.role === "unclear" ? (
          <Decide one={one} view={view} name={name} />
        ) : (
          <Change one={one} view={view} name={name} />
        ))}
    </>
  )
}

function Decide({ one, view, name }: { one: SealedHere; view: SignalView; name: string }) {
  const t = unclearWords[view.frame.lang]
  return (
    <Form
      id={`q-${one.id}`}
      action={paths.signalForm(view.reading.row.id, "vai-tro")}
      hidden={{ indicatorId: one.id }}
    >
      <Actions>
        {choices.map((role) => (
          <Button look="second" name="role" value={role}>
            {t.choices[role]}
            <span class="hidden"> {name}</span>
          </Button>
        ))}
      </Actions>
    </Form>
  )
}

function Change({ one, view, name }: { one: SealedHere; view: SignalView; name: string }) {
  const { lang } = view.frame
  const t = signalWords[lang]
  return (
    <details class="more">
      <summary>
        {t.page.setRole}
        <span class="hidden"> {name}</span>
      </summary>
      <Form
        id={`v-${one.id}`}
        action={paths.signalForm(view.reading.row.id, "vai-tro")}
        answers={{ role: one.role }}
        hidden={{ indicatorId: one.id }}
      >
        <Field
          kind="radio"
          name="role"
          label={t.page.roleOf(name)}
          options={Object.entries(t.roles).map(([value, label]) => ({ value, label }))}
        />
        <Button look="second">{forms.setRole.title[lang]}</Button>
      </Form>
    </details>
  )
}
