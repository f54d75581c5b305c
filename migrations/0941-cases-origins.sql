-- Why: a case that a check or another record of a body opened says from which, and its violation record begins with what is known from there (issue 19).
create table case_origins (
  case_id uuid not null,
  body_id uuid not null default current_body(),
  kind    text not null,
  path    text not null,
  label   text not null,
  -- Answers with which the papers of the case begin, by field.
  starts  jsonb not null default '{}',
  at      timestamptz not null default acting_at(),
  constraint case_origins_pkey primary key (case_id),
  constraint case_origins_case foreign key (case_id, body_id) references cases (id, body_id) on update cascade,
  constraint case_origins_kind check (kind ~ '^[a-z-]{1,40}$'),
  constraint case_origins_path check (path ~ '^/[a-z0-9/-]{1,200}$'),
  constraint case_origins_label check (length(label) between 1 and 200),
  constraint case_origins_starts check (jsonb_typeof(starts) = 'object' and pg_column_size(starts) < 40000)
);
alter table case_origins enable row level security;
alter table case_origins force row level security;
create policy case_origins_of_my_body on case_origins to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy case_origins_for_jobs on case_origins to lp_job using (true) with check (true);
grant select, insert on case_origins to lp_app;
grant select, update (body_id) on case_origins to lp_job;
