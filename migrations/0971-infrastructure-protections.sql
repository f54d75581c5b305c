-- Why: each critical asset has a plan of protection: who is called at owner, police and commune, what is done, the last drill, the next check (issue 19).
create table asset_protections (
  asset_id          uuid not null,
  body_id           uuid not null default current_body(),
  owner_contact     text not null,
  police_id         uuid not null references bodies,
  police_contact    text,
  committee_id      uuid not null references bodies,
  committee_contact text,
  measures          text not null,
  drilled_on        date,
  checked_on        date,
  check_note        text,
  next_check_on     date not null,
  changed_at        timestamptz not null default acting_at(),
  changed_name      text not null,
  constraint asset_protections_pkey primary key (asset_id),
  constraint asset_protections_asset foreign key (asset_id, body_id) references assets (id, body_id) on update cascade on delete cascade,
  constraint asset_protections_contacts check (length(owner_contact) between 1 and 200 and length(police_contact) between 1 and 200
    and length(committee_contact) between 1 and 200),
  constraint asset_protections_measures check (length(measures) between 1 and 4000),
  constraint asset_protections_note check (length(check_note) between 1 and 1000)
);
create index asset_protections_by_check on asset_protections (next_check_on);
alter table asset_protections enable row level security;
alter table asset_protections force row level security;
create policy asset_protections_for_jobs on asset_protections to lp_job using (true) with check (true);
-- The owner, the police, and the committee that it names.
create policy asset_protections_seen on asset_protections for select to lp_app using (body_id = (select current_body())
  or (select acting_kind()) = 'police' or (select current_body()) in (police_id, committee_id));
create policy asset_protections_made on asset_protections for insert to lp_app with check (body_id = (select current_body())
  and exists (select from assets a where a.id = asset_id and a.body_id = (select current_body()) and a.criticality <> 'ordinary'));
create policy asset_protections_changed on asset_protections for update to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
grant select, insert, update (owner_contact, police_id, police_contact, committee_id, committee_contact, measures, drilled_on, checked_on,
  check_note, next_check_on, changed_at, changed_name) on asset_protections to lp_app;
grant select, update (police_id, committee_id) on asset_protections to lp_job;
