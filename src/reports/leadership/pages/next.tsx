/** Proposals for the next directive, each with its evidence; a person keeps, edits, adds. */
import { directivePaths } from "../../../directives/index.ts"
import { formatDate } from "../../../kernel/format.ts"
import type { Frame } from "../../../kernel/http/frame.ts"
import {
  Actions,
  Banner,
  Button,
  Card,
  Field,
  type FieldErrors,
  Form,
  Layout,
  Split,
  Stack,
} from "../../../kernel/ui/index.ts"
import { paths } from "../../paths.ts"
import { nameOfPeriod } from "../../period-name.ts"
import type { CitedReport, NextDirective } from "../actions/next.ts"
import { ownRows } from "../domain/next-form.ts"
import type { Proposal } from "../domain/proposals.ts"
import { leadershipPaths } from "../paths.ts"
import { words } from "../words.ts"

export type NextView = {
  frame: Frame
  next: NextDirective
  answers: Readonly<Record<string, string>> | null
  errors: FieldErrors
}

const kinds = ["rose", "late", "recommended", "untold"] as const

export function nextPage({ frame, next, answers, errors }: NextView) {
  const t = words[frame.lang].nextPage
  return (
    <Layout
      {...frame}
      title={t.title}
      current={leadershipPaths.overview}
      crumbs={[{ href: leadershipPaths.overview, label: words[frame.lang].nav }, { label: t.title }]}
      lead={<p class="measure">{t.lead}</p>}
    >
      <Cited frame={frame} next={next} />
      <Form
        action={leadershipPaths.nextFrom(next.period.label)}
        answers={answers ?? givenBy(next)}
        errors={errors}
      >
        <Card title={t.head}>
          <Field kind="textarea" name="subject" rows={2} label={t.subject} maxlength={500} />
          <Field kind="textarea" name="cites" rows={3} label={t.cites} hint={t.citesHint} maxlength={500} />
          <Field
            kind="select"
            name="signerId"
            label={t.signer}
            hint={t.signerHint}
            options={next.signers.map((one) => ({
              value: one.officerId,
              label: `${one.name}, ${one.title}`,
            }))}
          />
        </Card>
        {next.proposals.length === 0 && <p>{t.none}</p>}
        {kinds.map((kind) => (
          <Kind frame={frame} next={next} kind={kind} />
        ))}
        <section class="stack">
          <h2>{t.kinds.own}</h2>
          {ownRows.map((id) => (
            <Card>
              <Asked id={id} frame={frame} optional />
            </Card>
          ))}
        </section>
        <p class="quiet">{t.makeHint}</p>
        <Actions>
          <Button>{t.make}</Button>
        </Actions>
      </Form>
    </Layout>
  )
}

function givenBy(next: NextDirective): Record<string, string> {
  const [signer, ...others] = next.signers
  const given: Record<string, string> = { subject: next.subject, cites: next.cites }
  // Only where nobody else could be meant.
  if (signer !== undefined && others.length === 0) given.signerId = signer.officerId
  for (const one of next.proposals) {
    given[`keep-${one.id}`] = "yes"
    given[`to-${one.id}`] = one.to
    given[`text-${one.id}`] = one.text
    given[`by-${one.id}`] = one.dueOn ?? ""
  }
  return given
}

/** Which report it stands on, and which others it could. */
function Cited({ frame, next }: { frame: Frame; next: NextDirective }) {
  const { lang } = frame
  const t = words[lang].nextPage
  const period = nameOfPeriod(next.period, lang)
  const others = next.reports.filter((one) => one.period !== next.period.label)
  return (
    <Banner
      tone={next.report === null ? "soon" : "good"}
      title={next.report === null ? t.noReport(period) : t.fromReport(shownNumber(next.report), period)}
    >
      <p>
        {next.report === null ? (
          <a href={paths.report(next.period.label)}>{t.toReport}</a>
        ) : (
          <a href={leadershipPaths.issued(next.report.lockId)}>
            {t.openReport(formatDate(next.report.datedOn, lang), next.report.issuer)}
          </a>
        )}
      </p>
      {others.length > 0 && (
        <p>
          {t.otherReports}{" "}
          {others.map((one, i) => (
            <>
              {i > 0 && " · "}
              <a href={leadershipPaths.nextFrom(one.period)}>{shownNumber(one)}</a>
            </>
          ))}
        </p>
      )}
    </Banner>
  )
}

const shownNumber = ({ number, symbol }: CitedReport) => `${String(number).padStart(2, "0")}/${symbol}`

function Kind({ frame, next, kind }: { frame: Frame; next: NextDirective; kind: (typeof kinds)[number] }) {
  const t = words[frame.lang].nextPage
  const proposals = next.proposals.filter(({ about }) => about === kind)
  if (proposals.length === 0) return null
  return (
    <section class="stack">
      <h2>{t.kinds[kind]}</h2>
      {proposals.map((one) => (
        <Card>
          <p class="quiet">
            {t.why}: {one.why} <Evidence frame={frame} next={next} proposal={one} />
          </p>
          <Field
            kind="checkbox"
            name={`keep-${one.id}`}
            label={t.keepOrDrop}
            options={[{ value: "yes", label: t.keep }]}
          />
          <Asked id={one.id} frame={frame} hint={one.bodies === 0 ? t.reachesNone : t.reaches(one.bodies)} />
        </Card>
      ))}
    </section>
  )
}

function Asked({
  id,
  frame,
  hint,
  optional = false,
}: {
  id: string
  frame: Frame
  hint?: string
  optional?: boolean
}) {
  const t = words[frame.lang].nextPage
  return (
    <Split wide>
      <Field
        kind="textarea"
        name={`text-${id}`}
        rows={4}
        label={t.text}
        maxlength={3000}
        optional={optional}
      />
      <Stack>
        <Field
          kind="text"
          name={`to-${id}`}
          label={t.heading}
          {...(hint === undefined ? {} : { hint })}
          maxlength={300}
          optional={optional}
        />
        <Field kind="date" name={`by-${id}`} label={t.due} optional />
      </Stack>
    </Split>
  )
}

/** Down to what the sentence was computed from. */
function Evidence({ frame, next, proposal }: { frame: Frame; next: NextDirective; proposal: Proposal }) {
  const t = words[frame.lang].nextPage.evidence
  const { about, key } = proposal
  const href =
    about === "rose" && key !== undefined
      ? leadershipPaths.records({ type: key, period: next.period.label })
      : about === "late" && next.directiveId !== null
        ? directivePaths.directive(next.directiveId)
        : about === "recommended" && next.report !== null
          ? leadershipPaths.issued(next.report.lockId)
          : about === "untold"
            ? paths.period(next.period.label)
            : null
  return href === null || about === "own" ? null : <a href={href}>{t[about]}</a>
}
