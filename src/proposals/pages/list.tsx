/** `/de-xuat`: proposals of the body and those submitted to it, opinions that are asked of it; and the form of a new one. */
import { formatDate } from "../../kernel/format.ts"
import { type Errors, Questions } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  Card,
  type Column,
  DataTable,
  EmptyState,
  Form,
  Layout,
  type Option,
  Stack,
  Tag,
} from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { Addressee } from "../actions/addressee.ts"
import { hasPassed, isOver, type State } from "../domain/life.ts"
import { newProposal } from "../forms.ts"
import { paths } from "../paths.ts"
import type { ListedProposal } from "../store/proposals.ts"
import type { ListedRequest } from "../store/requests.ts"
import { words } from "../words.ts"

export type ListView = {
  frame: Frame
  rows: readonly ListedProposal[]
  toMe: readonly ListedRequest[]
  today: string
  mayWrite: boolean
}

export function proposalsPage({ frame, rows, toMe, today, mayWrite }: ListView) {
  const { lang } = frame
  const t = words[lang]
  const open = rows.filter(({ state }) => !isOver(state))
  return (
    <Layout
      {...frame}
      title={rows.length === 0 ? t.none : t.titleWith(String(open.length))}
      lead={t.lead}
      current={paths.proposals}
    >
      <Stack>
        {mayWrite && (
          <Actions>
            <Button href={paths.begin}>{t.begin}</Button>
          </Actions>
        )}
        {toMe.length > 0 && (
          <Card title={t.askedTitle}>
            <DataTable caption={t.askedTitle} quietCaption columns={askedColumns(lang, today)} rows={toMe} />
          </Card>
        )}
        {rows.length === 0 ? (
          <EmptyState title={t.none}>{t.noneHow}</EmptyState>
        ) : (
          <DataTable caption={t.caption} quietCaption columns={columnsIn(lang)} rows={rows} />
        )}
      </Stack>
    </Layout>
  )
}

export function StateTag({ state, lang }: { state: State; lang: Lang }) {
  const tone = hasPassed(state) ? "good" : state === "returned" ? "late" : "soon"
  const isQuiet = state === "refused" || state === "withdrawn" || state === "draft"
  return <Tag tone={isQuiet ? "calm" : tone}>{words[lang].states[state]}</Tag>
}

function columnsIn(lang: Lang): Column<ListedProposal>[] {
  const t = words[lang]
  return [
    {
      key: "de-xuat",
      label: t.columns.title,
      heading: true,
      cell: (row) => <a href={paths.proposal(row.id)}>{row.title}</a>,
    },
    { key: "trinh", label: t.columns.to, cell: (row) => row.toName },
    { key: "tinh-trang", label: t.columns.state, cell: (row) => <StateTag state={row.state} lang={lang} /> },
    {
      key: "y-kien",
      label: t.columns.opinions,
      cell: ({ asked, answered, dueOn }) =>
        asked === 0
          ? "–"
          : [
              t.opinionsOf(String(answered), String(asked)),
              ...(dueOn === null ? [] : [t.untilOn(formatDate(dueOn, lang))]),
            ].join(", "),
    },
    { key: "co-quan", label: t.columns.by, cell: (row) => row.bodyName },
  ]
}

function askedColumns(lang: Lang, today: string): Column<ListedRequest>[] {
  const t = words[lang]
  return [
    {
      key: "de-xuat",
      label: t.askedColumns.title,
      heading: true,
      cell: (row) => <a href={paths.request(row.id)}>{row.title}</a>,
    },
    { key: "hoi", label: t.askedColumns.from, cell: (row) => row.bodyName },
    { key: "han", label: t.askedColumns.due, cell: (row) => formatDate(row.dueOn, lang) },
    {
      key: "tra-loi",
      label: t.askedColumns.state,
      cell: (row) => (
        <Tag tone={row.state !== "asked" ? "calm" : row.dueOn < today ? "late" : "soon"}>
          {row.stance === null ? t.requestStates[row.state] : t.stances[row.stance]}
        </Tag>
      ),
    },
  ]
}

export type NewView = {
  frame: Frame
  addressees: readonly Addressee[]
  answers: Answers
  errors: Errors
  /** What a report recommends, from which it begins. */
  from: { period: string; name: string; text: string } | null
}

export function newPage({ frame, addressees, answers, errors, from }: NewView) {
  const { lang } = frame
  const t = words[lang]
  const toBody = addresseeOptions(addressees, lang)
  return (
    <Layout
      {...frame}
      title={t.begin}
      lead={t.beginLead}
      current={paths.proposals}
      crumbs={[{ href: paths.proposals, label: t.nav }, { label: t.begin }]}
    >
      <div class="measure">
        {from !== null && <Banner tone="calm" title={t.fromReport(from.name)} />}
        <Form
          action={paths.begin}
          answers={{ toBody: toBody[0]?.value ?? "", ...answers }}
          errors={errors}
          hidden={from === null ? {} : { ky: from.period, kiennghi: from.text }}
        >
          <Questions asks={newProposal.asks} options={{ toBody }} />
          <Actions>
            <Button>{newProposal.submit[lang]}</Button>
          </Actions>
        </Form>
      </div>
    </Layout>
  )
}

export const addresseeOptions = (addressees: readonly Addressee[], lang: Lang): Option[] => [
  ...addressees.map(({ id, name }) => ({ value: id, label: name })),
  { value: "bo", label: words[lang].ministry },
]
