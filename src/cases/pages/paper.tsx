/** The form of a paper: what the case knows stands beside it, what it does not know is asked or left blank. */
import { formatDay, formatMoney } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  Banner,
  Button,
  Card,
  DefinitionList,
  Field,
  Form,
  Layout,
  Split,
  Stack,
} from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { PaperForm } from "../actions/papers.ts"
import { middleOf } from "../domain/fines.ts"
import { amountFieldName, type Offender, offenderFieldName } from "../papers/content.ts"
import {
  asksFines,
  asksOffenders,
  offenderFields,
  type PaperKind,
  type PaperSpec,
  paperForms,
  slugOf,
} from "../papers/kinds.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { paperWords } from "../words-papers.ts"
import { provisionText, rangeWords } from "./act.tsx"
import { Competence } from "./competence.tsx"
import { SpotLimits } from "./on-the-spot.tsx"

export type PaperView = {
  frame: Frame
  kind: PaperKind
  form: PaperForm
  requestId: string | null
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
}

export function paperPage(view: PaperView) {
  const { frame, kind, form } = view
  const { lang } = frame
  const t = paperWords[lang]
  const { row } = form.gathered
  const isDecision = kind === "sanction" || kind === "remedy" || kind === "spot"
  return (
    <Layout
      {...frame}
      title={t.card.write(t.kinds[kind])}
      current={paths.cases}
      crumbs={[
        { href: paths.cases, label: words[lang].nav.cases },
        { href: paths.case(row.id), label: row.number },
        { label: t.kinds[kind] },
      ]}
    >
      {kind !== "request" && <p class="quiet measure">{t.form.form}</p>}
      {form.draft !== null && <Banner tone="soon" title={t.form.rewrites} />}
      <Split wide>
        <PaperFields view={view} />
        <Stack>
          {kind === "request" ? <AskedCard view={view} /> : <ActsCard view={view} />}
          {isDecision && (
            <Card title={t.competence.title}>
              <Competence
                acts={form.gathered.acts}
                row={form.gathered.row}
                on={form.gathered.today}
                lang={lang}
              />
            </Card>
          )}
        </Stack>
      </Split>
    </Layout>
  )
}

const closing: ReadonlySet<string> = new Set(["effectiveOn", "signerId", "textsChecked"])

function PaperFields({ view }: { view: PaperView }) {
  const { kind, form, values, errors, frame, requestId } = view
  const { lang } = frame
  const t = paperWords[lang].form
  const { row } = form.gathered
  const specs = paperForms[kind]
  const last =
    kind === "record" || kind === "hearing"
      ? specs.filter(({ name }) => name === "textsChecked")
      : specs.filter(({ name }) => closing.has(name))
  const main = specs.filter((spec) => !last.includes(spec))
  const path = paths.paper(row.id, slugOf[kind])
  return (
    <Form
      action={requestId === null ? path : paths.letterOf(row.id, requestId)}
      answers={values}
      errors={errors}
    >
      {main.length > 0 && (
        <Card title={t.about}>
          {main.map((spec) => (
            <One spec={spec} view={view} />
          ))}
        </Card>
      )}
      {asksFines(kind) && (
        <Card title={t.fines}>
          {kind === "spot" && <SpotLimits acts={form.gathered.acts} lang={lang} />}
          <Fines form={form} lang={lang} />
        </Card>
      )}
      {asksOffenders(kind) && form.about.offenders.map((one) => <OffenderCard one={one} lang={lang} />)}
      <Card title={t.closing}>
        {last.map((spec) => (
          <One spec={spec} view={view} />
        ))}
        <Actions>
          <Button>{t.save}</Button>
        </Actions>
      </Card>
    </Form>
  )
}

function One({ spec, view }: { spec: PaperSpec; view: PaperView }) {
  const { lang } = view.frame
  const t = paperWords[lang]
  const hints: Partial<Record<string, string>> = t.hints
  const hint = spec.kind === "tick" ? undefined : hints[spec.name]
  const common = {
    name: spec.name,
    label: t.fields[spec.name],
    ...(spec.optional === true ? { optional: true } : {}),
    ...(hint === undefined ? {} : { hint }),
  }
  switch (spec.kind) {
    case "time":
      return <Field kind="text" {...common} width="short" maxlength={5} />
    case "date":
      return <Field kind="date" {...common} />
    case "textarea":
      return <Field kind="textarea" {...common} rows={3} maxlength={5000} />
    case "money":
      return <Field kind="text" {...common} inputmode="numeric" width="short" maxlength={30} />
    case "pick":
      return <Field kind="select" {...common} options={optionsFor(spec, view)} />
    case "tick":
      return <Field kind="checkbox" {...common} options={[{ value: "yes", label: hints[spec.name] ?? "" }]} />
    default:
      return <Field kind="text" {...common} maxlength={300} />
  }
}

function optionsFor(_spec: PaperSpec, { form }: PaperView) {
  return form.signers.map(({ officerId, name: who, title }) => ({
    value: officerId,
    label: `${who}, ${title}`,
  }))
}

/** One amount an act; the middle of the range is said, never filled in: a person decides. */
function Fines({ form, lang }: { form: PaperForm; lang: Lang }) {
  const t = paperWords[lang].form
  return (
    <>
      {form.gathered.acts.map(({ act, range }) => (
        <Field
          kind="text"
          name={amountFieldName(act.id)}
          label={t.fine(act.description)}
          inputmode="numeric"
          width="short"
          hint={
            "refused" in range
              ? words[lang].page.rangeUnknown
              : t.fineHint(rangeWords(range.range, lang), formatMoney(middleOf(range.range), lang))
          }
        />
      ))}
    </>
  )
}

function OffenderCard({ one, lang }: { one: Offender; lang: Lang }) {
  const t = paperWords[lang]
  return (
    <Card title={t.form.offender(one.name)}>
      {offenderFields.map((field) => (
        <Field
          kind="text"
          name={offenderFieldName(field, one)}
          label={t.asks[one.kind][field]}
          maxlength={300}
          optional
          {...(field === "papers" ? { hint: t.hints.papers } : {})}
        />
      ))}
    </Card>
  )
}

function ActsCard({ view }: { view: PaperView }) {
  const { lang } = view.frame
  const t = words[lang]
  return (
    <Card title={paperWords[lang].form.acts}>
      {view.form.gathered.acts.map((one) => (
        <section>
          <h3>{one.act.description}</h3>
          <DefinitionList
            items={[
              {
                term: t.page.offender,
                value: `${one.act.offenderName} (${t.offenders[one.act.offenderKind]})`,
              },
              { term: t.page.committed, value: formatDay(one.act.committedOn, lang) },
              { term: t.page.article, value: provisionText(one, lang) },
            ]}
          />
        </section>
      ))}
    </Card>
  )
}

function AskedCard({ view }: { view: PaperView }) {
  const { lang } = view.frame
  const t = words[lang]
  const asked = view.form.gathered.requests.find(({ id }) => id === view.requestId)
  if (asked === undefined) return null
  return (
    <Card title={paperWords[lang].form.request}>
      <DefinitionList
        items={[
          { term: t.asks[asked.asks], value: asked.enterprise },
          { term: t.requests.targets, value: asked.targets.join("; ") },
          { term: t.requests.basis, value: asked.basis },
          { term: t.requests.due, value: formatDay(asked.dueOn, lang) },
        ]}
      />
    </Card>
  )
}
