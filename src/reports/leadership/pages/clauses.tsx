/** A directive in the shape of its letter, and the bodies that are late with it; each line opens what it counts. */
import { directivePaths, type ServingRoom, servedLine } from "../../../directives/index.ts"
import { formatDay, formatNumber } from "../../../kernel/format.ts"
import { Card, EmptyState, Meter, Tag } from "../../../kernel/ui/index.ts"
import type { Lang } from "../../../kernel/words.ts"
import type { Overview } from "../actions/overview.ts"
import { leadershipPaths } from "../paths.ts"
import { words } from "../words.ts"

const lateMax = 10
/** So many lines leave room for the rest of the first printed sheet. */
const printedMax = 14
type Shown = { overview: Overview; lang: Lang }

export function Clauses({ overview, rooms, lang }: Shown & { rooms: readonly ServingRoom[] }) {
  const { rollUp } = overview
  const t = words[lang]
  if (rollUp === null) return <EmptyState title={t.noDirective} />
  const unprinted = unprintedOf(rollUp.tasks)
  const others = overview.directives.filter(({ id }) => id !== rollUp.head.id)
  return (
    <Card
      title={others.length === 0 ? t.clauses : t.clausesOf(t.directive(nameOfLetter(rollUp.head, lang)))}
      href={directivePaths.directive(rollUp.head.id)}
    >
      <ol class="plain clause-list">
        {rollUp.tasks.map((task) => {
          const done = task.done + task.accepted
          const served = rollUp.served.filter(({ taskId }) => taskId === task.id)
          return (
            <li class={unprinted.has(task.id) ? "clause-row no-print" : "clause-row"}>
              <b>{task.path}</b>
              <a href={`${directivePaths.directive(rollUp.head.id)}#nv-${task.id}`}>{shortened(task.text)}</a>
              <Meter
                total={task.total}
                parts={[
                  { label: t.done, value: done, tone: "good" },
                  { label: t.doing, value: task.total - done - task.late, tone: "brand" },
                  { label: t.late, value: task.late, tone: "late" },
                ]}
              />
              <Tag tone={task.late > 0 ? "late" : "good"}>
                {task.late > 0 ? t.lateTag(formatNumber(task.late, lang)) : t.onTime}
              </Tag>
              {served.length > 0 && (
                <a class="quiet served-line" href={directivePaths.directiveServed(rollUp.head.id, task.id)}>
                  {servedLine(served, rooms, lang)}
                </a>
              )}
            </li>
          )
        })}
      </ol>
      {unprinted.size > 0 && (
        <p class="quiet print-only">{t.unprinted(formatNumber(unprinted.size, lang))}</p>
      )}
      {others.length > 0 && (
        <p class="quiet no-print">
          {t.otherDirectives}{" "}
          {others.map((one, i) => (
            <>
              {i > 0 && " · "}
              <a href={leadershipPaths.overviewOf(one.id)}>
                {[one.name, formatDay(one.issuedOn, lang)].filter((part) => part !== "").join(", ")}
              </a>
              {one.late > 0 && ` (${t.lateTag(formatNumber(one.late, lang))})`}
            </>
          ))}
        </p>
      )}
    </Card>
  )
}

/** Of a long letter, what is on time stays off paper first, from its end; what is late is printed. */
function unprintedOf(tasks: readonly { id: string; late: number }[]): ReadonlySet<string> {
  const over = Math.max(0, tasks.length - printedMax)
  const [calm, late] = [tasks.filter((one) => one.late === 0), tasks.filter((one) => one.late > 0)]
  const order = [...late, ...calm]
  return new Set(order.slice(order.length - over).map(({ id }) => id))
}

/** To the end of a word: a leader reads what it is about, and opens the directive for the rest. */
const shortened = (text: string) =>
  text.length <= 72 ? text : `${text.slice(0, 72).replace(/[\s,;:]+\S*$/, "")}…`

/** The number that a letter bears, or its day. */
export function nameOfLetter(
  { number, symbol, issuedOn }: { number: string | null; symbol: string | null; issuedOn: string },
  lang: Lang,
): string {
  return number === null ? formatDay(issuedOn, lang) : [number, symbol].filter(Boolean).join("/")
}

/** Of every letter, not of the one that is shown: nobody is late only where nobody is late with any. */
export function LateBodies({ overview: { rollUp, standing }, lang }: Shown) {
  const t = words[lang]
  if (rollUp === null) return null
  const late = standing.bodies.filter((body) => body.late > 0)
  const rest = late.length - lateMax
  const all = late.every((body) => body.isOwn) ? directivePaths.ownLate : directivePaths.lateWork()
  return (
    <Card title={t.lateBodies} href={all}>
      {late.length === 0 && <p>{t.noLate}</p>}
      <ul class="plain late-bodies">
        {late.slice(0, lateMax).map((body) => (
          <li>
            <a href={body.isOwn ? directivePaths.ownLate : directivePaths.lateWork(body.bodyId)}>
              {body.bodyName}
            </a>{" "}
            <span class="quiet">
              {t.lateOf(formatNumber(body.late, lang), formatNumber(body.total, lang))}
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p class="quiet">
          <a href={all}>{t.moreLate(formatNumber(rest, lang))}</a>
        </p>
      )}
    </Card>
  )
}
