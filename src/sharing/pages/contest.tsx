/** `/y-kien`: the form for who was warned about by mistake, its receipt, what became of it, and the figures of all. */

import { formatDate, formatInstant, formatNumber } from "../../kernel/format.ts"
import { Questions } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  type AskedCode,
  Button,
  CodeForm,
  CodeReceipt,
  DefinitionList,
  EmptyState,
  type FieldErrors,
  Form,
  Layout,
} from "../../kernel/ui/index.ts"
import type { FollowedContest } from "../actions/contesting.ts"
import { contestForm } from "../forms-contest.ts"
import { paths } from "../paths.ts"
import type { ContestFigures } from "../store/contests.ts"
import { contestWords } from "../words-contest.ts"

export type ContestFormView = { frame: Frame; once: string; answers?: Answers; errors?: FieldErrors }

export function contestPage({ frame, once, answers = {}, errors = {} }: ContestFormView) {
  const t = contestWords[frame.lang].ask
  return (
    <Layout {...frame} url={paths.contest} audience="public" noReferrer title={t.title} lead={t.lead}>
      <div class="measure stack">
        <Form action={paths.contest} once={once} autocomplete="off" answers={answers} errors={errors}>
          <Questions asks={contestForm.asks} />
          <p class="quiet">{t.sealed}</p>
          <Actions>
            <Button>{t.send}</Button>
          </Actions>
        </Form>
        <p>
          <a href={paths.followContest}>{t.follow}</a>
        </p>
        <p>
          <a href={paths.contestFigures}>{t.figures}</a>
        </p>
        <p>
          <a href={paths.check}>{t.check}</a>
        </p>
      </div>
    </Layout>
  )
}

export function contestReceiptPage({ frame, code }: { frame: Frame; code: string }) {
  const t = contestWords[frame.lang].receipt
  return (
    <Layout
      {...frame}
      url={paths.followContest}
      again={{ code }}
      audience="public"
      noReferrer
      title={t.title}
      lead={t.lead}
    >
      <CodeReceipt action={paths.followContest} code={code} said={t} />
    </Layout>
  )
}

export function askContestCodePage({ frame, ...asked }: { frame: Frame } & AskedCode) {
  const t = contestWords[frame.lang].follow
  return (
    <Layout {...frame} url={paths.followContest} audience="public" noReferrer title={t.title}>
      <CodeForm action={paths.followContest} said={t} {...asked} />
    </Layout>
  )
}

type FollowView = { frame: Frame; code: string; contests: readonly FollowedContest[]; rule: string }

export function followContestPage({ frame, code, contests, rule }: FollowView) {
  const t = contestWords[frame.lang].follow
  const [first] = contests
  return (
    <Layout
      {...frame}
      url={paths.followContest}
      again={{ code }}
      audience="public"
      noReferrer
      title={first === undefined ? t.title : titleOf(first, frame)}
    >
      {contests.map((one) => (
        <section class="stack measure">
          {contests.length > 1 && <h2>{titleOf(one, frame)}</h2>}
          <p>{{ open: t.openWhat, kept: t.keptWhat, removed: t.removedWhat }[one.state]}</p>
          {one.reasons !== null && (
            <>
              <h2>{t.reasons}</h2>
              <p class="said">{one.reasons}</p>
            </>
          )}
          <DefinitionList
            items={[
              { term: t.about, value: one.named },
              { term: t.body, value: one.bodyName },
              { term: t.filed, value: formatInstant(one.filedAt, frame.lang) },
              ...(one.decidedAt === null
                ? [
                    {
                      term: t.due,
                      value: (
                        <>
                          {formatDate(one.dueOn, frame.lang)} <span class="quiet">{t.dueRule(rule)}</span>
                        </>
                      ),
                    },
                  ]
                : [{ term: t.decided, value: formatInstant(one.decidedAt, frame.lang) }]),
              { term: t.code, value: <span class="code small">{code}</span> },
            ]}
          />
        </section>
      ))}
    </Layout>
  )
}

function titleOf({ state, dueOn }: FollowedContest, { lang }: Frame): string {
  const t = contestWords[lang].follow.titles
  return state === "open" ? t.open(formatDate(dueOn, lang)) : t[state]
}

export function contestFiguresPage({ frame, figures }: { frame: Frame; figures: ContestFigures | null }) {
  const t = contestWords[frame.lang].figures
  const shown = (value: number | null) => (value === null ? t.held : formatNumber(value, frame.lang))
  return (
    <Layout
      {...frame}
      audience="public"
      title={t.title}
      lead={t.lead}
      crumbs={[{ href: paths.contest, label: contestWords[frame.lang].ask.send }]}
    >
      {figures === null ? (
        <EmptyState title={t.none}>{t.noneHow}</EmptyState>
      ) : (
        <DefinitionList
          items={[
            { term: t.filed, value: shown(figures.filed) },
            { term: t.waiting, value: shown(figures.waiting) },
            { term: t.kept, value: shown(figures.kept) },
            { term: t.removed, value: shown(figures.removed) },
            {
              term: t.median,
              value:
                figures.medianDays === null
                  ? t.held
                  : t.days(formatNumber(Number(figures.medianDays), frame.lang)),
            },
          ]}
        />
      )}
    </Layout>
  )
}
