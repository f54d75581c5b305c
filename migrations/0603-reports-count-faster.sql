-- Why: a half-year of a million tips is counted in one walk of one index, instead of three over the table (script/bench reports).

create index signals_by_time on signals (received_at) include (body_id, from_body_id, channel, loss_vnd, type, place);
create index signal_forwards_by_time on signal_forwards (sent_at);
drop index signal_forwards_by_day;

-- `at` is what the index orders; loss_vnd and from_enterprise_id spare the counting a second and a third walk.
create or replace view signal_figures with (security_invoker = true) as
  select 'I.1'::text as figure, s.channel as part, 'signal'::text as record_kind, s.id as record_id, s.body_id,
    s.body_id as by_body_id, (s.received_at at time zone 'Asia/Ho_Chi_Minh')::date as first_on, null::numeric as amount,
    s.channel = 'forwarded' as is_passed_on, s.received_at as at, s.loss_vnd,
    case when s.from_body_id in (select id from bodies where kind = 'enterprise') then s.from_body_id end as from_enterprise_id
  from signals s
  union all
  select 'I.2', 'unverified', 'signal', s.id, s.body_id, s.body_id, (s.received_at at time zone 'Asia/Ho_Chi_Minh')::date,
    s.loss_vnd, s.channel = 'forwarded', s.received_at, null, null
  from signals s where s.loss_vnd is not null
  union all
  select 'III.5.1', 'all', 'signal', s.id, s.body_id, s.from_body_id, (s.received_at at time zone 'Asia/Ho_Chi_Minh')::date,
    null, s.channel = 'forwarded', s.received_at, null, null
  from signals s where s.from_body_id in (select id from bodies where kind = 'enterprise')
  union all
  select 'III.3.1', 'all', 'signal', case when f.to_body_id = current_body() then f.taken_as else f.signal_id end,
    f.from_body_id, f.from_body_id, (f.sent_at at time zone 'Asia/Ho_Chi_Minh')::date, null, false, f.sent_at, null, null
  from signal_forwards f where f.to_body_id in (select id from bodies where is_lead)
  union all
  -- "Ngay", at most 24 hours from receipt: rule TG-24H of data/legal-rules.csv.
  select 'III.3.4', 'all', 'signal', s.id, f.from_body_id, f.from_body_id, (f.sent_at at time zone 'Asia/Ho_Chi_Minh')::date,
    case when f.sent_at <= s.received_at + interval '24 hours' then 1 else 0 end, false, f.sent_at, null, null
  from signal_forwards f join signals s on s.id = f.signal_id;

-- The first instant of a day in Việt Nam.
create function day_begins(day date) returns timestamptz language sql immutable parallel safe
  as $$ select day::timestamp at time zone 'Asia/Ho_Chi_Minh' $$;

create function count_signal_figures(from_on date, to_on date, only_body uuid)
  returns table (figure text, part text, by_body_id uuid, records bigint, amount numeric) language sql stable as $$
  with tips as materialized (
    select s.part, s.by_body_id, s.from_enterprise_id, count(*) as n, count(s.loss_vnd) as losses, sum(s.loss_vnd) as loss
    from signal_figures s where s.figure = 'I.1' and s.at >= day_begins(from_on) and s.at < day_begins(to_on + 1)
      and (only_body is null and not s.is_passed_on or s.body_id = only_body)
    group by s.part, s.by_body_id, s.from_enterprise_id),
  passed as (
    select s.figure, s.part, s.by_body_id, count(*) as n, sum(s.amount) as amount
    from signal_figures s where s.figure in ('III.3.1', 'III.3.4') and s.at >= day_begins(from_on) and s.at < day_begins(to_on + 1)
      and (only_body is null or s.body_id = only_body)
    group by s.figure, s.part, s.by_body_id),
  cells as (
    select 'I.1' as figure, t.part, t.by_body_id, t.n, null::numeric as amount from tips t
    union all select 'I.2', 'unverified', t.by_body_id, t.losses, t.loss from tips t where t.losses > 0
    union all select 'III.5.1', 'all', t.from_enterprise_id, t.n, null from tips t where t.from_enterprise_id is not null
    union all select * from passed)
  select c.figure, c.part, c.by_body_id, sum(c.n)::bigint, sum(c.amount) from cells c
  group by grouping sets ((c.figure, c.part), (c.figure, c.part, c.by_body_id)) $$;

create or replace function count_figures(from_on date, to_on date, only_body uuid)
  returns table (figure text, part text, by_body_id uuid, records bigint, amount numeric, middle numeric, once bigint)
  language sql stable as $$
  select s.*, null::numeric, null::bigint from count_signal_figures(from_on, to_on, only_body) s
  union all
  select c.figure, c.part, c.by_body_id, count(*), sum(c.amount), null, null
    from case_figures c where c.figure not in ('III.5.3', 'III.6.3') and c.first_on between from_on and to_on
      and (only_body is null or c.body_id = only_body)
    group by grouping sets ((c.figure, c.part), (c.figure, c.part, c.by_body_id))
  union all
  select c.figure, c.part, c.by_body_id, count(*), sum(c.amount),
      round((percentile_cont(0.5) within group (order by c.amount))::numeric, 1), null
    from case_figures c where c.figure = 'III.5.3' and c.first_on between from_on and to_on
      and (only_body is null or c.body_id = only_body)
    group by grouping sets ((c.figure, c.part), (c.figure, c.part, c.by_body_id))
  union all
  select c.figure, c.part, c.by_body_id, count(*), null, null, count(distinct c.once_key)
    from case_figures c where c.figure = 'III.6.3' and c.first_on between from_on and to_on
      and (only_body is null or c.body_id = only_body)
    group by grouping sets ((c.figure, c.part), (c.figure, c.part, c.by_body_id))
  union all
  select d.figure, d.part, d.by_body_id, count(*), null, null, null
    from (select x.figure, x.by_body_id,
        case when x.figure = 'II.2' then duty_part(x.due_on, x.done_on, to_on) else 'all' end as part
      from directive_figures x where x.first_on <= to_on and x.last_on >= from_on
        and (only_body is null or x.body_id = only_body)) d
    group by grouping sets ((d.figure, d.part), (d.figure, d.part, d.by_body_id)) $$;
