import type { House } from "../../kernel/house.ts"
import { openMailer } from "../../kernel/mail.ts"

export type MailTest = { server: string; from: string; to: string; subject: string; text: string }

/** Null: the server took it. Else its reason in a few words, without what was sent. */
export async function sendTestMail(
  house: House,
  { server, from, ...mail }: MailTest,
): Promise<string | null> {
  const mailer = openMailer({
    config: { ...house.config, smtpUrl: server, mailFrom: from },
    clock: house.clock,
  })
  try {
    await mailer?.send(mail)
    return null
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : ""
    const answer = error instanceof Error && "response" in error ? String(error.response).slice(0, 200) : ""
    return [code, answer].filter((part) => part !== "").join(", ") || "SMTP"
  }
}
