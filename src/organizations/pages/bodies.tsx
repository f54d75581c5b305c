/** Every body of the province, those that exist first. */
import { formatDate, formatNumber } from "../../kernel/format.ts"
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
} from "../../kernel/ui/index.ts"
import type { ChartBody } from "../domain/chart.ts"
import { bodyKinds, standings } from "../domain/directory.ts"
import { paths } from "../paths.ts"
import { pageWords } from "../words-pages.ts"
import { BodyLink, type Section, Sections, StandingTag, validityOf } from "./parts.tsx"

export type BodiesView = {
  frame: Frame
  rows: readonly ChartBody[]
  matching: number
  living: number
  today: string
  state: ListState
  sections: readonly Section[]
}

export function bodiesPage(view: BodiesView) {
  const { lang } = view.frame
  const t = pageWords[lang]
  return (
    <Layout
      {...view.frame}
      title={t.bodies.title(formatNumber(view.living, lang))}
      current={paths.bodies}
      lead={t.bodies.lead(formatDate(view.today, lang))}
    >
      <Sections lang={lang} current="bodies" sections={view.sections} />
      {view.sections.includes("reforms") && (
        <Actions>
          <Button look="second" href={paths.newBody}>
            {t.newBody.title}
          </Button>
        </Actions>
      )}
      <DataTable
        caption={t.bodies.caption}
        quietCaption
        columns={columnsOf(view)}
        rows={view.rows}
        state={view.state}
        total={view.matching}
        filters={<Filters view={view} />}
        exports={(["csv", "xlsx"] as const).map((format) => ({
          label: format.toUpperCase(),
          path: paths.bodiesExport(format),
        }))}
        empty={<EmptyState title={t.bodies.empty}>{t.bodies.emptyHint}</EmptyState>}
      />
    </Layout>
  )
}

function Filters({ view }: { view: BodiesView }) {
  const t = pageWords[view.frame.lang]
  return (
    <>
      <Field kind="search" name="q" label={t.bodies.search} hint={t.bodies.searchHint} />
      <Field
        kind="select"
        name="loai"
        label={t.bodies.kind}
        empty={t.bodies.anyKind}
        options={bodyKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
      />
      <Field
        kind="select"
        name="tt"
        label={t.bodies.standing}
        empty={t.standings.now}
        options={standings
          .filter((one) => one !== "now")
          .map((one) => ({ value: one, label: t.standings[one] }))}
      />
    </>
  )
}

function columnsOf({ frame: { lang }, today }: BodiesView): Column<ChartBody>[] {
  const t = pageWords[lang]
  return [
    {
      key: "ten",
      label: t.bodies.name,
      heading: true,
      sortable: true,
      cell: (body) => <BodyLink body={body} />,
    },
    { key: "loai", label: t.bodies.kind, sortable: true, cell: (body) => t.kinds[body.kind] },
    {
      key: "tt",
      label: t.bodies.standing,
      cell: (body) => <StandingTag body={body} day={today} lang={lang} />,
    },
    { key: "tu", label: t.bodies.validity, cell: (body) => validityOf(body, lang) },
  ]
}
