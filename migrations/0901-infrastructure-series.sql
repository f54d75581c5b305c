-- Why: the same hands strike many stations of several operators; who oversees the field tells owners and places near by, and shows nobody another's sites.
create sequence series_numbers;
create table incident_series (
  id         uuid not null default uuidv7(),
  -- Who put it together and raised the alarm.
  body_id    uuid not null references bodies default current_body(),
  number     bigint not null default nextval('series_numbers'),
  trick      text not null,
  nights     int not null,
  incidents  int not null,
  owners     int not null,
  first_at   timestamptz not null,
  last_at    timestamptz not null,
  -- Where it was, and where the alarm is for.
  area_codes text[] not null,
  told_codes text[] not null,
  alarm      text not null,
  told_ids   uuid[] not null,
  made_name  text not null,
  made_at    timestamptz not null default acting_at(),
  constraint incident_series_pkey primary key (id),
  constraint incident_series_number unique (number),
  constraint incident_series_alarm check (length(alarm) between 1 and 2000),
  constraint incident_series_places check (cardinality(area_codes) between 1 and 100 and cardinality(told_codes) between 1 and 200),
  constraint incident_series_told check (cardinality(told_ids) between 1 and 300)
);
create index incident_series_by_time on incident_series (made_at);
create index incident_series_by_told on incident_series using gin (told_ids);
create table series_incidents (
  series_id   uuid not null references incident_series,
  incident_id uuid not null references incidents,
  constraint series_incidents_pkey primary key (series_id, incident_id)
);
create index series_incidents_by_incident on series_incidents (incident_id);
-- Who has read the alarm.
create table series_receipts (
  series_id uuid not null references incident_series,
  body_id   uuid not null references bodies default current_body(),
  at        timestamptz not null default acting_at(),
  by_name   text not null,
  constraint series_receipts_pkey primary key (series_id, body_id)
);
do $$ declare t text; begin
  foreach t in array array['incident_series', 'series_incidents', 'series_receipts'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to lp_job using (true) with check (true)', t || '_for_jobs', t);
  end loop;
end $$;
-- The police, who oversees the field, and who was told.
create policy incident_series_seen on incident_series for select to lp_app using (body_id = (select current_body())
  or (select acting_kind()) = 'police' or (select acting_oversees()) or (select current_body()) = any (told_ids));
create policy incident_series_made on incident_series for insert to lp_app with check (body_id = (select current_body())
  and ((select acting_kind()) = 'police' or (select acting_oversees())));
-- Of its incidents each sees those that it sees anyway: an owner its own.
create policy series_incidents_seen on series_incidents for select to lp_app using (exists (select from incidents i where i.id = incident_id));
create policy series_incidents_made on series_incidents for insert to lp_app with check (exists (select from incidents i where i.id = incident_id)
  and exists (select from incident_series s where s.id = series_id and s.body_id = (select current_body())));
create policy series_receipts_seen on series_receipts for select to lp_app using (exists (select from incident_series s where s.id = series_id));
create policy series_receipts_made on series_receipts for insert to lp_app with check (body_id = (select current_body())
  and exists (select from incident_series s where s.id = series_id));
grant usage on sequence series_numbers to lp_app;
grant select, insert on incident_series, series_incidents, series_receipts to lp_app;
grant select, update (body_id, told_ids) on incident_series to lp_job;
grant select on series_incidents to lp_job;
grant select, delete, update (body_id) on series_receipts to lp_job;

/* Owners of assets in these places: whom an alarm is for. Bodies and nothing of their assets. */
create function owners_in(codes text[]) returns setof uuid language sql stable as $$
  select distinct body_id from assets where area_code = any (codes)
$$;
