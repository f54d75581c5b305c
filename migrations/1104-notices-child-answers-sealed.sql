-- Why: what a commune answers says where a child is now and who is with it, and lies under a seal as the telling does; a mail that was not taken is tried again.
alter table child_alerts
  -- {"note"}: sealed with the key of identities. `done_note` holds what was written in the clear before; nothing is added to it.
  add column sealed_done bytea,
  add column mail_tries smallint not null default 0,
  drop constraint child_alerts_done_is_whole,
  add constraint child_alerts_done_is_whole check (num_nonnulls(done_name, done_at) in (0, 2)
    and num_nonnulls(done_note, sealed_done) = num_nonnulls(done_at) and (done_at is null or received_at is not null)),
  add constraint child_alerts_mail_tries check (mail_tries >= 0);

create or replace function guard_child_alert() returns trigger language plpgsql as $$
declare
  theirs text[] := array['received_name', 'received_at', 'sealed_done', 'done_name', 'done_at'];
begin
  if current_job() is not null then return new; end if;
  if to_jsonb(new) - theirs is distinct from to_jsonb(old) - theirs and to_jsonb(new) - array['body_id'] is distinct from to_jsonb(old) - array['body_id'] then
    raise exception 'what was told stands' using errcode = 'check_violation', constraint = 'child_alerts_stand';
  end if;
  if to_jsonb(new) - 'body_id' is not distinct from to_jsonb(old) - 'body_id' then return new; end if;
  if current_body() is distinct from old.to_body_id or old.done_at is not null
    or old.received_at is not null and new.received_name is distinct from old.received_name then
    raise exception 'who was told says what was done, once' using errcode = 'check_violation', constraint = 'child_alerts_by_who_was_told';
  end if;
  new.received_at := coalesce(old.received_at, acting_at());
  new.done_at := case when new.sealed_done is not null then acting_at() end;
  return new;
end $$;

revoke update (done_note) on child_alerts from lp_app;
grant update (sealed_done) on child_alerts to lp_app;
grant update (mail_tries) on child_alerts to lp_job;
