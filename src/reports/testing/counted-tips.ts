/** The counts of tips as they were written before half-months were tallied (migrations 0605, 0606): one walk over the tips. */
import type { TestDatabase } from "../../kernel/testing/database.ts"

const walks = `
create function walked_signal_figures(from_on date, to_on date, only_body uuid)
  returns table (figure text, part text, by_body_id uuid, records bigint, amount numeric) language sql stable as $$
  with mine as (select * from signal_figures s where s.first_on between from_on and to_on
    and (only_body is null and not s.is_passed_on or s.body_id = only_body))
  select m.figure, m.part, m.by_body_id, count(*), sum(m.amount) from mine m
    group by grouping sets ((m.figure, m.part), (m.figure, m.part, m.by_body_id)) $$;
create function walked_counts_by(grouping_of text, from_on date, to_on date, only_body uuid)
  returns table (figure text, key text, records bigint) language sql stable as $$
  with mine as (select s.*, (s.received_at at time zone 'Asia/Ho_Chi_Minh')::date as day from signals s
    where only_body is null and s.channel <> 'forwarded' or s.body_id = only_body)
  select 'I.1', case grouping_of when 'type' then m.type else coalesce(m.place, '') end, count(*) from mine m
    where grouping_of <> 'month' and m.day between from_on and to_on group by 2
  union all
  select 'I.1', to_char(d, 'YYYY-MM'), (select count(*) from mine m where m.day between from_on and to_on and to_char(m.day, 'YYYY-MM') = to_char(d, 'YYYY-MM'))
    from generate_series(date_trunc('month', from_on::timestamp), to_on::timestamp, interval '1 month') d where grouping_of = 'month' $$;
grant execute on function walked_signal_figures(date, date, uuid), walked_counts_by(text, date, date, uuid) to lp_app, lp_definer`

export const keepWalks = (db: TestDatabase) => db.admin(walks)

/** The same rows by the counts of today and by the walks, for whoever asks, under their row security. */
export const countedToday = rowsOf("count_signal_figures", "counts_by")
export const walked = rowsOf("walked_signal_figures", "walked_counts_by")

function rowsOf(figures: string, countsBy: string): string {
  const counts = ["type", "area", "month"].map(
    (of) =>
      `select '${of}', key, null, records, null from ${countsBy}('${of}', $1::date, $2::date, $3::uuid)`,
  )
  return `select * from (select figure, part, by_body_id, records, amount from ${figures}($1::date, $2::date, $3::uuid)
    union all ${counts.join(" union all ")}) counted order by 1, 2, 3`
}
