-- Why: an officer who leaves hands over what hangs on them; nothing is lost with a post that ends (issue 16, public reports log 53).

-- A colleague takes over a part of a task. Who may see the task inside the body may say so (policy of 0300).
grant update (officer_id, assignee_name) on sub_tasks to lp_app;

-- Drafts belong to who writes them, and nobody else changes one. The administrator of the body, who reads none of them, gives
-- them to another officer of the same body, as they are.
create function may_pass_drafts_to(taking uuid) returns text
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  taker text;
begin
  if not acting_administers() then
    raise exception 'drafts are passed on by an administrator of the body' using errcode = 'insufficient_privilege';
  end if;
  select o.full_name into taker from officers o join posts p on p.officer_id = o.id
    where o.id = taking and p.body_id = current_body() and post_is_held(p) limit 1;
  if taker is null then
    raise exception 'drafts stay in the body' using errcode = 'insufficient_privilege';
  end if;
  return taker;
end $$;
create function pass_import_drafts(leaving uuid, taking uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform may_pass_drafts_to(taking);
  update import_drafts set written_by = taking, version = version + 1, changed_at = acting_at()
    where written_by = leaving and body_id = current_body() and state <> 'issued';
end $$;
create function pass_document_drafts(leaving uuid, taking uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  taker text := may_pass_drafts_to(taking);
begin
  update official_documents set drafted_by = taking, drafted_name = taker, version = version + 1, changed_at = acting_at()
    where drafted_by = leaving and body_id = current_body() and state in ('draft', 'review', 'approved');
end $$;
revoke select (original_sha256, text_sha256) on import_drafts from lp_definer;
grant select, update (written_by, version, changed_at) on import_drafts to lp_definer;
grant update (drafted_by, drafted_name, version, changed_at) on official_documents to lp_definer;
alter function may_pass_drafts_to(uuid) owner to lp_definer;
alter function pass_import_drafts(uuid, uuid) owner to lp_definer;
alter function pass_document_drafts(uuid, uuid) owner to lp_definer;
set local role lp_definer;
revoke all on function may_pass_drafts_to(uuid), pass_import_drafts(uuid, uuid), pass_document_drafts(uuid, uuid) from public;
grant execute on function pass_import_drafts(uuid, uuid), pass_document_drafts(uuid, uuid) to lp_app;
reset role;

-- A request is signed by the officer who asks; an administrator of the body may withdraw what a colleague asked. One check for both kept that away.
create policy invitations_asked_by_me on invitations as restrictive for insert to lp_app
  with check (invited_by = (select current_officer()));
alter policy invitations_by_my_administrator on invitations
  with check (body_id = (select current_body()) and (select acting_administers()));
alter policy invitations_of_administrators on invitations
  with check (role = 'administrator' and (select acting_keeps_chart()));
