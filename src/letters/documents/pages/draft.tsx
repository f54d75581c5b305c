/** The form that drafts a document. */
import type { Frame } from "../../../kernel/http/frame.ts"
import {
  Actions,
  Button,
  Card,
  Field,
  Form,
  Layout,
  NowThere,
  type Option,
} from "../../../kernel/ui/index.ts"
import { paths } from "../../paths.ts"
import { fieldNames, type Person, typedKinds, type Values, ways } from "../form.ts"
import { words } from "../words.ts"

export type DraftView = {
  frame: Frame
  /** Null: a new one. */
  id: string | null
  version: number
  values: Values
  errors: Readonly<Record<string, string>>
  people: readonly Person[]
  /** The program composed the body. */
  isComposed: boolean
  /** What a colleague kept while this was typed; null: nobody did. */
  now: Values | null
}

export function draftPage(view: DraftView) {
  const { frame, id, version, values, errors, people, isComposed } = view
  const { lang } = frame
  const t = words[lang]
  const { fields, hints } = t
  const title = id === null ? t.form.title : t.form.change
  const action = id === null ? paths.newDocument : paths.draft(id)
  return (
    <Layout
      {...frame}
      title={title}
      current={paths.documents}
      crumbs={[{ href: paths.documents, label: t.nav }, { label: title }]}
    >
      <Form action={action} answers={values} errors={errors} hidden={{ version: String(version) }}>
        <NowThere items={overtakenIn(view)} />
        <Card title={t.form.head}>
          <Field
            kind="select"
            name="kind"
            label={fields.kind}
            options={optionsOf(typedKinds, t.kinds)}
            empty={null}
          />
          <Field kind="text" name="parent" label={fields.parent} maxlength={200} optional />
          <Field
            kind="text"
            name="symbol"
            label={fields.symbol}
            hint={hints.symbol}
            maxlength={40}
            width="short"
          />
          <Field kind="text" name="place" label={fields.place} maxlength={100} width="short" />
          <Field
            kind="select"
            name="urgency"
            label={fields.urgency}
            empty={t.urgency.none}
            options={optionsOf(["urgent", "very-urgent", "express"] as const, t.urgency)}
            optional
          />
          <Field
            kind="select"
            name="circulation"
            label={fields.circulation}
            empty={t.circulation.none}
            options={optionsOf(["return-after-reading", "internal"] as const, t.circulation)}
            optional
          />
          <Field kind="textarea" name="subject" label={fields.subject} rows={2} maxlength={1000} />
          <Field
            kind="textarea"
            name="addressees"
            label={fields.addressees}
            hint={hints.addressees}
            rows={3}
            optional
          />
          <Field
            kind="text"
            name="authority"
            label={fields.authority}
            hint={hints.authority}
            maxlength={300}
            optional
          />
          <Field
            kind="textarea"
            name="grounds"
            label={fields.grounds}
            hint={hints.grounds}
            rows={3}
            optional
          />
        </Card>
        {isComposed ? (
          <p class="quiet">{t.form.otherBody}</p>
        ) : (
          <Field
            kind="textarea"
            name="body"
            label={fields.body}
            hint={hints.body}
            rows={18}
            maxlength={500_000}
          />
        )}
        {!isComposed && (
          <Field
            kind="checkbox"
            name="assigns"
            label={fields.assigns}
            hint={hints.assigns}
            options={[{ value: "yes", label: t.form.assigns }]}
            optional
          />
        )}
        <Card title={t.form.foot}>
          <Field kind="select" name="signerId" label={fields.signerId} options={peopleOf(people)} />
          <Field kind="select" name="way" label={fields.way} options={optionsOf(ways, t.ways)} empty={null} />
          <Field kind="text" name="of" label={fields.of} hint={hints.of} maxlength={200} optional />
          <Field
            kind="text"
            name="position"
            label={fields.position}
            hint={hints.position}
            maxlength={200}
            optional
          />
          <Field
            kind="textarea"
            name="recipients"
            label={fields.recipients}
            hint={hints.recipients}
            rows={4}
            optional
          />
          <Field
            kind="text"
            name="drafter"
            label={fields.drafter}
            hint={hints.drafter}
            maxlength={20}
            width="short"
            optional
          />
          <Field
            kind="textarea"
            name="contact"
            label={fields.contact}
            hint={hints.contact}
            rows={2}
            optional
          />
        </Card>
        <Actions>
          <Button>{t.form.save}</Button>
        </Actions>
      </Form>
    </Layout>
  )
}

/** The answers that differ from what is kept now, in its words. */
function overtakenIn({ frame, values, now, people }: DraftView) {
  if (now === null) return []
  const t = words[frame.lang]
  const names: Readonly<Record<string, string>> = {
    ...{ ...t.kinds, ...t.urgency, ...t.ways },
    ...Object.fromEntries(people.map((one) => [one.officerId, one.name])),
  }
  const plain = (text: string | undefined) => (text ?? "").replaceAll("\r\n", "\n").trim()
  return fieldNames.flatMap((name) => {
    const kept = plain(now[name])
    return kept === plain(values[name]) ? [] : [{ label: t.fields[name], value: names[kept] ?? kept }]
  })
}

const optionsOf = <Key extends string>(
  keys: readonly Key[],
  labels: Readonly<Record<Key, string>>,
): Option[] => keys.map((value) => ({ value, label: labels[value] }))

const peopleOf = (people: readonly Person[]): Option[] =>
  people.map(({ officerId, name, title }) => ({ value: officerId, label: `${name}, ${title}` }))
