/** One plan: who ends, who succeeds, which duties pass to whom, and what is still to be chosen. */
import { formatDate, formatDay, formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  DataTable,
  DefinitionList,
  type FieldErrors,
  Layout,
} from "../../kernel/ui/index.ts"
import type { ReformView } from "../actions/reform.ts"
import type { Fault } from "../domain/reform.ts"
import { paths } from "../paths.ts"
import { pageWords } from "../words-pages.ts"
import { Ending } from "./reform-ending.tsx"
import { nameIn } from "./reform-names.ts"
import { AddPassing } from "./reform-passing.tsx"
import { ReformTag } from "./reforms.tsx"

export type ReformPage = {
  frame: Frame
  view: ReformView
  errors?: FieldErrors
  answers?: Answers
}

export function reformPage(props: ReformPage) {
  const { frame, view } = props
  const { reform } = view
  const { lang } = frame
  const t = pageWords[lang]
  const isOpen = reform.state === "draft" || reform.state === "confirmed"
  return (
    <Layout
      {...frame}
      title={titleOf(view, lang)}
      current={paths.bodies}
      crumbs={[{ href: paths.reforms, label: t.tabs.reforms }, { label: reform.title }]}
      lead={reform.title}
      scripts={reform.state === "draft" ? ["combobox.js"] : []}
    >
      <DefinitionList
        items={[
          { term: t.reform.effectiveOn, value: formatDate(reform.effectiveOn, lang) },
          { term: t.reform.basis, value: reform.basis },
          { term: t.reform.state, value: <ReformTag state={reform.state} lang={lang} /> },
        ]}
      />
      <Faults view={view} lang={lang} />
      {(isOpen || lateIn(view) > 0) && <Ending {...props} />}
      {isOpen && <Receiving view={view} lang={lang} />}
      {reform.state === "applied" && <Moved view={view} lang={lang} />}
      {view.passings.length > 0 && reform.state !== "cancelled" && (
        <p class="quiet">
          {t.reform.download} <a href={paths.reformExport(reform.id, "csv")}>CSV</a> ·{" "}
          <a href={paths.reformExport(reform.id, "xlsx")}>XLSX</a>
        </p>
      )}
      {reform.state === "draft" && <AddPassing {...props} />}
      {isOpen && <Steps view={view} lang={lang} />}
    </Layout>
  )
}

export function titleOf(view: ReformView, lang: "vi" | "en"): string {
  const t = pageWords[lang].reform
  const open = view.foresight?.open.length ?? 0
  switch (view.reform.state) {
    case "draft":
      if (view.passings.length === 0) return t.empty
      if (view.foresight === null) return t.tooMany
      return open > 0
        ? t.draft(formatNumber(open, lang))
        : t.ready(formatNumber(view.foresight.moves.length, lang))
    case "confirmed":
      return open > 0 && view.reform.effectiveOn <= view.today
        ? t.held(formatNumber(open, lang))
        : t.waits(formatDay(view.reform.effectiveOn, lang))
    case "applied":
      if (open > 0) return t.late(formatNumber(open, lang))
      return t.applied(formatNumber(view.done.filter((one) => one.how === "moved").length, lang))
    case "cancelled":
      return t.cancelled
  }
}

/** Duties that came to a body after it had ended. */
const lateIn = ({ reform, foresight }: ReformView) =>
  reform.state === "applied" && foresight !== null ? foresight.open.length + foresight.moves.length : 0

function Faults({ view, lang }: { view: ReformView; lang: "vi" | "en" }) {
  const t = pageWords[lang].reform
  const said = (fault: Fault) =>
    fault.kind === "nobodyEnds" ? t.nobodyEnds : t[fault.kind](nameIn(view, fault.bodyId))
  const all = [...view.faults.map(said), ...(view.foresight === null ? [t.tooMany] : [])]
  if (all.length === 0) return null
  return (
    <Banner tone="soon" title={t.faults}>
      <ul>
        {all.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
    </Banner>
  )
}

/** Who receives how much, the most first, and whether anybody is there to do it. */
function Receiving({ view, lang }: { view: ReformView; lang: "vi" | "en" }) {
  const t = pageWords[lang].reform
  const rows = new Map<string, { id: string; all: number; copies: number }>()
  for (const move of view.foresight?.moves ?? [])
    for (const [place, { afterId }] of move.to.entries()) {
      const row = rows.get(afterId) ?? { id: afterId, all: 0, copies: 0 }
      rows.set(afterId, { ...row, all: row.all + 1, copies: row.copies + (place > 0 ? 1 : 0) })
    }
  if (rows.size === 0) return null
  return (
    <section class="stack">
      <h2>{t.receiving}</h2>
      <DataTable
        caption={t.receivingCaption}
        quietCaption
        columns={[
          { key: "ten", label: t.body, heading: true, cell: (row) => nameIn(view, row.id) },
          { key: "nhan", label: t.takesOver, numeric: true, cell: (row) => formatNumber(row.all, lang) },
          { key: "sao", label: t.copies, numeric: true, cell: (row) => formatNumber(row.copies, lang) },
          {
            key: "nguoi",
            label: t.people,
            cell: (row) => (view.staffed.has(row.id) ? t.hasPeople : t.noPeople),
          },
        ]}
        rows={[...rows.values()].sort((one, other) => other.all - one.all)}
      />
    </section>
  )
}

const movedMax = 500

function Moved({ view, lang }: { view: ReformView; lang: "vi" | "en" }) {
  const t = pageWords[lang].reform
  const rows = view.done.slice(0, movedMax)
  if (rows.length === 0) return null
  return (
    <section class="stack">
      <h2>{t.moved}</h2>
      <DataTable
        caption={t.movedCaption}
        quietCaption
        columns={[
          { key: "viec", label: t.task, heading: true, cell: (row) => row.title },
          { key: "tu", label: t.from, cell: (row) => nameIn(view, row.beforeId) },
          { key: "den", label: t.to, cell: (row) => nameIn(view, row.afterId) },
          { key: "cach", label: t.how, cell: (row) => (row.how === "copied" ? t.hows.copied : t.hows.moved) },
        ]}
        rows={rows}
      />
      {view.done.length > movedMax && (
        <p class="quiet">{t.movedMore(formatNumber(movedMax, lang), formatNumber(view.done.length, lang))}</p>
      )}
    </section>
  )
}

function Steps({ view, lang }: { view: ReformView; lang: "vi" | "en" }) {
  const t = pageWords[lang].reform
  const { id, state } = view.reform
  const isReady = view.faults.length === 0 && view.foresight !== null && view.foresight.open.length === 0
  return (
    <Actions>
      {state === "draft" && isReady && <Button href={paths.confirmation(id)}>{t.confirm}</Button>}
      <Button look="plain" href={paths.cancellation(id)}>
        {t.cancel}
      </Button>
    </Actions>
  )
}
