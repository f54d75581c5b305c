-- Why: patrols are planned from hot spots, logged from a phone without network, and their paths are shown to the team alone and erased (issue 19).
create sequence patrol_plan_numbers;
create table patrol_plans (
  id          uuid not null default uuidv7(),
  body_id     uuid not null references bodies default current_body(),
  number      bigint not null default nextval('patrol_plan_numbers'),
  name        text not null,
  area_codes  text[] not null,
  -- Classes of assets that are looked at.
  kinds       text[] not null,
  -- The route in words: roads, sections of a line.
  segments    text,
  times_month int not null,
  -- What was proposed from the incidents of these places when it was planned.
  proposed    int not null,
  from_on     date not null,
  until_on    date,
  leader_id   uuid not null references officers,
  leader_name text not null,
  team_ids    uuid[] not null default '{}',
  team_names  text[] not null default '{}',
  ended_on    date,
  made_name   text not null,
  made_at     timestamptz not null default acting_at(),
  changed_at  timestamptz not null default acting_at(),
  constraint patrol_plans_pkey primary key (id),
  constraint patrol_plans_number unique (number),
  constraint patrol_plans_with_body unique (id, body_id),
  constraint patrol_plans_name check (length(name) between 1 and 200),
  constraint patrol_plans_areas check (cardinality(area_codes) between 1 and 50),
  constraint patrol_plans_kinds check (cardinality(kinds) between 1 and 10),
  constraint patrol_plans_segments check (length(segments) between 1 and 2000),
  constraint patrol_plans_times check (times_month between 1 and 62 and proposed between 0 and 62),
  constraint patrol_plans_until check (until_on >= from_on),
  constraint patrol_plans_team check (cardinality(team_ids) <= 30 and cardinality(team_names) = cardinality(team_ids))
);
create index patrol_plans_by_body on patrol_plans (body_id, number);

create sequence patrol_numbers;
-- One patrol that was made.
create table patrols (
  id         uuid not null default uuidv7(),
  body_id    uuid not null references bodies default current_body(),
  number     bigint not null default nextval('patrol_numbers'),
  plan_id    uuid not null,
  began_at   timestamptz not null,
  ended_at   timestamptz not null,
  note       text,
  origin     text not null,
  device_at  timestamptz,
  sent_key   text,
  points     int not null,
  findings   int not null,
  entered_at timestamptz not null default acting_at(),
  made_by    uuid references officers default current_officer(),
  made_name  text not null,
  constraint patrols_pkey primary key (id),
  constraint patrols_number unique (number),
  constraint patrols_with_body unique (id, body_id),
  constraint patrols_sent_once unique (body_id, sent_key),
  constraint patrols_plan foreign key (plan_id, body_id) references patrol_plans (id, body_id) on update cascade,
  constraint patrols_times check (ended_at > began_at and ended_at <= began_at + interval '24 hours'),
  constraint patrols_note check (length(note) between 1 and 2000),
  constraint patrols_origin check (origin in ('form', 'field')),
  constraint patrols_key check (sent_key ~ '^[\w-]{8,64}$'),
  constraint patrols_counts check (points between 0 and 30 and findings between 0 and points)
);
create index patrols_by_plan on patrols (plan_id, began_at);
create index patrols_by_body on patrols (body_id, began_at);

create table patrol_checkpoints (
  id          uuid not null default uuidv7(),
  patrol_id   uuid not null,
  body_id     uuid not null references bodies default current_body(),
  position    int not null,
  at          timestamptz not null,
  -- A list that is taken back takes its assets along; what was seen there stays.
  asset_id    uuid references assets on delete set null,
  area_code   text references areas,
  outcome     text not null,
  note        text,
  lat         numeric(8, 5),
  lon         numeric(8, 5),
  -- The incident that was told of what was found.
  incident_id uuid references incidents,
  constraint patrol_checkpoints_pkey primary key (id),
  constraint patrol_checkpoints_position unique (patrol_id, position),
  constraint patrol_checkpoints_patrol foreign key (patrol_id, body_id) references patrols (id, body_id) on update cascade,
  constraint patrol_checkpoints_outcome check (outcome in ('fine', 'damaged', 'suspicious', 'unreached')),
  constraint patrol_checkpoints_note check (length(note) between 1 and 1000),
  constraint patrol_checkpoints_point check ((lat is null) = (lon is null)),
  constraint patrol_checkpoints_incident check (incident_id is null or outcome in ('damaged', 'suspicious'))
);
create index patrol_checkpoints_by_asset on patrol_checkpoints (asset_id, at);
create index patrol_checkpoints_by_incident on patrol_checkpoints (incident_id);

-- The path, thinned on the device: it shows where people of the team were, so only they and their leader see it, for some months.
create table patrol_tracks (
  patrol_id   uuid not null,
  body_id     uuid not null references bodies default current_body(),
  leader_id   uuid not null references officers,
  team_ids    uuid[] not null,
  -- [[latitude, longitude, seconds since 1970], …]
  points      jsonb not null,
  recorded_at timestamptz not null default acting_at(),
  constraint patrol_tracks_pkey primary key (patrol_id),
  constraint patrol_tracks_patrol foreign key (patrol_id, body_id) references patrols (id, body_id) on update cascade,
  constraint patrol_tracks_points check (jsonb_typeof(points) = 'array' and jsonb_array_length(points) between 2 and 400)
);
create index patrol_tracks_by_time on patrol_tracks (recorded_at);

-- How many months a path is kept: the newest counts.
create table patrol_rules (
  id           uuid not null default uuidv7(),
  body_id      uuid not null references bodies default current_body(),
  track_months int not null,
  at           timestamptz not null default acting_at(),
  by_name      text not null,
  constraint patrol_rules_pkey primary key (id),
  constraint patrol_rules_months check (track_months between 1 and 24)
);
create index patrol_rules_newest on patrol_rules (at desc, id desc);

do $$ declare t text; begin
  foreach t in array array['patrol_plans', 'patrols', 'patrol_checkpoints', 'patrol_tracks', 'patrol_rules'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to lp_job using (true) with check (true)', t || '_for_jobs', t);
  end loop;
end $$;

-- Who patrols, the police and who oversees the field, so that two do not plan one route; no enterprise learns another's hours.
create policy patrol_plans_seen on patrol_plans for select to lp_app using (body_id = (select current_body())
  or (select acting_kind()) = 'police' or (select acting_oversees()));
create policy patrol_plans_made on patrol_plans for insert to lp_app with check (body_id = (select current_body()) and ended_on is null);
create policy patrol_plans_changed on patrol_plans for update to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy patrols_seen on patrols for select to lp_app using (body_id = (select current_body())
  or (select acting_kind()) = 'police' or (select acting_oversees()));
-- Whoever leads it or goes along.
create policy patrols_made on patrols for insert to lp_app with check (body_id = (select current_body()) and exists (select from patrol_plans p
  where p.id = plan_id and p.ended_on is null and ((select current_officer()) = p.leader_id or (select current_officer()) = any (p.team_ids))));
-- Points and words tell exact places.
create policy patrol_checkpoints_seen on patrol_checkpoints for select to lp_app using (body_id = (select current_body())
  or (select acting_kind()) = 'police');
create policy patrol_checkpoints_made on patrol_checkpoints for insert to lp_app with check (body_id = (select current_body())
  and exists (select from patrols p where p.id = patrol_id and p.body_id = (select current_body())));
create policy patrol_checkpoints_told on patrol_checkpoints for update to lp_app
  using (body_id = (select current_body()) and incident_id is null) with check (body_id = (select current_body()));
create policy patrol_tracks_of_the_team on patrol_tracks for select to lp_app using (body_id = (select current_body())
  and ((select current_officer()) = leader_id or (select current_officer()) = any (team_ids)));
create policy patrol_tracks_made on patrol_tracks for insert to lp_app with check (body_id = (select current_body())
  and ((select current_officer()) = leader_id or (select current_officer()) = any (team_ids)));
create policy patrol_rules_seen on patrol_rules for select to lp_app using (true);
create policy patrol_rules_made on patrol_rules for insert to lp_app with check (body_id = (select current_body()) and (select acting_oversees()));

grant usage on sequence patrol_plan_numbers, patrol_numbers to lp_app;
grant select, insert, update (ended_on, leader_id, leader_name, changed_at) on patrol_plans to lp_app;
grant select, insert on patrols, patrol_tracks, patrol_rules to lp_app;
grant select, insert, update (incident_id) on patrol_checkpoints to lp_app;
grant select, update (body_id) on patrol_plans, patrol_rules to lp_job;
grant select on patrols, patrol_checkpoints to lp_job;
grant select, delete on patrol_tracks to lp_job;
