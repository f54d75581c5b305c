/** Joint actions: the list, proposing one, one with what each body answered. */

import type { TaskOption } from "../../directives/index.ts"
import { formatDate, formatInstant, formatNumber } from "../../kernel/format.ts"
import { type Errors, type Failed, Questions, StepForm } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  Card,
  type Column,
  DataTable,
  DefinitionList,
  DueTag,
  EmptyState,
  Form,
  Layout,
  type ListState,
  Split,
  Stack,
  Tag,
} from "../../kernel/ui/index.ts"
import type { JointReading } from "../actions/joint.ts"
import type { Place } from "../actions/reading.ts"
import { type JointFormName, jointForms, newJoint } from "../forms-joint.ts"
import { paths } from "../paths.ts"
import type { JointListed } from "../store/joint.ts"
import { words } from "../words.ts"
import { jointWords } from "../words-joint.ts"
import { Rooms } from "./rooms.tsx"
import { proposedTask, taskOptions } from "./serving.tsx"

export type JointsView = {
  frame: Frame
  rows: readonly JointListed[]
  total: number
  state: ListState
  today: string
  mayPropose: boolean
  mayDecide: boolean
}

export function jointsPage({ frame, rows, total, state, today, mayPropose, mayDecide }: JointsView) {
  const { lang } = frame
  const t = jointWords[lang]
  const columns: Column<JointListed>[] = [
    {
      key: "viec",
      label: t.columns.title,
      heading: true,
      cell: (row) => <a href={paths.joint(row.id)}>{row.title}</a>,
    },
    { key: "chu-tri", label: t.columns.owner, cell: (row) => row.bodyName },
    {
      key: "han",
      label: t.columns.due,
      cell: (row) => (
        <>
          {formatDate(row.dueOn, lang)} {row.state === "open" && <DueTag dueOn={row.dueOn} today={today} />}
        </>
      ),
    },
    {
      key: "tinh-hinh",
      label: t.columns.state,
      cell: (row) => (
        <>
          <Tag tone={row.state === "done" ? "good" : "calm"}>{t.states[row.state]}</Tag>{" "}
          {t.doneOf(row.done, row.bodies)}
        </>
      ),
    },
  ]
  return (
    <Layout
      {...frame}
      title={total === 0 ? t.none : t.title(formatNumber(total, lang))}
      current={paths.sharing}
      lead={t.lead}
    >
      <Rooms lang={lang} here="joint" decides={mayDecide} />
      {mayPropose && (
        <Actions>
          <Button href={paths.newJoint}>{t.propose}</Button>
        </Actions>
      )}
      {total === 0 ? (
        <EmptyState title={t.none}>{t.noneHint}</EmptyState>
      ) : (
        <DataTable
          caption={t.caption}
          quietCaption
          columns={columns}
          rows={rows}
          state={state}
          total={total}
        />
      )}
    </Layout>
  )
}

export type NewJointView = {
  frame: Frame
  places: readonly Place[]
  tasks: readonly TaskOption[]
  answers: Answers
  errors: Errors
}

export function newJointPage({ frame, places, tasks, answers, errors }: NewJointView) {
  const { lang } = frame
  const t = jointWords[lang]
  return (
    <Layout
      {...frame}
      title={t.propose}
      current={paths.sharing}
      crumbs={crumbs(frame, t.propose)}
      lead={t.lead}
    >
      <div class="measure">
        <Form
          action={paths.newJoint}
          answers={{ assignmentId: proposedTask(tasks), ...answers }}
          errors={errors}
        >
          <Questions
            asks={newJoint.asks}
            options={{ bodies: places, assignmentId: taskOptions(tasks, lang) }}
          />
          <Actions>
            <Button>{newJoint.submit[lang]}</Button>
          </Actions>
        </Form>
      </div>
    </Layout>
  )
}

const crumbs = ({ lang }: Frame, last: string) => [
  { href: paths.sharing, label: words[lang].nav },
  { href: paths.joints, label: jointWords[lang].nav },
  { label: last },
]

export type JointView = {
  frame: Frame
  reading: JointReading
  may: readonly JointFormName[]
  failed: Failed<JointFormName> | null
  refused: string | null
  isDone: boolean
}

export function jointPage(view: JointView) {
  const { frame, reading, may } = view
  const { lang } = frame
  const { row } = reading
  const t = jointWords[lang]
  return (
    <Layout
      {...frame}
      title={row.title}
      current={paths.sharing}
      crumbs={crumbs(frame, t.about)}
      lead={
        <>
          <Tag tone={row.state === "done" ? "good" : "calm"}>{t.states[row.state]}</Tag>{" "}
          {row.state === "open" && <DueTag dueOn={row.dueOn} today={reading.today} />}
        </>
      }
    >
      {view.isDone && <Banner isAnswer tone="good" title={t.done} />}
      {view.refused !== null && <Banner isAnswer tone="soon" title={view.refused} />}
      <Split wide>
        <Stack>
          <About view={view} />
          <Partners view={view} />
        </Stack>
        <Card title={t.next} id="buoc-tiep">
          {may.length === 0 && <p>{t.nothing}</p>}
          {may.map((name) => (
            <StepForm
              name={name}
              form={jointForms[name]}
              action={paths.jointForm(row.id, jointForms[name].slug)}
              failed={view.failed}
              isOpen={name === may[0] && name === "answer"}
              start={
                name === "answer"
                  ? { assignmentId: reading.serving.now?.id ?? proposedTask(reading.serving.tasks) }
                  : {}
              }
              options={{ assignmentId: taskOptions(reading.serving.tasks, lang) }}
            />
          ))}
        </Card>
      </Split>
    </Layout>
  )
}

function About({ view: { frame, reading } }: { view: JointView }) {
  const { lang } = frame
  const { row } = reading
  const t = jointWords[lang]
  const ended = [
    {
      term: t.ended,
      value: `${row.endedName ?? ""}, ${row.endedAt === null ? "" : formatInstant(row.endedAt, lang)}: ${row.outcome ?? ""}`,
    },
  ]
  return (
    <Card title={t.about}>
      <DefinitionList
        items={[
          { term: t.owner, value: row.bodyName },
          { term: t.what, value: <span class="said">{row.what}</span> },
          { term: t.due, value: formatDate(row.dueOn, lang) },
          { term: t.made, value: formatInstant(row.madeAt, lang) },
          ...(row.endedAt === null ? [] : ended),
        ]}
      />
    </Card>
  )
}

function Partners({ view: { frame, reading } }: { view: JointView }) {
  const { lang } = frame
  const t = jointWords[lang]
  return (
    <Card title={reading.isOurs ? t.partners : t.own}>
      <ul class="plain stack">
        {reading.bodies.map((one) => (
          <li>
            <b>{one.name}</b>: {one.answer === null ? t.notYet : t.answers[one.answer]}
            {one.answeredAt !== null && <span class="quiet"> {formatInstant(one.answeredAt, lang)}</span>}
            {one.note !== null && <p class="quiet">{one.note}</p>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
