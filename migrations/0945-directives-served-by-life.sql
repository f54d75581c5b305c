-- Why: an incident and a notice count as progress of the task they name when they are through, whoever brought them there (issue 19).

/* Another body may repair, sign or drop what names a task of one's own: the row of each body that named one follows the record.
   Repaired: done on that day. Dropped: it serves nothing. */
create function follow_incident() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.state = 'dismissed' then
    delete from served_assignments s where s.kind = 'incident' and s.record_id = new.id;
  else
    update served_assignments s set done_on = local_day(new.resolved_at) where s.kind = 'incident' and s.record_id = new.id;
  end if;
  return null;
end $$;
create trigger incidents_served after update of state on incidents
  for each row when (old.state is distinct from new.state) execute function follow_incident();

/* Of a notice that the acting body handles or signs. Sent: done on that day. Refused or taken back: it serves nothing. */
create function follow_notice(notice uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  sent timestamptz;
  standing text;
begin
  select n.sent_at, n.state into sent, standing from notices n
    where n.id = notice and current_body() in (n.body_id, n.signing_body_id);
  if standing in ('refused', 'reversed') then
    delete from served_assignments s where s.kind = 'notice' and s.record_id = notice;
  elsif standing is not null then
    update served_assignments s set done_on = local_day(sent) where s.kind = 'notice' and s.record_id = notice;
  end if;
end $$;

grant select, update (done_on), delete on served_assignments to lp_definer;
alter function follow_incident() owner to lp_definer;
alter function follow_notice(uuid) owner to lp_definer;
set local role lp_definer;
revoke all on function follow_incident() from public;
revoke all on function follow_notice(uuid) from public;
grant execute on function follow_notice(uuid) to lp_app;
reset role;
