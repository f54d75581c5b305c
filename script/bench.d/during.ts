/**
 * What people wait for while the worker works: `/bao-tin` and `/lam-viec` of the demo, asked one after the other while each
 * job of the program runs again and again, beside the same pages asked while nothing runs, before and after it.
 */
import { setTimeout as sleep } from "node:timers/promises"
import { demoPassword } from "../../src/demo/people.ts"
import { type Figure, flag, percentile, print, say } from "./figure.ts"
import { type Running, runJob, signIn, startProgram, tipText } from "./running.ts"

const officer = "chuyenvien@soyte.example"
const pages = ["/bao-tin", "/lam-viec"] as const
/** What makes a job work; the others find what the demo and the tips left them. */
const tipsCompared = 3_000
/** Long enough for a run of the heaviest job; a window ends with the run that is going on. */
const windowMs = flag("--window", 2_000)

export async function measureDuring(): Promise<void> {
  say("starting the program with its demo…")
  const running = await startProgram({ isDemo: true })
  try {
    await fillTips(running)
    const cookie = await signIn(running.url, officer, demoPassword)
    // The first of the two knows what runs by the clock, the second what was ever asked for.
    const jobs = await running.admin(
      `select identifier from graphile_worker._private_known_crontabs
       union select identifier from graphile_worker._private_tasks order by 1`,
    )
    const names = new Set(["signals.compare", ...jobs.rows.map((row) => String(row.identifier))])
    for (const page of pages) await asked(running, page, cookie, sleep(windowMs))
    for (const name of names) await measureJob(running, name, cookie)
  } finally {
    await running.close()
  }
}

async function measureJob(running: Running, name: string, cookie: string): Promise<void> {
  for (const page of pages) {
    const quiet = await asked(running, page, cookie, sleep(windowMs / 2))
    const during = await asked(running, page, cookie, again(running, name))
    quiet.push(...(await asked(running, page, cookie, sleep(windowMs / 2))))
    const [value, still] = [percentile(during, 0.95), percentile(quiet, 0.95)]
    const figure: Figure = {
      name: `pages.during.${name}.${page.slice(1)}.p95`,
      value,
      unit: "ms",
      ratio: value / still,
      against: `${still.toFixed(1)} ms while nothing runs`,
      n: during.length,
    }
    print(figure)
  }
}

/** The job, again and again for a window; words are compared anew each time. */
async function again(running: Running, name: string): Promise<void> {
  const until = performance.now() + windowMs
  while (performance.now() < until) {
    if (name === "signals.compare") await forget(running)
    await runJob(running, name)
  }
}

async function forget({ admin }: Running): Promise<void> {
  await admin("truncate signal_pairs, signal_prints")
  await admin("update signals set compared_at = null")
}

/** Milliseconds of each answer until `done`. */
async function asked({ url }: Running, page: string, cookie: string, done: Promise<void>): Promise<number[]> {
  const times: number[] = []
  let isDone = false
  const ended = done.finally(() => {
    isDone = true
  })
  while (!isDone) {
    const began = performance.now()
    const answer = await fetch(`${url}${page}`, { headers: { cookie } })
    await answer.text()
    if (answer.status !== 200) throw new Error(`${page} answered ${answer.status}`)
    times.push(performance.now() - began)
    await sleep(5)
  }
  await ended
  return times
}

async function fillTips({ admin }: Running): Promise<void> {
  await admin(
    `insert into signals (id, body_id, channel, path, state, urgency, type, redacted_text, is_anonymous)
    select uuidv7(), (select body_id from signals limit 1), 'portal', 'identifier', 'received', 'past', 'gia-danh-cong-an', t, true
    from unnest($1::text[]) t`,
    [Array.from({ length: tipsCompared }, (_, n) => tipText(n))],
  )
  await admin("analyze signals")
}
