/** Answering a request number by number: one answer for all, and its own for whichever is different. */
import { formatInstant, formatNumber } from "../../kernel/format.ts"
import { Field, type Option } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { operatorOf } from "../../signals/index.ts"
import { singlyMax, type TargetAnswer, targetAnswers } from "../domain/targets.ts"
import type { TargetAnswerRow } from "../store/target-answers.ts"
import { targetWords } from "../words-targets.ts"

/** "0912 000 167 (đầu số của VinaPhone; có thể đã chuyển mạng giữ số)". */
export function targetNamed(target: string, lang: Lang): string {
  const operator = operatorOf(target)
  return operator === null ? target : `${target} (${targetWords[lang].prefix(operator)})`
}

export function AnswerFields({
  targets,
  tasks,
  lang,
}: {
  targets: readonly string[]
  tasks: readonly Option[]
  lang: Lang
}) {
  const t = targetWords[lang]
  const options = targetAnswers.map((value) => ({ value, label: t.answers[value] }))
  const single = targets.slice(0, singlyMax)
  return (
    <>
      <Field kind="radio" name="answer" label={t.common} options={options} optional={single.length > 1} />
      <Field kind="date" name="doneOn" label={t.doneOn} optional />
      <Field kind="text" name="doneTime" label={t.doneTime} width="short" maxlength={5} optional />
      {single.length > 1 && (
        <details class="more">
          <summary>{t.single(formatNumber(single.length, lang))}</summary>
          {single.map((target, at) => (
            <fieldset>
              <legend>{targetNamed(target, lang)}</legend>
              <Field
                kind="select"
                name={`answer-${at}`}
                label={t.answerOf(target)}
                options={options}
                empty={t.asCommon}
                optional
              />
              <Field kind="date" name={`doneOn-${at}`} label={t.dayOf(target)} optional />
              <Field
                kind="text"
                name={`doneTime-${at}`}
                label={t.timeOf(target)}
                width="short"
                maxlength={5}
                optional
              />
            </fieldset>
          ))}
        </details>
      )}
      <Field kind="textarea" name="text" label={t.text} rows={3} maxlength={5_000} optional />
      {tasks.length > 0 && (
        <Field kind="select" name="assignmentId" label={t.task} options={tasks} optional />
      )}
    </>
  )
}

/** Each number with what was answered for it; a request of before has one answer only, and this shows the numbers. */
export function TargetList({
  targets,
  rows,
  hrefOf,
  lang,
}: {
  targets: readonly string[]
  rows: readonly TargetAnswerRow[]
  /** The page of what is known of one; absent: for who reads no tips. */
  hrefOf?: (target: string) => string
  lang: Lang
}) {
  const t = targetWords[lang]
  const of = new Map(rows.map((row) => [row.target, row]))
  const named = (target: string, row: TargetAnswerRow | undefined) =>
    row === undefined || row.answer === "not-ours" ? targetNamed(target, lang) : target
  return (
    <ul class="plain">
      {targets.map((target) => {
        const row = of.get(target)
        return (
          <li>
            {hrefOf === undefined ? named(target, row) : <a href={hrefOf(target)}>{named(target, row)}</a>}
            {row !== undefined && (
              <>
                : <b>{t.answers[row.answer satisfies TargetAnswer]}</b>
                {row.doneAt !== null && ` ${t.doneAt(formatInstant(row.doneAt, lang))}`}
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}
