/** Plans of protection: all of them, and the one on the page of an asset. */
import { formatDate, formatInstant } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Card,
  DataTable,
  DefinitionList,
  DueTag,
  EmptyState,
  Layout,
  type ListState,
  Tag,
} from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { assetNumber } from "../domain/asset.ts"
import { paths } from "../paths.ts"
import type { Protected, Protection } from "../store/protections.ts"
import { assetWords } from "../words-asset.ts"
import { protectionWords } from "../words-protection.ts"
import { Rooms } from "./rooms.tsx"

export type ProtectionsView = {
  frame: Frame
  rows: readonly Protected[]
  total: number
  state: ListState
  today: string
}

export function protectionsPage({ frame, rows, total, state, today }: ProtectionsView) {
  const { lang } = frame
  const t = protectionWords[lang]
  return (
    <Layout {...frame} title={total === 0 ? t.none : t.title} current={paths.incidents} lead={t.lead}>
      <Rooms lang={lang} here="protections" />
      {total === 0 ? (
        <EmptyState title={t.none}>{t.noneHint}</EmptyState>
      ) : (
        <DataTable
          caption={t.title}
          quietCaption
          rows={rows}
          total={total}
          state={state}
          columns={[
            {
              key: "tai-san",
              label: t.columns.asset,
              heading: true,
              cell: (row) => (
                <a href={paths.asset(row.id)}>
                  {row.code === null ? assetNumber(row.number) : `${row.code}, ${row.name}`}
                </a>
              ),
            },
            { key: "loai", label: t.columns.kind, cell: (row) => assetWords[lang].kinds[row.kind] },
            { key: "noi", label: t.columns.area, cell: (row) => row.areaName },
            { key: "chu", label: t.columns.owner, cell: (row) => row.bodyName },
            {
              key: "toi",
              label: t.columns.next,
              cell: (row) =>
                row.nextCheckOn === null ? (
                  <Tag tone="late">{t.missing}</Tag>
                ) : (
                  <DueTag dueOn={row.nextCheckOn} today={today} />
                ),
            },
          ]}
        />
      )}
    </Layout>
  )
}

export function ProtectionCard({ plan, lang }: { plan: Protection | null; lang: Lang }) {
  const t = protectionWords[lang]
  if (plan === null)
    return (
      <Card title={t.card} id="bao-ve">
        <p>{t.missingLead}</p>
      </Card>
    )
  const date = (on: string) => formatDate(on, lang)
  const both = (name: string, contact: string | null) => (contact === null ? name : `${name}: ${contact}`)
  return (
    <Card title={t.card} id="bao-ve">
      <DefinitionList
        items={[
          { term: t.owner, value: plan.ownerContact },
          { term: t.police, value: both(plan.policeName, plan.policeContact) },
          { term: t.committee, value: both(plan.committeeName, plan.committeeContact) },
          { term: t.measures, value: <span class="said">{plan.measures}</span> },
          { term: t.drilled, value: plan.drilledOn === null ? t.noDrill : date(plan.drilledOn) },
          ...(plan.checkedOn === null
            ? []
            : [{ term: t.checked, value: both(date(plan.checkedOn), plan.checkNote) }]),
          { term: t.next, value: date(plan.nextCheckOn) },
        ]}
      />
      <p class="quiet">{t.changed(plan.changedName, formatInstant(plan.changedAt, lang))}</p>
    </Card>
  )
}
