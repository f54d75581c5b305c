-- Why: everybody may read each morning how many tips came, what they say was lost and by which tricks; the page must be one cheap read (issue 20).

/* One row a day, written by the worker in the morning. Small numbers are held back before they are written: what the row does not hold,
   nobody can find in it. */
create table board_days (
  on_day      date not null,
  written_at  timestamptz not null default acting_at(),
  figures     jsonb not null,
  constraint board_days_pkey primary key (on_day),
  constraint board_days_is_small check (length(figures::text) <= 60000)
);
alter table board_days enable row level security;
alter table board_days force row level security;
create policy board_days_for_everybody on board_days for select to lp_public, lp_app using (true);
create policy board_days_for_jobs on board_days to lp_job using (true) with check (true);
grant select on board_days to lp_public, lp_app;
grant select, insert, update (figures, written_at) on board_days to lp_job;
