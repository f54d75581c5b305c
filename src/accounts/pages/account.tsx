import { fieldPaths } from "../../kernel/field/paths.ts"
import { formatInstant } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  Banner,
  Button,
  Card,
  DataTable,
  Field,
  type FieldErrors,
  Form,
  Layout,
  OwnForm,
  Tag,
} from "../../kernel/ui/index.ts"
import type { Account } from "../domain/account.ts"
import { paths } from "../paths.ts"
import { type Words, words } from "../words.ts"
import { Notices } from "./notices.tsx"

/** Which of the page's forms was refused; each has its own fields. */
export type AccountForm = "password" | "totp"
export type AccountView = {
  frame: Frame
  account: Account
  sessionId: string
  said?: string | null
  /** Where the person was going. */
  goOn?: string | null
  refused?: { form: AccountForm; errors: FieldErrors }
}

export function AccountPage({ frame, account, sessionId, said = null, goOn = null, refused }: AccountView) {
  const t = words[frame.lang]
  const mine = account.sessions.find((session) => session.id === sessionId)
  const errorsOf = (form: AccountForm) => (refused?.form === form ? refused.errors : {})
  return (
    <Layout {...frame} title={t.account.title} lead={account.email}>
      {said !== null && <Banner tone="good" title={said} isAnswer />}
      {goOn !== null && (
        <Actions>
          <Button href={goOn}>{t.signIn.goOn}</Button>
        </Actions>
      )}
      <Notices frame={frame} notices={account.notices} />
      {(mine?.refusedBefore ?? 0) > 0 && (
        <Banner tone="soon" title={t.account.refusedBefore(mine?.refusedBefore ?? 0)}>
          {t.account.refusedBeforeHelp}
        </Banner>
      )}
      <Card title={t.account.sessions}>
        <Sessions frame={frame} account={account} sessionId={sessionId} />
        <p>
          <a href={fieldPaths.devices}>{t.account.fieldDevices}</a>
        </p>
      </Card>
      <Card title={t.totp.heading} id="totp">
        <SecondStep account={account} t={t} errors={errorsOf("totp")} />
      </Card>
      <Card title={t.password.heading} id="password">
        {account.passwordChangedAt !== null && (
          <p class="quiet">{t.password.changedAt(formatInstant(account.passwordChangedAt, frame.lang))}</p>
        )}
        <PasswordForm t={t} errors={errorsOf("password")} />
      </Card>
    </Layout>
  )
}

function Sessions({ frame, account, sessionId }: Omit<AccountView, "said" | "refused" | "goOn">) {
  const t = words[frame.lang].account
  const deviceName = (device: string) => device.split("/").filter(Boolean).join(", ") || t.deviceUnknown
  const factors: Readonly<Record<string, string>> = t.factors
  return (
    <>
      <DataTable
        caption={t.sessions}
        quietCaption
        rows={account.sessions}
        columns={[
          {
            key: "device",
            label: t.device,
            heading: true,
            cell: (row) => (
              <>
                {deviceName(row.device)} {row.id === sessionId && <Tag tone="brand">{t.thisOne}</Tag>}
              </>
            ),
          },
          { key: "began", label: t.began, cell: (row) => formatInstant(row.beganAt, frame.lang) },
          { key: "seen", label: t.seen, cell: (row) => formatInstant(row.seenAt, frame.lang) },
          { key: "factor", label: t.factor, cell: (row) => factors[row.secondFactor] ?? "" },
          {
            key: "end",
            label: t.action,
            cell: (row) => (
              <form method="post" action={paths.session(row.id)}>
                <OwnForm />
                <Button look="plain">{t.end}</Button>
              </form>
            ),
          },
        ]}
      />
      {account.sessions.length > 1 && (
        <form method="post" action={paths.otherSessions}>
          <OwnForm />
          <Button look="second">{t.endOthers}</Button>
        </form>
      )}
    </>
  )
}

function SecondStep({ account, t, errors }: { account: Account; t: Words; errors: FieldErrors }) {
  return (
    <>
      <p>{account.hasTotp ? t.totp.on(account.recoveryCodesLeft) : t.totp.off}</p>
      <Form id="totp-form" action={paths.totp} errors={errors}>
        <Field kind="password" name="current" label={t.totp.passwordAgain} autocomplete="current-password" />
        <Actions>
          {account.hasTotp ? (
            <>
              <Button look="second" formaction={paths.recoveryCodes}>
                {t.totp.renew}
              </Button>
              <Button look="harm" formaction={paths.totpEnd}>
                {t.totp.end}
              </Button>
            </>
          ) : (
            <Button look="second">{t.totp.begin}</Button>
          )}
        </Actions>
      </Form>
    </>
  )
}

function PasswordForm({ t, errors }: { t: Words; errors: FieldErrors }) {
  return (
    <Form id="password-form" action={paths.password} errors={errors}>
      <Field kind="password" name="current" label={t.password.current} autocomplete="current-password" />
      <Field
        kind="password"
        name="next"
        label={t.password.next}
        hint={t.password.nextHint}
        autocomplete="new-password"
      />
      <Field kind="password" name="again" label={t.password.again} autocomplete="new-password" />
      <Actions>
        <Button>{t.password.submit}</Button>
      </Actions>
    </Form>
  )
}

export function DesksPage(props: {
  frame: Frame
  desks: Account["desks"]
  postId: string
  next: string
  errors?: FieldErrors
}) {
  const t = words[props.frame.lang]
  const options = props.desks.map((desk) => ({
    value: desk.postId,
    label: t.desks.desk(desk.title, desk.bodyName),
    hint: t.roles[desk.role],
  }))
  return (
    <Layout {...props.frame} title={t.desks.title(props.desks.length)} lead={t.desks.lead}>
      <Form
        action={paths.desks}
        answers={{ post: props.postId }}
        errors={props.errors ?? {}}
        hidden={{ next: props.next }}
      >
        <Field kind="radio" name="post" label={t.desks.which} options={options} />
        <Actions>
          <Button>{t.desks.submit}</Button>
        </Actions>
      </Form>
    </Layout>
  )
}
