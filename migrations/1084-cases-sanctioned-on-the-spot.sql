-- Why: a small fine is decided on the spot, without a record (Luật XLVPHC Đ56), and execution that was suspended goes on by a
-- decision of its own (Đ62): both were typed nowhere, and a case could be sanctioned after a record only.

-- Decided without a record. The highest limit that any law of the data gives is 1.000.000 đồng, of an organisation.
alter table sanctions add column on_spot boolean not null default false,
  add constraint sanctions_on_spot_are_small check (not on_spot or (kind = 'fine' and amount <= 1000000));

-- The decision that suspended execution, until another lets it go on.
alter table cases add column halted_on date, add column halted_number text,
  add constraint cases_halted_whole check (num_nonnulls(halted_on, halted_number) in (0, 2)),
  add constraint cases_halted_number check (length(halted_number) between 1 and 300);
grant update (halted_on, halted_number) on cases to lp_app;

-- The migrating role passes row security of these tables: a file that the police hold was suspended when it went to them.
alter table cases no force row level security;
alter table case_transfers no force row level security;
update cases c set halted_on = t.suspended_on, halted_number = left(t.suspension_number, 300)
from case_transfers t
where t.case_id = c.id and c.state in ('transferred', 'prosecuted') and c.returns_to = 'decided'
  and t.result is distinct from 'returned' and t.suspended_on is not null and coalesce(t.suspension_number, '') <> '';
alter table cases force row level security;
alter table case_transfers force row level security;

-- The moves of src/cases/domain/life.ts; a test compares the two.
create or replace function case_moves() returns text[] language sql immutable parallel safe as $$ select array[
  'cleared closed', 'closed decided', 'closed recorded', 'closed verifying', 'decided executed', 'decided transferred',
  'executed closed', 'opened verifying', 'preventing cleared', 'preventing closed', 'preventing decided', 'preventing recorded',
  'preventing transferred', 'preventing verifying', 'prosecuted closed', 'prosecuted decided', 'prosecuted recorded',
  'prosecuted verifying', 'recorded cleared', 'recorded decided', 'recorded transferred', 'transferred decided',
  'transferred prosecuted', 'transferred recorded', 'transferred verifying', 'verifying cleared', 'verifying decided',
  'verifying preventing', 'verifying recorded', 'verifying transferred'] $$;

-- Luật Xử lý vi phạm hành chính, Điều 56, 62, 63: no sanction while the file is away; without a record on the spot only.
create or replace function check_sanction_order() returns trigger language plpgsql as $$
begin
  perform from cases c where c.id = new.case_id
    and (c.state = 'recorded' and not new.on_spot or c.state in ('verifying', 'preventing') and new.on_spot) for update;
  if not found then
    raise exception 'a sanction needs a record, here' using errcode = 'check_violation', constraint = 'sanctions_on_a_record';
  end if;
  return new;
end $$;

-- As in 0760, and a case is decided without a record only by decisions that were made on the spot.
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
    and exists (select from case_acts a where a.case_id = old.id
      and not exists (select from sanctions s where s.act_id = a.id and s.on_spot)) then
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

-- The papers of what is new here, and those that were still typed elsewhere.
alter table case_papers drop constraint case_papers_kind,
  add constraint case_papers_kind check (kind in ('record', 'session', 'hearing', 'explaining', 'keeping', 'spot', 'sanction',
    'remedy', 'confiscation', 'postponement', 'instalments', 'halt', 'continuation', 'enforcement', 'transfer-notice', 'request'));
