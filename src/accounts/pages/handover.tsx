/** What hangs on an officer, by kind, and who takes each over. */
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  Card,
  Field,
  type FieldErrors,
  Form,
  Layout,
} from "../../kernel/ui/index.ts"
import type { Handover, Held } from "../actions/handover.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { handoverWords } from "../words-handover.ts"

/** The field of each kind; a dot in a name would be read as a path. */
export const takerField = (holder: string) => `to-${holder.replace(".", "-")}`

export type HandoverView = {
  frame: Frame
  handover: Handover
  said: string | null
  errors?: FieldErrors
  answers?: Answers
}

export function HandoverPage({ frame, handover, said, errors = {}, answers = {} }: HandoverView) {
  const { post, held } = handover
  const all = words[frame.lang]
  const t = handoverWords[frame.lang]
  const isNothing = held.length === 0
  return (
    <Layout
      {...frame}
      title={isNothing ? t.titleNothing(post.name) : t.title(post.name)}
      current={paths.officers}
      crumbs={[
        { href: paths.officers, label: all.admin.officers.crumb },
        { href: paths.post(post.postId), label: post.name },
        { label: t.crumb },
      ]}
    >
      {said !== null && <Banner tone="good" title={said} isAnswer />}
      <p class="measure">{isNothing ? t.nothing : t.lead}</p>
      <p class="quiet measure">{t.cases}</p>
      <Form id="ban-giao" action={paths.postHandover(post.postId)} errors={errors} answers={answers}>
        {held.map((one) => (
          <HeldCard frame={frame} held={one} />
        ))}
        <Actions>
          <Button look="harm" name="end" value="1">
            {isNothing ? all.admin.post.endSubmit : t.handOverAndEnd}
          </Button>
          {!isNothing && (
            <Button look="second" name="end" value="0">
              {t.handOverOnly}
            </Button>
          )}
        </Actions>
        {!isNothing && <p class="quiet measure">{t.onlyHelp}</p>}
      </Form>
    </Layout>
  )
}

const shownMax = 200

function HeldCard({ frame, held: { holder, items, takers } }: { frame: Frame; held: Held }) {
  const t = handoverWords[frame.lang]
  const shown = items.slice(0, shownMax)
  const label = holder.label[frame.lang]
  return (
    <Card title={t.count(label, shown.length, items.length > shown.length)}>
      <details>
        <summary>{t.list(shown.length)}</summary>
        <ul>
          {shown.map(({ title }) => (
            <li>{title[frame.lang]}</li>
          ))}
        </ul>
      </details>
      {holder.takes === null ? (
        <p class="measure">{holder.becomes[frame.lang]}</p>
      ) : takers.length === 0 ? (
        <Banner tone="late" title={t.noTaker} />
      ) : (
        <Field
          kind="select"
          name={takerField(holder.name)}
          label={t.takes(label)}
          options={takers.map(({ officerId, name, title }) => ({
            value: officerId,
            label: `${name}, ${title}`,
          }))}
        />
      )}
    </Card>
  )
}
