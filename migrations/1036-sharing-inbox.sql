-- Why: a body's program hands in indicators by TAXII (issue 18, "POST with status, DELETE where allowed"): kept as they came, for its body alone, until a job has made drafts of them.
create table taxii_statuses (
  id       uuid not null default uuidv7(),
  body_id  uuid not null references bodies default current_body(),
  asked_at timestamptz not null default acting_at(),
  state    text not null default 'pending',
  -- Each object of the request with its version and what became of it (src/sharing/taxii/domain/status.ts).
  answers  jsonb not null,
  constraint taxii_statuses_pkey primary key (id),
  constraint taxii_statuses_with_body unique (id, body_id),
  constraint taxii_statuses_state check (state in ('pending', 'complete')),
  constraint taxii_statuses_size check (length(answers::text) <= 1000000)
);
create index taxii_statuses_of_body on taxii_statuses (body_id, id);
create index taxii_statuses_pending on taxii_statuses (asked_at, id) where state = 'pending';

create table taxii_inbox (
  body_id     uuid not null,
  added       timestamptz not null,
  object_id   text not null,
  object_type text not null,
  -- When it was last modified, as it says itself; null: an observable, which has no such day.
  version     timestamptz,
  object      text not null,
  status_id   uuid not null,
  constraint taxii_inbox_one_a_version unique nulls not distinct (body_id, object_id, version),
  constraint taxii_inbox_status foreign key (status_id, body_id) references taxii_statuses (id, body_id) on update cascade on delete cascade,
  constraint taxii_inbox_sizes check (length(object_id) <= 300 and length(object_type) <= 260 and length(object) <= 1000000)
);
create index taxii_inbox_in_order on taxii_inbox (body_id, added);
create index taxii_inbox_of_status on taxii_inbox (status_id);

alter table taxii_statuses enable row level security;
alter table taxii_statuses force row level security;
alter table taxii_inbox enable row level security;
alter table taxii_inbox force row level security;
create policy taxii_statuses_of_my_body on taxii_statuses to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy taxii_inbox_of_my_body on taxii_inbox to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy taxii_statuses_for_jobs on taxii_statuses to lp_job using (true) with check (true);
create policy taxii_inbox_for_jobs on taxii_inbox to lp_job using (true) with check (true);
grant select, insert on taxii_statuses to lp_app;
grant select, insert, delete on taxii_inbox to lp_app;
grant select, update (body_id, state, answers), delete on taxii_statuses to lp_job;
grant select, delete on taxii_inbox to lp_job;
