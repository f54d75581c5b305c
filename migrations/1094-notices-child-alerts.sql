-- Why: where a child is in danger the commune's chairman is told inside the program, at once, with the twelve hours of Nghị định 56/2017 beside it (issue 20).
create table child_alerts (
  id            uuid not null default uuidv7(),
  -- Who tells: the body that handles the notice.
  body_id       uuid not null,
  notice_id     uuid not null,
  -- Who is told: the committee of the place where the child is.
  to_body_id    uuid not null references bodies,
  -- {"facts"}: where the child is and what threatens it; sealed with the key of identities.
  sealed        bytea not null,
  sent_name     text not null,
  sent_at       timestamptz not null default acting_at(),
  due_rule      text not null,
  due_at        timestamptz not null,
  -- When a mail told the committee's officers; null: none has yet.
  mailed_at     timestamptz,
  received_name text,
  received_at   timestamptz,
  done_note     text,
  done_name     text,
  done_at       timestamptz,
  constraint child_alerts_pkey primary key (id),
  constraint child_alerts_once unique (notice_id, to_body_id),
  constraint child_alerts_notice foreign key (notice_id, body_id) references notices (id, body_id) on update cascade,
  constraint child_alerts_received_is_whole check (num_nonnulls(received_name, received_at) in (0, 2)),
  constraint child_alerts_done_is_whole check (num_nonnulls(done_note, done_name, done_at) in (0, 3) and (done_at is null or received_at is not null)),
  constraint child_alerts_done_note check (length(done_note) between 20 and 4000)
);
create index child_alerts_open_at on child_alerts (to_body_id, due_at) where done_at is null;
create index child_alerts_to_mail on child_alerts (sent_at) where mailed_at is null;

/* What was told stands; the committee that was told receives it and says what was done, each once. */
create function guard_child_alert() returns trigger language plpgsql as $$
declare
  theirs text[] := array['received_name', 'received_at', 'done_note', 'done_name', 'done_at'];
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
  new.done_at := case when new.done_note is not null then acting_at() end;
  return new;
end $$;
create trigger child_alerts_guard before update on child_alerts for each row execute function guard_child_alert();

alter table child_alerts enable row level security;
alter table child_alerts force row level security;
create policy child_alerts_seen on child_alerts for select to lp_app
  using (body_id = (select current_body()) or to_body_id = (select current_body()));
create policy child_alerts_sent on child_alerts for insert to lp_app with check (body_id = (select current_body()) and (select acting_for_authority())
  and exists (select from notices n where n.id = notice_id and n.body_id = child_alerts.body_id));
create policy child_alerts_answered on child_alerts for update to lp_app
  using (to_body_id = (select current_body())) with check (to_body_id = (select current_body()));
create policy child_alerts_for_jobs on child_alerts to lp_job using (true) with check (true);
grant select, insert (body_id, notice_id, to_body_id, sealed, sent_name, due_rule, due_at), update (received_name, done_note, done_name) on child_alerts to lp_app;
grant select, update (to_body_id, mailed_at) on child_alerts to lp_job;
