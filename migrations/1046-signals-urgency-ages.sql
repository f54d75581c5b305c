-- Why: "money is moving" is true for hours, not for months. It heads the queue for a day from when the tip came or from when an
-- officer last said that it still moves; then the desk is asked. Nothing is stored that time alone would change.
alter table signals add column moving_at timestamptz;
grant update (moving_at) on signals to lp_app;

-- And the desk is told by mail that tips came, at once where money is moving, so many times an hour at most; never what is in them.
-- All that came before today counts as told.
alter table signals add column desk_told_at timestamptz default now();
alter table signals alter column desk_told_at drop default;
create index signals_untold on signals (body_id, received_at) where desk_told_at is null;
grant update (desk_told_at) on signals to lp_job;

-- Which mails an officer wants; without a row: only that money is moving.
create table signal_desk_mails (
  officer_id uuid not null references officers,
  body_id    uuid not null references bodies,
  wants      text not null,
  changed_at timestamptz not null default acting_at(),
  constraint signal_desk_mails_pkey primary key (officer_id, body_id),
  constraint signal_desk_mails_wants check (wants in ('moving', 'all', 'none'))
);
alter table signal_desk_mails enable row level security;
alter table signal_desk_mails force row level security;
create policy signal_desk_mails_mine on signal_desk_mails to lp_app
  using (body_id = (select current_body()) and officer_id = (select current_officer()))
  with check (body_id = (select current_body()) and officer_id = (select current_officer()));
create policy signal_desk_mails_for_jobs on signal_desk_mails for select to lp_job using (true);
grant select, insert (officer_id, body_id, wants), update (wants, changed_at) on signal_desk_mails to lp_app;
grant select on signal_desk_mails to lp_job;

-- How often a body was written to in the hour that runs.
create table signal_desk_tellings (
  body_id      uuid not null references bodies,
  hour_at      timestamptz not null,
  moving_mails int not null default 0,
  usual_at     timestamptz,
  constraint signal_desk_tellings_pkey primary key (body_id)
);
alter table signal_desk_tellings enable row level security;
alter table signal_desk_tellings force row level security;
create policy signal_desk_tellings_for_jobs on signal_desk_tellings to lp_job using (true) with check (true);
grant select, insert, update on signal_desk_tellings to lp_job;
