-- Why: a tablet that was lost is revoked: its part is erased at its next contact and nothing is taken from it (issue 19).
create table field_devices (
  -- Made on the device, for one officer's part of it.
  key          text not null,
  officer_id   uuid not null references officers default current_officer(),
  body_id      uuid not null references bodies default current_body(),
  -- As its officer tells it from others: what the browser says of itself.
  name         text not null,
  officer_name text not null,
  made_at      timestamptz not null default acting_at(),
  revoked_at   timestamptz,
  revoked_name text,
  constraint field_devices_pkey primary key (key),
  constraint field_devices_key check (key ~ '^[0-9a-f]{32}$'),
  constraint field_devices_name check (length(name) between 1 and 200),
  constraint field_devices_revoked_is_whole check ((revoked_at is null) = (revoked_name is null))
);
create index field_devices_by_officer on field_devices (officer_id, made_at);
create index field_devices_by_body on field_devices (body_id, made_at);

alter table field_devices enable row level security;
alter table field_devices force row level security;
-- One's own wherever one works now, and those of one's body: its administrator revokes them too.
create policy field_devices_seen on field_devices for select to lp_app
  using (officer_id = (select current_officer()) or body_id = (select current_body()));
create policy field_devices_made on field_devices for insert to lp_app
  with check (officer_id = (select current_officer()) and body_id = (select current_body()) and revoked_at is null);
create policy field_devices_revoked on field_devices for update to lp_app
  using (revoked_at is null and (officer_id = (select current_officer()) or body_id = (select current_body()))) with check (revoked_at is not null);
create policy field_devices_for_jobs on field_devices to lp_job using (true) with check (true);
grant select, insert, update (revoked_at, revoked_name) on field_devices to lp_app;

/* Of these parts of a device the ones that were revoked. Whoever holds the device asks, signed in or not: the keys are its own and are
   not to be guessed, and nothing but yes or no is told. */
create function revoked_devices(keys text[]) returns setof text language sql stable security definer set search_path = public, pg_temp as $$
  select d.key from field_devices d where d.key = any (keys) and d.revoked_at is not null limit 50
$$;
grant select on field_devices to lp_definer;
alter function revoked_devices(text[]) owner to lp_definer;
set local role lp_definer;
revoke all on function revoked_devices(text[]) from public;
grant execute on function revoked_devices(text[]) to lp_app, lp_public;
reset role;
