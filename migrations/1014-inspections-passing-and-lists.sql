-- Why: what a body was asked along to passes to its successor on reform day, also where the successor goes along with that check itself:
-- both answers stay. A body is asked once, which who asks sees to; two letters that wait for one answer there are never.
alter table inspection_invitations drop constraint inspection_invitations_once;
create unique index inspection_invitations_waiting_once on inspection_invitations (inspection_id, to_body_id) where state = 'asked';
create index inspection_invitations_by_inspection on inspection_invitations (inspection_id, to_body_id);

-- Why: a list taken back months later took rows along that somebody had put right or found to comply: they stay, as those that a check names.
grant select on inspection_subject_events to lp_definer;
set local role lp_definer;
create or replace function undo_subject_import(import uuid, who text) returns int
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone int;
begin
  update inspection_imports i set undone_at = acting_at(), undone_name = who
    where i.id = import and i.body_id = current_body() and i.undone_at is null;
  if not found then
    return null;
  end if;
  delete from inspection_subjects s where s.import_id = import and s.body_id = current_body()
    and not exists (select from inspections i where i.subject_id = s.id)
    and not exists (select from inspection_subject_events e where e.subject_id = s.id and e.what in ('changed', 'complies'));
  get diagnostics gone = row_count;
  return gone;
end $$;
reset role;
