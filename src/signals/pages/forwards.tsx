/** Tips that other bodies take for our work: sign for each with a number of our own, or return it with a reason. */
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
  type Option,
} from "../../kernel/ui/index.ts"
import { arriving } from "../forms.ts"
import { paths } from "../paths.ts"
import type { Forward } from "../store/forwards.ts"
import { deskWords } from "../words-desk.ts"
import { navWords } from "../words-nav.ts"
import { UrgencyTag } from "./state-tag.tsx"

export type ForwardsView = {
  frame: Frame
  list: readonly Forward[]
  types: readonly Option[]
  mayAnswer: boolean
  isDone: boolean
  /** The one whose form was refused. */
  id?: string
  errors?: FieldErrors
  answers?: Answers
}

export function forwardsPage(view: ForwardsView) {
  const { frame, list } = view
  const t = deskWords[frame.lang].forwards
  const general = view.errors?.[""]
  return (
    <Layout
      {...frame}
      title={list.length === 0 ? t.none : t.title(formatNumber(list.length, frame.lang))}
      current={paths.signals}
      crumbs={[
        { href: paths.signals, label: navWords[frame.lang].signals },
        { label: deskWords[frame.lang].queue.arriving },
      ]}
    >
      {view.isDone && <Banner isAnswer tone="good" title={t.done} />}
      {general !== undefined && <Banner isAnswer tone="soon" title={general} />}
      {list.length === 0 && <EmptyState title={t.none}>{t.noneHint}</EmptyState>}
      {list.map((one) => (
        <One one={one} view={view} />
      ))}
    </Layout>
  )
}

function One({ one, view }: { one: Forward; view: ForwardsView }) {
  const { lang } = view.frame
  const t = deskWords[lang].forwards
  const { sheet } = one
  const isFailed = view.id === one.id
  const wrong = isFailed ? { errors: view.errors ?? {}, answers: view.answers ?? {} } : {}
  return (
    <Card title={view.types.find((type) => type.value === sheet.type)?.label ?? sheet.type}>
      <p class="quiet">
        <UrgencyTag urgency={sheet.urgency} lang={lang} />{" "}
        {t.from(one.fromName, formatInstant(one.sentAt, lang))}
      </p>
      <p class="said">{sheet.text}</p>
      {sheet.identifiers.length > 0 && (
        <p>
          {t.identifiers}: {sheet.identifiers.map((each) => each.value).join(", ")}
        </p>
      )}
      <p>
        {t.why}: {one.reason}
      </p>
      {view.mayAnswer && (
        <>
          <Form id={`n-${one.id}`} action={paths.arrivingReceive(one.id)} {...pick(wrong, "number")}>
            <Questions asks={arriving.receive.asks} />
            <Actions>
              <Button>{arriving.receive.submit[lang]}</Button>
            </Actions>
          </Form>
          <details class="more" open={isFailed && view.errors?.reason !== undefined}>
            <summary>{t.giveBack}</summary>
            <Form id={`t-${one.id}`} action={paths.arrivingReturn(one.id)} {...pick(wrong, "reason")}>
              <Questions asks={arriving.sendBack.asks} />
              <Actions>
                <Button look={arriving.sendBack.look}>{arriving.sendBack.submit[lang]}</Button>
              </Actions>
            </Form>
          </details>
        </>
      )}
    </Card>
  )
}

/** Of two forms of one tip only the one that was sent shows what was wrong. */
function pick(wrong: { errors?: FieldErrors; answers?: Answers }, field: "number" | "reason") {
  return wrong.errors?.[field] === undefined ? {} : wrong
}
