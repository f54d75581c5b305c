/** Parts that the pages of indicators and of warnings share: the way to release, who waits for whom, what happened. */
import { formatDate, formatInstant } from "../../kernel/format.ts"
import { localDateOf } from "../../kernel/time.ts"
import { Card, type Column, Steps, Timeline, useLang } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { State } from "../domain/life.ts"
import type { SharedEvent } from "../store/events.ts"
import type { Person } from "../store/shared.ts"
import { words } from "../words.ts"
import { indicatorWords } from "../words-indicator.ts"
import { StateTag } from "./state-tag.tsx"

/** "warning.released" is told as "indicator.released" is; an event that has no sentence stands by its own name. */
export function eventName(what: string, lang: Lang): string {
  const names: Readonly<Record<string, string>> = words[lang].events
  return names[what.slice(what.indexOf(".") + 1)] ?? what
}

type OnTheWay = { state: State; writtenAt: string; releasedAt: string | null }

/** Written, read by a second person, out: three stations that everybody knows. */
export function Road(props: {
  row: OnTheWay
  label: string
  stations: { written: string; second: string; out: string }
}) {
  const { row, label, stations } = props
  const isOut = row.releasedAt !== null
  const day = (at: string | null) => (at === null ? {} : { on: localDateOf(new Date(at)) })
  return (
    <Steps
      label={label}
      steps={[
        { label: stations.written, ...day(row.writtenAt), state: row.state === "draft" ? "now" : "done" },
        { label: stations.second, state: row.state === "draft" ? "next" : isOut ? "done" : "now" },
        { label: stations.out, ...day(row.releasedAt), state: isOut ? "done" : "next" },
      ]}
    />
  )
}

type Listed = OnTheWay & {
  writers: readonly string[]
  writtenName: string | null
  originName?: string | null
  bodyName: string
  recallReason: string | null
}

/** A sentence: who waits for whom, or since when and until which day it is out. */
function standing(row: Listed, until: string, heads: readonly Person[], lang: Lang): string {
  const t = indicatorWords[lang].list
  switch (row.state) {
    case "waiting": {
      const seconds = heads.filter((one) => !row.writers.includes(one.officerId)).map((one) => one.name)
      return seconds.length === 0
        ? t.noSecond
        : t.waitsFor(row.writtenName ?? words[lang].nav, seconds.join(", "))
    }
    case "released":
      return row.releasedAt === null
        ? ""
        : `${t.wroteFrom(row.bodyName, formatDate(localDateOf(new Date(row.releasedAt)), lang))}, ${t.until(formatDate(until, lang))}`
    case "recalled":
      return row.recallReason ?? ""
    default:
      return row.writtenName ?? row.originName ?? ""
  }
}

/** Columns of both lists: the state with who waits for whom, and when the record changed. */
export function columnsOfStanding<Row extends Listed & { changedAt: string }>(
  untilOf: (row: Row) => string,
  heads: readonly Person[],
  lang: Lang,
): { state: Column<Row>; changed: Column<Row> } {
  const t = indicatorWords[lang].list
  return {
    state: {
      key: "trang-thai",
      label: t.state,
      cell: (row) => (
        <>
          <StateTag state={row.state} lang={lang} />
          <p class="quiet">{standing(row, untilOf(row), heads, lang)}</p>
        </>
      ),
    },
    changed: { key: "luc", label: t.changed, cell: (row) => formatInstant(row.changedAt, lang) },
  }
}

/** Heads who may release it, and why this person may not; `t`: as its kind of record says it. */
export function Seconds({
  reading: { seconds, isWriter },
  t,
}: {
  reading: { seconds: readonly Person[]; isWriter: boolean }
  t: { youWrote: string; notHead: string; noSecond: string; seconds: (names: string) => string }
}) {
  const names = seconds.map((one) => `${one.name}, ${one.title}`).join("; ")
  return (
    <>
      <p>{isWriter ? t.youWrote : t.notHead}</p>
      <p class="quiet">{names === "" ? t.noSecond : t.seconds(names)}</p>
    </>
  )
}

export function History({ title, events }: { title: string; events: readonly SharedEvent[] }) {
  const lang = useLang()
  return (
    <Card title={title}>
      <Timeline
        items={events.map((one) => ({
          title: eventName(one.what, lang),
          at: one.at,
          by: one.byName,
          ...(one.note === null ? {} : { note: one.note }),
        }))}
      />
    </Card>
  )
}
