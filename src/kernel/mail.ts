/**
 * Mail: by SMTP when the province has set a server (`LIENPHONG_SMTP`); in the demo kept as files to look at; else
 * nothing is sent, and what mail would say stands in the program anyway.
 */
import { randomUUID } from "node:crypto"
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { createTransport } from "nodemailer"
import { z } from "zod"
import type { House } from "./house.ts"

export type Mail = { to: string; subject: string; text: string; headers?: Readonly<Record<string, string>> }
export type Mailer = { send(mail: Mail): Promise<void> }
type MailHouse = Pick<House, "config" | "clock">

/** A mail server that has not answered by then is tried again at the job's next run. */
const sendTimeoutMs = 20_000
/** Whoever asks whether mail goes out waits so long for the server's first word. */
const askMs = 5_000
/** The preview keeps this many, the newest. */
const previewMax = 200

/** Null: this installation sends no mail. */
export function openMailer(house: MailHouse): Mailer | null {
  const { smtpUrl, mailFrom, demo, dataDir } = house.config
  if (smtpUrl !== null) {
    const transport = createTransport(smtpUrl, { from: mailFrom ?? "lienphong@lienphong.example" })
    return {
      send: async (mail) => {
        await transport.sendMail({ ...mail, signal: AbortSignal.timeout(sendTimeoutMs) })
      },
    }
  }
  if (!demo) return null
  const dir = previewDir(dataDir)
  return { send: (mail) => keep(dir, mail, house.clock.now()) }
}

/** A mail of which the marks are kept already. What the server says of a refusal may name the address, so its number alone is logged. Answers whether it was taken. */
export async function sendOrLog(
  { log }: Pick<House, "log">,
  mailer: Mailer | null,
  mail: Mail,
  refused: string,
): Promise<boolean> {
  try {
    await mailer?.send(mail)
    return mailer !== null
  } catch (error) {
    const said = error instanceof Error && "responseCode" in error ? error.responseCode : null
    const code = error instanceof Error && "code" in error ? error.code : null
    log.warn({ said, code }, refused)
    return false
  }
}

/** Whether the mail server answers and lets us in. Null: yes, or none is set; else why not, in its own words. */
export async function mailFault({ config }: Pick<House, "config">): Promise<string | null> {
  if (config.smtpUrl === null) return null
  const url = new URL(config.smtpUrl)
  for (const name of ["connectionTimeout", "greetingTimeout", "socketTimeout"])
    url.searchParams.set(name, String(askMs))
  const transport = createTransport(url.toString())
  try {
    await transport.verify()
    return null
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 300) : String(error)
  } finally {
    transport.close()
  }
}

const previewDir = (dataDir: string) => join(dataDir, "mail-preview")

const previewed = z.object({ at: z.string(), to: z.string(), subject: z.string(), text: z.string() })
export type PreviewedMail = z.output<typeof previewed>

async function keep(dir: string, mail: Mail, at: Date): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const iso = at.toISOString()
  const name = `${iso.replaceAll(/[:.]/g, "-")}-${randomUUID()}.json`
  await writeFile(join(dir, name), JSON.stringify({ at: iso, ...mail }), { mode: 0o600 })
  const names = await namesIn(dir)
  for (const old of names.slice(previewMax)) await rm(join(dir, old), { force: true })
}

/** Newest first; empty where nothing was ever sent. */
export async function previewedMails(house: MailHouse): Promise<PreviewedMail[]> {
  const dir = previewDir(house.config.dataDir)
  const names = (await namesIn(dir)).slice(0, previewMax)
  return Promise.all(
    names.map(async (name) => previewed.parse(JSON.parse(await readFile(join(dir, name), "utf8")))),
  )
}

async function namesIn(dir: string): Promise<string[]> {
  try {
    return (await readdir(dir)).filter((name) => name.endsWith(".json")).sort((a, b) => b.localeCompare(a))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return []
    throw error
  }
}
