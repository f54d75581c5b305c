/** Pages that show a secret once: a QR code, recovery codes, a link, a token. */
import type { Frame } from "../../kernel/http/frame.ts"
import { Actions, Button, Field, type FieldErrors, Form, Layout, Qr } from "../../kernel/ui/index.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"

export type TotpView = { frame: Frame; secret: string; uri: string; errors?: FieldErrors }

export function TotpPage({ frame, secret, uri, errors = {} }: TotpView) {
  const t = words[frame.lang]
  return (
    <Layout
      {...frame}
      url={paths.account}
      noReferrer
      title={t.totp.setUpTitle}
      lead={t.totp.setUpLead}
      crumbs={[{ href: paths.account, label: t.account.crumb }, { label: t.totp.heading }]}
    >
      <Qr text={uri} label={t.totp.qr} side={240} />
      <p>
        {t.totp.secret}: <code>{secret.match(/.{1,4}/g)?.join(" ")}</code>
      </p>
      <Form action={paths.totpProof} errors={errors}>
        <Field
          kind="text"
          name="code"
          label={t.totp.firstCode}
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={10}
          width="short"
        />
        <Actions>
          <Button>{t.totp.prove}</Button>
        </Actions>
      </Form>
    </Layout>
  )
}

export function RecoveryCodesPage({ frame, codes }: { frame: Frame; codes: readonly string[] }) {
  const t = words[frame.lang]
  return (
    <Layout
      {...frame}
      url={paths.account}
      noReferrer
      title={t.totp.codesTitle}
      lead={t.totp.codesLead}
      crumbs={[{ href: paths.account, label: t.account.crumb }, { label: t.totp.heading }]}
    >
      <ol>
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <Actions>
        <Button href={paths.account}>{t.totp.codesDone}</Button>
      </Actions>
    </Layout>
  )
}

export type ShownOnceView = {
  frame: Frame
  title: string
  lead: string
  label: string
  secret: string
  done: { href: string; label: string }
}

/** In a field, because it is easily selected whole there. */
export function ShownOncePage({ frame, title, lead, label, secret, done }: ShownOnceView) {
  return (
    <Layout {...frame} url={done.href} noReferrer title={title} lead={lead}>
      <Field kind="textarea" name="secret" label={label} value={secret} rows={3} />
      <Actions>
        <Button look="second" href={done.href}>
          {done.label}
        </Button>
      </Actions>
    </Layout>
  )
}
