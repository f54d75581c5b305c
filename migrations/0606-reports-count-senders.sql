-- Why: whether a sender is an enterprise is asked once a sender, not once a tip: half the time of a half-year's count.
create or replace view signal_figures with (security_invoker = true) as
  select 'I.1'::text as figure, s.channel as part, 'signal'::text as record_kind, s.id as record_id, s.body_id,
    s.body_id as by_body_id, (s.received_at at time zone 'Asia/Ho_Chi_Minh')::date as first_on, null::numeric as amount,
    s.channel = 'forwarded' as is_passed_on, s.received_at as at, s.loss_vnd,
    case when s.from_body_id in (select id from bodies where kind = 'enterprise') then s.from_body_id end as from_enterprise_id,
    s.from_body_id
  from signals s
  union all
  select 'I.2', 'unverified', 'signal', s.id, s.body_id, s.body_id, (s.received_at at time zone 'Asia/Ho_Chi_Minh')::date,
    s.loss_vnd, s.channel = 'forwarded', s.received_at, null, null, null
  from signals s where s.loss_vnd is not null
  union all
  select 'III.5.1', 'all', 'signal', s.id, s.body_id, s.from_body_id, (s.received_at at time zone 'Asia/Ho_Chi_Minh')::date,
    null, s.channel = 'forwarded', s.received_at, null, null, null
  from signals s where s.from_body_id in (select id from bodies where kind = 'enterprise')
  union all
  select 'III.3.1', 'all', 'signal', case when f.to_body_id = current_body() then f.taken_as else f.signal_id end,
    f.from_body_id, f.from_body_id, (f.sent_at at time zone 'Asia/Ho_Chi_Minh')::date, null, false, f.sent_at, null, null, null
  from signal_forwards f where f.to_body_id in (select id from bodies where is_lead)
  union all
  -- "Ngay", at most 24 hours from receipt: rule TG-24H of data/legal-rules.csv.
  select 'III.3.4', 'all', 'signal', s.id, f.from_body_id, f.from_body_id, (f.sent_at at time zone 'Asia/Ho_Chi_Minh')::date,
    case when f.sent_at <= s.received_at + interval '24 hours' then 1 else 0 end, false, f.sent_at, null, null, null
  from signal_forwards f join signals s on s.id = f.signal_id;

create or replace function count_signal_figures(from_on date, to_on date, only_body uuid)
  returns table (figure text, part text, by_body_id uuid, records bigint, amount numeric) language sql stable as $$
  with tips as materialized (
    select s.part, s.by_body_id, s.from_body_id, count(*) as n, count(s.loss_vnd) as losses, sum(s.loss_vnd) as loss
    from signal_figures s where s.figure = 'I.1' and s.at >= day_begins(from_on) and s.at < day_begins(to_on + 1)
      and (only_body is null and not s.is_passed_on or s.body_id = only_body)
    group by s.part, s.by_body_id, s.from_body_id),
  passed as (
    select s.figure, s.part, s.by_body_id, count(*) as n, sum(s.amount) as amount
    from signal_figures s where s.figure in ('III.3.1', 'III.3.4') and s.at >= day_begins(from_on) and s.at < day_begins(to_on + 1)
      and (only_body is null or s.body_id = only_body)
    group by s.figure, s.part, s.by_body_id),
  cells as (
    select 'I.1' as figure, t.part, t.by_body_id, t.n, null::numeric as amount from tips t
    union all select 'I.2', 'unverified', t.by_body_id, t.losses, t.loss from tips t where t.losses > 0
    union all select 'III.5.1', 'all', t.from_body_id, t.n, null from tips t join bodies b on b.id = t.from_body_id and b.kind = 'enterprise'
    union all select * from passed)
  select c.figure, c.part, c.by_body_id, sum(c.n)::bigint, sum(c.amount) from cells c
  group by grouping sets ((c.figure, c.part), (c.figure, c.part, c.by_body_id)) $$;
