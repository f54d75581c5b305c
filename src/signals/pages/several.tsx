/** Under the list: what is done to the tips that were ticked. Above it: what was done, what stayed as it was and why, and the way back. */
import { formatInstant, formatNumber } from "../../kernel/format.ts"
import { Questions } from "../../kernel/forms/index.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  Card,
  type Column,
  type FieldErrors,
  Form,
  type Option,
} from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { SeveralDone } from "../actions/several.ts"
import { undoMinutes } from "../domain/several.ts"
import { severalForm } from "../forms-several.ts"
import { paths } from "../paths.ts"
import type { QueueRow } from "../store/queue.ts"
import { formWords } from "../words-forms.ts"
import { severalWords } from "../words-several.ts"
import { shortId } from "./state-tag.tsx"

/** The answer to a batch that could not be done. */
export type SeveralFailed = { answers: Answers; errors: FieldErrors }
export type SeveralView = {
  colleagues: readonly Option[]
  /** The query of the list, to which the officer comes back. */
  back: string
  failed: SeveralFailed | null
  done: SeveralDone | null
  /** An undoing that came too late. */
  isTooLate: boolean
}

const formId = "nhieu-tin"

/** A box for each row; it belongs to the form under the table, which therefore holds no other form. */
export function pickColumn(failed: SeveralFailed | null, lang: Lang): Column<QueueRow> {
  const t = severalWords[lang]
  const ticked = [failed?.answers.tin ?? []].flat()
  return {
    key: "chon",
    label: t.pick,
    cell: (row) => (
      <div class="choice">
        <input
          type="checkbox"
          name="tin"
          value={row.id}
          form={formId}
          id={`chon-${row.id}`}
          checked={ticked.includes(row.id)}
        />
        <label for={`chon-${row.id}`}>
          <span class="hidden">{t.pickOne(row.gist.slice(0, 60))}</span>
        </label>
      </div>
    ),
  }
}

export function Several({ view, lang }: { view: SeveralView; lang: Lang }) {
  const { asks } = severalForm
  return (
    <Card title={severalForm.title[lang]}>
      <p class="quiet">{severalForm.follows?.[lang]}</p>
      <Form
        id={formId}
        action={paths.several}
        answers={view.failed?.answers ?? {}}
        errors={view.failed?.errors ?? {}}
        hidden={{ ve: view.back }}
      >
        <Questions
          asks={{ act: asks.act, officerId: asks.officerId }}
          options={{ officerId: view.colleagues }}
        />
        <Actions>
          <Button look="second">{severalForm.submit[lang]}</Button>
        </Actions>
      </Form>
    </Card>
  )
}

export function SeveralAnswer({ view, lang }: { view: SeveralView; lang: Lang }) {
  const t = severalWords[lang]
  if (view.isTooLate) return <Banner isAnswer tone="soon" title={t.tooLate} />
  if (view.done === null) return null
  const { batch, rows, mayUndo } = view.done
  const left = rows.filter(({ refused }) => refused !== null)
  const changed = formatNumber(rows.length - left.length, lang)
  const title =
    rows.length === left.length
      ? t.none
      : batch.undoneAt !== null
        ? t.undone(changed)
        : batch.act === "assign"
          ? t.done.assign(changed, batch.toName ?? "")
          : t.done[batch.act](changed)
  const until = new Date(Date.parse(batch.at) + undoMinutes * 60_000).toISOString()
  return (
    <Banner isAnswer tone={left.length > 0 ? "soon" : "good"} title={title}>
      {left.length > 0 && (
        <>
          <p>{t.left}</p>
          <ul>
            {left.map((row) => (
              <li>
                <a href={paths.signal(row.signalId)}>{shortId(row.signalId)}</a>: {row.gist}.{" "}
                {sentenceOf(row.refused ?? "", lang)}
              </li>
            ))}
          </ul>
        </>
      )}
      {mayUndo && (
        <Form id="hoan-tac" action={paths.severalUndo(batch.id)} hidden={{ ve: view.back }}>
          <Actions>
            <Button look="second">{t.undo}</Button>
            <span class="quiet">{t.undoUntil(formatInstant(until, lang))}</span>
          </Actions>
        </Form>
      )}
    </Banner>
  )
}

function sentenceOf(refused: string, lang: Lang): string {
  if (refused === "fromElsewhere" || refused === "changedSince") return severalWords[lang][refused]
  const sentences: Readonly<Record<string, string>> = formWords[lang].refusals
  return sentences[refused] ?? ""
}
