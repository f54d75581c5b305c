/** Answers of the bodies side by side, and what became of each: the synthesis that goes with the paper. */
import { formatDate, formatInstant } from "../../kernel/format.ts"
import { Card, type Column, DataTable, Tag } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { ProposalReading } from "../actions/reading.ts"
import { paths } from "../paths.ts"
import type { OpinionRequest } from "../store/requests.ts"
import { words } from "../words.ts"

export function Opinions({ reading, lang }: { reading: ProposalReading; lang: Lang }) {
  const { requests, proposal, today } = reading
  const t = words[lang]
  const title = proposal.state === "consulting" ? t.one.opinions : t.one.synthesis
  if (requests.length === 0) return <Card title={t.one.opinions}>{t.one.opinionsNone}</Card>
  const columns: Column<OpinionRequest>[] = [
    {
      key: "co-quan",
      label: t.one.opinionColumns.body,
      heading: true,
      cell: (row) => <a href={paths.request(row.id)}>{row.toBodyName}</a>,
    },
    { key: "y-kien", label: t.one.opinionColumns.answer, cell: (row) => answerOf(row, today, lang) },
    {
      key: "xu-ly",
      label: t.one.opinionColumns.taken,
      cell: (row) =>
        row.taken === null ? (
          row.state === "answered" && proposal.state !== "consulting" ? (
            <Tag tone="soon">{t.one.untaken}</Tag>
          ) : (
            "–"
          )
        ) : (
          <>
            <b>{t.takings[row.taken]}</b> {row.takenNote}
          </>
        ),
    },
  ]
  return (
    <Card title={title}>
      <p class="quiet">
        {t.opinionsOf(bodiesIn(requests.filter(({ state }) => state === "answered")), bodiesIn(requests))}
      </p>
      <DataTable caption={title} quietCaption columns={columns} rows={requests} />
    </Card>
  )
}

/** A body that was asked twice is one body. */
const bodiesIn = (requests: readonly OpinionRequest[]): string =>
  String(new Set(requests.map(({ toBodyId }) => toBodyId)).size)

function answerOf(row: OpinionRequest, today: string, lang: Lang) {
  const t = words[lang]
  if (row.stance === null)
    return (
      <Tag tone={row.state === "asked" && row.dueOn < today ? "late" : "calm"}>
        {row.state === "asked" && row.dueOn < today
          ? t.one.late(formatDate(row.dueOn, lang))
          : `${t.requestStates[row.state]}, ${t.untilOn(formatDate(row.dueOn, lang))}`}
      </Tag>
    )
  return (
    <>
      <b>{t.stances[row.stance]}</b> {row.opinion}
      <br />
      <span class="quiet">
        {row.answeredName}, {formatInstant(row.answeredAt ?? row.askedAt, lang)}
      </span>
    </>
  )
}
