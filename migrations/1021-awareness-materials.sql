-- Why: leaflets and texts for the loudspeaker stand in versions and languages, and everybody reads what a second person released (issue 20).
create table materials (
  id          uuid not null default uuidv7(),
  body_id     uuid not null default current_body() references bodies,
  -- Its public address.
  code        int generated always as identity,
  -- Null: it stands alone.
  campaign_id uuid,
  made_name   text not null,
  made_at     timestamptz not null default acting_at(),
  constraint materials_pkey primary key (id),
  constraint materials_with_body unique (id, body_id),
  constraint materials_code unique (code),
  constraint materials_campaign foreign key (campaign_id, body_id) references campaigns (id, body_id) on update cascade
);
create index materials_by_body on materials (body_id, id desc);
create index materials_by_campaign on materials (campaign_id) where campaign_id is not null;

create table material_versions (
  id           uuid not null default uuidv7(),
  material_id  uuid not null,
  body_id      uuid not null default current_body(),
  lang         text not null,
  -- Counted within the material and the language.
  nth          int not null,
  title        text not null,
  lead         text not null,
  points       text[] not null,
  to_do        text[] not null,
  -- Read aloud over the loudspeaker.
  spoken       text,
  state        text not null default 'waiting',
  written_by   uuid not null references officers default current_officer(),
  written_name text not null,
  written_at   timestamptz not null default acting_at(),
  decided_by   uuid references officers,
  decided_name text,
  decided_at   timestamptz,
  -- Why it was sent back, or taken away from the public.
  note         text,
  constraint material_versions_pkey primary key (id),
  constraint material_versions_nth unique (material_id, lang, nth),
  constraint material_versions_material foreign key (material_id, body_id) references materials (id, body_id) on update cascade,
  constraint material_versions_lang check (lang in ('vi', 'en')),
  constraint material_versions_words check (length(title) between 1 and 160 and length(lead) between 1 and 2000 and length(spoken) between 1 and 4000
    and cardinality(points) between 1 and 6 and cardinality(to_do) between 1 and 6 and length(array_to_string(points || to_do, '')) <= 2400),
  constraint material_versions_state check (state in ('waiting', 'released', 'refused', 'replaced', 'withdrawn')),
  constraint material_versions_note check (length(note) between 1 and 2000 and (state not in ('refused', 'withdrawn') or note is not null)),
  constraint material_versions_decided_is_whole check (num_nonnulls(decided_by, decided_name, decided_at) = case when state = 'waiting' then 0 else 3 end),
  constraint material_versions_decided_by_another check (decided_by <> written_by)
);
create unique index material_versions_one_released on material_versions (material_id, lang) where state = 'released';
create unique index material_versions_one_waiting on material_versions (material_id, lang) where state = 'waiting';

/* Whoever the statement comes from: a version is released or sent back once, by another than wrote it; its words never change. */
create function guard_material_version() returns trigger language plpgsql as $$
declare
  moving text[] := array['state', 'decided_by', 'decided_name', 'decided_at', 'note', 'body_id'];
begin
  if tg_op = 'INSERT' then
    if new.state <> 'waiting' then
      raise exception 'a version begins by waiting' using errcode = 'check_violation', constraint = 'material_versions_begin_waiting';
    end if;
    return new;
  end if;
  if to_jsonb(new) - moving is distinct from to_jsonb(old) - moving then
    raise exception 'what was written stands as it is' using errcode = 'check_violation', constraint = 'material_versions_stand';
  end if;
  if old.state = 'waiting' and new.state in ('released', 'refused') then
    new.decided_by := current_officer();
    new.decided_at := acting_at();
    return new;
  end if;
  if new.state <> old.state and not (old.state = 'released' and new.state in ('replaced', 'withdrawn'))
    or new.state = old.state and new.note is distinct from old.note then
    raise exception 'it is decided once' using errcode = 'check_violation', constraint = 'material_versions_decided_once';
  end if;
  new.decided_by := old.decided_by; new.decided_name := old.decided_name; new.decided_at := old.decided_at;
  return new;
end $$;
create trigger material_versions_guard before insert or update on material_versions for each row execute function guard_material_version();

alter table materials enable row level security;
alter table materials force row level security;
alter table material_versions enable row level security;
alter table material_versions force row level security;

create policy materials_seen on materials for select to lp_app
  using (body_id = (select current_body()) or exists (select from material_versions v where v.material_id = materials.id and v.state = 'released'));
create policy materials_made on materials for insert to lp_app with check (body_id = (select current_body()));
create policy materials_public on materials for select to lp_public
  using (exists (select from material_versions v where v.material_id = materials.id and v.state = 'released'));
create policy materials_for_jobs on materials to lp_job using (true) with check (true);
grant select, insert on materials to lp_app;
grant select (id, body_id, code, campaign_id) on materials to lp_public;
grant select, update (body_id) on materials to lp_job;

create policy material_versions_seen on material_versions for select to lp_app
  using (body_id = (select current_body()) or state = 'released');
create policy material_versions_written on material_versions for insert to lp_app
  with check (body_id = (select current_body()) and written_by = (select current_officer()));
create policy material_versions_decided on material_versions for update to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy material_versions_public on material_versions for select to lp_public using (state = 'released');
create policy material_versions_for_jobs on material_versions to lp_job using (true) with check (true);
grant select, insert, update (state, decided_name, note) on material_versions to lp_app;
grant select (id, material_id, body_id, lang, nth, title, lead, points, to_do, spoken, state, decided_at) on material_versions to lp_public;
grant select on material_versions to lp_job;
