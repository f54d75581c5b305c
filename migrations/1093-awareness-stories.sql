-- Why: a trick on the public board opens to a true story that two officers read, without names and places; it can be taken back at once (issue 20).
create table stories (
  id           uuid not null default uuidv7(),
  body_id      uuid not null default current_body() references bodies,
  -- Slug of the catalogue of tips.
  trick        text not null,
  title        text not null,
  told         text not null,
  -- What anybody can do as well: the turn of the story.
  turn         text not null,
  -- The teller agreed, or it is told again from a file and changed so that nobody is known by it.
  basis        text not null,
  -- From which tip or case its facts are. No foreign key: a tip that the law has deleted leaves the story standing.
  source_kind  text not null,
  source_id    uuid not null,
  state        text not null default 'waiting',
  written_by   uuid not null references officers default current_officer(),
  written_name text not null,
  written_at   timestamptz not null default acting_at(),
  decided_by   uuid references officers,
  decided_name text,
  decided_at   timestamptz,
  ended_name   text,
  ended_at     timestamptz,
  -- Why it was sent back, or taken back.
  note         text,
  constraint stories_pkey primary key (id),
  constraint stories_words check (length(title) between 1 and 120 and length(told) between 60 and 1500 and length(turn) between 10 and 400
    and length(trick) between 1 and 60),
  constraint stories_basis check (basis in ('agreed', 'retold')),
  constraint stories_source check (source_kind in ('signal', 'case')),
  constraint stories_state check (state in ('waiting', 'released', 'refused', 'recalled')),
  constraint stories_note check (length(note) between 1 and 2000 and (state not in ('refused', 'recalled') or note is not null)),
  constraint stories_decided_is_whole check (num_nonnulls(decided_by, decided_name, decided_at) = case when state = 'waiting' then 0 else 3 end),
  constraint stories_ended_is_whole check (num_nonnulls(ended_name, ended_at) = case when state = 'recalled' then 2 else 0 end),
  constraint stories_decided_by_another check (decided_by <> written_by)
);
create index stories_by_body on stories (body_id, id desc);
create index stories_of_trick on stories (trick, decided_at desc) where state = 'released';

/* Whoever the statement comes from: decided once, by another than wrote it; recalled by anybody who may, at once; its words never change. */
create function guard_story() returns trigger language plpgsql as $$
declare
  moving text[] := array['state', 'decided_by', 'decided_name', 'decided_at', 'ended_name', 'ended_at', 'note', 'body_id'];
begin
  if tg_op = 'INSERT' then
    if new.state <> 'waiting' then
      raise exception 'a story begins by waiting' using errcode = 'check_violation', constraint = 'stories_begin_waiting';
    end if;
    new.written_by := current_officer();
    new.written_at := acting_at();
    return new;
  end if;
  if to_jsonb(new) - moving is distinct from to_jsonb(old) - moving then
    raise exception 'what was written stands as it is' using errcode = 'check_violation', constraint = 'stories_stand';
  end if;
  if new.state = old.state then
    if to_jsonb(new) - 'body_id' is distinct from to_jsonb(old) - 'body_id' then
      raise exception 'it is decided once' using errcode = 'check_violation', constraint = 'stories_decided_once';
    end if;
    return new;
  end if;
  if old.state = 'waiting' and new.state in ('released', 'refused') then
    new.decided_by := current_officer();
    new.decided_at := acting_at();
    return new;
  end if;
  if old.state = 'released' and new.state = 'recalled' then
    new.decided_by := old.decided_by; new.decided_name := old.decided_name; new.decided_at := old.decided_at;
    new.ended_at := acting_at();
    return new;
  end if;
  raise exception 'it is decided once' using errcode = 'check_violation', constraint = 'stories_decided_once';
end $$;
create trigger stories_guard before insert or update on stories for each row execute function guard_story();

alter table stories enable row level security;
alter table stories force row level security;
create policy stories_of_my_body on stories for select to lp_app using (body_id = (select current_body()));
create policy stories_written on stories for insert to lp_app with check (body_id = (select current_body()) and (select acting_for_authority()));
create policy stories_decided on stories for update to lp_app using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy stories_public on stories for select to lp_public using (state = 'released');
create policy stories_for_jobs on stories to lp_job using (true) with check (true);
grant select, insert (trick, title, told, turn, basis, source_kind, source_id, written_name), update (state, decided_name, ended_name, note) on stories to lp_app;
grant select (id, trick, title, told, turn, basis, decided_at, state) on stories to lp_public;
grant select, update (body_id) on stories to lp_job;
