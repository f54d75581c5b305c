-- Why: an act that was carried from a check, or stood before 1085, is without the count on which its fine depends, and nobody
-- could add it; and a case without any act could be set to decided, since no act lacked a decision on the spot.

grant update (units, unit_kind) on case_acts to lp_app;

-- As in 1084, and a case that is decided without a record has such a decision.
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
  if old.state in ('verifying', 'preventing') and new.state = 'decided'
    and (not exists (select from sanctions s where s.case_id = old.id and s.on_spot)
      or exists (select from case_acts a where a.case_id = old.id
        and not exists (select from sanctions s where s.act_id = a.id and s.on_spot))) then
    raise exception 'a case without a record is decided on the spot' using errcode = 'check_violation', constraint = 'cases_decide_on_the_spot';
  end if;
  if new.state = 'transferred' and not exists (select from case_transfers t where t.case_id = old.id and t.result is null) then
    raise exception 'a transferred file was handed to somebody' using errcode = 'check_violation', constraint = 'cases_transfer_to_somebody';
  end if;
  if new.state = 'prosecuted' and not exists (select from case_transfers t where t.case_id = old.id and t.result = 'prosecuted') then
    raise exception 'the police say what they prosecute' using errcode = 'check_violation', constraint = 'cases_prosecute_in_writing';
  end if;
  return new;
end $$;
