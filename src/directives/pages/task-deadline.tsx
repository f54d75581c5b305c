/** The deadline and how it was counted, day by day where a row of days says more than a sentence. */
import { daysBetween, formatDate, formatDay, formatNumber } from "../../kernel/format.ts"
import { Card, ClockDays } from "../../kernel/ui/index.ts"
import type { Explanation } from "../domain/explanation.ts"
import { isWorking } from "../domain/progress.ts"
import { taskWords } from "../words-task.ts"
import type { TaskView } from "./task-view.ts"

export function DeadlineCard({ view }: { view: TaskView }) {
  const { assignment, task } = view.reading
  const { lang } = view.frame
  const t = taskWords[lang].due
  const isExtended = assignment.firstDueOn !== null && assignment.firstDueOn !== assignment.dueOn
  return (
    <Card title={assignment.dueOn === null ? t.none : t.title(formatDate(assignment.dueOn, lang))}>
      {assignment.dueOn === null && <p>{t.noneText}</p>}
      {task.deadlineWords !== null && <p>{t.words(task.deadlineWords)}</p>}
      {assignment.period !== null && <p>{t.periodic(assignment.period)}</p>}
      <Counted view={view} />
      {isExtended && assignment.firstDueOn !== null && (
        <p>{t.extended(formatDate(assignment.firstDueOn, lang))}</p>
      )}
      <Remaining view={view} />
    </Card>
  )
}

function Counted({ view }: { view: TaskView }) {
  const { assignment, task, today } = view.reading
  const { recipe } = view.explanation
  const { lang } = view.frame
  const t = taskWords[lang].due
  if (assignment.dueOn === null || assignment.period !== null) return null
  if (task.dueRecipe === null) return <p class="quiet">{t.printed}</p>
  const { amount, unit, from } = task.dueRecipe
  return (
    <>
      <p>{t.counted(formatNumber(amount, lang), t.units[unit], formatDay(from, lang))}</p>
      {recipe?.isMoved === true && <p>{t.moved}</p>}
      {recipe !== null && recipe.leadsTo !== (assignment.firstDueOn ?? assignment.dueOn) && (
        <p>{t.leadsTo(formatDate(recipe.leadsTo, lang))}</p>
      )}
      {recipe !== null && recipe.days.length > 0 && (
        <Days shown={recipe} dueOn={recipe.leadsTo} today={today} event={t.event} />
      )}
      {recipe?.isDecided === false && <p class="quiet">{t.provisional}</p>}
    </>
  )
}

/** What is left from today: only while somebody still has to do it. */
function Remaining({ view }: { view: TaskView }) {
  const { assignment, today } = view.reading
  const { left, recipe } = view.explanation
  const { lang } = view.frame
  const t = taskWords[lang].due
  if (assignment.doneOn !== null) return <p>{t.doneOn(formatDate(assignment.doneOn, lang))}</p>
  if (assignment.dueOn === null || !isWorking(assignment.state)) return null
  const days = daysBetween(today, assignment.dueOn)
  if (days < 0)
    return (
      <p class="late">
        <b>{t.lateBy(formatNumber(-days, lang))}</b>
      </p>
    )
  if (left === null || (recipe !== null && recipe.days.length > 0)) return null
  return (
    <>
      <p>{t.left(formatNumber(left.workingDays, lang))}</p>
      <Days shown={left} dueOn={assignment.dueOn} today={today} event={t.today} />
      {!left.isDecided && <p class="quiet">{t.provisional}</p>}
    </>
  )
}

function Days(props: { shown: Explanation; dueOn: string; today: string; event: string }) {
  const days = props.shown.days.map(({ on, counted, reason }) =>
    reason === null ? { on, counted } : { on, counted, reason },
  )
  return (
    <ClockDays
      from={props.shown.from}
      event={props.event}
      days={days}
      dueOn={props.dueOn}
      today={props.today}
    />
  )
}
