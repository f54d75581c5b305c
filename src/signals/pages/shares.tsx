/** Requests to share what is known of a clue: those that wait for us first, then our own with their answers. */
import { formatInstant, formatNumber } from "../../kernel/format.ts"
import { Questions } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  Card,
  EmptyState,
  type FieldErrors,
  Form,
  Layout,
} from "../../kernel/ui/index.ts"
import type { Shares } from "../actions/elsewhere.ts"
import { spokenIdentifier } from "../catalogue.ts"
import { shareAnswer } from "../forms.ts"
import { paths } from "../paths.ts"
import { deskWords } from "../words-desk.ts"
import { navWords } from "../words-nav.ts"

export type SharesView = {
  frame: Frame
  shares: Shares
  mayAnswer: boolean
  isDone: boolean
  failed: { id: string; answers: Answers; errors: FieldErrors } | null
}

export function sharesPage(view: SharesView) {
  const { frame, shares } = view
  const { lang } = frame
  const t = deskWords[lang].shares
  const general = view.failed?.errors[""]
  return (
    <Layout
      {...frame}
      title={shares.ofUs.length === 0 ? t.none : t.title(formatNumber(shares.ofUs.length, lang))}
      current={paths.signals}
      crumbs={[{ href: paths.signals, label: navWords[lang].signals }, { label: t.tab }]}
    >
      {view.isDone && <Banner isAnswer tone="good" title={t.done} />}
      {general !== undefined && <Banner isAnswer tone="soon" title={general} />}
      {shares.ofUs.length === 0 && shares.byUs.length === 0 && <EmptyState title={t.none} />}
      {shares.ofUs.map((one) => {
        const failed = view.failed?.id === one.requestId ? view.failed : null
        return (
          <Card title={spokenIdentifier(one.value)}>
            <p class="quiet">{t.asks(one.askingName, formatInstant(one.askedAt, lang))}</p>
            <p>
              {t.why}: {one.reason}
            </p>
            <p>{t.ours(formatNumber(one.ours, lang))}</p>
            {view.mayAnswer && (
              <Form
                id={`s-${one.requestId}`}
                action={paths.shareAnswer(one.requestId)}
                answers={failed?.answers ?? {}}
                errors={failed?.errors ?? {}}
              >
                <Questions asks={shareAnswer.asks} />
                <Actions>
                  <Button name="do" value="share">
                    {t.share}
                  </Button>
                  <Button look="second" name="do" value="refuse">
                    {t.refuse}
                  </Button>
                </Actions>
              </Form>
            )}
          </Card>
        )
      })}
      {shares.byUs.length > 0 && <h2>{t.byUs}</h2>}
      {shares.byUs.map((one) => (
        <Card title={spokenIdentifier(one.value)}>
          <p class="quiet">
            {one.askedName} · {formatInstant(one.askedAt, lang)} · {one.reason}
          </p>
          {one.answers.length === 0 && <p>{t.waiting}</p>}
          {one.answers.map((each) => (
            <p>
              <b>{each.name}</b>: {each.answer}
            </p>
          ))}
        </Card>
      ))}
    </Layout>
  )
}
