-- Why: comparing the words of one new tip read and cut 5,000 neighbours again, and a campaign's tips were paired ten times each.
-- The hashes of a tip's runs of words are kept once, and only where no kept tip says nearly the same: a campaign keeps few, and
-- each of its tips points at one of them.
create table signal_prints (
  signal_id   uuid not null,
  body_id     uuid not null,
  received_at timestamptz not null,
  runs        int[] not null,
  bands       int[] not null,
  constraint signal_prints_pkey primary key (signal_id),
  constraint signal_prints_signal foreign key (signal_id, body_id) references signals (id, body_id)
);
create index signal_prints_bands on signal_prints using gin (bands);
alter table signal_prints enable row level security;
alter table signal_prints force row level security;
create policy signal_prints_for_jobs on signal_prints to lp_job using (true) with check (true);
grant select, insert, delete on signal_prints to lp_job;

-- Those alike to the same tip, newest first.
drop index signal_pairs_other;
create index signal_pairs_other on signal_pairs (other_id, signal_id desc);

-- All are compared once more, in the new way; the job does so within minutes, a limited number a run.
truncate signal_pairs;
alter table signals drop column compared_at;
alter table signals add column compared_at timestamptz;
create index signals_to_compare on signals (received_at) where compared_at is null;
grant update (compared_at) on signals to lp_job;
