/** The body's indicators by what has to happen with them, and what others released to it. */
import { formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
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
import type { IndicatorList } from "../actions/reading.ts"
import { type Drawer, drawers } from "../domain/drawers.ts"
import { importWords } from "../imports/words.ts"
import { paths } from "../paths.ts"
import type { IndicatorRow } from "../store/indicators.ts"
import { indicatorWords } from "../words-indicator.ts"
import { columnsOfStanding } from "./record.tsx"
import { Rooms } from "./rooms.tsx"
import { spoken } from "./spoken.ts"
import { TlpTag } from "./state-tag.tsx"

export type IndicatorsView = {
  frame: Frame
  list: IndicatorList
  state: ListState
  drawer: Drawer
  tricks: readonly Option[]
  mayPropose: boolean
  /** Contests of what the body warned of. */
  mayDecide: boolean
}

export function indicatorsPage(view: IndicatorsView) {
  const { frame, list, state, drawer, tricks } = view
  const { lang } = frame
  const t = indicatorWords[lang]
  return (
    <Layout {...frame} title={titleOf(list, lang)} current={paths.sharing}>
      <Rooms lang={lang} here="indicators" decides={view.mayDecide} />
      {view.mayPropose && (
        <Actions>
          <Button href={paths.newIndicator}>{t.list.propose}</Button>
          <Button href={paths.imports} look="second">
            {importWords[lang].nav}
          </Button>
        </Actions>
      )}
      <Tabs
        label={t.list.tabs}
        tabs={drawers.map((one) => ({
          href: listHref(state, { filters: { ngan: one === "released" ? "" : one } }),
          label: t.list.drawers[one],
          isCurrent: one === drawer,
          count: list.counts[one],
        }))}
      />
      <DataTable
        caption={t.list.caption}
        quietCaption
        columns={columnsOf(view, lang)}
        rows={list.rows}
        state={{ ...state, kept: { ngan: drawer === "released" ? "" : drawer } }}
        total={list.total}
        filters={
          <>
            <Field kind="search" name="q" label={t.list.search} hint={t.list.searchHint} optional />
            <Field
              kind="select"
              name="loai"
              label={t.list.kind}
              empty={t.list.any}
              options={Object.entries(t.kinds).map(([value, label]) => ({ value, label }))}
              optional
            />
            <Field
              kind="select"
              name="thu-doan"
              label={t.list.trick}
              empty={t.list.any}
              options={tricks}
              optional
            />
          </>
        }
        exports={[{ label: "CSV", path: paths.indicatorsFile }]}
        empty={<EmptyState title={t.list.empty}>{t.list.emptyHint}</EmptyState>}
      />
    </Layout>
  )
}

function titleOf({ counts }: IndicatorList, lang: Lang): string {
  const t = indicatorWords[lang].list
  if (counts.mine > 0) return t.titleMine(formatNumber(counts.mine, lang))
  const inForce = counts.released + counts.received
  return inForce > 0 ? t.titleReleased(formatNumber(inForce, lang)) : t.titleNone
}

function columnsOf({ list, tricks }: IndicatorsView, lang: Lang): Column<IndicatorRow>[] {
  const t = indicatorWords[lang]
  const names = new Map(tricks.map((one) => [one.value, one.label]))
  const standing = columnsOfStanding((row: IndicatorRow) => row.validUntil, list.heads, lang)
  return [
    {
      key: "chi-bao",
      label: t.list.thing,
      heading: true,
      cell: (row) => (
        <>
          <a href={paths.indicator(row.id)} class="code small">
            {spoken(row)}
          </a>
          <p class="quiet">
            {[t.kinds[row.kind], row.trick === null ? null : (names.get(row.trick) ?? row.trick)]
              .filter((part) => part !== null)
              .join(" · ")}
          </p>
        </>
      ),
    },
    standing.state,
    {
      key: "den",
      label: t.list.where,
      cell: (row) => (
        <>
          <TlpTag tlp={row.tlp} /> <Tag>{t.audienceShort[row.audience]}</Tag>
        </>
      ),
    },
    standing.changed,
  ]
}
