/** The counts of a half-year as a person with psql and every right would write them: what the pages are held against. */
import type pg from "pg"

export async function countBare(
  pool: pg.Pool,
  windows: readonly (readonly [string, string])[],
): Promise<void> {
  for (const window of windows) await countWindow(pool, window)
}

async function countWindow(pool: pg.Pool, window: readonly [string, string]): Promise<void> {
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
