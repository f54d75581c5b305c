import { resolve } from "node:path"
import { type ProxyRange, readProxies, readRanges } from "./http/proxies.ts"

/** What the environment decides (docs/contracts.md, "Start and stop"). Read once, at start. */
export type Config = {
  port: number
  host: string
  /** The administrator's connection to another PostgreSQL 18; absent: the embedded server. */
  databaseUrl: string | null
  dataDir: string
  keysDir: string
  demo: boolean
  /** A date `YYYY-MM-DD` that stands still for the demo; absent: the real day. */
  today: string | null
  /** `smtp://…`; absent: messages are kept for preview and not sent. */
  smtpUrl: string | null
  mailFrom: string | null
  logLevel: string
  /** The address people type; decides whether cookies are `Secure`. */
  publicUrl: string | null
  /** Who brings this as a bearer token reads `/metrics` from another machine; absent: only this machine reads it. */
  metricsToken: string | null
  /** Whose `X-Forwarded-For` is believed; this machine's own address always is. */
  proxies: readonly ProxyRange[]
  /** Private addresses that may be asked for what others share, and told what we share; others never are. */
  peers: readonly ProxyRange[]
  /** Where a backup is laid each night, and how many are kept; absent: none is made by itself. */
  backupDir: string | null
  backupKeep: number
}

export function readConfig(env: NodeJS.ProcessEnv): Config {
  const dataDir = resolve(env.LIENPHONG_DATA || ".data")
  return {
    port: readPort(env.PORT),
    host: env.HOST || "127.0.0.1",
    databaseUrl: env.DATABASE_URL || null,
    dataDir,
    keysDir: resolve(env.LIENPHONG_KEYS || `${dataDir}/keys`),
    demo: env.LIENPHONG_DEMO === "1",
    today: readToday(env.LIENPHONG_TODAY),
    smtpUrl: env.LIENPHONG_SMTP || null,
    mailFrom: env.LIENPHONG_MAIL_FROM || null,
    logLevel: env.LIENPHONG_LOG || "info",
    publicUrl: readPublicUrl(env.LIENPHONG_URL),
    metricsToken: env.LIENPHONG_METRICS_TOKEN || null,
    proxies: rangesIn("LIENPHONG_PROXIES", env.LIENPHONG_PROXIES, readProxies),
    peers: rangesIn("LIENPHONG_PEERS", env.LIENPHONG_PEERS, readRanges),
    backupDir: env.LIENPHONG_BACKUP_DIR ? resolve(env.LIENPHONG_BACKUP_DIR) : null,
    backupKeep: readKeep(env.LIENPHONG_BACKUP_KEEP),
  }
}

/** A mistake in the environment: said in one sentence, before anything starts. */
export class ConfigError extends Error {}

/** An origin only: links in letters, mails and feeds are built from it, never from what a request says of itself. */
function readPublicUrl(text: string | undefined): string | null {
  if (!text) return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !["http:", "https:"].includes(url.protocol))
    throw new ConfigError(
      `LIENPHONG_URL phải là địa chỉ như https://lienphong.example, không phải "${text}".`,
    )
  return url.origin
}

function readPort(text: string | undefined): number {
  const port = Number(text || "3000")
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ConfigError(`PORT phải là số từ 0 đến 65535, không phải "${text}".`)
  }
  return port
}

function readKeep(text: string | undefined): number {
  const keep = Number(text || "7")
  if (!Number.isInteger(keep) || keep < 1 || keep > 400)
    throw new ConfigError(
      `LIENPHONG_BACKUP_KEEP là số bản sao lưu được giữ, từ 1 đến 400, không phải "${text}".`,
    )
  return keep
}

function rangesIn(name: string, text: string | undefined, read: typeof readRanges): readonly ProxyRange[] {
  try {
    return read(text)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new ConfigError(
      `${name} là các địa chỉ hoặc dải địa chỉ cách nhau bằng dấu phẩy (10.0.0.5, 10.1.0.0/24), không phải "${error.message}".`,
    )
  }
}

function readToday(text: string | undefined): string | null {
  if (!text) return null
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null
  if (parsed === null || Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== text) {
    throw new ConfigError(`LIENPHONG_TODAY phải là ngày dạng YYYY-MM-DD, không phải "${text}".`)
  }
  return text
}
