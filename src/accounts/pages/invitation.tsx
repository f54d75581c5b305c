/** What a link shows to whoever holds it: which body invites, as what, and one form. */
import { formatInstant } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Button,
  DefinitionList,
  Field,
  type FieldErrors,
  Form,
  Layout,
} from "../../kernel/ui/index.ts"
import type { InvitationView } from "../domain/account.ts"
import { paths, signInThen } from "../paths.ts"
import { words } from "../words.ts"

export type InvitationPageView = {
  frame: Frame
  token: string
  invitation: InvitationView
  /** The account that must take it: signed in already, or not. */
  known: "nobody" | "signed-in" | "sign-in-first"
  signedInName: string | null
  answers?: Answers
  errors?: FieldErrors
}

export function InvitationPage(props: InvitationPageView) {
  const { frame, token, invitation, known, signedInName, answers, errors = {} } = props
  const all = words[frame.lang]
  const t = all.invitation
  const isPost = invitation.purpose === "post"
  const asksPassword = !isPost || known === "nobody"
  return (
    <Layout
      {...frame}
      url={paths.signIn}
      noReferrer
      title={isPost ? t.title(invitation.bodyName) : t.passwordTitle}
    >
      <DefinitionList
        items={[
          // A link that an officer asked for themselves is for the account, not for one of its posts.
          ...(invitation.title === "" ? [] : [{ term: t.post, value: invitation.title }]),
          { term: t.role, value: all.roles[invitation.role] },
          { term: t.email, value: invitation.email },
          { term: t.until, value: formatInstant(invitation.expiresAt, frame.lang) },
        ]}
      />
      {known === "sign-in-first" ? (
        <>
          <p class="measure">{t.knownHelp}</p>
          <Actions>
            <Button href={signInThen(paths.invitation(token))}>{t.signInFirst}</Button>
          </Actions>
        </>
      ) : (
        <Form
          action={paths.invitation(token)}
          errors={errors}
          answers={answers ?? { name: invitation.fullName }}
        >
          {signedInName !== null && <p>{t.takeAs(signedInName)}</p>}
          {asksPassword && isPost && <Field kind="text" name="name" label={t.name} maxlength={120} />}
          {asksPassword && (
            <Field
              kind="password"
              name="password"
              label={t.password}
              hint={all.password.nextHint}
              autocomplete="new-password"
              maxlength={400}
            />
          )}
          <Actions>
            <Button>{isPost ? t.submit : t.submitPassword}</Button>
          </Actions>
        </Form>
      )}
    </Layout>
  )
}

export function InvitationOverPage({ frame, why }: { frame: Frame; why: "gone" | "elsewhere" }) {
  const t = words[frame.lang].invitation
  return (
    <Layout {...frame} url={paths.signIn} title={t[why]}>
      <p class="measure">{why === "gone" ? t.goneHelp : t.elsewhereHelp}</p>
    </Layout>
  )
}
