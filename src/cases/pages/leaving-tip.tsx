/** One tip is taken out of a case that it does not belong to. */
import { Questions } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Actions, type Answers, Button, Form, Layout } from "../../kernel/ui/index.ts"
import { leavingTip } from "../forms.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { tipWords } from "../words-tips.ts"

export type LeavingTipView = {
  frame: Frame
  caseId: string
  title: string
  tip: { id: string; gist: string }
  answers?: Answers
  errors?: Readonly<Record<string, string>>
}

export function leavingTipPage({ frame, caseId, title, tip, answers = {}, errors = {} }: LeavingTipView) {
  const t = tipWords[frame.lang].leaving
  return (
    <Layout
      {...frame}
      title={t.title}
      lead={t.lead}
      current={paths.cases}
      crumbs={[
        { href: paths.cases, label: words[frame.lang].nav.cases },
        { href: paths.case(caseId), label: title },
        { label: t.title },
      ]}
    >
      <div class="measure stack">
        <p class="said">{tip.gist}</p>
        <Form action={paths.leavingTip(caseId, tip.id)} answers={answers} errors={errors}>
          <Questions asks={leavingTip.asks} />
          <Actions>
            <Button>{t.go}</Button>
            <Button look="plain" href={paths.case(caseId)}>
              {t.back}
            </Button>
          </Actions>
        </Form>
      </div>
    </Layout>
  )
}
