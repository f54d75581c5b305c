/** `/de-xuat/:id`: one proposal, what it rests on, what others said, what became of it, and what may be done next. */
import { directivePaths, namingWords, taskChosen, taskNamed, taskOptions } from "../../directives/index.ts"
import { formatDate, formatInstant } from "../../kernel/format.ts"
import { type Failed, StepForm } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { addDays } from "../../kernel/time.ts"
import {
  type Answers,
  Banner,
  Card,
  DefinitionList,
  Layout,
  type Option,
  Split,
  Stack,
  Tag,
} from "../../kernel/ui/index.ts"
import { documentWords, letterPaths, shownNumber } from "../../letters/index.ts"
import type { ProposalReading } from "../actions/reading.ts"
import type { FigureBook } from "../figure-book.ts"
import { type ProposalFormName, proposalForms } from "../forms.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { addresseeOptions, StateTag } from "./list.tsx"
import { Figures, Options } from "./matter.tsx"
import { Opinions } from "./opinions.tsx"

export type ProposalView = {
  frame: Frame
  reading: ProposalReading
  book: FigureBook
  may: readonly ProposalFormName[]
  failed: Failed<ProposalFormName> | null
  refused: string | null
  isDone: boolean
}
type Part = { view: ProposalView }

export function proposalPage(view: ProposalView) {
  const { frame, reading, book } = view
  const { lang } = frame
  const { proposal, isOurs } = reading
  const t = words[lang]
  return (
    <Layout
      {...frame}
      title={proposal.title}
      lead={<StateTag state={proposal.state} lang={lang} />}
      current={paths.proposals}
      crumbs={[{ href: paths.proposals, label: t.nav }, { label: proposal.title }]}
    >
      {view.isDone && <Banner isAnswer tone="good" title={t.one.done} />}
      {view.refused !== null && <Banner isAnswer tone="soon" title={view.refused} />}
      {!isOurs && <Banner tone="calm" title={t.one.readOnly(proposal.bodyName)} />}
      <Split wide>
        <Stack>
          <Outcome view={view} />
          <Matter view={view} />
          <Card title={t.one.figures}>
            <Figures lang={lang} book={book} kept={reading.snapshots} now={reading.now} />
            {reading.snapshots.length > 0 && <p class="quiet">{t.one.figuresNote}</p>}
          </Card>
          <Card title={t.one.options}>
            <Options options={reading.options} lang={lang} />
          </Card>
          {isOurs && <Opinions reading={reading} lang={lang} />}
          <Followed view={view} />
          <History view={view} />
        </Stack>
        <Next view={view} />
      </Split>
    </Layout>
  )
}

function Outcome({ view: { frame, reading } }: Part) {
  const { lang } = frame
  const t = words[lang]
  if (reading.decisions.length === 0) return null
  return (
    <Card title={t.one.decision}>
      {reading.decisions.map((one) => (
        <section class="stack">
          <p>
            <b>{t.outcomes[one.outcome]}</b>, {t.one.decidedAs(one.number, formatDate(one.decidedOn, lang))}
          </p>
          {one.note !== null && <p class="said">{one.note}</p>}
          <p class="quiet">
            {t.one.notedBy(one.notedName, one.notedBody)}, {formatInstant(one.notedAt, lang)}
          </p>
        </section>
      ))}
    </Card>
  )
}

function Matter({ view: { frame, reading, book } }: Part) {
  const { lang } = frame
  const { proposal: one } = reading
  const t = words[lang].one
  const submitted =
    one.submittedOn === null
      ? []
      : [
          {
            term: t.submitted,
            value: t.submittedAs(one.submittedNumber ?? "", formatDate(one.submittedOn, lang)),
          },
        ]
  const from =
    one.fromReport === null
      ? []
      : [{ term: t.from, value: words[lang].fromReport(book.periodNamed(one.fromReport, lang)) }]
  return (
    <Card title={t.problem}>
      <p class="said">{one.problem}</p>
      <DefinitionList
        items={[
          { term: t.to, value: one.toName },
          ...submitted,
          ...from,
          ...(one.unaskedReason === null ? [] : [{ term: t.unasked, value: one.unaskedReason }]),
          { term: t.keeper, value: `${one.keeperName}, ${one.bodyName}` },
          { term: t.made, value: `${one.madeName}, ${formatInstant(one.madeAt, lang)}` },
        ]}
      />
    </Card>
  )
}

function History({ view: { frame, reading } }: Part) {
  const { lang } = frame
  const t = words[lang]
  const events: Readonly<Record<string, string>> = t.events
  if (reading.history.length === 0) return null
  return (
    <Card title={t.one.history}>
      <ol class="stack">
        {reading.history.map((one) => (
          <li>
            {formatInstant(one.at, lang)}: {events[one.what] ?? one.what}{" "}
            <span class="quiet">{one.byName}</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Followed({ view: { frame, reading } }: Part) {
  const { lang } = frame
  const t = words[lang].one
  const { papers, letters } = reading.followed
  return (
    <>
      {papers.length > 0 && (
        <Card title={t.papers}>
          <ul>
            {papers.map((one) => (
              <li>
                <a href={letterPaths.document(one.id)}>
                  {one.number === null ? t.unnumbered : shownNumber(one.number, one.symbol)}
                </a>{" "}
                <Tag tone="calm">{documentWords[lang].states[one.state]}</Tag>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {letters.length + (reading.tasks?.given ?? 0) > 0 && (
        <Card title={t.letters}>
          {reading.tasks !== null && reading.tasks.given > 0 && (
            <p>{t.tasksBehind(reading.tasks.given, reading.tasks.done, reading.tasks.overdue)}</p>
          )}
          <ul>
            {letters.map((one) => (
              <li>
                <a href={directivePaths.directive(one.id)}>{one.subject}</a>{" "}
                <span class="quiet">
                  {t.letterNamed(
                    [one.number, one.symbol].filter(Boolean).join("/"),
                    formatDate(one.datedOn ?? one.issuedOn, lang),
                    one.issuerName,
                  )}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

const daysToAnswer = 10
const daysForTasks = 30

function Next({ view }: Part) {
  const { frame, reading, may, failed } = view
  const { lang } = frame
  const t = words[lang].one
  const { proposal, serving, today } = reading
  const start: Partial<Record<ProposalFormName, Answers>> = {
    consult: { dueOn: addDays(today, daysToAnswer) },
    submit: paperStart(reading),
    paper: { kind: proposal.toBodyId === null ? "letter" : "submission" },
    rewrite: {
      title: proposal.title,
      problem: proposal.problem,
      toBody: proposal.toBodyId ?? "bo",
      ministry: proposal.toBodyId === null ? proposal.toName : "",
    },
    serve: taskChosen(serving),
    give: {
      tasks: reading.options.find(({ isProposed }) => isProposed)?.title ?? proposal.title,
      dueOn: addDays(today, daysForTasks),
    },
  }
  return (
    <Card title={t.next} id="buoc-tiep">
      {serving.now !== null && (
        <p>
          {namingWords.serves[lang]}{" "}
          <a href={directivePaths.assignment(serving.now.id)}>{taskNamed(serving.now)}</a>
        </p>
      )}
      {may.length === 0 && <p>{t.nothing}</p>}
      {may.map((name) => (
        <StepForm
          name={name}
          form={proposalForms[name]}
          action={paths.proposalForm(proposal.id, proposalForms[name].slug)}
          failed={failed}
          isOpen={name === may[0]}
          start={start[name] ?? {}}
          options={optionsOf(view)}
        />
      ))}
    </Card>
  )
}

/** Number and day of the paper that went the way of outgoing documents. */
function paperStart({ followed, today }: ProposalReading): Answers {
  const out = followed.papers.find(({ number }) => number !== null)
  if (out === undefined || out.number === null) return { on: today }
  return { number: shownNumber(out.number, out.symbol), on: out.datedOn ?? today }
}

/** Answers that the record gives to its forms. */
function optionsOf({ frame: { lang }, reading, book }: ProposalView): Record<string, Option[]> {
  const names = new Map(book.figures(lang).map(({ id, name }) => [id, name]))
  const asked = new Set(reading.requests.filter(({ state }) => state === "asked").map((one) => one.toBodyId))
  return {
    bodies: reading.bodies
      .filter(({ id }) => !asked.has(id))
      .map(({ id, name }) => ({ value: id, label: name })),
    period: book.periods(reading.today, lang).map(({ label, name }) => ({ value: label, label: name })),
    figures: book.figures(lang).map(({ id, name }) => ({ value: id, label: `${id} ${name}` })),
    snapshotId: reading.snapshots.map((one) => ({
      value: one.id,
      label: `${names.get(one.figure) ?? one.figure}, ${words[lang].one.keptOn(formatDate(one.takenOn, lang))}`,
    })),
    optionId: reading.options.map(({ id, title }) => ({ value: id, label: title })),
    requestId: reading.requests
      .filter(({ state }) => state === "answered")
      .map(({ id, toBodyName, taken }) => ({
        value: id,
        label: taken === null ? toBodyName : `${toBodyName} (${words[lang].takings[taken]})`,
      })),
    signerId: reading.signers.map(({ id, name }) => ({ value: id, label: name })),
    directiveId: reading.letters.map(({ id, label }) => ({ value: id, label })),
    toBody: addresseeOptions(reading.addressees, lang),
    assignmentId: taskOptions(reading.serving, lang),
  }
}
