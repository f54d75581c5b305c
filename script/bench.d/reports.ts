/**
 * The half-year's figures, its report and the leader's page over 200,000 signals and 20,000 cases (--signals, --cases), signed in
 * as an officer through row-level security, beside the same counts as bare SQL of the superuser. Each round asks for everything
 * once, so that a busy moment of the machine falls on all of it. `cpu.program` and `cpu.database` are processor time.
 */
import pg from "pg"
import { signInAs } from "../../src/accounts/testing.ts"
import { createApp } from "../../src/app.ts"
import { tallyTips } from "../../src/signals/index.ts"
import { countBare } from "./bare-counts.ts"
import { flag, percentile, print, say } from "./figure.ts"
import { fillHalfYears } from "./half-years.ts"
import { fillWork, openProvince } from "./province.ts"
import { usedSoFar } from "./used.ts"

const signals = flag("--signals", 200_000)
const cases = flag("--cases", 20_000)
const rounds = flag("--rounds", 30)
/** This half-year up to today, as many days of the one before and of the same a year ago: what one page compares. */
const windows = [
  ["2023-06-15", "2023-09-15"],
  ["2022-12-15", "2023-03-17"],
  ["2022-06-15", "2022-09-15"],
] as const
type Page = { name: string; path: string; cookie: string }
type Times = { name: string; wall: number[]; program: number[]; database: number[] }
const noTimes = (name: string): Times => ({ name, wall: [], program: [], database: [] })

const province = await openProvince()
try {
  say(`filling ${signals} signals, ${cases} cases, 10,000 assignments…`)
  await fillWork(province.adminUrl, 10_000)
  await fillHalfYears(province.adminUrl, { signals, cases })
  say(`counted ${await tallyTips(province.house)} half-months that are over`)
  await measure()
} finally {
  await province.close()
}

async function measure(): Promise<void> {
  const { house, adminUrl } = province
  const app = createApp(house)
  const get = async ({ path, cookie }: Page): Promise<string> => {
    const answer = await app.request(path, { headers: { cookie } })
    const body = Buffer.from(await answer.arrayBuffer()).toString("latin1")
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${body.slice(0, 300)}`)
    return body
  }
  const pages = await pagesToAsk(get)
  const pool = new pg.Pool({ connectionString: adminUrl, max: 2 })
  const bare = noTimes("bare")
  const measured = pages.map((page) => ({ page, times: noTimes(page.name) }))
  for (let round = -1; round < rounds; round += 1) {
    // The first round only warms up.
    const into = (times: Times) => (round < 0 ? noTimes(times.name) : times)
    await once(pool, into(bare), () => countBare(pool, windows))
    for (const { page, times } of measured) await once(pool, into(times), () => get(page))
  }
  await pool.end()
  for (const { times } of measured) printTimes(times, bare)
}

/** What a leader of the lead department opens, each picture that the leader's page offers, and a small body's own figures. */
async function pagesToAsk(get: (page: Page) => Promise<string>): Promise<Page[]> {
  const { house, adminUrl } = province
  const db = { ...house.db, adminUrl, keys: house.keys } as Parameters<typeof signInAs>[0]
  const body = { name: "Cơ quan 1", kind: "department", isLead: true } as const
  const { cookie } = await signInAs(db, { bodySlug: "bench-1", role: "leader", body })
  const small = await signInAs(db, { bodySlug: "bench-2", role: "leader" })
  const dashboard = { name: "dashboard", path: "/bao-cao", cookie }
  const found = (await get(dashboard)).matchAll(/href="(\/bao-cao\/[^"?]+\.(?:svg|png|pdf)[^"]*)"/g)
  const pictures = [...new Set([...found].map((one) => one[1] ?? ""))].slice(0, 20)
  const period = "/bao-cao/so-lieu/2023-H2"
  return [
    { name: "figures", path: period, cookie },
    { name: "figure", path: `${period}/I.1`, cookie },
    { name: "figures.small-body", path: `${period}?pham-vi=co-quan`, cookie: small.cookie },
    { name: "report.page", path: `${period}/van-ban`, cookie },
    { name: "report.pdf", path: `${period}/van-ban.pdf`, cookie },
    { name: "report.docx", path: `${period}/van-ban.docx`, cookie },
    dashboard,
    ...pictures.map((path) => ({ name: `dashboard.${path.slice("/bao-cao/".length)}`, path, cookie })),
  ]
}

async function once(pool: pg.Pool, times: Times, work: () => Promise<unknown>): Promise<void> {
  const [before, began] = [await usedSoFar(pool), performance.now()]
  await work()
  times.wall.push(performance.now() - began)
  const after = await usedSoFar(pool)
  times.program.push(after.program - before.program)
  if (after.database !== null && before.database !== null)
    times.database.push(after.database - before.database)
}

function printTimes({ name, wall, program, database }: Times, bare: Times): void {
  const of = `${signals} signals, ${cases} cases`
  for (const share of [0.5, 0.95]) {
    const value = percentile(wall, share)
    const against = percentile(bare.wall, share)
    print({
      name: `reports.${name}.p${share * 100}`,
      value,
      unit: "ms",
      ratio: value / against,
      against: `the same counts of the same three windows as bare SQL, ${Math.round(against)} ms; ${of}`,
      n: wall.length,
    })
  }
  const used = { name: `reports.${name}`, unit: "ms", ratio: null, against: null } as const
  print({ ...used, name: `${used.name}.cpu.program`, value: percentile(program, 0.5), n: program.length })
  if (database.length > 0)
    print({
      ...used,
      name: `${used.name}.cpu.database`,
      value: percentile(database, 0.5),
      n: database.length,
    })
}
