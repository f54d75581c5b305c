/** The body's warnings by what has to happen with them, and the tricks that rise. */
import { formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  Button,
  Card,
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
import type { WarningList } from "../actions/reading-warnings.ts"
import { type Drawer, drawers } from "../domain/drawers.ts"
import { paths } from "../paths.ts"
import type { Person } from "../store/shared.ts"
import type { WarningRow } from "../store/warnings.ts"
import { indicatorWords } from "../words-indicator.ts"
import { warningWords } from "../words-warning.ts"
import { columnsOfStanding } from "./record.tsx"
import { Rooms } from "./rooms.tsx"

export type WarningsView = {
  frame: Frame
  list: WarningList
  state: ListState
  drawer: Drawer
  tricks: readonly Option[]
  mayWrite: boolean
}

export function warningsPage(view: WarningsView) {
  const { frame, list, state, drawer } = view
  const { lang } = frame
  const t = warningWords[lang].list
  return (
    <Layout {...frame} title={titleOf(list, lang)} current={paths.sharing}>
      <Rooms lang={lang} here="warnings" />
      {view.mayWrite && (
        <Actions>
          <Button href={paths.newWarning}>{t.write}</Button>
        </Actions>
      )}
      {view.mayWrite && <RisingTricks view={view} />}
      <Tabs
        label={t.tabs}
        tabs={drawers.map((one) => ({
          href: listHref(state, { filters: { ngan: one === "released" ? "" : one } }),
          label: indicatorWords[lang].list.drawers[one],
          isCurrent: one === drawer,
          count: list.counts[one],
        }))}
      />
      <DataTable
        caption={t.caption}
        quietCaption
        columns={columnsOf(list.heads, lang)}
        rows={list.rows}
        state={{ ...state, kept: { ngan: drawer === "released" ? "" : drawer } }}
        total={list.total}
        filters={<Field kind="search" name="q" label={t.search} optional />}
        empty={<EmptyState title={t.empty}>{t.emptyHint}</EmptyState>}
      />
    </Layout>
  )
}

function titleOf({ counts }: WarningList, lang: Lang): string {
  const t = warningWords[lang].list
  if (counts.mine > 0) return t.titleMine(formatNumber(counts.mine, lang))
  const inForce = counts.released + counts.received
  return inForce > 0 ? t.titleReleased(formatNumber(inForce, lang)) : t.titleNone
}

/** One press from a trick that rises to a draft with its evidence beside it. */
function RisingTricks({ view: { frame, list, tricks } }: { view: WarningsView }) {
  const { lang } = frame
  const t = warningWords[lang].list
  return (
    <Card title={t.rising}>
      {list.rising.length === 0 && <p class="quiet">{t.risingNone}</p>}
      <ul class="plain stack">
        {list.rising.slice(0, risingShown).map((one) => {
          const name = tricks.find(({ value }) => value === one.type)?.label ?? one.type
          const out = list.standing.find(({ trick }) => trick === one.type)
          return (
            <li>
              <b>{name}</b> {one.rises && <Tag tone="late">{t.rises}</Tag>}
              <p class="quiet">
                {t.risingLine(
                  formatNumber(one.lately, lang),
                  formatNumber(Math.round(one.perWeekBefore * 10) / 10, lang),
                )}
              </p>
              <p>
                {out !== undefined && (
                  <>
                    <a href={paths.warning(out.id)}>{t.hasWarning(String(out.code))}</a> ·{" "}
                  </>
                )}
                <a href={out === undefined ? paths.newWarningOf(one.type) : paths.newWarningFor(out.id)}>
                  {t.draft}
                  <span class="hidden">: {name}</span>
                </a>
              </p>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
const risingShown = 5

function columnsOf(heads: readonly Person[], lang: Lang): Column<WarningRow>[] {
  const t = warningWords[lang]
  const standing = columnsOfStanding((row: WarningRow) => row.expiresOn, heads, lang)
  return [
    {
      key: "canh-bao",
      label: t.list.name,
      heading: true,
      cell: (row) => (
        <>
          <a href={paths.warning(row.id)}>{row.title}</a>
          <p class="quiet">
            {[row.code === null ? null : t.list.code(String(row.code)), t.severities[row.severity]]
              .filter((part) => part !== null)
              .join(" · ")}
          </p>
        </>
      ),
    },
    standing.state,
    { key: "den", label: t.list.where, cell: (row) => <Tag>{t.audienceShort[row.audience]}</Tag> },
    standing.changed,
  ]
}
