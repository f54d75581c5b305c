-- Why: networks are stolen from and cut; who owns them tells it at once to whom the law names, and the exact places stay closed (issue 19).
create function acting_kind() returns text language sql stable parallel safe
  as $$ select kind from bodies where id = current_body() $$;
create function acting_area() returns text language sql stable parallel safe
  as $$ select area_code from bodies where id = current_body() and kind in ('commune-committee', 'district-committee') $$;
-- Whose field or order it is: the lead department, the committee of the province and its office.
create function acting_oversees() returns boolean language sql stable parallel safe
  as $$ select coalesce(bool_or(is_lead or kind in ('province-committee', 'province-office')), false) from bodies where id = current_body() $$;

-- A file that was taken in, so that all of it can be taken back.
create table asset_imports (
  id        uuid not null default uuidv7(),
  body_id   uuid not null references bodies default current_body(),
  file_name text not null,
  rows      int not null,
  at        timestamptz not null default acting_at(),
  by_name   text not null,
  undone_at timestamptz,
  undone_name text,
  constraint asset_imports_pkey primary key (id),
  constraint asset_imports_with_body unique (id, body_id),
  constraint asset_imports_file check (length(file_name) between 1 and 200),
  constraint asset_imports_undone_is_whole check ((undone_at is null) = (undone_name is null))
);
create index asset_imports_by_body on asset_imports (body_id, at);

create sequence asset_numbers;
-- What agencies may know of a piece of network: what it is, whose, in which commune and cell of about 1 km. Where exactly it stands, its
-- code and its name lie in asset_sites.
create table assets (
  id          uuid not null default uuidv7(),
  -- The owner.
  body_id     uuid not null references bodies default current_body(),
  number      bigint not null default nextval('asset_numbers'),
  kind        text not null,
  area_code   text not null references areas,
  -- Hundredths of a degree, rounded down: a square of about 1 km. Null where the owner gave no position.
  cell_lat    int,
  cell_lon    int,
  criticality text not null default 'ordinary',
  state       text not null default 'in-use',
  -- Bodies whose equipment hangs on it, and bodies to which the owner showed the place.
  shared_ids  uuid[] not null default '{}',
  granted_ids uuid[] not null default '{}',
  import_id   uuid,
  entered_at  timestamptz not null default acting_at(),
  changed_at  timestamptz not null default acting_at(),
  constraint assets_pkey primary key (id),
  constraint assets_number unique (number),
  constraint assets_with_body unique (id, body_id),
  constraint assets_kind check (kind in ('bts', 'fibre', 'pole-line', 'manhole', 'cabinet', 'exchange', 'generator', 'battery', 'earth-cable', 'transmitter')),
  constraint assets_criticality check (criticality in ('ordinary', 'important', 'national')),
  constraint assets_state check (state in ('in-use', 'damaged', 'out-of-use', 'planned')),
  constraint assets_cell_is_whole check ((cell_lat is null) = (cell_lon is null)),
  constraint assets_bodies check (cardinality(shared_ids) <= 20 and cardinality(granted_ids) <= 50),
  -- Works of importance for national security are named by decision (QĐ 45/2012/QĐ-TTg); a mast or a cabinet of a place is none of them.
  constraint assets_local_is_not_national check (criticality <> 'national' or kind in ('fibre', 'exchange', 'transmitter')),
  constraint assets_import foreign key (import_id, body_id) references asset_imports (id, body_id) on update cascade
);
create index assets_by_body on assets (body_id, number);
create index assets_by_area on assets (area_code, kind);
create index assets_by_import on assets (import_id);

create table asset_sites (
  asset_id uuid not null,
  body_id  uuid not null default current_body(),
  code     text not null,
  name     text not null,
  place    text,
  -- [[latitude, longitude], …]: one point, or a line.
  shape    jsonb,
  constraint asset_sites_pkey primary key (asset_id),
  constraint asset_sites_asset foreign key (asset_id, body_id) references assets (id, body_id) on update cascade on delete cascade,
  constraint asset_sites_code unique (body_id, code),
  constraint asset_sites_code_length check (length(code) between 1 and 60),
  constraint asset_sites_name check (length(name) between 1 and 200),
  constraint asset_sites_place check (length(place) between 1 and 300),
  constraint asset_sites_shape check (jsonb_typeof(shape) = 'array' and jsonb_array_length(shape) between 1 and 500)
);

create sequence incident_numbers;
create table incidents (
  id           uuid not null default uuidv7(),
  -- Who told of it.
  body_id      uuid not null references bodies default current_body(),
  number       bigint not null default nextval('incident_numbers'),
  kind         text not null,
  state        text not null default 'open',
  happened_at  timestamptz not null,
  -- Where nobody saw it: by then it had happened.
  found_at     timestamptz,
  entered_at   timestamptz not null default acting_at(),
  -- Typed where there was no network: what the clock of that device said when it was done.
  device_at    timestamptz,
  area_code    text not null references areas,
  cell_lat     int,
  cell_lon     int,
  trick        text not null,
  tools        text[] not null default '{}',
  taken        text[] not null default '{}',
  subscribers  int,
  outage_hours numeric(7, 1),
  services     text[] not null default '{}',
  damage_vnd   bigint,
  damage_basis text,
  -- Whose network was hit, and to whom its owner or who told of it opened the closed part.
  owner_ids    uuid[] not null default '{}',
  granted_ids  uuid[] not null default '{}',
  origin       text not null,
  made_by      uuid references officers default current_officer(),
  made_name    text not null,
  -- Given by the device or the program that sends: the same again is the same incident.
  sent_key     text,
  resolved_at  timestamptz,
  changed_at   timestamptz not null default acting_at(),
  constraint incidents_pkey primary key (id),
  constraint incidents_number unique (number),
  constraint incidents_sent_once unique (body_id, sent_key),
  constraint incidents_kind check (kind in ('theft', 'sabotage', 'obstruction', 'accident', 'disaster')),
  constraint incidents_state check (state in ('open', 'resolved', 'dismissed')),
  constraint incidents_origin check (origin in ('form', 'field', 'list', 'api', 'tip')),
  constraint incidents_found check (found_at >= happened_at),
  constraint incidents_cell_is_whole check ((cell_lat is null) = (cell_lon is null)),
  constraint incidents_trick check (length(trick) between 1 and 40),
  constraint incidents_lists check (cardinality(tools) <= 12 and cardinality(taken) <= 12 and cardinality(services) <= 12),
  constraint incidents_outage check (subscribers between 0 and 50000000 and outage_hours between 0 and 99999),
  constraint incidents_damage check (damage_vnd > 0),
  constraint incidents_damage_says_how check ((damage_vnd is null) or length(damage_basis) between 1 and 1000),
  constraint incidents_key check (sent_key ~ '^[\w-]{8,64}$'),
  constraint incidents_bodies check (cardinality(owner_ids) <= 10 and cardinality(granted_ids) <= 50),
  constraint incidents_resolved check ((state = 'resolved') = (resolved_at is not null))
);
create index incidents_by_body on incidents (body_id, happened_at);
create index incidents_by_area on incidents (area_code, happened_at);
create index incidents_by_time on incidents (happened_at, id);
create index incidents_by_owner on incidents using gin (owner_ids);
create index incidents_by_grant on incidents using gin (granted_ids);

-- The closed part: where exactly, what was seen, in free words.
create table incident_sites (
  incident_id uuid not null references incidents,
  lat         numeric(8, 5),
  lon         numeric(8, 5),
  place       text,
  what        text not null,
  constraint incident_sites_pkey primary key (incident_id),
  constraint incident_sites_point check ((lat is null) = (lon is null)),
  constraint incident_sites_place check (length(place) between 1 and 300),
  constraint incident_sites_what check (length(what) between 1 and 4000)
);
create table incident_assets (
  incident_id uuid not null references incidents,
  asset_id    uuid not null references assets,
  constraint incident_assets_pkey primary key (incident_id, asset_id)
);
create index incident_assets_by_asset on incident_assets (asset_id);
create table incident_photos (
  id          uuid not null default uuidv7(),
  incident_id uuid not null references incidents,
  position    int not null,
  sha256      text not null,
  media_type  text not null,
  bytes       bigint not null,
  name        text not null,
  added_name  text not null,
  added_at    timestamptz not null default acting_at(),
  constraint incident_photos_pkey primary key (id),
  constraint incident_photos_position unique (incident_id, position),
  constraint incident_photos_name check (length(name) between 1 and 200)
);
comment on column incident_photos.sha256 is 'file';
-- What was done with it, and who was told and when they said so.
create table incident_events (
  id          uuid not null default uuidv7(),
  incident_id uuid not null references incidents,
  body_id     uuid not null references bodies default current_body(),
  what        text not null,
  at          timestamptz not null default acting_at(),
  by_name     text not null,
  note        text,
  constraint incident_events_pkey primary key (id),
  constraint incident_events_what check (length(what) between 1 and 40),
  constraint incident_events_note check (length(note) between 1 and 2000)
);
create index incident_events_by_incident on incident_events (incident_id, at);
create index incident_events_by_body on incident_events (body_id, what, incident_id);
-- The case that was opened from it: one, by whoever may.
create table incident_cases (
  incident_id uuid not null references incidents,
  body_id     uuid not null references bodies default current_body(),
  case_id     uuid not null references cases,
  at          timestamptz not null default acting_at(),
  by_name     text not null,
  constraint incident_cases_pkey primary key (incident_id)
);
create index incident_cases_by_body on incident_cases (body_id, case_id);

do $$ declare t text; begin
  foreach t in array array['asset_imports', 'assets', 'asset_sites', 'incidents', 'incident_sites', 'incident_assets',
    'incident_photos', 'incident_events', 'incident_cases'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to lp_job using (true) with check (true)', t || '_for_jobs', t);
  end loop;
end $$;

create policy asset_imports_of_my_body on asset_imports to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
-- The owner, who shares or was shown it, and agencies; another enterprise sees no line of it.
create policy assets_seen on assets for select to lp_app using (body_id = (select current_body())
  or (select current_body()) = any (shared_ids) or (select current_body()) = any (granted_ids)
  or (select acting_kind()) not in ('enterprise', 'other'));
create policy assets_made on assets for insert to lp_app with check (body_id = (select current_body()));
create policy assets_changed on assets for update to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy assets_undone on assets for delete to lp_app using (body_id = (select current_body()) and import_id is not null);
create policy asset_sites_seen on asset_sites for select to lp_app using (body_id = (select current_body())
  or (select acting_kind()) = 'police'
  or exists (select from assets a where a.id = asset_id
    and ((select current_body()) = any (a.shared_ids) or (select current_body()) = any (a.granted_ids))));
create policy asset_sites_made on asset_sites for insert to lp_app with check (body_id = (select current_body()));
create policy asset_sites_changed on asset_sites for update to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));

-- Who told of it, whose network it is, the police, the committee of the place (also the one that it became part of), who oversees the field.
create policy incidents_seen on incidents for select to lp_app using (body_id = (select current_body())
  or (select current_body()) = any (owner_ids) or (select current_body()) = any (granted_ids)
  or (select acting_kind()) = 'police' or (select acting_oversees())
  or area_code = (select acting_area())
  or area_code in (select s.code_before from area_successions s where s.code_after = (select acting_area())));
create policy incidents_made on incidents for insert to lp_app with check (body_id = (select current_body()) and state = 'open');
create policy incidents_changed on incidents for update to lp_app
  using (body_id = (select current_body()) or (select current_body()) = any (owner_ids))
  with check (body_id = (select current_body()) or (select current_body()) = any (owner_ids));
-- As above without who only oversees: they are shown it by its owner or by who told of it.
create policy incident_sites_seen on incident_sites for select to lp_app using (exists (select from incidents i where i.id = incident_id
  and (i.body_id = (select current_body()) or (select current_body()) = any (i.owner_ids) or (select current_body()) = any (i.granted_ids)
    or (select acting_kind()) = 'police' or (select acting_area()) is not null)));
create policy incident_sites_made on incident_sites for insert to lp_app
  with check (exists (select from incidents i where i.id = incident_id and i.body_id = (select current_body())));
create policy incident_photos_seen on incident_photos for select to lp_app using (exists (select from incident_sites s where s.incident_id = incident_photos.incident_id));
create policy incident_photos_made on incident_photos for insert to lp_app
  with check (exists (select from incidents i where i.id = incident_id and (i.body_id = (select current_body()) or (select current_body()) = any (i.owner_ids))));
-- Which piece was hit tells where it stands: shown to who may see the piece and the closed part.
create policy incident_assets_seen on incident_assets for select to lp_app using (exists (select from incident_sites s where s.incident_id = incident_assets.incident_id)
  and exists (select from assets a where a.id = asset_id));
create policy incident_assets_made on incident_assets for insert to lp_app
  with check (exists (select from incidents i where i.id = incident_id and i.body_id = (select current_body())) and exists (select from assets a where a.id = asset_id));
create policy incident_events_seen on incident_events for select to lp_app using (exists (select from incidents i where i.id = incident_id));
create policy incident_events_made on incident_events for insert to lp_app
  with check (body_id = (select current_body()) and exists (select from incidents i where i.id = incident_id));
create policy incident_cases_seen on incident_cases for select to lp_app using (exists (select from incidents i where i.id = incident_id));
create policy incident_cases_made on incident_cases for insert to lp_app
  with check (body_id = (select current_body()) and exists (select from incidents i where i.id = incident_id));

grant usage on sequence asset_numbers, incident_numbers to lp_app;
grant select, insert, update (undone_at, undone_name) on asset_imports to lp_app;
grant select, insert, update (kind, area_code, cell_lat, cell_lon, criticality, state, shared_ids, granted_ids, changed_at), delete on assets to lp_app;
grant select, insert, update (code, name, place, shape) on asset_sites to lp_app;
grant select, insert, update (state, granted_ids, resolved_at, changed_at) on incidents to lp_app;
grant select, insert on incident_sites, incident_assets, incident_photos, incident_events, incident_cases to lp_app;
grant select, update (body_id, shared_ids, granted_ids, changed_at) on assets to lp_job;
grant select, update (body_id) on asset_imports to lp_job;
grant select on asset_sites, incident_sites, incident_assets, incident_photos to lp_job;
grant select, update (body_id, owner_ids, granted_ids, changed_at) on incidents to lp_job;
grant select, insert, update (body_id) on incident_events to lp_job;
grant select, update (body_id) on incident_cases to lp_job;
grant select (sha256) on incident_photos to lp_definer;
