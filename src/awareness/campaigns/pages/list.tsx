/** Campaigns of the body and those it was asked to join; the form of a new one. */
import { formatDate, formatNumber } from "../../../kernel/format.ts"
import { type Errors, Questions } from "../../../kernel/forms/index.ts"
import type { Frame } from "../../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  type Column,
  DataTable,
  EmptyState,
  Form,
  Layout,
  type Option,
  Tag,
} from "../../../kernel/ui/index.ts"
import type { Lang } from "../../../kernel/words.ts"
import { paths } from "../../paths.ts"
import { words } from "../../words.ts"
import type { CampaignState } from "../domain/campaign.ts"
import { newCampaign } from "../forms.ts"
import type { ListedCampaign } from "../store/campaigns.ts"
import { campaignWords } from "../words.ts"

export function StateTag({ state, lang }: { state: CampaignState; lang: Lang }) {
  const tone = { draft: "soon", running: "good", ended: "calm" } as const
  return <Tag tone={tone[state]}>{campaignWords[lang].states[state]}</Tag>
}

export function campaignsPage({
  frame,
  rows,
  mayMake,
  isDone,
}: {
  frame: Frame
  rows: readonly ListedCampaign[]
  mayMake: boolean
  isDone: boolean
}) {
  const { lang } = frame
  const t = campaignWords[lang]
  return (
    <Layout
      {...frame}
      title={t.list}
      current={paths.awareness}
      crumbs={[{ href: paths.awareness, label: words[lang].nav }, { label: t.list }]}
    >
      {isDone && <Banner isAnswer tone="good" title={t.done} />}
      {mayMake && (
        <Actions>
          <Button href={paths.newCampaign}>{t.make}</Button>
        </Actions>
      )}
      {rows.length === 0 ? (
        <EmptyState title={t.none}>{t.noneHow}</EmptyState>
      ) : (
        <DataTable caption={t.caption} columns={columnsOf(lang)} rows={rows} />
      )}
    </Layout>
  )
}

function columnsOf(lang: Lang): Column<ListedCampaign>[] {
  const t = campaignWords[lang]
  return [
    {
      key: "ten",
      label: t.columns.title,
      heading: true,
      cell: (row) => (
        <>
          <a href={paths.campaign(row.id)}>{row.title}</a>{" "}
          {row.waiting > 0 && <Tag tone="soon">{t.waiting}</Tag>}
        </>
      ),
    },
    { key: "cq", label: t.columns.body, cell: (row) => row.bodyName },
    {
      key: "ngay",
      label: t.columns.days,
      cell: (row) => t.days(formatDate(row.beginsOn, lang), formatDate(row.endsOn, lang)),
    },
    { key: "tt", label: t.columns.state, cell: (row) => <StateTag state={row.state} lang={lang} /> },
    { key: "kq", label: t.columns.results, numeric: true, cell: (row) => formatNumber(row.results, lang) },
    { key: "noi", label: t.columns.places, numeric: true, cell: (row) => formatNumber(row.places, lang) },
  ]
}

export function newCampaignPage(props: {
  frame: Frame
  areas: readonly Option[]
  answers: Answers
  errors: Errors
}) {
  const { frame, areas, answers, errors } = props
  const { lang } = frame
  const t = campaignWords[lang]
  return (
    <Layout
      {...frame}
      title={t.make}
      current={paths.awareness}
      crumbs={[
        { href: paths.awareness, label: words[lang].nav },
        { href: paths.campaigns, label: t.list },
        { label: t.make },
      ]}
    >
      <div class="measure">
        <Form action={paths.newCampaign} answers={answers} errors={errors}>
          <Questions asks={newCampaign.asks} options={{ areas }} />
          <Actions>
            <Button>{newCampaign.submit[lang]}</Button>
          </Actions>
        </Form>
      </div>
    </Layout>
  )
}
