-- Why: warnings and the numbers that operators blocked count in the report from their records; nothing is added twice (issue 17).

/* As the views of 0600: one row is one record in one figure. III.4.3 by the day of release; what was recalled later was told.
   III.5.2: a number that an enterprise says it blocked because it was shared, each once, however many bodies shared it. */
create view sharing_figures with (security_invoker = true) as
  select 'III.4.3'::text as figure, 'all'::text as part, 'warning'::text as record_kind, w.id as record_id, w.body_id,
    w.body_id as by_body_id, local_day(w.released_at) as first_on, null::numeric as amount
  from warnings w where w.released_at is not null
  union all
  select 'III.5.2', 'shared', 'indicator', b.indicator_id, b.owner_id, b.body_id, local_day(b.done_at), 1
  from (select distinct on (l.body_id, i.kind, i.value) l.indicator_id, l.owner_id, l.body_id, l.done_at
      from (select distinct on (a.indicator_id, a.body_id) a.indicator_id, a.owner_id, a.body_id, a.answer, a.done_at
          from indicator_answers a order by a.indicator_id, a.body_id, a.id desc) l
        join shared_indicators i on i.id = l.indicator_id and i.kind in ('phone', 'phone-range')
        join bodies b on b.id = l.body_id and b.kind = 'enterprise'
      where l.answer = 'blocked' order by l.body_id, i.kind, i.value, l.done_at) b;
create index warnings_by_release on warnings (local_day(released_at), body_id) where released_at is not null;

create function count_sharing_figures(from_on date, to_on date, only_body uuid)
  returns table (figure text, part text, by_body_id uuid, records bigint, amount numeric) language sql stable as $$
  select f.figure, f.part, f.by_body_id, count(*), sum(f.amount) from sharing_figures f
  where f.first_on between from_on and to_on and (only_body is null or f.body_id = only_body)
  group by grouping sets ((f.figure, f.part), (f.figure, f.part, f.by_body_id)) $$;

create or replace function count_figures(from_on date, to_on date, only_body uuid)
  returns table (figure text, part text, by_body_id uuid, records bigint, amount numeric, middle numeric, once bigint)
  language sql stable as $$
  select s.*, null::numeric, null::bigint from count_signal_figures(from_on, to_on, only_body) s
  union all
  select c.* from count_case_figures(from_on, to_on, only_body) c
  union all
  select h.*, null, null from count_sharing_figures(from_on, to_on, only_body) h
  union all
  select d.figure, d.part, d.by_body_id, count(*), null, null, null
    from (select x.figure, x.by_body_id,
        case when x.figure = 'II.2' then duty_part(x.due_on, x.done_on, to_on) else 'all' end as part
      from directive_figures x where x.first_on <= to_on and x.last_on >= from_on
        and (only_body is null or x.body_id = only_body)) d
    group by grouping sets ((d.figure, d.part), (d.figure, d.part, d.by_body_id)) $$;

-- The leader's page holds a half-year against as many days of others: it adds the same blocks.
create or replace function case_days(from_on date, to_on date, only_body uuid)
  returns table (figure text, day date, records bigint, amount numeric) language sql stable as $$
  select 'III.1.3', d.decided_on, count(*), null::numeric
    from (select distinct s.case_id, s.body_id, s.number, s.decided_on from sanctions s
      where s.decided_on between from_on and to_on and (only_body is null or s.body_id = only_body)) d group by 2
  union all
  select 'III.3.2', t.signed_on, count(*), null from case_transfers t
    where t.signed_on between from_on and to_on and (only_body is null or t.body_id = only_body) group by 2
  union all
  select 'III.5.2', local_day(r.answered_at), count(*), sum(cardinality(r.targets)) from prevention_requests r
    where r.answered_at is not null and (r.answered_at at time zone 'Asia/Ho_Chi_Minh')::date between from_on and to_on
      and r.answer = 'done' and r.asks in ('block', 'suspend') and (only_body is null or r.body_id = only_body) group by 2
  union all
  select 'III.5.2', f.first_on, count(*), sum(f.amount) from sharing_figures f
    where f.figure = 'III.5.2' and f.first_on between from_on and to_on and (only_body is null or f.body_id = only_body) group by 2
  limit 20000 $$;

/* Since when a body keeps records of a figure that was reported by word before: from that day on they count, and its own
   number stands beside them. An enterprise reads its own only. */
create function recorded_since() returns table (figure text, body_id uuid, since date)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if current_officer() is null then
    raise exception 'for officers' using errcode = 'insufficient_privilege';
  end if;
  return query select 'III.4.3'::text, w.body_id, min(local_day(w.released_at)) from warnings w where w.released_at is not null
    and (w.body_id = current_body() or exists (select from bodies b where b.id = current_body() and b.kind <> 'enterprise'))
    group by w.body_id limit 5000;
end $$;
grant select on sharing_figures to lp_app, lp_definer;
grant select on indicator_answers to lp_definer;
alter function recorded_since() owner to lp_definer;
set local role lp_definer;
revoke all on function recorded_since() from public;
grant execute on function recorded_since() to lp_app;
reset role;
