/** `/chia-se/y-kien`: requests to look again at what the body warned about, and one of them with its decision. */

import { formatDate, formatInstant, formatNumber } from "../../kernel/format.ts"
import { type Failed, StepForm } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Banner, Card, DefinitionList, DueTag, EmptyState, Layout, Tag } from "../../kernel/ui/index.ts"
import { spokenIdentifier } from "../../signals/index.ts"
import type { ContestReading } from "../actions/contesting.ts"
import { contestForms } from "../forms-contest.ts"
import { paths } from "../paths.ts"
import type { ListedContest } from "../store/contests.ts"
import { contestWords } from "../words-contest.ts"
import { Rooms } from "./rooms.tsx"

const shownOf = ({ value, title }: ListedContest) =>
  value === null ? (title ?? "") : spokenIdentifier(value)

export function contestsPage(props: { frame: Frame; contests: readonly ListedContest[]; today: string }) {
  const { frame, contests, today } = props
  const t = contestWords[frame.lang].desk
  const waiting = contests.filter(({ state }) => state === "open").length
  return (
    <Layout {...frame} title={t.title(formatNumber(waiting, frame.lang))} current={paths.sharing}>
      <Rooms lang={frame.lang} here="contests" decides />
      {contests.length === 0 ? (
        <EmptyState title={t.none}>{t.noneHow}</EmptyState>
      ) : (
        <ul class="stack">
          {contests.map((one) => (
            <li>
              <Card title={shownOf(one)} href={paths.contestCase(one.id)}>
                <p>
                  {one.state === "open" ? (
                    <DueTag dueOn={one.dueOn} today={today} />
                  ) : (
                    <Tag tone={one.state === "removed" ? "good" : "calm"}>{t.states[one.state]}</Tag>
                  )}{" "}
                  <span class="quiet">
                    {t.filed} {formatInstant(one.filedAt, frame.lang)}
                  </span>
                </p>
              </Card>
            </li>
          ))}
        </ul>
      )}
    </Layout>
  )
}

export type ContestCaseView = {
  frame: Frame
  contest: ContestReading
  mayDecide: boolean
  rule: string
  failed: Failed<"decide"> | null
  refused: string | null
}

export function contestCasePage({ frame, contest, mayDecide, rule, failed, refused }: ContestCaseView) {
  const t = contestWords[frame.lang]
  const { statement } = contest
  const optional = (term: string, value: string | null) =>
    value === null || value === "" ? [] : [{ term, value }]
  return (
    <Layout
      {...frame}
      title={t.desk.oneTitle(shownOf(contest))}
      current={paths.sharing}
      crumbs={[{ href: paths.contests, label: t.desk.nav }]}
    >
      {refused !== null && <Banner tone="late" isAnswer title={refused} />}
      {contest.state === "open" ? (
        <p>
          {t.follow.due}: {formatDate(contest.dueOn, frame.lang)}.{" "}
          <span class="quiet">{t.follow.dueRule(rule)}</span>
        </p>
      ) : (
        <Banner tone={contest.state === "removed" ? "good" : "calm"} title={t.follow.titles[contest.state]}>
          {contest.reasons}
        </Banner>
      )}
      <Card title={t.desk.said}>
        <p class="said">{statement.said}</p>
        <DefinitionList
          items={[
            { term: t.desk.named, value: statement.named },
            ...optional(t.desk.who, statement.who),
            ...optional(t.desk.contact, statement.contact),
            { term: t.desk.filed, value: formatInstant(contest.filedAt, frame.lang) },
          ]}
        />
      </Card>
      <Card title={t.desk.warned}>
        <DefinitionList
          items={[
            ...optional(t.desk.writtenBy, contest.writtenName),
            ...optional(t.desk.releasedBy, contest.releasedName),
            ...(contest.releasedAt === null
              ? []
              : [{ term: t.desk.releasedAt, value: formatInstant(contest.releasedAt, frame.lang) }]),
            ...optional(t.desk.why, contest.why),
            ...optional(t.desk.decidedBy, contest.decidedName),
          ]}
        />
      </Card>
      {contest.state === "open" && !mayDecide && (
        <Banner tone="calm" title={contest.mayDecide === "yourOwn" ? t.desk.yourOwn : t.desk.noVerb} />
      )}
      {contest.state === "open" && mayDecide && (
        <StepForm
          name="decide"
          form={contestForms.decide}
          action={paths.contestForm(contest.id, contestForms.decide.slug)}
          failed={failed}
          isOpen
        />
      )}
    </Layout>
  )
}
