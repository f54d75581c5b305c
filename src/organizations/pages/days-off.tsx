/** Days off that were decided during the year, and which deadlines they moved. */

import type { DeadlineHolder } from "../../kernel/calendar/holders.ts"
import { formatDate, formatInstant } from "../../kernel/format.ts"
import { Questions } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  Card,
  type Column,
  DataTable,
  Form,
  Layout,
} from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { DaysOffReading } from "../actions/days-off.ts"
import { dayOff } from "../forms.ts"
import { paths } from "../paths.ts"
import { daysOffWords } from "../words-days-off.ts"

export type DaysOffView = {
  frame: Frame
  reading: DaysOffReading
  holders: readonly DeadlineHolder[]
  answers: Answers
  errors: Readonly<Record<string, string>>
  said: { text: string; isGood: boolean } | null
}
type Move = DaysOffReading["moves"][number]

export function daysOffPage({ frame, reading, holders, answers, errors, said }: DaysOffView) {
  const { lang } = frame
  const t = daysOffWords[lang]
  return (
    <Layout {...frame} url={paths.daysOff} title={t.title} current={paths.daysOff} lead={t.lead}>
      {said !== null && <Banner isAnswer tone={said.isGood ? "good" : "soon"} title={said.text} />}
      <Card title={dayOff.title[lang]}>
        <Form id="ngay" action={paths.daysOff} answers={answers} errors={errors}>
          <p class="quiet">{dayOff.follows?.[lang]}</p>
          <Questions asks={dayOff.asks} />
          <Actions>
            <Button>{dayOff.submit[lang]}</Button>
          </Actions>
        </Form>
      </Card>
      <Card title={t.days}>
        {reading.days.length === 0 && <p class="quiet">{t.none}</p>}
        <ul class="plain stack">
          {reading.days.map((day) => (
            <li>
              <b>{formatDate(day.on, lang)}</b> · {t.kinds[day.kind]} · {day.name}
              <p class="quiet">
                {day.basis} · {t.by}: {day.enteredName}, {formatInstant(day.enteredAt, lang)}
              </p>
              <Form id={`rut-${day.id}`} action={paths.dayOffRemoval(day.id)}>
                <Button look="second">
                  {t.takeBack}
                  <span class="hidden"> {formatDate(day.on, lang)}</span>
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      </Card>
      {reading.moves.length === 0 ? (
        <Card title={t.moves}>
          <p class="quiet">{t.noMoves}</p>
        </Card>
      ) : (
        <DataTable caption={t.moves} columns={columnsOf(holders, lang)} rows={reading.moves} />
      )}
    </Layout>
  )
}

function columnsOf(holders: readonly DeadlineHolder[], lang: Lang): Column<Move>[] {
  const t = daysOffWords[lang]
  const day = (due: string | null) =>
    due === null
      ? t.unknown
      : `${due.length > 10 ? `${due.slice(11)} ` : ""}${formatDate(due.slice(0, 10), lang)}`
  return [
    { key: "vv", label: t.case, heading: true, cell: (row) => row.caseNumber },
    { key: "cq", label: t.body, cell: (row) => row.bodyName },
    { key: "th", label: t.purpose, cell: (row) => nameOf(holders, row.purpose, lang) },
    { key: "cu", label: t.before, cell: (row) => day(row.dueBefore) },
    { key: "moi", label: t.after, cell: (row) => <b>{day(row.dueAfter)}</b> },
    { key: "luc", label: t.movedAt, cell: (row) => formatInstant(row.movedAt, lang) },
  ]
}

const nameOf = (holders: readonly DeadlineHolder[], purpose: string, lang: Lang) =>
  holders.map((holder) => holder.nameOf(purpose, lang)).find((name) => name !== null) ?? purpose
