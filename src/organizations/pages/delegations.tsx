import { formatNumber } from "../../kernel/format.ts"
import { Questions } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Button,
  type Column,
  DataTable,
  type FieldErrors,
  Form,
  Layout,
  Tag,
} from "../../kernel/ui/index.ts"
import type { InsideView } from "../actions/inside.ts"
import { existsOn } from "../domain/chart.ts"
import { delegation } from "../forms.ts"
import { paths } from "../paths.ts"
import { insideWords } from "../words-inside.ts"
import { type Section, Sections, validityOf } from "./parts.tsx"

export type DelegationsPage = {
  frame: Frame
  sections: readonly Section[]
  view: InsideView
  errors?: FieldErrors
  answers?: Answers
}
type Row = InsideView["delegations"][number]

/** Who signs for whom in one's own body, in which form, until when. */
export function delegationsPage(props: DelegationsPage) {
  const { frame, sections, view } = props
  const { lang } = frame
  const t = insideWords[lang].delegations
  const count = view.delegations.filter((one) => existsOn(one, view.today)).length
  return (
    <Layout
      {...frame}
      title={count === 0 ? t.none : t.title(formatNumber(count, lang))}
      current={paths.bodies}
      lead={t.lead}
    >
      <Sections lang={lang} current="delegations" sections={sections} />
      {view.delegations.length > 0 && (
        <DataTable caption={t.caption} quietCaption columns={columnsOf(props)} rows={view.delegations} />
      )}
      <h2>{t.give}</h2>
      <GiveForm {...props} />
    </Layout>
  )
}

function GiveForm({ frame, view, errors = {}, answers = {} }: DelegationsPage) {
  const posts = view.posts.map((post) => ({ value: post.id, label: `${post.officerName}, ${post.title}` }))
  return (
    <Form action={paths.delegations} errors={errors} answers={{ validFrom: view.today, ...answers }}>
      <Questions asks={delegation.asks} options={{ toPostId: posts, fromPostId: posts }} />
      <Actions>
        <Button>{delegation.submit[frame.lang]}</Button>
      </Actions>
    </Form>
  )
}

function columnsOf({ frame: { lang }, view: { today } }: DelegationsPage): Column<Row>[] {
  const t = insideWords[lang].delegations
  const hasEnded = (row: Row) => row.validTo !== null && row.validTo < today
  return [
    { key: "ai", label: t.who, heading: true, cell: (row) => row.toName },
    { key: "thay", label: t.for, cell: (row) => row.fromName },
    { key: "hinh-thuc", label: t.form, cell: (row) => t.forms[row.form] },
    { key: "noi-dung", label: t.scope, cell: (row) => row.scope },
    { key: "can-cu", label: t.basis, cell: (row) => row.basis },
    { key: "hieu-luc", label: t.validity, cell: (row) => validityOf(row, lang) },
    {
      key: "tt",
      label: t.state,
      cell: (row) =>
        existsOn(row, today) ? (
          <Tag tone="good">{t.inForce}</Tag>
        ) : (
          <Tag>{hasEnded(row) ? t.ended : t.coming}</Tag>
        ),
    },
    {
      key: "thoi",
      label: t.end,
      cell: (row) =>
        (row.validTo === null || row.validTo > today) && (
          <Form action={paths.delegationEnd(row.id)} id={`thoi-${row.id}`}>
            <Button look="plain">
              {t.end} <span class="hidden">{t.endOf(row.toName)}</span>
            </Button>
          </Form>
        ),
    },
  ]
}
