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
import { paths, secondStepThen } from "../paths.ts"
import { words } from "../words.ts"

export type SignInNote = "password-set" | "signed-out" | "kept" | null

export type SignInView = {
  frame: Frame
  next: string
  answers?: Answers
  errors?: FieldErrors
  note?: SignInNote
}

export function SignInPage({ frame, next, answers = {}, errors = {}, note = null }: SignInView) {
  const t = words[frame.lang].signIn
  const { signIn: _here, ...rest } = frame
  return (
    <Layout {...rest} title={t.title}>
      {note === "password-set" && (
        <Banner tone="good" title={t.passwordSet} isAnswer>
          {t.passwordSetHelp}
        </Banner>
      )}
      {note === "kept" && (
        <Banner tone="soon" title={t.kept} isAnswer>
          {t.keptHelp}
        </Banner>
      )}
      {note === "signed-out" && (
        <Banner tone="calm" title={t.signedOut} isAnswer>
          {t.signedOutHelp}
        </Banner>
      )}
      <Form action={paths.signIn} errors={errors} answers={answers} hidden={{ next }}>
        <Field kind="email" name="email" label={t.email} autocomplete="username" maxlength={254} />
        <Field
          kind="password"
          name="password"
          label={t.password}
          autocomplete="current-password"
          maxlength={400}
        />
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>
      <p class="quiet measure">
        <a href={paths.reset}>{t.forgotten}</a>
      </p>
    </Layout>
  )
}

export function SecondStepPage({ frame, next, errors = {} }: Omit<SignInView, "answers" | "note">) {
  const t = words[frame.lang].second
  const { signIn: _here, ...rest } = frame
  return (
    <Layout {...rest} title={t.title} lead={t.lead}>
      <Form action={secondStepThen(next)} errors={errors}>
        <Field
          kind="text"
          name="code"
          label={t.code}
          hint={t.codeHint}
          autocomplete="one-time-code"
          maxlength={40}
          width="short"
        />
        <Actions>
          <Button>{t.submit}</Button>
          <Button look="plain" href={paths.signIn}>
            {t.again}
          </Button>
        </Actions>
      </Form>
    </Layout>
  )
}
