import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  Field,
  type FieldErrors,
  Form,
  Layout,
} from "../../kernel/ui/index.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"

/** `mails`: whether this installation sends mail; without it only an administrator can help. */
export function ResetPage(props: {
  frame: Frame
  mails: boolean
  isAsked?: boolean
  answers?: Answers
  errors?: FieldErrors
}) {
  const { frame, mails, isAsked = false, answers = {}, errors = {} } = props
  const t = words[frame.lang].reset
  return (
    <Layout {...frame} title={t.title} crumbs={[{ href: paths.signIn, label: t.back }, { label: t.title }]}>
      {isAsked && (
        <Banner tone="good" title={t.asked} isAnswer>
          {t.askedHelp}
        </Banner>
      )}
      {!mails && <p class="measure">{t.noMail}</p>}
      {mails && !isAsked && (
        <>
          <p class="measure">{t.lead}</p>
          <Form action={paths.reset} errors={errors} answers={answers}>
            <Field
              kind="email"
              name="email"
              label={words[frame.lang].signIn.email}
              autocomplete="username"
              maxlength={254}
            />
            <Actions>
              <Button>{t.submit}</Button>
            </Actions>
          </Form>
        </>
      )}
    </Layout>
  )
}
