/** A round of a body: opened, people invited by a list that is looked at first, who has learnt, their links to print. */
import {
  directivePaths,
  hasTask,
  namingWords,
  taskChosen,
  taskNamed,
  taskOptions,
} from "../../directives/index.ts"
import { formatDate, formatDay } from "../../kernel/format.ts"
import { type Errors, type Failed, Questions, StepForm } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { localDateOf } from "../../kernel/time.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  Card,
  type Column,
  DataTable,
  DefinitionList,
  EmptyState,
  Form,
  Layout,
  type Option,
  Qr,
  Upload,
} from "../../kernel/ui/index.ts"
import type { RoundReading } from "../actions/inviting.ts"
import type { ReadList } from "../domain/list.ts"
import { inviteForm, newRound, removeForm, serveForm } from "../forms.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"

export function newRoundPage(props: {
  frame: Frame
  courses: readonly Option[]
  answers: Answers
  errors: Errors
}) {
  const { frame, courses, answers, errors } = props
  const { lang } = frame
  const t = words[lang].rounds
  return (
    <Layout
      {...frame}
      title={t.open}
      current={paths.awareness}
      crumbs={crumbs(frame, t.open)}
      lead={words[lang].lead}
    >
      {courses.length === 0 ? (
        <EmptyState title={t.noneOpen} />
      ) : (
        <div class="measure">
          <Form action={paths.newRound} answers={answers} errors={errors}>
            <Questions asks={newRound.asks} options={{ course: courses }} />
            <Actions>
              <Button>{newRound.submit[lang]}</Button>
            </Actions>
          </Form>
        </div>
      )}
    </Layout>
  )
}

const crumbs = ({ lang }: Frame, last: string) => [
  { href: paths.awareness, label: words[lang].nav },
  { label: last },
]

export type Row = RoundReading["learners"][number]
export type RoundView = {
  frame: Frame
  reading: RoundReading
  mayInvite: boolean
  listBytesMax: number
  answers?: Answers
  errors?: Errors
  said?: string | null
  failed?: Failed | null
}

export function roundPage(view: RoundView) {
  const { frame, reading } = view
  const { lang } = frame
  const { round: t, rounds, count } = words[lang]
  const { round, learners, courseName } = reading
  const passed = learners.filter(({ passedOn }) => passedOn !== null).length
  return (
    <Layout
      {...frame}
      url={paths.round(round.id)}
      title={`${round.title}: ${learners.length === 0 ? t.empty : t.title(count(passed), count(learners.length))}`}
      current={paths.awareness}
      crumbs={crumbs(frame, round.title)}
      scripts={["upload.js"]}
    >
      {view.said != null && <Banner isAnswer tone="good" title={view.said} />}
      <DefinitionList
        items={[
          { term: rounds.course, value: courseName[lang] },
          { term: rounds.closes, value: formatDate(round.closesOn, lang) },
          { term: rounds.opened, value: count(learners.filter(({ openedAt }) => openedAt !== null).length) },
          {
            term: rounds.signed,
            value: count(
              learners.filter(({ committedUntil }) => (committedUntil ?? "") >= reading.today).length,
            ),
          },
        ]}
      />
      {reading.serving.now !== null && (
        <p>
          {namingWords.serves[lang]}{" "}
          <a href={directivePaths.assignment(reading.serving.now.id)}>{taskNamed(reading.serving.now)}</a>
        </p>
      )}
      {learners.length > 0 && (
        <>
          <Actions>
            <Button href={paths.links(round.id)}>{t.links}</Button>
            <Button look="second" href={paths.roundFile(round.id)}>
              {t.file2}
            </Button>
          </Actions>
          <DataTable caption={t.caption} columns={columnsOf(view)} rows={learners} />
        </>
      )}
      {view.mayInvite && round.closesOn >= reading.today && <InviteForm {...view} />}
      {view.mayInvite && hasTask(reading.serving) && (
        <StepForm
          name="serve"
          form={serveForm}
          action={paths.serveTask(round.id)}
          failed={view.failed ?? null}
          start={taskChosen(reading.serving)}
          options={{ assignmentId: taskOptions(reading.serving, lang) }}
        />
      )}
      {view.mayInvite && learners.length > 0 && (
        <StepForm
          name="remove"
          form={removeForm}
          action={paths.remove(round.id)}
          failed={view.failed ?? null}
          options={{
            learner: learners.map(({ id, name, place }) => ({
              value: id,
              label: [name, place ?? ""].join(" ").trim(),
            })),
          }}
        />
      )}
    </Layout>
  )
}

function columnsOf({ frame: { lang } }: RoundView): Column<Row>[] {
  const { round: t, count } = words[lang]
  const dayOr = (on: string | null) => (on === null ? t.notYet : formatDay(on, lang))
  return [
    { key: "ten", label: t.columns.name, heading: true, cell: (row) => row.name },
    { key: "noi", label: t.columns.place, cell: (row) => row.place ?? "" },
    {
      key: "mo",
      label: t.columns.opened,
      cell: (row) => dayOr(row.openedAt === null ? null : localDateOf(new Date(row.openedAt))),
    },
    { key: "lan", label: t.columns.tries, numeric: true, cell: (row) => count(row.tries) },
    {
      key: "diem",
      label: t.columns.best,
      numeric: true,
      cell: (row) =>
        row.best === null || row.asked === null ? "" : `${count(row.best)}/${count(row.asked)}`,
    },
    { key: "dat", label: t.columns.passed, cell: (row) => dayOr(row.passedOn) },
    { key: "ky", label: t.columns.signed, cell: (row) => dayOr(row.committedUntil) },
  ]
}

function InviteForm({ frame: { lang }, reading, listBytesMax, answers = {}, errors = {} }: RoundView) {
  const t = words[lang].round
  return (
    <Card title={t.more}>
      <Form action={paths.invite(reading.round.id)} multipart answers={answers} errors={errors}>
        <Questions asks={inviteForm.asks} />
        <Upload name="file" label={t.file} bytesMax={listBytesMax} accept=".xlsx,.csv,.txt" optional />
        <Actions>
          <Button>{t.preview}</Button>
        </Actions>
      </Form>
    </Card>
  )
}

/** Nothing is written yet: what will be, what was refused and why; both ways on carry what was typed. */
export function previewPage(props: {
  frame: Frame
  reading: RoundReading
  list: string
  read: ReadList
  refused: string | null
}) {
  const { frame, reading, list, read, refused } = props
  const { lang } = frame
  const { round: t, count } = words[lang]
  const n = count(read.taken.length)
  const carried = read.taken.map(({ name, place }) => `${name}\t${place ?? ""}`).join("\n")
  return (
    <Layout
      {...frame}
      url={paths.round(reading.round.id)}
      title={read.taken.length === 0 ? t.previewNone : t.previewTitle(n)}
      current={paths.awareness}
      crumbs={[...crumbs(frame, reading.round.title)]}
    >
      {refused !== null && <Banner isAnswer tone="soon" title={refused} />}
      {read.isTooLong && <Banner tone="soon" title={t.tooLong} />}
      {read.refused.length > 0 && (
        <Card title={t.refused}>
          <ul class="stack">
            {read.refused.slice(0, 100).map(({ line, text, fault }) => (
              <li>
                {t.line(count(line))}: <b>{text}</b>: {t.faults[fault]}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {read.taken.length > 0 && (
        <Card title={t.taken}>
          <DataTable
            caption={t.taken}
            quietCaption
            columns={[
              { key: "ten", label: t.columns.name, heading: true, cell: (row) => row.name },
              { key: "noi", label: t.columns.place, cell: (row) => row.place ?? "" },
            ]}
            rows={read.taken}
          />
          <Form action={paths.invite(reading.round.id)} hidden={{ list: carried, confirmed: "yes" }}>
            <Actions>
              <Button>{t.invite(n)}</Button>
            </Actions>
          </Form>
        </Card>
      )}
      <details class="more" open={read.taken.length === 0}>
        <summary>{t.again}</summary>
        <Form action={paths.invite(reading.round.id)} id="sua" answers={{ list }}>
          <Questions asks={inviteForm.asks} />
          <Actions>
            <Button look="second">{t.preview}</Button>
          </Actions>
        </Form>
      </details>
    </Layout>
  )
}

export type Link = { name: string; place: string | null; href: string; shown: string }

/** A page to print and cut, or to copy the messages from. */
export function linksPage({
  frame,
  reading,
  links,
  next,
}: {
  frame: Frame
  reading: RoundReading
  links: readonly Link[]
  /** The place in the list from which the next page begins. */
  next: number | null
}) {
  const { lang } = frame
  const t = words[lang].round
  return (
    <Layout
      {...frame}
      title={t.links}
      lead={t.linksLead}
      current={paths.awareness}
      noReferrer
      crumbs={[
        { href: paths.awareness, label: words[lang].nav },
        { href: paths.round(reading.round.id), label: reading.round.title },
        { label: t.links },
      ]}
    >
      <div class="cards">
        {links.map((one) => (
          <section class="card stack">
            <h2>{one.name}</h2>
            {one.place !== null && <p class="quiet">{one.place}</p>}
            <Qr text={one.shown} label={one.name} side={148} />
            <p class="said">{t.message(one.name, one.shown)}</p>
            <p>
              <a href={one.href}>{reading.round.title}</a>
            </p>
          </section>
        ))}
      </div>
      {next !== null && (
        <Actions>
          <Button href={`${paths.links(reading.round.id)}?tu=${next}`}>
            {t.moreLinks(words[lang].count(reading.learners.length - next))}
          </Button>
        </Actions>
      )}
    </Layout>
  )
}
