-- Why: what a network may send in files within an hour was counted in each web process by itself, so that several processes or
-- machines let it send as many times as much. `network` is a keyed hash that changes daily; a row goes within two hours.
create table network_bytes (
  network text not null,
  hour    timestamptz not null,
  bytes   bigint not null,
  constraint network_bytes_pkey primary key (hour, network),
  constraint network_bytes_network_is_keyed check (network ~ '^[0-9a-f]{32}$'),
  constraint network_bytes_counted check (bytes >= 0)
);
alter table network_bytes enable row level security;
alter table network_bytes force row level security;
create policy network_bytes_for_jobs on network_bytes to lp_job using (true) with check (true);
grant select, insert, update (bytes), delete on network_bytes to lp_job;
