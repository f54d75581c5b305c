-- Why: an enterprise answers for each number with its time; an answer is put right by another one, and the first stays written (issue 17).
create table prevention_answers (
  id            uuid not null default uuidv7(),
  request_id    uuid not null references prevention_requests,
  -- As it stands in the request.
  target        text not null,
  answer        text not null,
  done_at       timestamptz,
  answered_at   timestamptz not null default acting_at(),
  answered_by   uuid references officers default current_officer(),
  answered_name text not null,
  constraint prevention_answers_pkey primary key (id),
  constraint prevention_answers_answer check (answer in ('done', 'not-ours', 'more-information', 'refused')),
  constraint prevention_answers_done_has_a_time check ((answer = 'done') = (done_at is not null)),
  constraint prevention_answers_not_ahead check (done_at <= answered_at)
);
create index prevention_answers_in_order on prevention_answers (request_id, target, id desc);
create trigger prevention_answers_are_append_only before update or delete on prevention_answers for each row execute function refuse_change();
alter table prevention_answers enable row level security;
alter table prevention_answers force row level security;
create policy prevention_answers_for_jobs on prevention_answers to lp_job using (true) with check (true);
-- Seen by the two sides of the request; the sub-query is itself under row security.
create policy prevention_answers_of_the_request on prevention_answers for select to lp_app
  using (exists (select from prevention_requests r where r.id = request_id));
create policy prevention_answers_by_the_enterprise on prevention_answers for insert to lp_app with check (
  answered_by is not distinct from (select current_officer()) and exists (select from prevention_requests r
    where r.id = request_id and r.enterprise_id = (select current_body()) and r.withdrawn_on is null and target = any (r.targets)));
grant select, insert on prevention_answers to lp_app;
grant select on prevention_answers to lp_job;

-- How many of the targets were done, as the last answers say; null: answered as a whole, before targets had answers of their own.
alter table prevention_requests add column done_targets int,
  -- When the body that asked reminded the enterprise last.
  add column reminded_at timestamptz,
  add constraint prevention_requests_done_targets check (done_targets between 0 and cardinality(targets));
grant update (done_targets, reminded_at) on prevention_requests to lp_app;
-- An answer that stands may be put right; a request that was given up takes none.
drop policy prevention_requests_answered_by_the_enterprise on prevention_requests;
create policy prevention_requests_answered_by_the_enterprise on prevention_requests for update to lp_app
  using (enterprise_id = (select current_body()) and withdrawn_on is null)
  with check (enterprise_id = (select current_body()) and withdrawn_on is null);
/* The first answer's time is what the hours to the answer are counted to; a correction changes what was answered, and a reminder
   nothing else. Each side writes its own columns only. */
create function guard_prevention_answer() returns trigger language plpgsql as $$
begin
  if old.answered_at is not null then
    new.answered_at := old.answered_at; new.answered_by := old.answered_by; new.answered_name := old.answered_name;
  end if;
  if current_body() is distinct from old.enterprise_id and old.answer is not null and current_job() is null
    and (new.answer, new.answer_text, new.done_targets) is distinct from (old.answer, old.answer_text, old.done_targets) then
    raise exception 'the enterprise answers' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger prevention_requests_guard before update on prevention_requests for each row execute function guard_prevention_answer();

-- A block that was done in part counts what was done.
create or replace view case_figures with (security_invoker = true) as
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
  select 'III.5.2', r.asks, 'case', r.case_id, r.body_id, r.enterprise_id, (r.answered_at at time zone 'Asia/Ho_Chi_Minh')::date,
    coalesce(r.done_targets, cardinality(r.targets)), null
  from prevention_requests r where r.answered_at is not null and r.asks in ('block', 'suspend')
    and (r.done_targets > 0 or r.done_targets is null and r.answer = 'done')
  union all
  select 'III.5.3', 'all', 'case', r.case_id, r.body_id, r.enterprise_id, (r.answered_at at time zone 'Asia/Ho_Chi_Minh')::date,
    round(extract(epoch from r.answered_at - r.asked_at) / 3600, 1), null
  from prevention_requests r where r.answered_at is not null
  union all
  select 'III.6.3', 'all', 'case', s.case_id, s.body_id, s.body_id, s.decided_on, null,
    coalesce(a.offender_hash, a.offender_kind || ' ' || lower(a.offender_name))
  from sanctions s join case_acts a on a.id = s.act_id where a.violation_id like 'V-TIN-%';

create or replace function count_case_figures(from_on date, to_on date, only_body uuid)
  returns table (figure text, part text, by_body_id uuid, records bigint, amount numeric, middle numeric, once bigint)
  language sql stable as $$
  with decided as materialized (
    select s.body_id, s.case_id, s.act_id, s.number, s.decided_on, s.amount from sanctions s
    where s.decided_on between from_on and to_on and (only_body is null or s.body_id = only_body)),
  answered as materialized (
    select 'III.5.3'::text as figure, 'all'::text as part, r.enterprise_id, r.asks,
      r.done_targets > 0 or r.done_targets is null and r.answer = 'done' as is_done, coalesce(r.done_targets, cardinality(r.targets)) as targets,
      round(extract(epoch from r.answered_at - r.asked_at) / 3600, 1) as hours
    from prevention_requests r where r.answered_at is not null and (only_body is null or r.body_id = only_body)
      and (r.answered_at at time zone 'Asia/Ho_Chi_Minh')::date between from_on and to_on),
  offenders as materialized (
    select 'III.6.3'::text as figure, 'all'::text as part, d.body_id,
      coalesce(a.offender_hash, a.offender_kind || ' ' || lower(a.offender_name)) as who
    from decided d join case_acts a on a.id = d.act_id where a.violation_id like 'V-TIN-%'),
  cells (figure, part, by_body_id, n, amount) as (
    select 'III.1.3', 'all', d.body_id, count(*), null::numeric
      from (select distinct case_id, body_id, number, decided_on from decided) d group by d.body_id
    union all
    select 'III.1.4', 'decided', d.body_id, count(*), sum(d.amount) from decided d where d.amount is not null group by d.body_id
    union all
    select 'III.1.4', 'paid', s.body_id, count(*), sum(s.paid) from sanctions s
      where s.paid_on between from_on and to_on and (only_body is null or s.body_id = only_body) group by s.body_id
    union all
    select 'III.3.2', 'all', t.body_id, count(*), null from case_transfers t
      where t.signed_on between from_on and to_on and (only_body is null or t.body_id = only_body) group by t.body_id
    union all
    select 'III.3.3', 'all', t.body_id, count(*), null from case_transfers t where t.result = 'returned'
      and t.result_on between from_on and to_on and (only_body is null or t.body_id = only_body) group by t.body_id
    union all
    select 'III.5.2', a.asks, a.enterprise_id, count(*), sum(a.targets) from answered a
      where a.is_done and a.asks in ('block', 'suspend') group by a.asks, a.enterprise_id)
  select c.figure, c.part, c.by_body_id, sum(c.n)::bigint, sum(c.amount), null::numeric, null::bigint from cells c
    group by grouping sets ((c.figure, c.part), (c.figure, c.part, c.by_body_id))
  union all
  select a.figure, a.part, a.enterprise_id, count(*), sum(a.hours),
      round((percentile_cont(0.5) within group (order by a.hours))::numeric, 1), null
    from answered a group by grouping sets ((a.figure, a.part), (a.figure, a.part, a.enterprise_id))
  union all
  select o.figure, o.part, o.body_id, count(*), null, null, count(distinct o.who)
    from offenders o group by grouping sets ((o.figure, o.part), (o.figure, o.part, o.body_id)) $$;

create or replace function case_days(from_on date, to_on date, only_body uuid)
  returns table (figure text, day date, records bigint, amount numeric) language sql stable as $$
  select 'III.1.3', d.decided_on, count(*), null::numeric
    from (select distinct s.case_id, s.body_id, s.number, s.decided_on from sanctions s
      where s.decided_on between from_on and to_on and (only_body is null or s.body_id = only_body)) d group by 2
  union all
  select 'III.3.2', t.signed_on, count(*), null from case_transfers t
    where t.signed_on between from_on and to_on and (only_body is null or t.body_id = only_body) group by 2
  union all
  select 'III.5.2', local_day(r.answered_at), count(*), sum(coalesce(r.done_targets, cardinality(r.targets))) from prevention_requests r
    where r.answered_at is not null and (r.answered_at at time zone 'Asia/Ho_Chi_Minh')::date between from_on and to_on
      and (r.done_targets > 0 or r.done_targets is null and r.answer = 'done') and r.asks in ('block', 'suspend') and (only_body is null or r.body_id = only_body) group by 2
  union all
  select 'III.5.2', f.first_on, count(*), sum(f.amount) from sharing_figures f
    where f.figure = 'III.5.2' and f.first_on between from_on and to_on and (only_body is null or f.body_id = only_body) group by 2
  limit 20000 $$;
