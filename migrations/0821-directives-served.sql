-- Why: what a body does in any room can name the assignment that it serves; the task then shows it as progress (issue 17).
create table served_assignments (
  -- The room's own name of what it keeps: warning, indicator, block, joint-action …
  kind          text not null,
  record_id     uuid not null,
  body_id       uuid not null references bodies default current_body(),
  assignment_id uuid not null references assignments,
  -- The day on which it was out; null while it is being made. The room says it, so that who gave the task counts what it may not open.
  done_on       date,
  -- How much it is in the unit of its room: numbers blocked, people reached.
  amount        int not null default 1,
  served_at     timestamptz not null default acting_at(),
  served_by     uuid references officers default current_officer(),
  served_name   text not null,
  constraint served_assignments_pkey primary key (kind, record_id, body_id),
  constraint served_assignments_kind check (kind ~ '^[a-z-]{1,40}$'),
  constraint served_assignments_amount check (amount >= 0)
);
create index served_assignments_by_assignment on served_assignments (assignment_id, kind);
alter table served_assignments enable row level security;
alter table served_assignments force row level security;
-- Seen by the body that did it and by whoever gave the task; the sub-query is itself under row security.
create policy served_assignments_of_both on served_assignments for select to lp_app
  using (body_id = (select current_body()) or exists (select from assignments a where a.id = assignment_id));
create policy served_assignments_named on served_assignments for insert to lp_app with check (body_id = (select current_body())
  and exists (select from assignments a where a.id = assignment_id and a.body_id = (select current_body())));
create policy served_assignments_changed on served_assignments for update to lp_app using (body_id = (select current_body()))
  with check (body_id = (select current_body())
    and exists (select from assignments a where a.id = assignment_id and a.body_id = (select current_body())));
create policy served_assignments_freed on served_assignments for delete to lp_app using (body_id = (select current_body()));
create policy served_assignments_for_jobs on served_assignments to lp_job using (true) with check (true);
grant select, insert, delete, update (assignment_id, done_on, amount, served_at, served_by, served_name) on served_assignments to lp_app;
grant select, update (body_id) on served_assignments to lp_job;
