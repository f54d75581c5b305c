/** The list of checks: a body's plan, and what was sent to it. */
import { formatDate, formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  Banner,
  Button,
  Card,
  type Column,
  DataTable,
  EmptyState,
  Field,
  Form,
  Layout,
  type ListState,
  Tag,
} from "../../kernel/ui/index.ts"
import { codeOf } from "../domain/code.ts"
import { states } from "../domain/life.ts"
import { paths } from "../paths.ts"
import type { InspectionListed } from "../store/inspections.ts"
import type { Invitation } from "../store/joint.ts"
import { words } from "../words.ts"
import { jointWords } from "../words-joint.ts"
import { pageWords } from "../words-page.ts"
import { planWords } from "../words-plan.ts"
import { StateTag } from "./state-tag.tsx"

export type ChecksView = {
  frame: Frame
  rows: readonly InspectionListed[]
  total: number
  state: ListState
  ownBodyId: string
  mayPlan: boolean
  /** Plans that the provincial inspectorate was not shown yet. */
  toSend: number
  sent: number | null
  refused: string | null
  /** Other bodies ask this one to go along. */
  invitations: readonly Invitation[]
}

export function checksPage(view: ChecksView) {
  const { frame, rows, total, state, ownBodyId, mayPlan, toSend } = view
  const { lang } = frame
  const t = pageWords[lang]
  const plans = planWords[lang]
  const isEmpty = total === 0 && !state.isFiltered
  return (
    <Layout
      {...frame}
      title={isEmpty ? t.none : t.title(formatNumber(total, lang))}
      current={paths.inspections}
      lead={t.lead}
    >
      {view.sent !== null && (
        <Banner isAnswer tone="good" title={plans.sent(formatNumber(view.sent, lang))} />
      )}
      {view.refused !== null && <Banner isAnswer tone="soon" title={view.refused} />}
      <Actions>
        {mayPlan && <Button href={paths.newInspection}>{t.plan}</Button>}
        <Button href={paths.subjects} look="second">
          {t.subjects}
        </Button>
      </Actions>
      {view.invitations.length > 0 && (
        <Card title={jointWords[lang].waiting} id="loi-moi">
          <ul class="plain stack">
            {view.invitations.map((one) => (
              <li>
                <a href={paths.invitation(one.id)}>
                  {jointWords[lang].invitationOf(one.bodyName, one.subject)}
                </a>{" "}
                <span class="quiet">{formatDate(one.plannedOn, lang)}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {toSend > 0 && (
        <Form action={paths.sentPlans} id="gui">
          <p class="quiet">{plans.sendHint}</p>
          <Actions>
            <Button look="second">{plans.send(formatNumber(toSend, lang))}</Button>
          </Actions>
        </Form>
      )}
      {isEmpty ? (
        <EmptyState title={t.none}>{t.noneHint}</EmptyState>
      ) : (
        <DataTable
          caption={t.caption}
          quietCaption
          columns={columnsOf(lang, ownBodyId)}
          rows={rows}
          state={state}
          total={total}
          filters={
            <>
              <Field kind="search" name="q" label={t.filters.text} optional />
              <Field
                kind="select"
                name="tt"
                label={t.filters.state}
                empty={t.open}
                options={[
                  { value: "all", label: t.all },
                  ...states.map((value) => ({ value, label: words[lang].states[value] })),
                ]}
              />
              <Field
                kind="text"
                name="nam"
                label={t.filters.year}
                width="short"
                inputmode="numeric"
                maxlength={4}
              />
            </>
          }
        />
      )}
    </Layout>
  )
}

export function columnsOf(lang: Frame["lang"], ownBodyId: string): Column<InspectionListed>[] {
  const t = pageWords[lang]
  return [
    {
      key: "cuoc",
      label: t.columns.code,
      heading: true,
      cell: (row) => <a href={paths.inspection(row.id)}>{codeOf(row)}</a>,
    },
    {
      key: "doi-tuong",
      label: t.columns.subject,
      cell: (row) => (
        <>
          {row.subject}
          {row.commune !== null && <span class="quiet"> {row.commune}</span>}
        </>
      ),
    },
    {
      key: "quyen",
      label: t.columns.power,
      cell: (row) => (
        <>
          {words[lang].powers[row.power]}
          {row.bodyId !== ownBodyId && <span class="quiet"> {row.bodyName}</span>}
        </>
      ),
    },
    {
      key: "ngay",
      label: t.columns.on,
      cell: (row) => formatDate(row.announcedOn ?? row.plannedOn, lang),
    },
    {
      key: "tinh-hinh",
      label: t.columns.state,
      cell: (row) => (
        <>
          <StateTag state={row.state} lang={lang} />{" "}
          {row.overrideReason !== null && <Tag tone="soon">{t.passedBy}</Tag>}
        </>
      ),
    },
  ]
}
