/** What one body that ends still owes, and to whom each duty passes. */
import { formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  Button,
  type Column,
  DataTable,
  Field,
  Form,
  Layout,
  type ListState,
  Tag,
} from "../../kernel/ui/index.ts"
import type { ReformView } from "../actions/reform.ts"
import type { Duty, Passing } from "../domain/reform.ts"
import { choiceField } from "../inputs.ts"
import { paths } from "../paths.ts"
import { pageWords } from "../words-pages.ts"
import { choiceOptions, dutyKey, nameIn } from "./reform-names.ts"

export type DutiesPage = {
  frame: Frame
  view: ReformView
  bodyId: string
  after: readonly Passing[]
  /** Those of this page. */
  duties: readonly Duty[]
  total: number
  /** Names of who receives a duty as things stand; none: still to be chosen. */
  going: ReadonlyMap<string, readonly string[]>
  state: ListState
}

export function dutiesPage(props: DutiesPage) {
  const { frame, view, bodyId } = props
  const t = pageWords[frame.lang]
  const name = nameIn(view, bodyId)
  return (
    <Layout
      {...frame}
      title={t.duties.title(formatNumber(props.total, frame.lang), name)}
      current={paths.bodies}
      crumbs={[
        { href: paths.reforms, label: t.tabs.reforms },
        { href: paths.reform(view.reform.id), label: view.reform.title },
        { label: name },
      ]}
    >
      {props.total === 0 ? <p>{t.duties.none}</p> : <DutyForm {...props} />}
    </Layout>
  )
}

function DutyForm(props: DutiesPage) {
  const { frame, view, bodyId } = props
  const t = pageWords[frame.lang]
  return (
    <Form
      action={paths.choices(view.reform.id)}
      id="viec"
      answers={answersOf(props)}
      hidden={{ from: bodyId }}
    >
      <DataTable
        caption={t.duties.caption}
        quietCaption
        columns={columnsOf(props)}
        rows={props.duties}
        state={props.state}
        total={props.total}
      />
      {props.after.length > 1 && (
        <Actions>
          <Button>{t.reform.save}</Button>
        </Actions>
      )}
    </Form>
  )
}

function answersOf({ view, bodyId }: DutiesPage): Record<string, string> {
  return Object.fromEntries(
    view.choices.flatMap((choice) =>
      choice.beforeId === bodyId && choice.duty !== null
        ? [[choiceField(bodyId, choice.duty), choice.passingId ?? "each"]]
        : [],
    ),
  )
}

function columnsOf({ frame: { lang }, view, after, bodyId, going }: DutiesPage): Column<Duty>[] {
  const t = pageWords[lang]
  const options = choiceOptions(view, after, lang)
  return [
    {
      key: "viec",
      label: t.duties.task,
      heading: true,
      cell: (duty) => (
        <>
          {duty.title}
          <Going names={going.get(dutyKey(duty))} lang={lang} />
          {duty.isUndivided === true && <p class="quiet">{t.duties.undivided}</p>}
        </>
      ),
    },
    {
      key: "cho",
      label: t.duties.to,
      cell: (duty) =>
        after.length === 1 ? (
          nameIn(view, after[0]?.afterId ?? "")
        ) : (
          <Field
            kind="select"
            name={choiceField(bodyId, duty)}
            label={t.duties.toOf(duty.title)}
            quietLabel
            optional
            empty={t.duties.byBody}
            options={options.filter((option) => option.value !== "each" || duty.isUndivided !== true)}
          />
        ),
    },
  ]
}

function Going({ names, lang }: { names: readonly string[] | undefined; lang: "vi" | "en" }) {
  const t = pageWords[lang].duties
  if (names === undefined)
    return (
      <>
        {" "}
        <Tag tone="soon">{t.open}</Tag>
      </>
    )
  return <p class="quiet">{t.going(names.join("; "))}</p>
}
