-- Why: requests about harmful content and proposals count in the report from their records, and nothing is added twice (issue 20, III.6.1, III.6.2, VI.1).

-- The day on which it first went up: sent back for more and submitted anew, it is still one proposal of its first half-year.
alter table proposals add column first_submitted_on date;
-- The migrating role passes row security and the guard while it fills in what older versions left out.
alter table proposals no force row level security;
alter table proposal_decisions no force row level security;
alter table proposals disable trigger proposals_guard;
update proposals p set first_submitted_on = least(p.submitted_on, (select min(d.decided_on) from proposal_decisions d where d.proposal_id = p.id))
  where p.submitted_on is not null;
alter table proposals enable trigger proposals_guard;
alter table proposals force row level security;
alter table proposal_decisions force row level security;
alter table proposals add constraint proposals_first_submitted check ((first_submitted_on is null) = (submitted_on is null) and first_submitted_on <= submitted_on);
create function keep_first_submission() returns trigger language plpgsql as $$
begin
  new.first_submitted_on := case when tg_op = 'UPDATE' then least(old.first_submitted_on, new.submitted_on) else new.submitted_on end;
  return new;
end $$;
create trigger proposals_first_submission before insert or update of submitted_on, first_submitted_on on proposals
  for each row execute function keep_first_submission();

/* As the views of 0600: one row is one record in one figure, of the body that signed it. A request to correct or to label blocks and removes
   nothing. A request that was taken back later was sent all the same. */
create view notice_figures with (security_invoker = true) as
  with sent as (
    select n.*, case when n.measure in ('remove', 'remove-24h', 'remove-6h') then 'remove' else n.measure end as part
    from notices n where n.sent_at is not null and n.measure in ('limit', 'remove', 'lock', 'remove-24h', 'remove-6h'))
  select 'III.6.1'::text as figure, s.part, 'notice'::text as record_kind, s.id as record_id, s.signing_body_id as body_id,
    s.signing_body_id as by_body_id, local_day(s.sent_at) as first_on, 1::numeric as amount
  from sent s
  union all
  select 'III.6.2', case when s.outcome_at <= s.sent_at + interval '24 hours' then 'within-24h' else 'later' end, 'notice', s.id, s.signing_body_id,
    s.signing_body_id, local_day(s.outcome_at), 1
  from sent s where s.outcome = 'removed';
create index notices_by_sending on notices (local_day(sent_at), signing_body_id) where sent_at is not null;

create function count_notice_figures(from_on date, to_on date, only_body uuid)
  returns table (figure text, part text, by_body_id uuid, records bigint, amount numeric) language sql stable as $$
  select f.figure, f.part, f.by_body_id, count(*), sum(f.amount) from notice_figures f
  where f.first_on between from_on and to_on and (only_body is null or f.body_id = only_body)
  group by grouping sets ((f.figure, f.part), (f.figure, f.part, f.by_body_id)) $$;

-- What had become of a proposal at the end of a day: its last decision until then, else it waits.
create function proposal_part(proposal uuid, until_on date) returns text language sql stable as $$
  select coalesce((select d.outcome from proposal_decisions d where d.proposal_id = proposal and d.decided_on <= until_on
    order by d.decided_on desc, d.noted_at desc limit 1), 'waiting') $$;

create view proposal_figures with (security_invoker = true) as
  select 'VI.1'::text as figure, 'proposal'::text as record_kind, p.id as record_id, p.body_id as by_body_id, p.body_id, p.first_submitted_on as first_on
  from proposals p where p.first_submitted_on is not null and p.state <> 'withdrawn';
drop index proposals_by_submission;
create index proposals_by_submission on proposals (first_submitted_on, body_id) where first_submitted_on is not null;

create function count_proposal_figures(from_on date, to_on date, only_body uuid)
  returns table (figure text, part text, by_body_id uuid, records bigint, amount numeric) language sql stable as $$
  select f.figure, f.part, f.body_id, count(*), count(*)::numeric
  from (select x.figure, x.body_id, proposal_part(x.record_id, to_on) as part from proposal_figures x
    where x.first_on between from_on and to_on and (only_body is null or x.body_id = only_body)) f
  group by grouping sets ((f.figure, f.part), (f.figure, f.part, f.body_id)) $$;

/* As in 1022. */
create or replace function count_figures(from_on date, to_on date, only_body uuid)
  returns table (figure text, part text, by_body_id uuid, records bigint, amount numeric, middle numeric, once bigint)
  language sql stable as $$
  select s.*, null::numeric, null::bigint from count_signal_figures(from_on, to_on, only_body) s
  union all
  select c.* from count_case_figures(from_on, to_on, only_body) c
  union all
  select h.*, null, null from count_sharing_figures(from_on, to_on, only_body) h
  union all
  select n.*, null, null from count_infrastructure_figures(from_on, to_on, only_body) n
  union all
  select k.figure, k.part, k.by_body_id, k.records, null, null, k.once from count_inspection_figures(from_on, to_on, only_body) k
  union all
  select a.*, null, null from count_awareness_figures(from_on, to_on, only_body) a
  union all
  select o.*, null, null from count_notice_figures(from_on, to_on, only_body) o
  union all
  select p.*, null, null from count_proposal_figures(from_on, to_on, only_body) p
  union all
  select d.figure, d.part, d.by_body_id, count(*), null, null, null
    from (select x.figure, x.by_body_id,
        case when x.figure = 'II.2' then duty_part(x.due_on, x.done_on, to_on) else 'all' end as part
      from directive_figures x where x.first_on <= to_on and x.last_on >= from_on
        and (only_body is null or x.body_id = only_body)) d
    group by grouping sets ((d.figure, d.part), (d.figure, d.part, d.by_body_id)) $$;

grant select on notice_figures, proposal_figures to lp_app, lp_definer;
grant select on proposals, proposal_decisions to lp_definer;

/* As in 1080. */
set local role lp_definer;
create or replace function recorded_since() returns table (figure text, body_id uuid, since date)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if current_officer() is null then
    raise exception 'for officers' using errcode = 'insufficient_privilege';
  end if;
  return query select 'III.4.3'::text, w.body_id, min(local_day(w.released_at)) from warnings w where w.released_at is not null
    and (w.body_id = current_body() or exists (select from bodies b where b.id = current_body() and b.kind <> 'enterprise'))
    group by w.body_id limit 5000;
  return query select f.id, coalesce(i.owner_ids[1], i.body_id), min(local_day(i.entered_at)) from incidents i,
      unnest(array['III.2.1', 'III.2.2', 'III.2.3']) f (id)
    where i.state <> 'dismissed' and (coalesce(i.owner_ids[1], i.body_id) = current_body()
      or exists (select from bodies b where b.id = current_body() and b.kind <> 'enterprise'))
    group by 1, 2 limit 5000;
  return query select case e.what when 'inspection.concluded' then 'III.1.1' else 'III.1.2' end, e.body_id, min(local_day(e.at))
    from inspection_events e where e.what in ('inspection.concluded', 'inspection.held')
      and (e.body_id = current_body() or exists (select from bodies b where b.id = current_body() and b.kind <> 'enterprise'))
    group by 1, 2 limit 5000;
  return query select a.figure, a.body_id, min(a.first_on) from awareness_figures a
    where a.body_id = current_body() or exists (select from bodies b where b.id = current_body() and b.kind <> 'enterprise')
    group by 1, 2 limit 5000;
  return query select f.id, n.signing_body_id, min(local_day(n.sent_at)) from notices n, unnest(array['III.6.1', 'III.6.2']) f (id)
    where n.sent_at is not null and (n.signing_body_id = current_body()
      or exists (select from bodies b where b.id = current_body() and b.kind <> 'enterprise'))
    group by 1, 2 limit 5000;
  return query select 'VI.1'::text, p.body_id, min(p.first_submitted_on) from proposals p where p.first_submitted_on is not null
    and (p.body_id = current_body() or exists (select from bodies b where b.id = current_body() and b.kind <> 'enterprise'))
    group by p.body_id limit 5000;
end $$;
reset role;
