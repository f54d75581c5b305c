/**
 * The half-year's figures, report and leader's page over 200,000 signals and 20,000 cases (--signals, --cases), signed in as
 * an officer through row-level security, beside the same counts as bare SQL of the superuser. Rounds alternate within one run.
 */
import pg from "pg"
import { signInAs } from "../../src/accounts/testing.ts"
import { createApp } from "../../src/app.ts"
import { withClient } from "../../src/kernel/db/prepare.ts"
import { flag, percentile, print, say, timed } from "./figure.ts"
import { fillWork, openProvince } from "./province.ts"

const signals = flag("--signals", 200_000)
const cases = flag("--cases", 20_000)
const rounds = flag("--rounds", 20)
/** This half-year, the one before, the same a year ago: what one page compares. */
const windows = [
  ["2023-06-15", "2023-12-14"],
  ["2022-12-15", "2023-06-14"],
  ["2022-06-15", "2022-12-14"],
] as const

const province = await openProvince()
try {
  say(`filling ${signals} signals, ${cases} cases, 10,000 assignments…`)
  await fillWork(province.adminUrl, 10_000)
  await fillReports(province.adminUrl)
  await measure()
} finally {
  await province.close()
}

async function measure(): Promise<void> {
  const { house, adminUrl } = province
  const db = { ...house.db, adminUrl, keys: house.keys } as Parameters<typeof signInAs>[0]
  const { cookie } = await signInAs(db, {
    bodySlug: "bench-1",
    role: "leader",
    body: { name: "Cơ quan 1", kind: "department", isLead: true },
  })
  const app = createApp(house)
  const get = async (path: string) => {
    const answer = await app.request(path, { headers: { cookie } })
    const body = await answer.arrayBuffer()
    if (answer.status !== 200)
      throw new Error(`${path}: ${answer.status} ${Buffer.from(body).toString().slice(0, 300)}`)
  }
  const pool = new pg.Pool({ connectionString: adminUrl, max: 2 })
  const bare = await timed(rounds, async () => {
    for (const window of windows) await countBare(pool, window)
  })
  say(`bare counts: ${Math.round(percentile(bare, 0.5))} ms`)
  const paths = [
    ["figures", "/bao-cao/so-lieu/2023-H2"],
    ["report.page", "/bao-cao/so-lieu/2023-H2/van-ban"],
    ["report.pdf", "/bao-cao/so-lieu/2023-H2/van-ban.pdf"],
    ["dashboard", "/bao-cao"],
  ] as const
  for (const [name, path] of paths) {
    const times = await timed(rounds, () => get(path))
    for (const share of [0.5, 0.95]) {
      const value = percentile(times, share)
      const against = percentile(bare, share)
      print({
        name: `reports.${name}.p${share * 100}`,
        value,
        unit: "ms",
        ratio: value / against,
        against: `bare SQL counts of the same three windows, ${Math.round(against)} ms; ${signals} signals, ${cases} cases`,
        n: times.length,
      })
    }
  }
  await pool.end()
}

/** The same counts of a half-year, as a person with psql and every right would write them. */
async function countBare(pool: pg.Pool, window: (typeof windows)[number]): Promise<void> {
  const [from, to] = window
  const instants = [`${from}T00:00:00+07:00`, `${to}T23:59:59.999999+07:00`]
  await pool.query(
    `select count(*), sum(loss_vnd), count(*) filter (where from_body_id is not null) from signals
    where received_at between $1 and $2 and channel <> 'forwarded'`,
    instants,
  )
  await pool.query("select count(*), sum(amount) from sanctions where decided_on between $1 and $2", [
    ...window,
  ])
  await pool.query("select count(*), sum(paid) from sanctions where paid_on between $1 and $2", [...window])
  await pool.query("select count(*) from case_transfers where signed_on between $1 and $2", [...window])
  await pool.query(
    `select count(*), percentile_cont(0.5) within group (order by extract(epoch from answered_at - asked_at))
    from prevention_requests where answered_at between $1 and $2`,
    instants,
  )
  await pool.query(
    `select count(*), count(*) filter (where done_on <= due_on) from assignments where state <> 'withdrawn' and issued_on <= $2
    and (done_on is null or done_on >= $1)`,
    [...window],
  )
}

/** Two years of work, most of it the lead department's; a quarter of the cases sanctioned, a fifth with the police. */
function fillReports(adminUrl: string): Promise<void> {
  return withClient(adminUrl, async (admin) => {
    await admin.query("set session_replication_role = replica")
    await admin.query(
      `insert into signals (id, body_id, from_body_id, channel, path, state, urgency, type, loss_vnd, place, redacted_text, is_anonymous, received_at)
      select uuidv7(), b.id, case when i % 50 = 0 then e.id end, (array['portal','phone','form','portal','forwarded'])[1 + i % 5], 'money',
        'received', 'past', (array['fake-police','investment','task','loan'])[1 + i % 4], case when i % 3 = 0 then (i % 900 + 1) * 100000 end,
        'Văn Lâm', 'Có người gọi xưng là công an yêu cầu chuyển tiền', false, timestamptz '2021-12-15' + i * (interval '730 days' / $1::int)
      from generate_series(0, $1::int - 1) i
        join bodies b on b.slug = case when i % 4 = 0 then 'bench-' || (2 + i % 90) else 'bench-1' end
        cross join (select id from bodies where slug = 'bench-199') e`,
      [signals],
    )
    await admin.query("update bodies set kind = 'enterprise' where slug = 'bench-199'")
    await admin.query(
      `insert into cases (body_id, number, title, state, opened_name, opened_on)
      select b.id, i::text, 'Vụ việc ' || i, 'recorded', '', date '2021-12-15' + i * 730 / $1::int
      from generate_series(0, $1::int - 1) i join bodies b on b.slug = 'bench-1'`,
      [cases],
    )
    await admin.query(`
      insert into case_acts (case_id, body_id, violation_id, committed_on, found_on, description, offender_name, offender_kind)
        select id, body_id, case when number::int % 3 = 0 then 'V-TIN-01' else 'V-WEB-02' end, opened_on, opened_on, '', 'Người ' || number::int % 5000, 'individual'
        from cases where number::int % 4 = 0;
      insert into sanctions (act_id, case_id, body_id, number, kind, article, amount, range_min, range_max, office, decided_on, decided_name, served_on, paid_on, paid)
        select a.id, a.case_id, a.body_id, a.case_id::text, 'fine', '', 7500000, 5000000, 10000000, 'inspectorate', a.found_on + 7, '', a.found_on + 9, a.found_on + 20, 7500000
        from case_acts a;
      insert into case_transfers (case_id, body_id, to_body_id, handed_on, handed_name, reason, signed_on)
        select c.id, c.body_id, p.id, c.opened_on + 5, '', '', c.opened_on + 6 from cases c, bodies p where c.number::int % 5 = 1 and p.slug = 'bench-3';
      insert into prevention_requests (case_id, body_id, body_name, enterprise_id, asks, targets, basis, due_on, asked_at, asked_name, answer, answer_text, answered_at, answered_name)
        select c.id, c.body_id, '', e.id, 'block', '{1,2}', '', c.opened_on + 3, c.opened_on::timestamptz, '', 'done', '', c.opened_on::timestamptz + interval '1 hour' * (c.number::int % 90), ''
        from cases c, bodies e where c.number::int % 3 = 1 and e.slug = 'bench-199';`)
    await admin.query("set session_replication_role = origin")
    for (const table of [
      "signals",
      "cases",
      "sanctions",
      "case_acts",
      "case_transfers",
      "prevention_requests",
    ])
      await admin.query(`vacuum (analyze) ${table}`)
  })
}
