/** The page of one task: where it stands, the words of the letter, why it is due when it is, and what may be done now. */
import type { Child } from "hono/jsx"
import { formatBytes, formatDate, formatNumber, formatPercent } from "../../kernel/format.ts"
import {
  Banner,
  Card,
  type Definition,
  DefinitionList,
  DueTag,
  Layout,
  Letter,
  Split,
  Stack,
  Steps,
  Tag,
  Timeline,
  type TimelineItem,
} from "../../kernel/ui/index.ts"
import { nameOf } from "../domain/naming.ts"
import { isClosed, roadOf } from "../domain/progress.ts"
import { shortened } from "../domain/shortened.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { taskWords } from "../words-task.ts"
import { Paragraphs } from "./paragraphs.tsx"
import { Served } from "./served.tsx"
import { StateTag } from "./state-tag.tsx"
import { DeadlineCard } from "./task-deadline.tsx"
import { NextSteps } from "./task-next.tsx"
import { Comments, SubTasks } from "./task-sharing.tsx"
import type { TaskView } from "./task-view.ts"

export function taskPage(view: TaskView) {
  const { frame, reading, changed, refused } = view
  const { assignment, task } = reading
  const t = taskWords[frame.lang]
  const isOwn = view.sides.includes("body")
  const place = task.path === "" ? "" : `${task.path} `
  return (
    <Layout
      {...frame}
      title={shortened(`${place}${task.text}`)}
      current={isOwn ? paths.work : paths.directives}
      crumbs={[
        isOwn
          ? { href: paths.work, label: words[frame.lang].nav.work }
          : { href: paths.directives, label: words[frame.lang].nav.directives },
        { href: paths.directive(assignment.directiveId), label: nameOf(reading.directive) },
        { label: task.path || t.letter.title },
      ]}
      lead={<Lead view={view} />}
      hasLetter
      scripts={["upload.js", "combobox.js"]}
    >
      {changed !== null && <Banner tone="good" isAnswer title={t.changed[changed]} />}
      {refused !== null && <Banner tone="soon" isAnswer title={refused} />}
      <Steps
        label={t.steps}
        steps={roadOf(assignment.state).map((at) => ({ ...at, label: t.road[at.at] }))}
      />
      <Split wide>
        <Stack>
          <DeadlineCard view={view} />
          <LetterCard view={view} />
          <Plan view={view} />
          <Served view={view} />
        </Stack>
        <NextSteps view={view} />
      </Split>
      <Split wide>
        <Stack>
          <Card title={t.history}>
            <Timeline items={historyOf(view)} />
          </Card>
          <Figures view={view} />
          <Evidence view={view} />
        </Stack>
        <Stack>
          <SubTasks view={view} />
          <Comments view={view} />
        </Stack>
      </Split>
    </Layout>
  )
}

function Lead({ view }: { view: TaskView }) {
  const { assignment, asked, today, directive } = view.reading
  const { lang } = view.frame
  const t = taskWords[lang]
  const isOpen = !isClosed(assignment.state) && assignment.state !== "done"
  return (
    <>
      <StateTag state={assignment.state} lang={lang} />{" "}
      {isOpen && assignment.dueOn !== null && <DueTag dueOn={assignment.dueOn} today={today} />}{" "}
      {assignment.percent > 0 && <Tag>{t.percent(formatPercent(assignment.percent / 100, lang))}</Tag>}{" "}
      {isOpen && asked !== null && <Tag tone="soon">{t.asked}</Tag>}
      <p class="quiet">
        {t.given(directive.issuerName, assignment.bodyNameAtIssue)} ·{" "}
        {assignment.handlerName === null ? t.noHandler : t.handler(assignment.handlerName)}
      </p>
    </>
  )
}

function LetterCard({ view }: { view: TaskView }) {
  const { assignment, task, directive } = view.reading
  const { lang } = view.frame
  const t = taskWords[lang].letter
  const coordinating = [...task.coordinating, ...task.coordinateWords]
  const facts: Definition[] = [
    { term: t.clause(task.clausePath), value: task.clauseHeading },
    { term: t.part, value: words[lang].parts[assignment.part === "lead" ? "lead" : "assigned"] },
    ...(coordinating.length > 0 ? [{ term: t.coordinating, value: coordinating.join("; ") }] : []),
    ...(assignment.period === null ? [] : [{ term: t.period, value: assignment.period }]),
    { term: t.issuer, value: directive.issuerName },
  ]
  return (
    <Card title={t.title}>
      <Letter label={t.label}>
        {task.text.split("\n").map((line) => (
          <p>{line}</p>
        ))}
      </Letter>
      <DefinitionList items={facts.filter((fact) => fact.value !== "")} />
      <p>
        <a href={paths.directive(assignment.directiveId)}>
          {t.open}: {nameOf(directive)}
        </a>
      </p>
    </Card>
  )
}

function Plan({ view }: { view: TaskView }) {
  const { planText, plannedUntil } = view.reading.assignment
  const t = taskWords[view.frame.lang].plan
  if (planText === null) return null
  return (
    <Card title={t.title}>
      <Paragraphs text={planText} />
      {plannedUntil !== null && <p class="quiet">{t.until(formatDate(plannedUntil, view.frame.lang))}</p>}
    </Card>
  )
}

function historyOf(view: TaskView): TimelineItem[] {
  const { reading, frame } = view
  const t = taskWords[frame.lang]
  const happened = reading.events.map((event) => ({
    title: eventName(event.what, frame.lang),
    at: event.at,
    by: event.byName,
    tone: toneOf(event.what),
    note: noteOf(event, view),
  }))
  const given: TimelineItem = {
    title: t.events.issued,
    at: reading.assignment.issuedOn,
    by: reading.directive.issuerName,
    tone: "calm",
  }
  return [...happened, given]
}

function eventName(what: string, lang: "vi" | "en"): string {
  const names: Readonly<Record<string, string>> = taskWords[lang].events
  return names[what] ?? what
}

function toneOf(what: string): NonNullable<TimelineItem["tone"]> {
  if (what === "assignment.accepted" || what === "assignment.done") return "good"
  if (what === "assignment.returned" || what === "assignment.extension-refused") return "soon"
  return what === "assignment.withdrawn" ? "calm" : "brand"
}

function noteOf(event: TaskView["reading"]["events"][number], view: TaskView): Child {
  const { lang } = view.frame
  const t = taskWords[lang]
  const details = (event.details ?? {}) as Readonly<Record<string, unknown>>
  const number = (name: string) => (typeof details[name] === "number" ? (details[name] as number) : 0)
  const day = (name: string) => (typeof details[name] === "string" ? (details[name] as string) : null)
  const wanted = day("wantedOn")
  const granted = event.what === "assignment.extended" ? day("dueOn") : null
  const said = [
    typeof details.percent === "number" ? t.eventPercent(formatPercent(details.percent / 100, lang)) : null,
    number("files") > 0 ? t.eventFiles(formatNumber(number("files"), lang)) : null,
    number("figures") > 0 ? t.eventFigures(formatNumber(number("figures"), lang)) : null,
    wanted === null ? null : t.eventWanted(formatDate(wanted, lang)),
    granted === null ? null : t.eventGranted(formatDate(granted, lang)),
  ].filter((part) => part !== null)
  if (event.note === null && said.length === 0) return undefined
  return (
    <>
      {event.note !== null && <Paragraphs text={event.note} />}
      {said.length > 0 && <p class="quiet">{said.join(" · ")}</p>}
    </>
  )
}

function Figures({ view }: { view: TaskView }) {
  const { figures } = view.reading
  const { lang } = view.frame
  const t = taskWords[lang].figures
  if (figures.length === 0) return null
  return (
    <Card title={t.title}>
      <table class="table">
        <caption class="hidden">{t.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.figure}</th>
            <th scope="col">{t.period}</th>
            <th scope="col" class="number">
              {t.value}
            </th>
            <th scope="col">{t.note}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((one) => (
            <tr>
              <th scope="row">{one.figure}</th>
              <td data-label={t.period}>{one.period}</td>
              <td data-label={t.value} class="number">
                {formatNumber(one.value, lang)}
              </td>
              <td data-label={t.note}>{one.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function Evidence({ view }: { view: TaskView }) {
  const { evidence, assignment } = view.reading
  const { lang } = view.frame
  const t = taskWords[lang].evidence
  if (evidence.length === 0) return null
  return (
    <Card title={t.title}>
      <ul class="stack">
        {evidence.map((file) => (
          <li>
            <a href={paths.evidence(assignment.id, file.id)} download>
              {file.name}
            </a>{" "}
            <span class="quiet">
              {formatBytes(file.bytes, lang)} · {t.by(file.byName)} ·{" "}
              <span title={file.sha256}>SHA-256 {file.sha256.slice(0, 12)}…</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
