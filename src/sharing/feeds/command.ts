/** `sharing export --format stix|misp|xarf|csv --out DIR [--audience public|telecoms --reason TEXT]` (docs/contracts.md). */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { inHouse } from "../../kernel/commands.ts"
import { type Audience, type Export, takeOut } from "./actions/exporting.ts"
import { issuerOf } from "./actions/reading.ts"
import { csvOf } from "./domain/csv.ts"
import { mispEvents, mispHashes, mispManifest } from "./domain/misp.ts"
import type { Issuer } from "./domain/released.ts"
import { stixBundle } from "./domain/stix.ts"
import { type Contact, xarfOf } from "./domain/xarf.ts"
import { feedWords } from "./words.ts"

const usage =
  'Cách dùng: lienphong sharing export --format stix|misp|xarf|csv --out THƯ-MỤC [--audience public|telecoms --reason "LÝ DO"]'
const reasonMin = 10

type Files = readonly (readonly [name: string, text: string])[]
type Taken = Export & { issuer: Issuer; contact: Contact }

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

const formats: Readonly<Record<string, (taken: Taken) => Files>> = {
  stix: ({ issuer, ...all }) => [["stix.json", json(stixBundle(issuer, all))]],
  misp: ({ issuer, ...all }) => {
    const events = mispEvents(issuer, all, { recalled: feedWords.vi.recalled, month: feedWords.vi.month })
    return [
      ["manifest.json", json(mispManifest(events))],
      ["hashes.csv", mispHashes(events)],
      ...events.map((event) => [`${event.uuid}.json`, json({ Event: event })] as const),
    ]
  },
  xarf: ({ issuer, contact, indicators }) => {
    const reports = indicators.flatMap((one) => xarfOf(one, issuer, contact) ?? [])
    return [["xarf.json", json(reports)]]
  },
  csv: ({ indicators }) => [["indicators.csv", csvOf(indicators)]],
}

export async function sharingExport(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      format: { type: "string" },
      out: { type: "string" },
      audience: { type: "string", default: "public" },
      reason: { type: "string", default: "" },
    },
  })
  const { format = "", out, audience, reason } = values
  const write = formats[format]
  if (write === undefined || out === undefined || !isAudience(audience)) return complain(usage, 2)
  if (audience === "telecoms" && reason.trim().length < reasonMin)
    return complain(
      `Danh sách cho doanh nghiệp có số máy, tài khoản của người: nêu lý do, ít nhất ${reasonMin} ký tự, bằng --reason. Việc lấy ra được ghi nhật ký.`,
      1,
    )
  try {
    mkdirSync(out, { recursive: true, mode: 0o700 })
    if (readdirSync(out).length > 0) return complain(`Thư mục ${out} không trống: chọn thư mục mới.`, 1)
  } catch (error) {
    return complain(`Không ghi được vào ${out}: ${error instanceof Error ? error.message : error}`, 1)
  }
  return inHouse(async (house, config) => {
    const taken = await takeOut(house, { audience, reason: reason.trim(), format })
    const issuer = issuerOf(house)
    const from = /[^\s<>]+@[^\s<>]+/.exec(config.mailFrom ?? "")?.[0] ?? `lienphong@${issuer.domain}`
    const contact = { org: issuer.name, contact: from, domain: issuer.domain }
    const files = write({ ...taken, issuer, contact })
    for (const [name, text] of files) writeFileSync(join(out, name), text, { mode: 0o600 })
    process.stdout.write(
      `Đã ghi ${files.length} tệp vào ${out}: ${taken.warnings.length} cảnh báo, ${taken.indicators.length} số, trang, tài khoản.\n`,
    )
    return 0
  })
}

const isAudience = (text: string): text is Audience => text === "public" || text === "telecoms"

function complain(text: string, code: number): number {
  process.stderr.write(`${text}\n`)
  return code
}
