-- Why: the half-year report counts itself (issue 5): one view per slice says which records make which figure.

-- The day of an instant in Việt Nam, which keeps UTC+7 all year: immutable, so that an index may hold it.
create function local_day(at timestamptz) returns date language sql immutable parallel safe
  as $$ select (at at time zone 'Asia/Ho_Chi_Minh')::date $$;

create index signals_by_day on signals (((received_at at time zone 'Asia/Ho_Chi_Minh')::date))
  include (received_at, body_id, from_body_id, channel, loss_vnd);
create index signal_forwards_by_day on signal_forwards (((sent_at at time zone 'Asia/Ho_Chi_Minh')::date));
create index sanctions_by_day on sanctions (decided_on);
create index sanctions_by_payment on sanctions (paid_on) where paid_on is not null;
create index case_transfers_by_signature on case_transfers (signed_on) where signed_on is not null;
create index case_transfers_by_return on case_transfers (result_on) where result = 'returned';
create index prevention_requests_by_answer on prevention_requests (((answered_at at time zone 'Asia/Ho_Chi_Minh')::date))
  where answered_at is not null;

/* Each row of a view is one record in one figure. It counts in a window when first_on and last_on touch it, both ends
   included. body_id may open it; by_body_id is the breakdown. is_passed_on: the province counts it where it came first.
   once_key: what is counted once however often it occurs. due_on and done_on decide the part of an open duty. */
create view signal_figures with (security_invoker = true) as
  select 'I.1'::text as figure, s.channel as part, 'signal'::text as record_kind, s.id as record_id, s.body_id,
    s.body_id as by_body_id, (s.received_at at time zone 'Asia/Ho_Chi_Minh')::date as first_on, null::numeric as amount,
    s.channel = 'forwarded' as is_passed_on
  from signals s
  union all
  select 'I.2', 'unverified', 'signal', s.id, s.body_id, s.body_id, (s.received_at at time zone 'Asia/Ho_Chi_Minh')::date,
    s.loss_vnd, s.channel = 'forwarded'
  from signals s where s.loss_vnd is not null
  union all
  select 'III.5.1', 'all', 'signal', s.id, s.body_id, s.from_body_id, (s.received_at at time zone 'Asia/Ho_Chi_Minh')::date,
    null, s.channel = 'forwarded'
  from signals s where s.from_body_id in (select id from bodies where kind = 'enterprise')
  union all
  select 'III.3.1', 'all', 'signal', case when f.to_body_id = current_body() then f.taken_as else f.signal_id end,
    f.from_body_id, f.from_body_id, (f.sent_at at time zone 'Asia/Ho_Chi_Minh')::date, null, false
  from signal_forwards f where f.to_body_id in (select id from bodies where is_lead)
  union all
  -- "Ngay", at most 24 hours from receipt: rule TG-24H of data/legal-rules.csv.
  select 'III.3.4', 'all', 'signal', s.id, f.from_body_id, f.from_body_id, (f.sent_at at time zone 'Asia/Ho_Chi_Minh')::date,
    case when f.sent_at <= s.received_at + interval '24 hours' then 1 else 0 end, false
  from signal_forwards f join signals s on s.id = f.signal_id;

create view case_figures with (security_invoker = true) as
  -- A decision may sanction several acts of a case: it is one decision.
  select 'III.1.3'::text as figure, 'all'::text as part, 'case'::text as record_kind, d.case_id as record_id, d.body_id,
    d.body_id as by_body_id, d.decided_on as first_on, null::numeric as amount, null::text as once_key
  from (select distinct case_id, body_id, number, decided_on from sanctions) d
  union all
  select 'III.1.4', 'decided', 'case', s.case_id, s.body_id, s.body_id, s.decided_on, s.amount, null
  from sanctions s where s.amount is not null
  union all
  select 'III.1.4', 'paid', 'case', s.case_id, s.body_id, s.body_id, s.paid_on, s.paid, null
  from sanctions s where s.paid_on is not null
  union all
  select 'III.3.2', 'all', 'case', t.case_id, t.body_id, t.body_id, t.signed_on, null, null
  from case_transfers t where t.signed_on is not null
  union all
  select 'III.3.3', 'all', 'case', t.case_id, t.body_id, t.body_id, t.result_on, null, null
  from case_transfers t where t.result = 'returned' and t.result_on is not null
  union all
  -- What an enterprise did in part has no number of its own: only answers that all was done are counted.
  select 'III.5.2', r.asks, 'case', r.case_id, r.body_id, r.enterprise_id, (r.answered_at at time zone 'Asia/Ho_Chi_Minh')::date,
    cardinality(r.targets), null
  from prevention_requests r where r.answered_at is not null and r.answer = 'done' and r.asks in ('block', 'suspend')
  union all
  select 'III.5.3', 'all', 'case', r.case_id, r.body_id, r.enterprise_id, (r.answered_at at time zone 'Asia/Ho_Chi_Minh')::date,
    round(extract(epoch from r.answered_at - r.asked_at) / 3600, 1), null
  from prevention_requests r where r.answered_at is not null
  union all
  select 'III.6.3', 'all', 'case', s.case_id, s.body_id, s.body_id, s.decided_on, null,
    coalesce(a.offender_hash, a.offender_kind || ' ' || lower(a.offender_name))
  from sanctions s join case_acts a on a.id = s.act_id where a.violation_id like 'V-TIN-%';

create view directive_figures with (security_invoker = true) as
  select 'II.1'::text as figure, 'directive'::text as record_kind, d.id as record_id, d.issuer_body_id as body_id,
    d.issuer_body_id as by_body_id, coalesce(d.dated_on, d.issued_on) as first_on, coalesce(d.dated_on, d.issued_on) as last_on,
    null::date as due_on, null::date as done_on
  from directives d
  union all
  select 'II.2', 'assignment', a.id, a.body_id, a.body_id, a.issued_on,
    case when a.state in ('done', 'accepted') then coalesce(a.done_on, 'infinity') else 'infinity' end, a.due_on,
    case when a.state in ('done', 'accepted') then a.done_on end
  from assignments a where a.state <> 'withdrawn';

-- Where a duty stood at the end of the last day: lateness is derived, never stored.
create function duty_part(due_on date, done_on date, last_day date) returns text language sql immutable parallel safe as $$
  select case
    when done_on <= last_day and (due_on is null or done_on <= due_on) then 'done-on-time'
    when done_on <= last_day then 'done-late'
    when due_on < last_day then 'overdue'
    else 'open' end $$;

/* Counts of a window, as whoever asks: rows without by_body_id are totals. only_body null: everything visible, each tip once.
   middle is the median of amount; once is how many different once_key. */
create function count_figures(from_on date, to_on date, only_body uuid)
  returns table (figure text, part text, by_body_id uuid, records bigint, amount numeric, middle numeric, once bigint)
  language sql stable as $$
  select s.figure, s.part, s.by_body_id, count(*), sum(s.amount), null::numeric, null::bigint
    from signal_figures s where s.first_on between from_on and to_on
      and (only_body is null and not s.is_passed_on or s.body_id = only_body)
    group by grouping sets ((s.figure, s.part), (s.figure, s.part, s.by_body_id))
  union all
  select c.figure, c.part, c.by_body_id, count(*), sum(c.amount),
      round((percentile_cont(0.5) within group (order by c.amount) filter (where c.figure = 'III.5.3'))::numeric, 1),
      count(distinct c.once_key)
    from case_figures c where c.first_on between from_on and to_on and (only_body is null or c.body_id = only_body)
    group by grouping sets ((c.figure, c.part), (c.figure, c.part, c.by_body_id))
  union all
  select d.figure, d.part, d.by_body_id, count(*), null, null, null
    from (select x.figure, x.by_body_id,
        case when x.figure = 'II.2' then duty_part(x.due_on, x.done_on, to_on) else 'all' end as part
      from directive_figures x where x.first_on <= to_on and x.last_on >= from_on
        and (only_body is null or x.body_id = only_body)) d
    group by grouping sets ((d.figure, d.part), (d.figure, d.part, d.by_body_id)) $$;

-- Numbers without names, over all bodies, for an officer of an agency; an enterprise has its own counts only.
create function province_figures(from_on date, to_on date)
  returns table (figure text, part text, by_body_id uuid, records bigint, amount numeric, middle numeric, once bigint)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if current_officer() is null or not exists (select from bodies b where b.id = current_body() and b.kind <> 'enterprise') then
    raise exception 'the counts of the province are for officers of its agencies' using errcode = 'insufficient_privilege';
  end if;
  return query select c.* from count_figures(from_on, to_on, null) c;
end $$;
grant select on signal_figures, case_figures, directive_figures to lp_app, lp_definer;
grant select on bodies, signals, signal_forwards, sanctions, case_acts, case_transfers, prevention_requests, directives, assignments,
  progress_reports, progress_figures to lp_definer;
alter function province_figures(date, date) owner to lp_definer;
revoke all on function province_figures(date, date) from public;
grant execute on function province_figures(date, date) to lp_app;

-- What bodies reported themselves for the named periods, the latest of each body.
create function reported_figures(labels text[])
  returns table (figure text, body_id uuid, period text, value numeric, note text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if current_officer() is null then
    raise exception 'for officers' using errcode = 'insufficient_privilege';
  end if;
  return query select distinct on (f.figure, a.body_id, f.period) f.figure, a.body_id, f.period, f.value, f.note
    from progress_figures f join progress_reports r on r.id = f.report_id join assignments a on a.id = f.assignment_id
    where f.period = any (labels) and (a.body_id = current_body()
      or exists (select from bodies b where b.id = current_body() and b.kind <> 'enterprise'))
    order by f.figure, a.body_id, f.period, r.at desc, r.id desc limit 20000;
end $$;
alter function reported_figures(text[]) owner to lp_definer;
revoke all on function reported_figures(text[]) from public;
grant execute on function reported_figures(text[]) to lp_app;
