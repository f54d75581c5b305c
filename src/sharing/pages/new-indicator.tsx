/** Proposing an indicator: from a clue of a tip, or typed. */

import type { TaskOption } from "../../directives/index.ts"
import { formatNumber } from "../../kernel/format.ts"
import { type Errors, Questions } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Actions, type Answers, Banner, Button, Form, Layout, type Option } from "../../kernel/ui/index.ts"
import type { Clue } from "../actions/proposing.ts"
import type { Place } from "../actions/reading.ts"
import { newFromTip, newIndicator } from "../forms.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { indicatorWords } from "../words-indicator.ts"
import { optionsOf } from "./indicator.tsx"
import { proposedTask, taskOptions } from "./serving.tsx"
import { spoken } from "./spoken.ts"

export type NewIndicatorView = {
  frame: Frame
  tricks: readonly Option[]
  places: readonly Place[]
  isAuthority: boolean
  /** The clue it is made from; "gone": it may not be proposed any more. */
  from: { tipId: string; clueId: string; clue: Clue | "gone" } | null
  tasks: readonly TaskOption[]
  answers: Answers
  errors: Errors
}

export function newIndicatorPage(view: NewIndicatorView) {
  const { frame, from, tricks } = view
  const { lang } = frame
  const t = indicatorWords[lang]
  const clue = from === null || from.clue === "gone" ? null : from.clue
  const trick = tricks.find((one) => one.value === clue?.trick)?.label ?? clue?.trick ?? ""
  const form = from === null ? newIndicator : newFromTip
  return (
    <Layout
      {...frame}
      title={clue === null ? t.new.title : t.new.titleFrom(spoken(clue))}
      current={paths.sharing}
      crumbs={[{ href: paths.sharing, label: words[lang].nav }, { label: t.list.propose }]}
    >
      {from?.clue === "gone" && <Banner tone="soon" title={t.new.notASuspect} />}
      {clue !== null && <p>{t.new.fromTip(formatNumber(clue.reports, lang), trick)}</p>}
      <p class="quiet">{t.new.lead}</p>
      {from?.clue !== "gone" && (
        <div class="measure">
          <Form
            action={paths.newIndicator}
            answers={{ trick: clue?.trick ?? "", assignmentId: proposedTask(view.tasks), ...view.answers }}
            errors={view.errors}
            hidden={from === null ? {} : { tip: from.tipId, clue: from.clueId }}
          >
            <Questions
              asks={form.asks}
              options={{ ...optionsOf(view), assignmentId: taskOptions(view.tasks, lang) }}
            />
            <Actions>
              <Button>{form.submit[lang]}</Button>
            </Actions>
          </Form>
        </div>
      )}
    </Layout>
  )
}
