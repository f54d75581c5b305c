-- Why: a keys folder from which a file was lost got a new key in its place, silently, and what the lost one sealed could never be opened.

-- Names of the keys with which this database was served (`PURPOSE.ID`); never a key. Signing keys may be retired and are not kept here.
create table known_keys (
  name    text not null,
  seen_at timestamptz not null default acting_at(),
  constraint known_keys_pkey primary key (name),
  constraint known_keys_name check (name ~ '^[a-z-]{1,40}\.[0-9a-f]{8}$')
);
alter table known_keys enable row level security;
alter table known_keys force row level security;
create policy known_keys_for_jobs on known_keys to lp_job using (true) with check (true);
grant select, insert on known_keys to lp_job;
