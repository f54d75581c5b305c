-- Why: the figures of cases walked sanctions four times and requests twice, each through the table; now once each, from an index.

drop index sanctions_by_day;
create index sanctions_by_day on sanctions (decided_on) include (body_id, case_id, act_id, number, amount);
drop index sanctions_by_payment;
create index sanctions_by_payment on sanctions (paid_on) include (body_id, paid) where paid_on is not null;
drop index case_transfers_by_signature;
create index case_transfers_by_signature on case_transfers (signed_on) include (body_id) where signed_on is not null;
-- Repeated offenders are looked for among acts against information rules only (III.6.3).
create index case_acts_by_information_rule on case_acts (id) include (offender_hash, offender_kind, offender_name)
  where violation_id like 'V-TIN-%';
-- A case lies where its first tip lies (0682): the index alone tells; a tip pays for it when it goes into a case.
create index signals_place_of_case on signals (case_id, received_at) include (place) where case_id is not null and place is not null;

-- What case_figures says record by record, added up: recount.test.ts holds both against a count by hand.
create function count_case_figures(from_on date, to_on date, only_body uuid)
  returns table (figure text, part text, by_body_id uuid, records bigint, amount numeric, middle numeric, once bigint)
  language sql stable as $$
  with decided as materialized (
    select s.body_id, s.case_id, s.act_id, s.number, s.decided_on, s.amount from sanctions s
    where s.decided_on between from_on and to_on and (only_body is null or s.body_id = only_body)),
  answered as materialized (
    select 'III.5.3'::text as figure, 'all'::text as part, r.enterprise_id, r.asks, r.answer, cardinality(r.targets) as targets,
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
      where a.answer = 'done' and a.asks in ('block', 'suspend') group by a.asks, a.enterprise_id)
  select c.figure, c.part, c.by_body_id, sum(c.n)::bigint, sum(c.amount), null::numeric, null::bigint from cells c
    group by grouping sets ((c.figure, c.part), (c.figure, c.part, c.by_body_id))
  union all
  select a.figure, a.part, a.enterprise_id, count(*), sum(a.hours),
      round((percentile_cont(0.5) within group (order by a.hours))::numeric, 1), null
    from answered a group by grouping sets ((a.figure, a.part), (a.figure, a.part, a.enterprise_id))
  union all
  select o.figure, o.part, o.body_id, count(*), null, null, count(distinct o.who)
    from offenders o group by grouping sets ((o.figure, o.part), (o.figure, o.part, o.body_id)) $$;

create or replace function count_figures(from_on date, to_on date, only_body uuid)
  returns table (figure text, part text, by_body_id uuid, records bigint, amount numeric, middle numeric, once bigint)
  language sql stable as $$
  select s.*, null::numeric, null::bigint from count_signal_figures(from_on, to_on, only_body) s
  union all
  select c.* from count_case_figures(from_on, to_on, only_body) c
  union all
  select d.figure, d.part, d.by_body_id, count(*), null, null, null
    from (select x.figure, x.by_body_id,
        case when x.figure = 'II.2' then duty_part(x.due_on, x.done_on, to_on) else 'all' end as part
      from directive_figures x where x.first_on <= to_on and x.last_on >= from_on
        and (only_body is null or x.body_id = only_body)) d
    group by grouping sets ((d.figure, d.part), (d.figure, d.part, d.by_body_id)) $$;
