/** `/tre-em-nguy-hiem`: what the committee was told of children in danger, and one of them with its twelve hours. */
import { formatInstant } from "../../../kernel/format.ts"
import { type Failed, StepForm } from "../../../kernel/forms/index.ts"
import type { Frame } from "../../../kernel/http/frame.ts"
import {
  Banner,
  Card,
  type Column,
  DataTable,
  EmptyState,
  Layout,
  Split,
  Stack,
  Tag,
} from "../../../kernel/ui/index.ts"
import type { Lang } from "../../../kernel/words.ts"
import { paths } from "../../paths.ts"
import { words } from "../../words.ts"
import type { AlertReading, OpenedAlert } from "../actions/alerts.ts"
import { type ChildFormName, childForms } from "../forms.ts"
import { childPaths } from "../paths.ts"
import type { Alert, ListedAlert } from "../store/alerts.ts"
import { childWords } from "../words.ts"

type Clock = Pick<Alert, "dueAt" | "receivedAt" | "doneAt">
const isLate = ({ dueAt, doneAt }: Clock, now: string) => Date.parse(doneAt ?? now) > Date.parse(dueAt)

export function AlertState({ alert, now, lang }: { alert: Clock; now: string; lang: Lang }) {
  const t = childWords[lang]
  const state = alert.doneAt !== null ? "done" : alert.receivedAt !== null ? "received" : "open"
  return (
    <>
      <Tag tone={state === "done" ? "good" : state === "received" ? "soon" : "late"}>{t.states[state]}</Tag>{" "}
      {isLate(alert, now) && <Tag tone="late">{t.late}</Tag>}
    </>
  )
}

export function alertsPage({
  frame,
  rows,
  now,
}: {
  frame: Frame
  rows: readonly ListedAlert[]
  now: string
}) {
  const { lang } = frame
  const t = childWords[lang]
  const columns: Column<ListedAlert>[] = [
    {
      key: "luc",
      label: t.sent,
      heading: true,
      cell: (row) => <a href={childPaths.alert(row.id)}>{formatInstant(row.sentAt, lang)}</a>,
    },
    { key: "noi", label: t.from, cell: (row) => row.bodyName },
    { key: "han", label: t.due, cell: (row) => formatInstant(row.dueAt, lang) },
    { key: "the", label: t.state, cell: (row) => <AlertState alert={row} now={now} lang={lang} /> },
  ]
  return (
    <Layout
      {...frame}
      title={t.list}
      lead={t.lead}
      current={paths.notices}
      crumbs={[{ href: paths.notices, label: words[lang].nav }, { label: t.list }]}
    >
      {rows.length === 0 ? (
        <EmptyState title={t.none}>{t.noneHow}</EmptyState>
      ) : (
        <DataTable caption={t.caption} columns={columns} rows={rows} />
      )}
    </Layout>
  )
}

export function alertPage(view: {
  frame: Frame
  reading: AlertReading
  may: readonly ChildFormName[]
  failed: Failed<ChildFormName> | null
  refused: string | null
  isDone: boolean
}) {
  const { frame, reading, may } = view
  const { lang } = frame
  const t = childWords[lang]
  const { alert, facts, now } = reading
  const due = formatInstant(alert.dueAt, lang)
  return (
    <Layout
      {...frame}
      url={childPaths.alert(alert.id)}
      title={t.title}
      lead={<AlertState alert={alert} now={now} lang={lang} />}
      current={paths.notices}
      crumbs={[{ href: childPaths.alerts, label: t.list }, { label: formatInstant(alert.sentAt, lang) }]}
    >
      {view.isDone && <Banner isAnswer tone="good" title={t.done} />}
      {view.refused !== null && <Banner isAnswer tone="soon" title={view.refused} />}
      {alert.doneAt === null && (
        <Banner tone="late" title={isLate(alert, now) ? t.lateSince(due) : t.dueBy(due)}>
          {t.call}
        </Banner>
      )}
      <Split wide>
        <Stack>
          <Card title={t.facts}>
            <p class="said">{facts}</p>
            <p class="quiet">{t.told(alert.sentName, alert.bodyName, formatInstant(alert.sentAt, lang))}</p>
            <p class="quiet">{t.lead}</p>
          </Card>
          <AlertAnswer alert={alert} isOurs={reading.isOurs} now={now} lang={lang} />
        </Stack>
        <Card title={t.next} id="viec">
          {may.length === 0 && <p>{t.nothing}</p>}
          {may.map((name, at) => (
            <StepForm
              name={name}
              form={childForms[name]}
              action={childPaths.alertForm(alert.id, childForms[name].slug)}
              failed={view.failed}
              isOpen={at === 0}
            />
          ))}
        </Card>
      </Split>
    </Layout>
  )
}

function AlertAnswer({
  alert,
  isOurs,
  now,
  lang,
}: {
  alert: OpenedAlert
  isOurs: boolean
  now: string
  lang: Lang
}) {
  const t = childWords[lang]
  return (
    <Card title={alert.toBodyName}>
      {alert.receivedAt === null ? (
        <p>{isOurs ? t.states.open : t.nobodyYet}</p>
      ) : (
        <p>{t.received(alert.receivedName ?? "", formatInstant(alert.receivedAt, lang))}</p>
      )}
      {alert.doneAt !== null && (
        <>
          <p class="said">{alert.doneNote}</p>
          <p class="quiet">
            {t.doneBy(alert.doneName ?? "", formatInstant(alert.doneAt, lang))}
            {isLate(alert, now) && `; ${t.doneLate}`}
          </p>
        </>
      )}
    </Card>
  )
}
