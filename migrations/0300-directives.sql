-- Why: a letter becomes work (journeys 1 and 2): clauses, tasks, one assignment a task and body, and everything that happens to it.

-- A directive is the letter as issued. `issuer_body_id` is the body that keeps it (its clerks follow it up); `issuer_name` is as printed.
create table directives (
  id              uuid not null default uuidv7(),
  issuer_body_id  uuid not null references bodies default current_body(),
  issuer_name     text not null,
  number          text,
  symbol          text,
  dated_on        date,
  issued_on       date not null,
  kind            text not null,
  subject         text not null,
  addressees      text[] not null default '{}',
  reference_list  jsonb not null default '[]',
  recipients      text[] not null default '{}',
  signer          jsonb not null default '{}',
  original_sha256 text,
  original_name   text,
  original_type   text,
  normalized_text text not null,
  text_sha256     text not null,
  -- What the program that issued it calls it: issuing the same plan twice gives one directive.
  plan_key        text,
  issued_by       uuid references officers default current_officer(),
  issued_at       timestamptz not null default acting_at(),
  search          tsvector generated always as (to_tsvector('public.vietnamese',
    coalesce(number, '') || ' ' || coalesce(symbol, '') || ' ' || subject || ' ' || issuer_name)) stored,
  constraint directives_pkey primary key (id),
  constraint directives_with_issuer unique (id, issuer_body_id),
  constraint directives_plan_once unique (issuer_body_id, plan_key),
  constraint directives_original check (original_sha256 is null or original_sha256 ~ '^[0-9a-f]{64}$')
);
create index directives_by_issuer on directives (issuer_body_id, issued_on desc, id desc);
create index directives_by_day on directives (issued_on desc, id desc);
create index directives_by_text on directives (text_sha256);
create index directives_by_original on directives (original_sha256);
create index directives_by_search on directives using gin (search);

-- Every body that the letter gives something to, with the name it had then; `seen_at` when one of its officers first opened it.
create table directive_bodies (
  directive_id   uuid not null,
  issuer_body_id uuid not null,
  body_id        uuid not null references bodies,
  name_at_issue  text not null,
  seen_at        timestamptz,
  seen_by        uuid references officers,
  constraint directive_bodies_pkey primary key (directive_id, body_id),
  constraint directive_bodies_directive foreign key (directive_id, issuer_body_id) references directives (id, issuer_body_id)
);
create index directive_bodies_by_body on directive_bodies (body_id, directive_id);

create table clauses (
  id             uuid not null default uuidv7(),
  directive_id   uuid not null,
  issuer_body_id uuid not null default current_body(),
  position       int not null,
  path           text not null,
  heading        text not null,
  constraint clauses_pkey primary key (id),
  constraint clauses_in_order unique (directive_id, position),
  constraint clauses_with_directive unique (id, directive_id, issuer_body_id),
  constraint clauses_directive foreign key (directive_id, issuer_body_id) references directives (id, issuer_body_id)
);

create table tasks (
  id               uuid not null default uuidv7(),
  directive_id     uuid not null,
  clause_id        uuid not null,
  issuer_body_id   uuid not null default current_body(),
  position         int not null,
  path             text not null,
  text             text not null,
  -- Half-open range of UTF-16 offsets in the directive's normalized_text.
  span_start       int,
  span_end         int,
  own_addressees   text[] not null default '{}',
  -- Whom the letter names to coordinate with but who is no body known here.
  coordinate_words text[] not null default '{}',
  deadline_words   text,
  due_on           date,
  -- How due_on is counted: {"from", "amount", "unit"} or {"from", "rule"}; null where the letter gives the date itself.
  due_recipe       jsonb,
  period_every     text,
  period_due_month int,
  period_due_day   int,
  period_until     date,
  search           tsvector generated always as (to_tsvector('public.vietnamese', path || ' ' || text)) stored,
  constraint tasks_pkey primary key (id),
  constraint tasks_in_order unique (directive_id, position),
  constraint tasks_with_directive unique (id, directive_id, issuer_body_id),
  constraint tasks_clause foreign key (clause_id, directive_id, issuer_body_id) references clauses (id, directive_id, issuer_body_id),
  constraint tasks_span check (span_start is null and span_end is null or span_start >= 0 and span_end > span_start),
  constraint tasks_period check (period_every is null or
    period_every in ('month', 'quarter', 'half-year', 'year') and period_due_day between 1 and 31 and period_due_month between 1 and 12)
);
create index tasks_by_clause on tasks (clause_id);
create index tasks_by_search on tasks using gin (search);
create index tasks_periodic on tasks (id) where period_every is not null;

-- Who has to do with a task, and how: leads it, is assigned it, coordinates it.
create table task_bodies (
  task_id        uuid not null,
  directive_id   uuid not null,
  issuer_body_id uuid not null,
  body_id        uuid not null references bodies,
  part           text not null,
  name_at_issue  text not null,
  constraint task_bodies_pkey primary key (task_id, body_id, part),
  constraint task_bodies_part check (part in ('lead', 'assigned', 'coordinate')),
  constraint task_bodies_task foreign key (task_id, directive_id, issuer_body_id) references tasks (id, directive_id, issuer_body_id)
);
create index task_bodies_by_body on task_bodies (body_id, part, task_id);

-- One task × one body × one occurrence. `body_id` follows succession; `body_at_issue_id` and the name stay as the letter said.
create table assignments (
  id                 uuid not null default uuidv7(),
  directive_id       uuid not null,
  task_id            uuid not null,
  issuer_body_id     uuid not null default current_body(),
  body_id            uuid not null references bodies,
  body_at_issue_id   uuid not null references bodies,
  body_name_at_issue text not null,
  part               text not null default 'assigned',
  occurrence         int not null default 1,
  -- The period a periodic task's occurrence is for, e.g. 2023-Q3.
  period             text,
  state              text not null default 'sent',
  issued_on          date not null,
  due_on             date,
  first_due_on       date,
  -- No deadline comes last; a plain date keeps the list's index one range.
  sort_on            date generated always as (coalesce(due_on, '9999-12-31'::date)) stored,
  percent            int not null default 0,
  handler_id         uuid references officers,
  handler_name       text,
  unit_id            uuid references units,
  plan_text          text,
  planned_until      date,
  done_on            date,
  changed_at         timestamptz not null default acting_at(),
  constraint assignments_pkey primary key (id),
  constraint assignments_once unique (task_id, body_at_issue_id, occurrence, body_id),
  constraint assignments_task foreign key (task_id, directive_id, issuer_body_id) references tasks (id, directive_id, issuer_body_id),
  constraint assignments_part check (part in ('lead', 'assigned')),
  constraint assignments_state check (state in ('sent', 'received', 'planned', 'in-progress', 'done', 'returned', 'accepted', 'withdrawn')),
  constraint assignments_percent check (percent between 0 and 100)
);
-- My work: nearest deadline first; `issuer_body_id` and `state` ride along so that counting under row security needs no heap.
create index assignments_open_by_body on assignments (body_id, sort_on, id) include (issuer_body_id, state)
  where state not in ('accepted', 'withdrawn');
create index assignments_by_body on assignments (body_id, sort_on, id) include (issuer_body_id, state);
create index assignments_by_handler on assignments (handler_id, sort_on, id) where state not in ('accepted', 'withdrawn');
create index assignments_open_by_issuer on assignments (issuer_body_id, sort_on, id) include (body_id, state)
  where state not in ('accepted', 'withdrawn');
create index assignments_by_directive on assignments (directive_id, body_id) include (issuer_body_id, task_id, state, due_on);
create index assignments_open_by_day on assignments (due_on) where state not in ('done', 'accepted', 'withdrawn');

-- What happened, in order; it is only ever added to. The name is the officer's on that day.
create table assignment_events (
  id            bigint generated always as identity,
  assignment_id uuid not null references assignments,
  at            timestamptz not null default acting_at(),
  what          text not null,
  state_before  text not null,
  state_after   text not null,
  by_body_id    uuid references bodies default current_body(),
  by_officer_id uuid references officers default current_officer(),
  by_name       text not null,
  note          text,
  details       jsonb not null default '{}',
  constraint assignment_events_pkey primary key (id),
  constraint assignment_events_details_are_small check (pg_column_size(details) <= 4000)
);
create index assignment_events_in_order on assignment_events (assignment_id, id);
create trigger assignment_events_are_append_only before update or delete on assignment_events
  for each row execute function refuse_change();

create table progress_reports (
  id            uuid not null default uuidv7(),
  assignment_id uuid not null references assignments,
  at            timestamptz not null default acting_at(),
  by_body_id    uuid references bodies default current_body(),
  by_officer_id uuid references officers default current_officer(),
  by_name       text not null,
  percent       int not null,
  text          text not null,
  constraint progress_reports_pkey primary key (id),
  constraint progress_reports_percent check (percent between 0 and 100)
);
create index progress_reports_in_order on progress_reports (assignment_id, id);

-- Figures that bodies report; a figure id is one of data/report-outline.json. A later report of the same period replaces in reading.
create table progress_figures (
  report_id     uuid not null references progress_reports,
  assignment_id uuid not null references assignments,
  figure        text not null,
  period        text not null,
  value         numeric not null,
  note          text,
  constraint progress_figures_pkey primary key (report_id, figure, period)
);
create index progress_figures_by_figure on progress_figures (figure, period);
create index progress_figures_by_assignment on progress_figures (assignment_id);

create table evidence (
  id            uuid not null default uuidv7(),
  assignment_id uuid not null references assignments,
  report_id     uuid references progress_reports,
  at            timestamptz not null default acting_at(),
  by_body_id    uuid references bodies default current_body(),
  by_officer_id uuid references officers default current_officer(),
  by_name       text not null,
  name          text not null,
  media_type    text not null,
  bytes         bigint not null,
  sha256        text not null,
  constraint evidence_pkey primary key (id),
  constraint evidence_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint evidence_name_is_short check (length(name) between 1 and 200)
);
create index evidence_in_order on evidence (assignment_id, id);

create table extensions (
  id            uuid not null default uuidv7(),
  assignment_id uuid not null references assignments,
  asked_at      timestamptz not null default acting_at(),
  asked_by      uuid references officers default current_officer(),
  asked_name    text not null,
  reason        text not null,
  due_before    date not null,
  wanted_on     date not null,
  decision      text,
  granted_on    date,
  answer        text,
  decided_at    timestamptz,
  decided_by    uuid references officers,
  decided_name  text,
  constraint extensions_pkey primary key (id),
  constraint extensions_decision check (decision in ('granted', 'refused')),
  constraint extensions_granted_day check ((granted_on is not null) = (coalesce(decision, '') = 'granted')),
  constraint extensions_later check (wanted_on > due_before)
);
create unique index extensions_one_open on extensions (assignment_id) where decision is null;
create index extensions_in_order on extensions (assignment_id, id);

create table assignment_comments (
  id            uuid not null default uuidv7(),
  assignment_id uuid not null references assignments,
  at            timestamptz not null default acting_at(),
  by_body_id    uuid references bodies default current_body(),
  by_officer_id uuid references officers default current_officer(),
  by_name       text not null,
  text          text not null,
  constraint assignment_comments_pkey primary key (id),
  constraint assignment_comments_length check (length(text) between 1 and 5000)
);
create index assignment_comments_in_order on assignment_comments (assignment_id, id);

-- How a body shares the work inside: a colleague or a unit. The issuer does not see it.
create table sub_tasks (
  id            uuid not null default uuidv7(),
  assignment_id uuid not null references assignments,
  title         text not null,
  officer_id    uuid references officers,
  unit_id       uuid references units,
  assignee_name text not null,
  due_on        date,
  given_at      timestamptz not null default acting_at(),
  given_by      uuid references officers default current_officer(),
  done_at       timestamptz,
  done_by       uuid references officers,
  constraint sub_tasks_pkey primary key (id),
  constraint sub_tasks_one_assignee check (num_nonnulls(officer_id, unit_id) <= 1),
  constraint sub_tasks_title check (length(title) between 1 and 500)
);
create index sub_tasks_in_order on sub_tasks (assignment_id, id);
create index sub_tasks_by_officer on sub_tasks (officer_id, due_on) where done_at is null;

-- One reminder an assignment, kind and due date: running the job twice reminds once. An extension makes a new due date, so a new reminder.
create table reminders (
  id            uuid not null default uuidv7(),
  assignment_id uuid not null references assignments,
  kind          text not null,
  due_on        date not null,
  made_at       timestamptz not null default acting_at(),
  read_at       timestamptz,
  read_by       uuid references officers,
  mailed_at     timestamptz,
  constraint reminders_pkey primary key (id),
  constraint reminders_kind check (kind in ('five-days', 'one-day', 'late')),
  constraint reminders_once unique (assignment_id, kind, due_on)
);
create index reminders_unread on reminders (made_at desc, id) where read_at is null;
create index reminders_not_mailed on reminders (id) where mailed_at is null;

do $$ declare t text; begin
  foreach t in array array['directives', 'directive_bodies', 'clauses', 'tasks', 'task_bodies', 'assignments', 'assignment_events',
    'progress_reports', 'progress_figures', 'evidence', 'extensions', 'assignment_comments', 'sub_tasks', 'reminders'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to lp_job using (true) with check (true)', t || '_for_jobs', t);
    execute format('grant select, insert on %I to lp_app, lp_job', t);
  end loop;
end $$;

-- The parties are the ground of all else: a row of one's own, or of a letter one issued.
create policy directive_bodies_read_by_both on directive_bodies for select to lp_app
  using (body_id = (select current_body()) or issuer_body_id = (select current_body()));
create policy directive_bodies_named_by_the_issuer on directive_bodies for insert to lp_app
  with check (issuer_body_id = (select current_body()));
create policy directive_bodies_seen_by_the_body on directive_bodies for update to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy task_bodies_read_by_both on task_bodies for select to lp_app
  using (body_id = (select current_body()) or issuer_body_id = (select current_body()));
create policy task_bodies_named_by_the_issuer on task_bodies for insert to lp_app
  with check (issuer_body_id = (select current_body()));
grant update (seen_at, seen_by) on directive_bodies to lp_app;

-- The letter is read by its issuer and by whom it is for; a task only by those who have to do with it.
create policy directives_of_parties on directives for select to lp_app using (issuer_body_id = (select current_body())
  or exists (select from directive_bodies d where d.directive_id = directives.id and d.body_id = (select current_body())));
create policy directives_issued_by_me on directives for insert to lp_app with check (issuer_body_id = (select current_body()));
create policy clauses_of_parties on clauses for select to lp_app using (issuer_body_id = (select current_body())
  or exists (select from directive_bodies d where d.directive_id = clauses.directive_id and d.body_id = (select current_body())));
create policy clauses_issued_by_me on clauses for insert to lp_app with check (issuer_body_id = (select current_body()));
create policy tasks_of_parties on tasks for select to lp_app using (issuer_body_id = (select current_body())
  or exists (select from task_bodies b where b.task_id = tasks.id and b.body_id = (select current_body())));
create policy tasks_issued_by_me on tasks for insert to lp_app with check (issuer_body_id = (select current_body()));

-- An assignment is between two bodies. Neither can hand it to a third: succession does, in a job.
create policy assignments_of_both on assignments for select to lp_app
  using (body_id = (select current_body()) or issuer_body_id = (select current_body()));
create policy assignments_given_by_the_issuer on assignments for insert to lp_app
  with check (issuer_body_id = (select current_body()));
create policy assignments_changed_by_both on assignments for update to lp_app
  using (body_id = (select current_body()) or issuer_body_id = (select current_body()));
grant update (state, due_on, percent, handler_id, handler_name, unit_id, plan_text, planned_until, done_on, changed_at)
  on assignments to lp_app, lp_job;
grant update (body_id) on assignments to lp_job;

-- What hangs on an assignment is seen by who sees the assignment; the sub-query is itself under row security.
do $$ declare t text; begin
  foreach t in array array['assignment_events', 'progress_reports', 'evidence', 'assignment_comments'] loop
    execute format('create policy %I on %I for select to lp_app using (exists (select from assignments a where a.id = assignment_id))',
      t || '_of_both', t);
    execute format('create policy %I on %I for insert to lp_app with check (by_body_id = (select current_body())
      and by_officer_id is not distinct from (select current_officer()) and exists (select from assignments a where a.id = assignment_id))',
      t || '_written_by_me', t);
  end loop;
end $$;
create policy progress_figures_of_both on progress_figures for select to lp_app
  using (exists (select from assignments a where a.id = assignment_id));
create policy progress_figures_of_my_report on progress_figures for insert to lp_app
  with check (exists (select from progress_reports r where r.id = report_id and r.by_body_id = (select current_body())
    and r.assignment_id = progress_figures.assignment_id));
create policy extensions_of_both on extensions for select to lp_app
  using (exists (select from assignments a where a.id = assignment_id));
create policy extensions_asked_by_the_body on extensions for insert to lp_app with check (decision is null
  and exists (select from assignments a where a.id = assignment_id and a.body_id = (select current_body())));
create policy extensions_decided_by_the_issuer on extensions for update to lp_app
  using (decision is null and exists (select from assignments a where a.id = assignment_id and a.issuer_body_id = (select current_body())))
  with check (decision is not null);
grant update (decision, granted_on, answer, decided_at, decided_by, decided_name) on extensions to lp_app;
create policy sub_tasks_of_the_body on sub_tasks to lp_app
  using (exists (select from assignments a where a.id = assignment_id and a.body_id = (select current_body())))
  with check (exists (select from assignments a where a.id = assignment_id and a.body_id = (select current_body())));
grant update (done_at, done_by) on sub_tasks to lp_app;
create policy reminders_of_the_body on reminders for select to lp_app
  using (exists (select from assignments a where a.id = assignment_id and a.body_id = (select current_body())));
create policy reminders_read_by_the_body on reminders for update to lp_app
  using (exists (select from assignments a where a.id = assignment_id and a.body_id = (select current_body())));
revoke insert on reminders from lp_app;
grant update (read_at, read_by) on reminders to lp_app;
grant update (mailed_at) on reminders to lp_job;
