/** What hangs on a campaign: its schedule, results with how they were counted, bodies that were asked. */
import { formatDate, formatNumber } from "../../../kernel/format.ts"
import { Card, DataTable, DueTag, Tag } from "../../../kernel/ui/index.ts"
import type { Lang } from "../../../kernel/words.ts"
import { paths } from "../../paths.ts"
import type { CampaignReading } from "../actions/reading.ts"
import { campaignWords } from "../words.ts"
import { scheduleWords } from "../words-schedule.ts"

type Props = { reading: CampaignReading; lang: Lang }

export function Sessions({ reading: { campaign, sessions, places }, lang }: Props) {
  const t = campaignWords[lang]
  const names = new Map(places.map(({ code, name }) => [code, name]))
  return (
    <Card title={t.sessions}>
      {sessions.length === 0 ? (
        <p>{t.sessionsNone}</p>
      ) : (
        <DataTable
          caption={t.sessions}
          quietCaption
          rows={sessions}
          columns={[
            {
              key: "luc",
              label: t.when,
              heading: true,
              cell: (row) => t.whenLine(formatDate(row.heldOn, lang), row.beginsAt, row.endsAt),
            },
            {
              key: "lam",
              label: t.doneBy,
              cell: (row) => (
                <>
                  {row.what} ({t.channels[row.channel]}){" "}
                  {row.isCancelled || (campaign.endedOn !== null && row.heldOn > campaign.endedOn) ? (
                    <Tag tone="late">{t.cancelled}</Tag>
                  ) : (
                    <Tag>{row.isPublic ? t.public : t.inside}</Tag>
                  )}
                </>
              ),
            },
            {
              key: "noi",
              label: t.place,
              cell: (row) =>
                [row.place, row.areaCode === null ? null : names.get(row.areaCode)]
                  .filter((part) => part != null)
                  .join(", "),
            },
            { key: "cq", label: t.columns.body, cell: (row) => row.bodyName },
          ]}
        />
      )}
      {sessions.length > 0 && (
        <p>
          <a href={paths.campaignSchedule(campaign.id)}>{scheduleWords[lang].openFile}</a>
        </p>
      )}
    </Card>
  )
}

const resultsShown = 100

export function Results({ reading: { results }, lang }: Props) {
  const t = campaignWords[lang]
  return (
    <Card title={t.results}>
      {results.length === 0 ? (
        <p>{t.resultsNone}</p>
      ) : (
        <DataTable
          caption={t.results}
          quietCaption
          rows={results.slice(0, resultsShown)}
          columns={[
            { key: "ngay", label: t.when, heading: true, cell: (row) => formatDate(row.heldOn, lang) },
            { key: "noi", label: t.place, cell: (row) => row.areaName ?? t.wholeProvince },
            {
              key: "lam",
              label: t.doneBy,
              cell: (row) => (
                <>
                  {row.isStruck ? (
                    <s>{t.amounts[row.channel](row.amount)}</s>
                  ) : (
                    t.amounts[row.channel](row.amount)
                  )}{" "}
                  ({t.channels[row.channel]}){row.note !== null && <span class="quiet"> {row.note}</span>}
                  {row.isStruck && (
                    <span class="quiet"> {t.struck(row.struckName ?? "", row.struckReason ?? "")}</span>
                  )}
                </>
              ),
            },
            {
              key: "nguoi",
              label: t.reached,
              numeric: true,
              cell: (row) => (row.reached === null ? t.notCounted : formatNumber(row.reached, lang)),
            },
            { key: "cach", label: t.how, cell: (row) => row.countedHow },
            { key: "ai", label: t.enteredBy, cell: (row) => `${row.bodyName}, ${row.enteredName}` },
          ]}
        />
      )}
      {results.length > resultsShown && <p class="quiet">{t.moreResults(resultsShown)}</p>}
    </Card>
  )
}

export function Parts({ reading: { parts, today }, lang }: Props) {
  const t = campaignWords[lang]
  if (parts.length === 0) return null
  return (
    <Card title={t.parts}>
      <DataTable
        caption={t.parts}
        quietCaption
        rows={parts}
        columns={[
          { key: "cq", label: t.columns.body, heading: true, cell: (row) => row.toBodyName },
          { key: "lam", label: t.asks, cell: (row) => row.ask },
          {
            key: "han",
            label: t.dueBy,
            cell: (row) =>
              row.state === "asked" ? (
                <DueTag dueOn={row.dueOn} today={today} />
              ) : (
                formatDate(row.dueOn, lang)
              ),
          },
          {
            key: "tl",
            label: t.answer,
            cell: (row) =>
              row.reason === null ? t.partStates[row.state] : `${t.partStates[row.state]}: ${row.reason}`,
          },
        ]}
      />
    </Card>
  )
}
