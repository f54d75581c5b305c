-- Why: a deadline follows what happened, not when somebody typed it. An event keeps the day of its fact beside the moment it was
-- entered; an act may still go on when it is found; a silent enterprise stops no duty, and a request to it may be taken back; what
-- reopening and a return from the police used to lose runs again.

alter table case_acts add column is_ongoing boolean not null default false;

-- The migrating role passes row security of these three tables while it fills in what older versions left out.
alter table case_events no force row level security;
alter table case_clocks no force row level security;
alter table cases no force row level security;
alter table sanctions no force row level security;
alter table case_transfers no force row level security;

alter table case_events add column happened_on date;
alter table case_events disable trigger case_events_are_append_only;
update case_events set happened_on = coalesce(
  (details->>'recordedOn')::date, (details->>'decidedOn')::date, (details->>'servedOn')::date, (details->>'paidOn')::date,
  (details->>'askedOn')::date, (at at time zone 'Asia/Ho_Chi_Minh')::date);
alter table case_events enable trigger case_events_are_append_only;
alter table case_events alter column happened_on set default acting_on(), alter column happened_on set not null;

-- The limitation of an act that nobody sanctioned runs, whatever was closed and opened again meanwhile.
update case_clocks k set stopped_on = null
from cases c
where c.id = k.case_id and k.purpose = 'limitation' and k.stopped_on is not null
  and c.state in ('opened', 'verifying', 'preventing', 'recorded', 'transferred', 'prosecuted')
  and not exists (select from sanctions s where s.act_id = k.act_id)
  and k.id = (select one.id from case_clocks one where one.case_id = k.case_id and one.purpose = k.purpose
    and one.act_id is not distinct from k.act_id order by one.stopped_on is not null, one.id desc limit 1);

-- Điều 62: execution stands still while the file is with the police, and goes on when it comes back.
update case_clocks k set stopped_on = null, due = case when t.result = 'returned' then k.due end,
  events = k.events || jsonb_build_object('kind', 'suspend', 'on', t.handed_on, 'why', 'transfer')
    || case when t.result = 'returned' then jsonb_build_array(jsonb_build_object('kind', 'resume', 'on', t.result_on)) else '[]' end
from cases c, case_transfers t
where c.id = k.case_id and t.case_id = c.id and k.stopped_on is not null and jsonb_array_length(k.events) < 18
  and t.id = (select last.id from case_transfers last where last.case_id = c.id order by last.id desc limit 1)
  and (c.state = 'decided' and t.result = 'returned' or c.state in ('transferred', 'prosecuted') and c.returns_to = 'decided')
  and left(k.start_at, 10) <= t.handed_on::text
  and k.purpose = (select case when bool_or(s.served_on is null) then 'send' else 'pay' end from sanctions s where s.case_id = c.id)
  and k.id = (select one.id from case_clocks one where one.case_id = k.case_id and one.purpose = k.purpose
    order by one.stopped_on is not null, one.id desc limit 1);

-- The hub has handed over when it handed over, not when the police sign.
update case_clocks k set stopped_on = t.handed_on
from case_transfers t
where t.case_id = k.case_id and k.purpose = 'hand-over' and k.stopped_on is null and t.result is distinct from 'returned';

-- Điều 66.1.b: who asked to explain, or explained, has lengthened the time to decide by operation of law. Counted anew by the nightly count.
update case_clocks k set rule_id = 'XP-QD-1M'
where k.purpose = 'decide' and k.stopped_on is null and k.rule_id in ('XP-QD-7-2020', 'XP-QD-10')
  and exists (select from case_events e where e.case_id = k.case_id and left(k.start_at, 10) <= e.happened_on::text
    and (e.what = 'case.hearing-asked' or e.what = 'case.explained' and e.details->>'way' in ('written', 'oral')));

update cases c set due_on = d.due from (
  select k.case_id, min(left(k.due, 10)::date) as due from case_clocks k
  where k.stopped_on is null and k.due is not null and k.purpose not in ('explain', 'ask-hearing') group by k.case_id) as d
where d.case_id = c.id and c.due_on is distinct from d.due;

alter table case_events force row level security;
alter table case_clocks force row level security;
alter table cases force row level security;
alter table sanctions force row level security;
alter table case_transfers force row level security;

-- A request that is given up: the enterprise sees that it need not answer.
alter table prevention_requests add column withdrawn_on date, add column withdrawn_name text, add column withdrawn_reason text,
  add constraint prevention_requests_withdrawn_whole check (num_nonnulls(withdrawn_on, withdrawn_name, withdrawn_reason) in (0, 3)),
  add constraint prevention_requests_withdrawn_unanswered check (withdrawn_on is null or answer is null);
drop policy prevention_requests_answered_by_the_enterprise on prevention_requests;
create policy prevention_requests_answered_by_the_enterprise on prevention_requests for update to lp_app
  using (enterprise_id = (select current_body()) and answer is null and withdrawn_on is null)
  with check (enterprise_id = (select current_body()) and withdrawn_on is null);
create policy prevention_requests_withdrawn_by_the_handler on prevention_requests for update to lp_app
  using (body_id = (select current_body()) and answer is null and withdrawn_on is null
    and exists (select from cases c where c.id = case_id))
  with check (body_id = (select current_body()) and answer is null);
grant update (withdrawn_on, withdrawn_name, withdrawn_reason) on prevention_requests to lp_app;

-- As in 0533, but that no case waits for the answer of an enterprise any more.
create or replace function check_case_move() returns trigger language plpgsql as $$
declare
  is_mine boolean := old.body_id = current_body();
  is_with_police boolean;
begin
  if new.state = old.state then return new; end if;
  if not (old.state || ' ' || new.state = any (case_moves())) then
    raise exception 'a case does not go from % to %', old.state, new.state using errcode = 'check_violation', constraint = 'cases_move';
  end if;
  is_with_police := old.state in ('transferred', 'prosecuted') and new.state <> 'closed' or old.state = 'closed' and old.outcome = 'prosecuted';
  if is_with_police then
    if not exists (select from case_transfers t where t.case_id = old.id and t.to_body_id = current_body() and t.result is distinct from 'returned') then
      raise exception 'the file is with the police' using errcode = 'check_violation', constraint = 'cases_move_by_the_police';
    end if;
    if new.state <> 'prosecuted' and new.state <> coalesce(old.returns_to, 'verifying') then
      raise exception 'a returned file comes back to %', old.returns_to using errcode = 'check_violation', constraint = 'cases_return_to_where_they_stood';
    end if;
  elsif not coalesce(is_mine, false) then
    raise exception 'only the body that handles a case takes this step' using errcode = 'check_violation', constraint = 'cases_move_by_the_handler';
  end if;
  if old.state = 'closed' and old.outcome = 'sanctioned' then
    raise exception 'a sanctioned case is not opened again' using errcode = 'check_violation', constraint = 'cases_sanctioned_once';
  end if;
  if old.state in ('verifying', 'preventing') and new.state = 'recorded' and not exists (select from case_acts a where a.case_id = old.id) then
    raise exception 'a record needs an act' using errcode = 'check_violation', constraint = 'cases_record_an_act';
  end if;
  if old.state = 'recorded' and new.state = 'decided' and not exists (select from sanctions s where s.case_id = old.id) then
    raise exception 'a decided case has a decision' using errcode = 'check_violation', constraint = 'cases_decide_in_writing';
  end if;
  if new.state = 'transferred' and not exists (select from case_transfers t where t.case_id = old.id and t.result is null) then
    raise exception 'a transferred file was handed to somebody' using errcode = 'check_violation', constraint = 'cases_transfer_to_somebody';
  end if;
  if new.state = 'prosecuted' and not exists (select from case_transfers t where t.case_id = old.id and t.result = 'prosecuted') then
    raise exception 'the police say what they prosecute' using errcode = 'check_violation', constraint = 'cases_prosecute_in_writing';
  end if;
  return new;
end $$;

-- Điều 62.2: number and day of the decision that suspended execution, where the file went over after a sanction.
alter table case_transfers add column suspension_number text, add column suspended_on date,
  add constraint case_transfers_suspension_whole check (num_nonnulls(suspension_number, suspended_on) in (0, 2)),
  add constraint case_transfers_suspension_in_order check (suspended_on is null or suspended_on <= handed_on);
