/** One page a step. Each is a form whose fields come back as they were typed when something is wrong. */
import type { Child } from "hono/jsx"
import { formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import type { Province } from "../../kernel/installation.ts"
import {
  Actions,
  Banner,
  Button,
  DataTable,
  DefinitionList,
  Field,
  type FieldErrors,
  type Answers as Fields,
  Form,
  Tag,
} from "../../kernel/ui/index.ts"
import type { ListKind } from "../domain/lists.ts"
import type { Step } from "../domain/plan.ts"
import { unitName } from "../domain/proposal.ts"
import type { Written } from "../domain/whole.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { listWords } from "../words-lists.ts"
import { pictureWords } from "../words-pictures.ts"
import { KeepingFields, NumbersFields, ReachFields } from "./fields.tsx"
import { StepLayout } from "./frame.tsx"

export type StepView = {
  frame: Frame
  /** Null only on the page of the province itself. */
  written: Written | null
  fields: Fields
  errors: FieldErrors
  said: { good: boolean; text: string } | null
  /** The list is the province's own, not the proposed one. */
  isOwn: boolean
}

const Unchecked = ({ frame }: { frame: Frame }) => <Tag tone="soon">{words[frame.lang].unchecked}</Tag>

function StepForm(props: { view: StepView; step: Step; label?: string; second?: Child; children?: Child }) {
  const { view, step } = props
  const t = words[view.frame.lang]
  return (
    <>
      {view.said !== null && (
        <Banner tone={view.said.good ? "good" : "late"} title={view.said.text} isAnswer />
      )}
      <Form action={paths.step(step)} answers={view.fields} errors={view.errors}>
        {props.children}
        <Actions>
          <Button>{props.label ?? t.save}</Button>
          {props.second}
        </Actions>
      </Form>
    </>
  )
}

function OwnLists({ frame, kinds, edit }: { frame: Frame; kinds: readonly ListKind[]; edit?: boolean }) {
  const t = listWords[frame.lang]
  return (
    <ul>
      {edit === true && (
        <li>
          <a href={paths.chartEdit}>{t.edit}</a>
        </li>
      )}
      {kinds.map((kind) => (
        <li>
          <a href={paths.list(kind)}>{t.links[kind]}</a>
        </li>
      ))}
    </ul>
  )
}

function ProposedAgain({ view }: { view: StepView }) {
  if (!view.isOwn) return null
  return (
    <Button look="second" name="from" value="proposed">
      {words[view.frame.lang].proposedAgain}
    </Button>
  )
}

export function ProvincePage({ provinces, ...view }: StepView & { provinces: readonly Province[] }) {
  const t = words[view.frame.lang].province
  const byName = new Intl.Collator("vi")
  const sorted = provinces.toSorted((one, other) => byName.compare(one.name, other.name))
  return (
    <StepLayout frame={view.frame} step="province" lead={t.lead}>
      <StepForm view={view} step="province">
        <Field
          kind="select"
          name="code"
          label={t.code}
          hint={view.written === null ? undefined : t.changes}
          options={sorted.map(({ code, name, kind }) => ({
            value: code,
            label: `${name} (${kind}, ${code})`,
          }))}
        />
      </StepForm>
      {view.written !== null && (
        <p>
          <a href={paths.picture("setup", "crest")}>{pictureWords[view.frame.lang].crestLink}</a>
        </p>
      )}
    </StepLayout>
  )
}

export function UnitsPage({ view, written: { province, units } }: { view: StepView; written: Written }) {
  const { frame } = view
  const t = words[frame.lang].units
  const count = formatNumber(units.length, frame.lang)
  return (
    <StepLayout frame={frame} step="units" lead={t.lead(count, province.name)}>
      <p>
        {view.isOwn ? t.own : t.source} {!view.isOwn && <Unchecked frame={frame} />}
      </p>
      <OwnLists frame={frame} kinds={["units"]} />
      <p>
        <a href={paths.picture("setup", "outlines")}>{pictureWords[frame.lang].outlinesLink}</a>
      </p>
      <details>
        <summary>{t.see(count)}</summary>
        <DataTable
          caption={t.table}
          rows={units}
          columns={[
            { key: "name", label: t.name, heading: true, cell: (unit) => unitName(unit) },
            { key: "code", label: t.code, cell: (unit) => unit.code },
          ]}
        />
      </details>
      <StepForm view={view} step="units" label={t.use} second={<ProposedAgain view={view} />} />
    </StepLayout>
  )
}

export function ChartPage({ view, written: { bodies, groups } }: { view: StepView; written: Written }) {
  const { frame } = view
  const t = words[frame.lang].chart
  const names = new Map(groups.map(({ id, name }) => [id, name]))
  const own = bodies.filter(({ unit }) => unit === null)
  return (
    <StepLayout frame={frame} step="chart" lead={t.lead(formatNumber(bodies.length, frame.lang))}>
      <p>
        {view.isOwn ? t.own : t.help} {!view.isOwn && <Unchecked frame={frame} />}
      </p>
      <OwnLists frame={frame} kinds={["bodies", "groups"]} edit />
      <DataTable
        caption={t.bodies}
        rows={own}
        columns={[
          { key: "name", label: t.name, heading: true, cell: (body) => body.name },
          { key: "kind", label: t.kind, cell: (body) => t.kinds[body.kind] },
          {
            key: "groups",
            label: t.inGroups,
            cell: (body) => body.groups.map((id) => names.get(id) ?? id).join("; "),
          },
        ]}
      />
      <p>{t.ofUnits(formatNumber(bodies.length - own.length, frame.lang))}</p>
      <DataTable
        caption={t.groups}
        rows={groups}
        columns={[
          { key: "name", label: t.name, heading: true, cell: (group) => group.name },
          { key: "id", label: listWords[frame.lang].id, cell: (group) => <code>{group.id}</code> },
          { key: "rule", label: listWords[frame.lang].rule, cell: (group) => t.rules[group.rule] },
        ]}
      />
      <StepForm view={view} step="chart" label={t.use} second={<ProposedAgain view={view} />} />
    </StepLayout>
  )
}

export function PostsPage({ view, written: { bodies } }: { view: StepView; written: Written }) {
  const t = words[view.frame.lang].posts
  const named = (kinds: readonly string[]) =>
    bodies.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => ({ value: name, label: name }))
  return (
    <StepLayout frame={view.frame} step="posts" lead={t.lead}>
      <StepForm view={view} step="posts">
        <Field kind="select" name="lead" label={t.lead1} hint={t.leadHint} options={named(["department"])} />
        <Field
          kind="select"
          name="chartKeeper"
          label={t.keeper}
          hint={t.keeperHint}
          options={named(["province-office", "department", "province-committee"])}
        />
      </StepForm>
    </StepLayout>
  )
}

export function AdministratorsPage({ view, written: { bodies } }: { view: StepView; written: Written }) {
  const t = words[view.frame.lang].administrators
  const options = bodies.filter(({ unit }) => unit === null).map(({ name }) => ({ value: name, label: name }))
  return (
    <StepLayout frame={view.frame} step="administrators" lead={t.lead}>
      <StepForm view={view} step="administrators">
        {[t.first, t.second].map((legend, at) => (
          <fieldset class="stack">
            <legend class="label">{legend}</legend>
            <Field kind="text" name={`name${at}`} label={t.name} maxlength={120} autocomplete="off" />
            <Field kind="email" name={`email${at}`} label={t.email} maxlength={254} autocomplete="off" />
            <Field kind="text" name={`title${at}`} label={t.title} maxlength={200} autocomplete="off" />
            <Field kind="select" name={`body${at}`} label={t.body} options={options} />
          </fieldset>
        ))}
      </StepForm>
    </StepLayout>
  )
}

export function NumbersPage({ view, rows }: { view: StepView; rows: number }) {
  const t = words[view.frame.lang].numbers
  return (
    <StepLayout frame={view.frame} step="numbers" lead={t.lead}>
      <StepForm view={view} step="numbers">
        <NumbersFields lang={view.frame.lang} rows={rows} />
      </StepForm>
    </StepLayout>
  )
}

export function ReachPage({ view }: { view: StepView }) {
  const t = words[view.frame.lang].reach
  return (
    <StepLayout frame={view.frame} step="reach" lead={t.lead}>
      <StepForm
        view={view}
        step="reach"
        second={
          <Button look="second" formaction={paths.mailTest}>
            {t.send}
          </Button>
        }
      >
        <ReachFields lang={view.frame.lang} />
      </StepForm>
    </StepLayout>
  )
}

export function KeepingPage({ view, keysDir }: { view: StepView; keysDir: string }) {
  const t = words[view.frame.lang].keeping
  return (
    <StepLayout frame={view.frame} step="keeping" lead={t.lead}>
      <DefinitionList items={[{ term: t.folder, value: <code>{keysDir}</code> }]} />
      <StepForm view={view} step="keeping">
        <KeepingFields lang={view.frame.lang} />
      </StepForm>
    </StepLayout>
  )
}
