-- Why: what was recovered of an incident, who saw it (sealed), and what dealers of scrap are told to look out for were kept nowhere; a plan of patrols could not be changed (issue 19).
create table incident_goods (
  id           uuid not null default uuidv7(),
  incident_id  uuid not null references incidents,
  -- Who recovered it, or keeps the record of it.
  body_id      uuid not null references bodies default current_body(),
  what         text not null,
  amount       text not null,
  marks        text,
  recovered_on date not null,
  found_at     text,
  kept_at      text not null,
  returned_on  date,
  returned_to  text,
  at           timestamptz not null default acting_at(),
  by_name      text not null,
  constraint incident_goods_pkey primary key (id),
  constraint incident_goods_words check (length(what) between 1 and 300 and length(amount) between 1 and 100
    and length(marks) between 1 and 1000 and length(found_at) between 1 and 300 and length(kept_at) between 1 and 300),
  constraint incident_goods_returned check ((returned_on is null) = (returned_to is null) and returned_on >= recovered_on
    and length(returned_to) between 1 and 300)
);
create index incident_goods_by_incident on incident_goods (incident_id, at);
create index incident_goods_by_body on incident_goods (body_id);

-- Name and contact lie under the key "identity", which the database does not have; what was seen is told without them.
create table incident_witnesses (
  id          uuid not null default uuidv7(),
  incident_id uuid not null references incidents,
  body_id     uuid not null references bodies default current_body(),
  saw         text not null,
  sealed      bytea not null,
  at          timestamptz not null default acting_at(),
  by_name     text not null,
  constraint incident_witnesses_pkey primary key (id),
  constraint incident_witnesses_saw check (length(saw) between 1 and 2000),
  constraint incident_witnesses_sealed check (octet_length(sealed) between 1 and 4000)
);
create index incident_witnesses_by_incident on incident_witnesses (incident_id, at);
create index incident_witnesses_by_body on incident_witnesses (body_id);

create sequence scrap_numbers;
create table scrap_notices (
  id           uuid not null default uuidv7(),
  body_id      uuid not null references bodies default current_body(),
  number       bigint not null default nextval('scrap_numbers'),
  -- The incident whose goods are looked for; whoever reads the notice sees of it what they see anyway.
  incident_id  uuid references incidents,
  goods        text not null,
  marks        text,
  text         text not null,
  contact      text not null,
  area_codes   text[] not null,
  told_ids     uuid[] not null default '{}',
  until_on     date not null,
  made_name    text not null,
  made_at      timestamptz not null default acting_at(),
  withdrawn_at timestamptz,
  constraint scrap_notices_pkey primary key (id),
  constraint scrap_notices_number unique (number),
  constraint scrap_notices_words check (length(goods) between 1 and 500 and length(marks) between 1 and 1000
    and length(text) between 1 and 3000 and length(contact) between 1 and 300),
  constraint scrap_notices_places check (cardinality(area_codes) between 1 and 200 and cardinality(told_ids) <= 300)
);
create index scrap_notices_by_body on scrap_notices (body_id, made_at);
create index scrap_notices_by_time on scrap_notices (made_at);
create index scrap_notices_by_told on scrap_notices using gin (told_ids);
create index scrap_notices_by_incident on scrap_notices (incident_id);
-- A committee or the police of a place have brought it to so many dealers.
create table scrap_receipts (
  notice_id uuid not null references scrap_notices,
  body_id   uuid not null references bodies default current_body(),
  dealers   int not null,
  note      text,
  at        timestamptz not null default acting_at(),
  by_name   text not null,
  constraint scrap_receipts_pkey primary key (notice_id, body_id),
  constraint scrap_receipts_dealers check (dealers between 0 and 10000),
  constraint scrap_receipts_note check (length(note) between 1 and 1000)
);
create index scrap_receipts_by_body on scrap_receipts (body_id);

do $$ declare t text; begin
  foreach t in array array['incident_goods', 'incident_witnesses', 'scrap_notices', 'scrap_receipts'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to lp_job using (true) with check (true)', t || '_for_jobs', t);
  end loop;
end $$;

-- Where a thing was found tells where people and stations are: for who sees the closed part of the incident.
create policy incident_goods_seen on incident_goods for select to lp_app
  using (exists (select from incident_sites s where s.incident_id = incident_goods.incident_id));
create policy incident_goods_made on incident_goods for insert to lp_app with check (body_id = (select current_body()) and returned_on is null
  and exists (select from incident_sites s where s.incident_id = incident_goods.incident_id));
create policy incident_goods_returned on incident_goods for update to lp_app
  using (body_id = (select current_body()) and returned_on is null) with check (body_id = (select current_body()));
-- Who wrote it down, and the police, who have to ask; nobody else learns that there is a witness.
create policy incident_witnesses_seen on incident_witnesses for select to lp_app
  using (body_id = (select current_body()) or (select acting_kind()) = 'police');
create policy incident_witnesses_made on incident_witnesses for insert to lp_app with check (body_id = (select current_body())
  and exists (select from incident_sites s where s.incident_id = incident_witnesses.incident_id));
create policy scrap_notices_seen on scrap_notices for select to lp_app using (body_id = (select current_body())
  or (select acting_kind()) = 'police' or (select acting_oversees()) or (select current_body()) = any (told_ids));
-- The police, who oversees the field, and a committee for its own place.
create policy scrap_notices_made on scrap_notices for insert to lp_app with check (body_id = (select current_body()) and withdrawn_at is null
  and ((select acting_kind()) = 'police' or (select acting_oversees()) or area_codes = array[(select acting_area())]));
create policy scrap_notices_withdrawn on scrap_notices for update to lp_app
  using (body_id = (select current_body()) and withdrawn_at is null) with check (body_id = (select current_body()));
create policy scrap_receipts_seen on scrap_receipts for select to lp_app using (exists (select from scrap_notices n where n.id = notice_id));
create policy scrap_receipts_made on scrap_receipts for insert to lp_app with check (body_id = (select current_body())
  and exists (select from scrap_notices n where n.id = notice_id and (select current_body()) = any (n.told_ids)));

grant usage on sequence scrap_numbers to lp_app;
grant select, insert, update (returned_on, returned_to) on incident_goods to lp_app;
grant select, insert on incident_witnesses, scrap_receipts to lp_app;
grant select, insert, update (withdrawn_at) on scrap_notices to lp_app;
grant select, update (body_id) on incident_goods, incident_witnesses to lp_job;
grant select, update (body_id, told_ids) on scrap_notices to lp_job;
grant select, delete, update (body_id) on scrap_receipts to lp_job;

-- A plan of patrols changes as places and people do; patrols that were made keep what they saw.
grant update (name, area_codes, kinds, segments, times_month, proposed, from_on, until_on, team_ids, team_names) on patrol_plans to lp_app;
