/** The queue: what must be read first stands first. */
import { daysBetween, formatDate, formatInstant, formatMoney, formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { localDateOf } from "../../kernel/time.ts"
import {
  Actions,
  Button,
  type Column,
  DataTable,
  EmptyState,
  Field,
  Layout,
  type ListState,
  listHref,
  type Option,
  Tabs,
  Tag,
} from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { Queue } from "../actions/reading.ts"
import { spokenIdentifier } from "../catalogue.ts"
import {
  countMax,
  type Drawer,
  drawers,
  isByUrgency,
  isOnlyWhenFull,
  suspectsShown,
} from "../domain/queue.ts"
import { paths } from "../paths.ts"
import type { QueueRow } from "../store/queue.ts"
import { deskWords } from "../words-desk.ts"
import { navWords } from "../words-nav.ts"
import { notesWords } from "../words-notes.ts"
import { tellingWords } from "../words-telling.ts"
import { walkWords } from "../words-walk.ts"
import { pickColumn, Several, SeveralAnswer, type SeveralView } from "./several.tsx"
import { StateTag, UrgencyTag } from "./state-tag.tsx"

export type QueueView = {
  frame: Frame
  queue: Queue
  state: ListState
  drawer: Drawer
  types: readonly Option[]
  /** Whoever handles tips chooses which mails to get. */
  mayHandle: boolean
  now: Date
  /** What may be done to several rows at once; null: this person may not, or nothing of this drawer may be. */
  several: SeveralView | null
  /** What the list was asked, so that a tip knows from which it was opened. */
  query: string
}

export function queuePage({ frame, queue, state, drawer, types, mayHandle, now, several, query }: QueueView) {
  const { lang } = frame
  const t = deskWords[lang]
  const places = new Map(queue.rows.map(({ id }, i) => [id, state.offset + i]))
  const hrefOf = (id: string) =>
    `${paths.signal(id)}?${new URLSearchParams({ tu: query, vt: String(places.get(id) ?? 0) })}`
  return (
    <Layout {...frame} title={titleOf(queue, lang)} current={paths.signals} scripts={["walk.js"]}>
      {several !== null && <SeveralAnswer view={several} lang={lang} />}
      <Actions>
        <Button href={paths.newSignal}>{t.queue.take}</Button>
        {mayHandle && (
          <Button look="plain" href={paths.deskMails}>
            {tellingWords[lang].nav}
          </Button>
        )}
        <Button look="plain" href={paths.keys}>
          {walkWords[lang].keys}
        </Button>
      </Actions>
      <Tabs label={t.queue.tabs} tabs={tabsOf(queue, state, drawer, lang)} />
      <DataTable
        caption={t.queue.caption}
        quietCaption
        columns={[
          ...(several === null ? [] : [pickColumn(several.failed, lang)]),
          ...columnsOf({ types, now, drawer, lang, hrefOf }),
        ]}
        rows={queue.rows}
        state={{ ...state, kept: { ngan: drawer === "open" ? "" : drawer } }}
        total={Math.min(queue.total, countMax)}
        filters={
          <>
            <Field kind="search" name="q" label={t.queue.search} hint={t.queue.searchHint} optional />
            <Field
              kind="select"
              name="kc"
              label={t.queue.urgency}
              empty={t.queue.any}
              options={Object.entries(t.urgencies).map(([value, label]) => ({ value, label }))}
              optional
            />
            <Field
              kind="select"
              name="loai"
              label={t.queue.type}
              empty={t.queue.any}
              options={types}
              optional
            />
          </>
        }
        exports={(["csv", "xlsx"] as const).map((format) => ({
          label: format.toUpperCase(),
          path: paths.queueExport(format),
        }))}
        empty={<EmptyState title={t.queue.empty}>{t.queue.emptyHint}</EmptyState>}
      />
      {several !== null && queue.rows.length > 0 && <Several view={several} lang={lang} />}
    </Layout>
  )
}

function titleOf({ waiting }: Queue, lang: Lang): string {
  const t = deskWords[lang].queue
  if (waiting.urgent > 0) return t.urgent(formatNumber(waiting.urgent, lang))
  if (waiting.moving > 0) return t.moving(formatNumber(waiting.moving, lang))
  return waiting.open > 0 ? t.open(formatNumber(waiting.open, lang)) : t.none
}

function tabsOf({ waiting }: Queue, state: ListState, drawer: Drawer, lang: Lang) {
  const t = deskWords[lang]
  const counts: Partial<Record<Drawer, number>> = {
    open: waiting.open,
    mine: waiting.mine,
    wrote: waiting.wrote,
    follow: waiting.follow,
    moving: waiting.moving,
    untold: waiting.untold,
    pass: waiting.notPassed,
    held: waiting.held,
  }
  return [
    ...drawers
      .filter((one) => !isOnlyWhenFull(one) || one === drawer || (counts[one] ?? 0) > 0)
      .map((one) => ({
        href: listHref(state, {
          filters: { ngan: one === "open" ? "" : one },
          sort: isByUrgency(one) ? (isByUrgency(drawer) ? state.sort : "khan") : "moi",
        }),
        label: t.drawers[one],
        isCurrent: one === drawer,
        ...(counts[one] === undefined ? {} : { count: counts[one] }),
      })),
    { href: paths.arriving, label: t.queue.arriving, count: waiting.arriving },
    { href: paths.shares, label: t.shares.tab, count: waiting.asking },
  ]
}

type Listing = {
  types: readonly Option[]
  now: Date
  drawer: Drawer
  lang: Lang
  hrefOf: (id: string) => string
}

function columnsOf({ types, now, drawer, lang, hrefOf }: Listing): Column<QueueRow>[] {
  const t = deskWords[lang]
  const names = new Map(types.map((one) => [one.value, one.label]))
  return [
    {
      key: "tin",
      label: t.queue.tip,
      heading: true,
      cell: (row) => (
        <Tip row={row} href={hrefOf(row.id)} type={names.get(row.type) ?? row.type} now={now} lang={lang} />
      ),
    },
    { key: "dau-moi", label: t.queue.suspects, cell: (row) => <Suspects row={row} lang={lang} /> },
    {
      key: "thiet-hai",
      label: t.queue.lossShort,
      numeric: true,
      cell: (row) => (row.lossVnd === null ? "" : formatMoney(row.lossVnd, lang)),
    },
    {
      key: "moi",
      label: t.queue.age,
      // The other drawers have this order only.
      sortable: isByUrgency(drawer),
      cell: (row) => (
        <>
          <span class="unbroken">{t.queue.days(daysBetween(dayOf(row.receivedAt), localDateOf(now)))}</span>
          <p class="quiet">{formatInstant(row.receivedAt, lang)}</p>
        </>
      ),
    },
    {
      key: "nguoi",
      label: t.queue.handler,
      cell: (row) => (
        <>
          <StateTag state={row.state} lang={lang} /> {row.handlerName ?? <Tag>{t.queue.nobody}</Tag>}
        </>
      ),
    },
  ]
}

const dayOf = (at: string) => localDateOf(new Date(at))

function Tip(props: { row: QueueRow; href: string; type: string; now: Date; lang: Lang }) {
  const { row, href, type, now, lang } = props
  const t = deskWords[lang].queue
  const { followOn } = row
  return (
    <>
      <UrgencyTag urgency={row.urgency} isStale={row.isStale} lang={lang} />{" "}
      <a href={href}>{row.gist === "" ? navWords[lang].signals : row.gist}</a>
      {row.hasNews && (
        <p>
          <Tag tone="brand">{t.news}</Tag>
        </p>
      )}
      {followOn !== null && (
        <p>
          <Tag tone={followOn <= localDateOf(now) ? "soon" : "calm"}>
            {notesWords[lang].tag(formatDate(followOn, lang))}
          </Tag>
        </p>
      )}
      <p class="quiet">
        {[type, row.place, row.alikeBefore === 0 ? null : t.alike(formatNumber(row.alikeBefore, lang))]
          .filter((part) => part !== null)
          .join(" · ")}
      </p>
    </>
  )
}

function Suspects({ row, lang }: { row: QueueRow; lang: Lang }) {
  const shown = row.suspects.slice(0, suspectsShown)
  return (
    <>
      {shown.map(({ kind, value }) => (
        <p class="code small">
          <a href={paths.aboutOf(kind, value)}>{spokenIdentifier(value)}</a>
        </p>
      ))}
      {row.suspects.length > shown.length && <p class="quiet">{deskWords[lang].queue.moreSuspects}</p>}
    </>
  )
}
