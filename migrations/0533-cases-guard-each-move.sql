-- Why: what src/cases/domain/life.ts asks of a move beyond the two states is the database's too: a state that rests on a record
-- needs the record, the police close nothing, and a returned file comes back to where it stood.

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
  if old.state = 'preventing' and new.state in ('verifying', 'recorded', 'cleared', 'closed')
    and exists (select from prevention_requests r where r.case_id = old.id and r.answer is null) then
    raise exception 'an enterprise has not answered yet' using errcode = 'check_violation', constraint = 'cases_wait_for_answers';
  end if;
  return new;
end $$;

-- A clock that runs belongs to an open case: closing stops them all, whoever closes.
create function check_no_clock_outlives() returns trigger language plpgsql as $$
begin
  if new.state = 'closed' and exists (select from case_clocks k where k.case_id = new.id and k.stopped_on is null) then
    raise exception 'a closed case has no running clock' using errcode = 'check_violation', constraint = 'cases_close_stops_clocks';
  end if;
  return null;
end $$;
create constraint trigger cases_close_stops_clocks after update of state on cases deferrable initially deferred
  for each row execute function check_no_clock_outlives();

-- Due is never before the start.
alter table case_clocks add constraint case_clocks_due_after_start check (due is null or left(due, 10) >= left(start_at, 10));
