-- Why: what the leader's page asks is planned in less time than it took to plan it: passed-on tips from their own table, months of tips alone.

create or replace function count_signal_figures(from_on date, to_on date, only_body uuid)
  returns table (figure text, part text, by_body_id uuid, records bigint, amount numeric) language sql stable as $$
  with tips as materialized (
    select t.key, t.body_id, sum(t.tips) as n, sum(t.losses) as losses, sum(t.loss_vnd) as loss
    from tips_by('channel', from_on, to_on, only_body) t group by 1, 2),
  passed as materialized (
    select f.signal_id, f.from_body_id, f.to_body_id, f.sent_at from signal_forwards f
    where f.sent_at >= day_begins(from_on) and f.sent_at < day_begins(to_on + 1) and (only_body is null or f.from_body_id = only_body)),
  cells as (
    select 'I.1' as figure, t.key as part, t.body_id as by_body_id, t.n, null::numeric as amount from tips t
    union all select 'I.2', 'unverified', t.body_id, t.losses, t.loss from tips t where t.losses > 0
    union all select 'III.5.1', 'all', b.id, t.tips, null from tips_by('sender', from_on, to_on, only_body) t
      join bodies b on b.id = t.key::uuid and b.kind = 'enterprise'
    union all select 'III.3.1', 'all', p.from_body_id, count(*), null from passed p
      join bodies b on b.id = p.to_body_id and b.is_lead group by p.from_body_id
    -- "Ngay", at most 24 hours from receipt: rule TG-24H of data/legal-rules.csv.
    union all select 'III.3.4', 'all', p.from_body_id, count(*), count(*) filter (where p.sent_at <= s.received_at + interval '24 hours')
      from passed p join signals s on s.id = p.signal_id group by p.from_body_id)
  select c.figure, c.part, c.by_body_id, sum(c.n)::bigint, sum(c.amount) from cells c
  group by grouping sets ((c.figure, c.part), (c.figure, c.part, c.by_body_id)) $$;

create or replace function counts_by(grouping_of text, from_on date, to_on date, only_body uuid)
  returns table (figure text, key text, records bigint) language plpgsql stable as $$
begin
  case grouping_of
  when 'type' then return query
    select 'I.1', t.key, sum(t.tips)::bigint from tips_by('type', from_on, to_on, only_body) t group by 2 limit 1000;
  when 'area' then return query
    select 'I.1', t.key, sum(t.tips)::bigint from tips_by('place', from_on, to_on, only_body) t group by 2 limit 20000;
  -- Cases by month are added up from their days (case_days).
  when 'month' then return query
    select 'I.1', to_char(m, 'YYYY-MM'), coalesce(t.tips, 0)::bigint
      from generate_series(date_trunc('month', from_on::timestamp), to_on::timestamp, interval '1 month') m
        left join (select date_trunc('month', c.half_month::timestamp) as month, sum(c.tips) as tips
          from tips_by('channel', from_on, to_on, only_body) c group by 1) t on t.month = m;
  end case;
end $$;
