-- Why: an officer learns whether another body also holds a clue, each asking on record; many tips from one network wait
-- for a person and are never refused; texts that say nearly the same are found once each.

-- Who asked whether another body also holds an identifier, and what the answer was.
create table signal_lookups (
  id            uuid not null default uuidv7(),
  body_id       uuid not null references bodies default current_body(),
  officer_id    uuid not null references officers default current_officer(),
  indicator_id  uuid not null references indicators,
  at            timestamptz not null default acting_at(),
  is_elsewhere  boolean not null,
  constraint signal_lookups_pkey primary key (id)
);
create index signal_lookups_by_officer on signal_lookups (officer_id, at desc);
create index signal_lookups_by_indicator on signal_lookups (indicator_id, at desc);
alter table signal_lookups enable row level security;
alter table signal_lookups force row level security;
create policy signal_lookups_for_jobs on signal_lookups to lp_job using (true) with check (true);
create policy signal_lookups_of_my_body on signal_lookups for select to lp_app using (body_id = (select current_body()));
create policy signal_lookups_made_by_me on signal_lookups for insert to lp_app
  with check (body_id = (select current_body()) and officer_id = (select current_officer()));
grant select, insert on signal_lookups to lp_app;
grant select on signal_lookups to lp_job;

-- How many tips came from one network today. The name of a network is a hash keyed by the day: tomorrow it is another.
create table intake_counts (
  day      date not null,
  network  text not null,
  tips     int not null,
  constraint intake_counts_pkey primary key (day, network),
  constraint intake_counts_network check (network ~ '^[0-9a-f]{32}$')
);
alter table intake_counts enable row level security;
alter table intake_counts force row level security;
create policy intake_counts_by_function on intake_counts to lp_definer using (true) with check (true);
grant select, insert, update, delete on intake_counts to lp_definer;

create function count_intake(from_network text) returns int
  language plpgsql security definer set search_path = public, pg_temp as $$
declare so_far int;
begin
  delete from intake_counts where day < acting_on();
  insert into intake_counts as c (day, network, tips) values (acting_on(), from_network, 1)
    on conflict (day, network) do update set tips = c.tips + 1 returning tips into so_far;
  return so_far;
end $$;
alter function count_intake(text) owner to lp_definer;
revoke all on function count_intake(text) from public;
grant execute on function count_intake(text) to lp_public;

-- When the job compared its words with those of others.
alter table signals add column compared_at timestamptz;
create index signals_to_compare on signals (received_at) where compared_at is null;
grant update (compared_at) on signals to lp_job;
