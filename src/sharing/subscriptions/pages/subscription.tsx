/** Warnings by mail: the form, and the pages that the links of the mails open. */
import type { Frame } from "../../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  Field,
  Form,
  Layout,
  type Option,
} from "../../../kernel/ui/index.ts"
import { feedPaths } from "../../feeds/paths.ts"
import { feedWords } from "../../feeds/words.ts"
import { paths } from "../../paths.ts"
import { publicWords } from "../../words-public.ts"
import { subscriptionWords } from "../words.ts"

type Around = { frame: Frame; title: string; lead?: string; children?: unknown }

const around = ({ frame, title, lead, children }: Around) => (
  <Layout
    {...frame}
    audience="public"
    title={title}
    {...(lead === undefined ? {} : { lead })}
    current={paths.publicWarnings}
    crumbs={[
      { href: paths.publicWarnings, label: publicWords[frame.lang].list.title },
      { label: subscriptionWords[frame.lang].again },
    ]}
    noReferrer
  >
    {children as never}
  </Layout>
)

export type SubscribeView = {
  frame: Frame
  mails: boolean
  areas: readonly string[]
  tricks: readonly Option[]
  answers: Answers
  errors: Readonly<Record<string, string>>
}

export function subscribePage({ frame, mails, areas, tricks, answers, errors }: SubscribeView) {
  const t = subscriptionWords[frame.lang]
  const children = mails ? (
    <div class="measure">
      <Form action={paths.subscribe} answers={answers} errors={errors}>
        <Field
          kind="email"
          name="address"
          label={t.address}
          hint={t.addressHint}
          autocomplete="email"
          maxlength={200}
        />
        <Field
          kind="select"
          name="area"
          label={t.area}
          empty={publicWords[frame.lang].list.any}
          options={areas.map((area) => ({ value: area, label: area }))}
          optional
        />
        <Field
          kind="select"
          name="trick"
          label={t.trick}
          empty={publicWords[frame.lang].list.any}
          options={tricks}
          optional
        />
        <Actions>
          <Button>{t.send}</Button>
        </Actions>
      </Form>
    </div>
  ) : (
    <p>
      {t.noMail} <a href={feedPaths.feeds}>{feedWords[frame.lang].title}</a>
    </p>
  )
  return around({ frame, title: t.title, lead: t.lead, children })
}

export function subscribeSentPage({ frame }: { frame: Frame }) {
  const t = subscriptionWords[frame.lang]
  return around({ frame, title: t.sent, lead: t.sentHow })
}

/** `action`: what the button does; null: nothing is left to do. */
export function answerPage({
  frame,
  of,
  done,
  action,
}: {
  frame: Frame
  of: "confirm" | "leave"
  done: "live" | "left" | "gone" | null
  action: string
}) {
  const t = subscriptionWords[frame.lang]
  if (done === "gone")
    return around({
      frame,
      title: t.again,
      children: (
        <>
          <p>{t.gone}</p>
          <p>
            <a href={paths.subscribe}>{t.again}</a>
          </p>
        </>
      ),
    })
  if (done !== null)
    return around({ frame, title: t[done], children: <Banner tone="good" title={t[done]} isAnswer /> })
  const children = (
    <Form action={action}>
      <Actions>
        <Button>{of === "confirm" ? t.confirmPress : t.leavePress}</Button>
      </Actions>
    </Form>
  )
  return around({ frame, title: of === "confirm" ? t.confirm : t.leave, children })
}
