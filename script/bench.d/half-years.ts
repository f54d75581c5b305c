/** Two years of tips and cases as a province has them: most with the lead department, from its real communes. */
import type pg from "pg"
import { readCsv } from "../../src/kernel/calendar/data.ts"
import { withClient } from "../../src/kernel/db/prepare.ts"

export const firstDay = "2021-12-15"

/** A quarter of the cases is sanctioned, a fifth is with the police, a third asked an enterprise. */
export function fillHalfYears(adminUrl: string, size: { signals: number; cases: number }): Promise<void> {
  return withClient(adminUrl, async (admin) => {
    await admin.query("set session_replication_role = replica")
    await admin.query("update bodies set kind = 'enterprise' where slug = 'bench-199'")
    await fillCases(admin, size.cases)
    await fillSignals(admin, size)
    await admin.query("set session_replication_role = origin")
    for (const table of [
      "signals",
      "signal_forwards",
      "cases",
      "case_acts",
      "sanctions",
      "case_transfers",
      "prevention_requests",
    ])
      await admin.query(`vacuum (analyze) ${table}`)
  })
}

/**
 * Six in ten tips name a commune, by its name of before July 2025 and in one of four spellings, few communes far more often
 * than most; one names a street that no list has; three say nothing. One in fifty comes from an enterprise; one in a
 * hundred is passed on. Each case grew from one tip.
 */
async function fillSignals(
  admin: pg.Client,
  { signals, cases }: { signals: number; cases: number },
): Promise<void> {
  const types = readCsv("signals/scam-types.csv").map((row) => row.slug ?? "")
  const communes = readCsv("administrative-units/commune-succession-hung-yen.csv").map(
    ({ old_name = "", old_district = "" }) => [old_name, old_district] as const,
  )
  const places = communes.flatMap(([name, district]) => [
    name,
    `${name}, ${district}`,
    `thôn 3, ${name.toLowerCase()}`,
    `${name}, ${district}, tỉnh Hưng Yên`,
  ])
  await admin.query(
    `insert into signals (id, body_id, from_body_id, channel, path, state, urgency, type, loss_vnd, place, redacted_text, is_anonymous, received_at, case_id)
    select uuidv7(), b.id, case when i % 50 = 0 then e.id end, (array['portal','phone','form','portal','forwarded'])[1 + i % 5], 'money',
      'received', 'past', ($2::text[])[1 + (i::bigint * 7919 % (cardinality($2::text[]) * 3)) % cardinality($2::text[])],
      case when i % 3 = 0 then (i % 900 + 1) * 100000 end,
      case when i % 10 < 6 then ($3::text[])[1 + floor(cardinality($3::text[]) * power(hashint4(i)::bigint & 65535, 3) / power(65536, 3))::int]
        when i % 10 = 6 then 'đường số ' || i % 700 end,
      'Có người gọi xưng là công an yêu cầu chuyển tiền', false, timestamptz '2021-12-15' + i * (interval '730 days' / $1::int), c.id
    from generate_series(0, $1::int - 1) i
      join bodies b on b.slug = case when i % 4 = 0 then 'bench-' || (2 + i % 90) else 'bench-1' end
      cross join (select id from bodies where slug = 'bench-199') e
      left join cases c on i % ($1::int / $4::int) = 3 and c.number = (i / ($1::int / $4::int))::text`,
    [signals, types, places, Math.min(cases, signals)],
  )
  await admin.query(`
    insert into signal_forwards (signal_id, from_body_id, to_body_id, reason, sheet, sent_at, sent_name)
      select s.id, s.body_id, l.id, '', '{}', s.received_at + interval '1 hour' * (extract(minute from s.received_at)::int), ''
      from signals s, bodies l where l.slug = 'bench-1' and s.body_id <> l.id and s.loss_vnd % 2500000 = 0`)
}

async function fillCases(admin: pg.Client, cases: number): Promise<void> {
  await admin.query(
    `insert into cases (body_id, number, title, state, opened_name, opened_on, kind, area_code)
    select b.id, i::text, 'Vụ việc ' || i, 'recorded', '', date '2021-12-15' + i * 730 / $1::int, ($2::text[])[1 + i % cardinality($2::text[])],
      case when i % 5 > 0 then ($3::text[])[1 + i % cardinality($3::text[])] end
    from generate_series(0, $1::int - 1) i join bodies b on b.slug = case when i % 4 = 0 then 'bench-' || (2 + i % 60) else 'bench-1' end`,
    [
      cases,
      readCsv("signals/scam-types.csv").map((row) => row.slug),
      readCsv("administrative-units/communes-hung-yen-2025.csv").map((row) => row.code),
    ],
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
      from cases c, bodies e where c.number::int % 3 = 1 and e.slug = 'bench-199'`)
}
