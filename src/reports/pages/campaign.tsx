import { directivePaths } from "../../directives/index.ts"
import { formatDate, formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  Card,
  type Column,
  DataTable,
  Field,
  type FieldErrors,
  Form,
  Layout,
  Tag,
  type Tone,
} from "../../kernel/ui/index.ts"
import type { CampaignReading, GroupName, PartRow, PartState } from "../actions/campaign.ts"
import { paths } from "../paths.ts"
import { nameOfPeriod } from "../period-name.ts"
import { campaignWords } from "../words-campaign.ts"
import { capital } from "./values.ts"

type Lang = Frame["lang"]
export type CampaignView = {
  frame: Frame
  reading: CampaignReading
  groups: readonly GroupName[]
  mayStart: boolean
  answers: Answers
  errors: FieldErrors
  isDone: boolean
}

/** Either the form that asks the bodies, or where their parts stand. */
export function campaignPage(view: CampaignView) {
  const { frame, reading } = view
  const { lang } = frame
  const t = campaignWords[lang]
  const { period } = reading.window
  const late = reading.rows.filter((row) => row.state === "late").length
  const sent = reading.rows.filter((row) => row.state === "sent" || row.state === "sentLate").length
  const all = formatNumber(reading.rows.length, lang)
  const title =
    reading.campaign === null
      ? t.start(nameOfPeriod(period, lang))
      : late > 0
        ? t.titleLate(formatNumber(late, lang), all)
        : t.titleWaiting(formatNumber(sent, lang), all)
  return (
    <Layout
      {...frame}
      title={title}
      current={paths.figures}
      crumbs={[
        { href: paths.period(period.label), label: capital(nameOfPeriod(period, lang)) },
        { label: t.crumb },
      ]}
      lead={reading.campaign === null ? t.startLead : t.due(formatDate(reading.campaign.dueOn, lang))}
    >
      {view.isDone && <Banner isAnswer tone="good" title={t.done} />}
      {reading.campaign === null ? <Start view={view} /> : <Parts reading={reading} lang={lang} />}
    </Layout>
  )
}

function Start({ view }: { view: CampaignView }) {
  const { lang } = view.frame
  const t = campaignWords[lang]
  if (!view.mayStart) return null
  return (
    <Card>
      <Form
        id="dot"
        action={paths.campaign(view.reading.window.period.label)}
        answers={view.answers}
        errors={view.errors}
      >
        <Field kind="date" name="dueOn" label={t.dueOn} min={view.reading.today} />
        <Field
          kind="checkbox"
          name="groups"
          label={t.groups}
          options={view.groups.map((name) => ({ value: name, label: t.groupNames[name] }))}
        />
        <p class="quiet">{t.confirm}</p>
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>
    </Card>
  )
}

const tones: Readonly<Record<PartState, Tone>> = {
  late: "late",
  missing: "soon",
  sentLate: "calm",
  sent: "good",
}

function Parts({ reading, lang }: { reading: CampaignReading; lang: Lang }) {
  const t = campaignWords[lang]
  return (
    <>
      <DataTable caption={t.caption} columns={columnsOf(lang)} rows={reading.rows} />
      {reading.campaign !== null && (
        <Actions>
          <Button look="second" href={directivePaths.directive(reading.campaign.directiveId)}>
            {t.directive}
          </Button>
        </Actions>
      )}
    </>
  )
}

function columnsOf(lang: Lang): Column<PartRow>[] {
  const t = campaignWords[lang]
  return [
    {
      key: "co-quan",
      label: t.columns.body,
      heading: true,
      cell: (row) => <a href={directivePaths.assignment(row.assignmentId)}>{row.body}</a>,
    },
    {
      key: "tt",
      label: t.columns.state,
      cell: (row) => <Tag tone={tones[row.state]}>{t.states[row.state]}</Tag>,
    },
    {
      key: "so-lieu",
      label: t.columns.figures,
      numeric: true,
      cell: (row) => (row.figures === 0 ? "–" : countOf(row, lang)),
    },
    {
      key: "xem-lai",
      label: t.columns.doubts,
      cell: (row) =>
        row.doubts.length === 0 ? (
          "–"
        ) : (
          <Tag tone="soon">
            {row.doubts
              .map(({ figure, doubt, value, bound }) =>
                t.doubts[doubt](figure, formatNumber(value, lang), formatNumber(bound, lang)),
              )
              .join("; ")}
          </Tag>
        ),
    },
    { key: "noi-dung", label: t.columns.text, cell: (row) => shortened(row.text ?? "–") },
  ]
}

const shortened = (text: string) => (text.length > 160 ? `${text.slice(0, 160)}…` : text)

/** What is not sent yet may be known from months and quarters. */
const countOf = ({ state, figures }: PartRow, lang: Lang) => {
  const t = campaignWords[lang]
  const count = formatNumber(figures, lang)
  return state === "sent" || state === "sentLate" ? t.figures(count) : t.earlier(count)
}
