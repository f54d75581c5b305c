/** The log of warnings sent: how far each warning and its recall came, and each message without who got it. */
import { formatInstant, formatNumber } from "../../../kernel/format.ts"
import type { Frame } from "../../../kernel/http/frame.ts"
import { DataTable, EmptyState, Layout, type ListState, Tag } from "../../../kernel/ui/index.ts"
import { paths } from "../../paths.ts"
import type { Channel, Outcome, ToldLine, ToldWarning, What } from "../store/told.ts"
import { toldWords } from "../words-told.ts"

type Lang = Frame["lang"]
const channels: readonly Channel[] = ["mail", "push", "hook"]
const outcomes: readonly Outcome[] = ["sent", "waiting", "failed", "dropped"]

export function toldPage({
  frame,
  state,
  rows,
  total,
}: {
  frame: Frame
  state: ListState
  rows: readonly ToldWarning[]
  total: number
}) {
  const { lang } = frame
  const t = toldWords[lang]
  return (
    <Layout {...frame} title={t.title} lead={t.lead} current={paths.told}>
      {rows.length === 0 && state.page === 1 ? (
        <EmptyState title={t.none}>{t.noneHelp}</EmptyState>
      ) : (
        <DataTable
          caption={t.list}
          quietCaption
          columns={[
            {
              key: "canh-bao",
              label: t.columns.warning,
              heading: true,
              cell: ({ code, title, releasedAt }: ToldWarning) => (
                <>
                  <a href={paths.toldOf(code)}>{title}</a>{" "}
                  <span class="quiet">{t.releasedAt(formatInstant(releasedAt, lang))}</span>
                </>
              ),
            },
            {
              key: "tin",
              label: t.columns.released,
              cell: (one: ToldWarning) => <Came warning={one} what="released" lang={lang} />,
            },
            {
              key: "thu-hoi",
              label: t.columns.recalled,
              cell: (one: ToldWarning) => <Came warning={one} what="recalled" lang={lang} />,
            },
          ]}
          rows={rows}
          state={state}
          total={total}
        />
      )}
    </Layout>
  )
}

/** One line a channel: "thư: đã nhận 120, không gửi được 2". */
function Came({ warning, what, lang }: { warning: ToldWarning; what: What; lang: Lang }) {
  const t = toldWords[lang]
  const { recalledAt, tallies } = warning
  const lines = channels.flatMap((channel) => {
    const told = outcomes.flatMap((state) => {
      const one = tallies.find(
        (tally) => tally.channel === channel && tally.what === what && tally.state === state,
      )
      return one === undefined ? [] : [t.states[state](formatNumber(one.messages, lang))]
    })
    return told.length === 0 ? [] : [`${t.channels[channel]}: ${told.join(", ")}`]
  })
  return (
    <>
      {what === "recalled" && recalledAt !== null && (
        <p class="quiet">{t.recalledAt(formatInstant(recalledAt, lang))}</p>
      )}
      {lines.length === 0 ? (
        <p class="quiet">{what === "recalled" && recalledAt === null ? t.noRecall : t.unsent}</p>
      ) : (
        lines.map((line) => <p>{line}</p>)
      )}
    </>
  )
}

const tones = { waiting: "calm", sent: "good", failed: "late", dropped: "soon" } as const

export function toldOfPage({
  frame,
  state,
  warning,
  lines,
}: {
  frame: Frame
  state: ListState
  warning: ToldWarning
  lines: readonly ToldLine[]
}) {
  const { lang } = frame
  const t = toldWords[lang]
  const total = warning.tallies.reduce((sum, { messages }) => sum + messages, 0)
  return (
    <Layout
      {...frame}
      title={t.ofTitle(warning.title)}
      current={paths.told}
      crumbs={[{ href: paths.told, label: t.nav }]}
    >
      <p>
        {t.releasedAt(formatInstant(warning.releasedAt, lang))} ·{" "}
        {warning.recalledAt === null ? t.noRecall : t.recalledAt(formatInstant(warning.recalledAt, lang))} ·{" "}
        <a href={paths.warning(warning.id)}>{t.columns.warning}</a>
      </p>
      {lines.length === 0 && state.page === 1 ? (
        <p>{t.logNone}</p>
      ) : (
        <DataTable
          caption={t.log}
          columns={[
            {
              key: "noi",
              label: t.logColumns.to,
              heading: true,
              cell: ({ channel, mark }: ToldLine) => t.to(t.channels[channel], mark),
            },
            { key: "tin", label: t.logColumns.what, cell: ({ what }: ToldLine) => t.what[what] },
            { key: "luc", label: t.logColumns.at, cell: ({ at }: ToldLine) => formatInstant(at, lang) },
            {
              key: "ket-qua",
              label: t.logColumns.state,
              cell: ({ state: outcome, fault, attempts }: ToldLine) => (
                <>
                  <Tag tone={tones[outcome]}>{t.outcomes[outcome]}</Tag>{" "}
                  {fault !== null && `${fault}; ${t.tries(formatNumber(attempts, lang))}`}
                </>
              ),
            },
          ]}
          rows={lines}
          state={state}
          total={total}
        />
      )}
    </Layout>
  )
}
