-- Why: checks of agents, enterprises and sites are planned, decided, held and followed up under the law of their day (issue 19, journey 7).

-- The register of whom a body may look at: every authority reads it, so that two bodies mean the same shop by the same row.
create table inspection_subjects (
  id             uuid not null default uuidv7(),
  -- Who keeps the row.
  body_id        uuid not null references bodies default current_body(),
  kind           text not null,
  name           text not null,
  -- In whose form it does business: the yearly limit holds for businesses only.
  form           text not null,
  tax_code       text,
  licence_number text,
  licence_on     date,
  licence_until  date,
  address        text not null,
  commune        text,
  -- A good complier is looked at from its data; until when, and who found so.
  complies_until date,
  complies_note  text,
  written_name   text not null,
  written_at     timestamptz not null default acting_at(),
  changed_at     timestamptz not null default acting_at(),
  constraint inspection_subjects_pkey primary key (id),
  constraint inspection_subjects_kind check (kind in ('telecom-enterprise', 'sim-point', 'game-point', 'internet-point', 'licensed-site', 'other')),
  constraint inspection_subjects_form check (form in ('enterprise', 'household', 'individual', 'organisation')),
  constraint inspection_subjects_name check (length(name) between 1 and 200),
  constraint inspection_subjects_address check (length(address) between 1 and 300),
  constraint inspection_subjects_commune check (length(commune) between 1 and 100),
  constraint inspection_subjects_tax_code check (tax_code ~ '^[0-9]{10}(-[0-9]{3})?$|^[0-9]{12}$'),
  constraint inspection_subjects_licence check (length(licence_number) between 1 and 100),
  constraint inspection_subjects_licence_days check (licence_until >= licence_on),
  constraint inspection_subjects_complies_is_whole check ((complies_until is null) = (complies_note is null)),
  constraint inspection_subjects_complies_note check (length(complies_note) between 1 and 1000),
  -- One shop is one row: the same name at the same address, or the same code of the same kind at the same address.
  constraint inspection_subjects_once unique (kind, name, address)
);
create index inspection_subjects_by_kind on inspection_subjects (kind, name, id);
create index inspection_subjects_by_code on inspection_subjects (tax_code) where tax_code is not null;
create index inspection_subjects_by_body on inspection_subjects (body_id);

create table inspections (
  id               uuid not null default uuidv7(),
  body_id          uuid not null references bodies default current_body(),
  year             int not null,
  number           int not null,
  -- Three powers that are never mixed: kiểm tra, thanh tra, kiểm tra của công an.
  power            text not null,
  -- Id of the row of data/inspections/powers.csv under which it is held.
  law              text not null,
  ground           text not null,
  -- What the ground is: which signs, which order, which plan.
  ground_note      text not null,
  -- The legal ground in words, where no procedure is in the data.
  legal_basis      text,
  -- "Dấu hiệu vi phạm rõ ràng".
  is_clear         boolean not null default false,
  -- Why the yearly limit is passed by; shown in the report.
  override_reason  text,
  matter           text not null,
  subject_id       uuid not null references inspection_subjects,
  planned_on       date not null,
  place            text not null,
  method           text not null,
  -- What the data at a distance showed before a visit.
  remote_note      text,
  checklist        text not null,
  checklist_version int not null,
  state            text not null default 'planned',
  decided_number   text,
  decided_on       date,
  decided_by       text,
  -- Who issued the decision approves the plan of the check (NĐ 217/2025 Đ14).
  decided_by_officer uuid references officers,
  days             int,
  approved_on      date,
  approved_by      text,
  announced_on     date,
  extended_days    int,
  extended_on      date,
  extended_number  text,
  recorded_on      date,
  recorded_time    text,
  opinion          text,
  signing          text,
  refusal_reason   text,
  witness          text,
  conclusion       text,
  concluded_number text,
  concluded_on     date,
  end_reason       text,
  closed_on        date,
  sent_to_body_id  uuid references bodies,
  sent_at          timestamptz,
  made_by          uuid references officers default current_officer(),
  made_name        text not null,
  made_at          timestamptz not null default acting_at(),
  changed_at       timestamptz not null default acting_at(),
  constraint inspections_pkey primary key (id),
  constraint inspections_with_body unique (id, body_id),
  constraint inspections_number unique (body_id, year, number),
  constraint inspections_power check (power in ('inspection', 'state-inspection', 'police-check')),
  constraint inspections_ground check (ground in ('annual-plan', 'thematic-plan', 'signs', 'order')),
  constraint inspections_ground_note check (length(ground_note) between 1 and 2000),
  constraint inspections_legal_basis check (length(legal_basis) between 1 and 1000),
  -- The limit is passed by on clear signs only, with the reason in writing.
  constraint inspections_override check (override_reason is null or (ground = 'signs' and is_clear and length(override_reason) between 1 and 2000)),
  constraint inspections_method check (method in ('remote', 'visit')),
  constraint inspections_place check (length(place) between 1 and 300),
  constraint inspections_remote_note check (length(remote_note) between 1 and 4000),
  constraint inspections_state check (state in ('planned', 'decided', 'approved', 'announced', 'paused', 'recorded', 'concluded', 'closed', 'stopped', 'dropped')),
  constraint inspections_decided_is_whole check (num_nonnulls(decided_number, decided_on, decided_by, days) in (0, 4)),
  constraint inspections_decided_by_somebody check (decided_by_officer is null or decided_on is not null),
  constraint inspections_decided_first check (state in ('planned', 'dropped') or decided_on is not null),
  constraint inspections_approved_is_whole check ((approved_on is null) = (approved_by is null) and approved_on >= decided_on),
  constraint inspections_approved_first check (state not in ('approved', 'announced', 'paused', 'recorded', 'concluded', 'closed') or approved_on is not null),
  constraint inspections_announced_first check (state not in ('announced', 'paused', 'recorded', 'concluded', 'closed') or announced_on is not null),
  constraint inspections_announced_after check (announced_on >= approved_on),
  constraint inspections_days check (days between 1 and 90),
  constraint inspections_extended_is_whole check (num_nonnulls(extended_days, extended_on, extended_number) in (0, 3) and extended_days between 1 and 60),
  constraint inspections_recorded_first check (state not in ('recorded', 'concluded', 'closed') or num_nonnulls(recorded_on, recorded_time, opinion, signing) = 4),
  constraint inspections_recorded_after check (recorded_on >= announced_on),
  -- Who refuses to sign: somebody of the commune authority, or one witness, signs that it was refused.
  constraint inspections_signing check (signing in ('signed', 'commune', 'witness')),
  constraint inspections_refusal_is_whole check (signing is null or (signing = 'signed') = (refusal_reason is null) and (signing = 'signed') = (witness is null)),
  constraint inspections_concluded_first check (state not in ('concluded', 'closed') or num_nonnulls(conclusion, concluded_number, concluded_on) = 3),
  constraint inspections_concluded_after check (concluded_on >= recorded_on),
  constraint inspections_ended_says_why check (state not in ('stopped', 'dropped') or length(end_reason) between 1 and 2000),
  constraint inspections_closed_is_whole check ((state = 'closed') = (closed_on is not null)),
  constraint inspections_sent_is_whole check ((sent_to_body_id is null) = (sent_at is null))
);
create index inspections_by_body on inspections (body_id, state, planned_on, id);
create index inspections_by_subject on inspections (subject_id, planned_on);
create index inspections_sent on inspections (sent_to_body_id, planned_on, id) where sent_to_body_id is not null;

/* The moves of src/inspections/domain/life.ts: a test compares the two. */
create function inspection_moves() returns text[] language sql immutable as $$
  select array['announced paused', 'announced recorded', 'announced stopped', 'approved announced', 'approved stopped', 'concluded closed',
    'decided approved', 'decided stopped', 'paused announced', 'paused stopped', 'planned decided', 'planned dropped', 'recorded concluded']
$$;

/* Whoever the statement comes from: it goes by the moves, what was recorded stands, and it is closed when nothing is left to put right. */
create function guard_inspection() returns trigger language plpgsql as $$
declare
  said text[] := array['power', 'law', 'ground', 'ground_note', 'legal_basis', 'is_clear', 'override_reason', 'matter', 'subject_id', 'year', 'number',
    'checklist', 'checklist_version', 'made_by', 'made_name', 'made_at'];
  recorded text[] := array['recorded_on', 'recorded_time', 'opinion', 'signing', 'refusal_reason', 'witness'];
  key text;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'planned' then
      raise exception 'it begins as a plan' using errcode = 'check_violation', constraint = 'inspections_begin_as_plans';
    end if;
    return new;
  end if;
  foreach key in array said || case when old.recorded_on is null then '{}'::text[] else recorded end loop
    if to_jsonb(new) -> key is distinct from to_jsonb(old) -> key then
      raise exception '% stands as it was said', key using errcode = 'check_violation', constraint = 'inspections_stand';
    end if;
  end loop;
  if new.state <> old.state and not (old.state || ' ' || new.state = any (inspection_moves())) then
    raise exception 'it does not go from % to %', old.state, new.state using errcode = 'check_violation', constraint = 'inspections_move';
  end if;
  if new.state = 'closed' and old.state <> 'closed'
    and exists (select from inspection_recommendations r where r.inspection_id = old.id and r.done_on is null) then
    raise exception 'something is left to put right' using errcode = 'check_violation', constraint = 'inspections_closed_when_done';
  end if;
  return new;
end $$;

create table inspection_members (
  id            uuid not null default uuidv7(),
  inspection_id uuid not null,
  body_id       uuid not null default current_body(),
  officer_id    uuid references officers,
  name          text not null,
  title         text not null,
  of_body       text not null,
  is_head       boolean not null default false,
  -- Each says before the decision that no interest of theirs stands against it.
  declared_on   date not null,
  constraint inspection_members_pkey primary key (id),
  constraint inspection_members_inspection foreign key (inspection_id, body_id) references inspections (id, body_id) on update cascade,
  constraint inspection_members_once unique (inspection_id, name, title),
  constraint inspection_members_words check (length(name) between 1 and 100 and length(title) between 1 and 200 and length(of_body) between 1 and 200)
);
create unique index inspection_members_one_head on inspection_members (inspection_id) where is_head;
create index inspection_members_by_officer on inspection_members (officer_id) where officer_id is not null;

create table inspection_pauses (
  inspection_id uuid not null,
  body_id       uuid not null default current_body(),
  from_on       date not null,
  until_on      date,
  reason        text not null,
  constraint inspection_pauses_pkey primary key (inspection_id, from_on),
  constraint inspection_pauses_inspection foreign key (inspection_id, body_id) references inspections (id, body_id) on update cascade,
  constraint inspection_pauses_in_order check (until_on >= from_on),
  constraint inspection_pauses_reason check (length(reason) between 1 and 2000)
);

create table inspection_answers (
  inspection_id uuid not null,
  body_id       uuid not null default current_body(),
  question      text not null,
  answer        text not null,
  note          text,
  -- Measured values by their name: numbers, points, machines.
  counts        jsonb not null default '{}',
  by_name       text not null,
  at            timestamptz not null default acting_at(),
  constraint inspection_answers_pkey primary key (inspection_id, question),
  constraint inspection_answers_inspection foreign key (inspection_id, body_id) references inspections (id, body_id) on update cascade,
  constraint inspection_answers_question check (length(question) between 1 and 60),
  constraint inspection_answers_answer check (answer in ('yes', 'no', 'not-applicable')),
  constraint inspection_answers_note check (length(note) between 1 and 4000),
  constraint inspection_answers_counts check (jsonb_typeof(counts) = 'object' and pg_column_size(counts) < 2000)
);

/* What was found stands once it was recorded: the subject has signed it. */
create function guard_inspection_answer() returns trigger language plpgsql as $$
begin
  if not exists (select from inspections i where i.id = new.inspection_id and i.state = 'announced') then
    raise exception 'answers are given while the check goes on' using errcode = 'check_violation', constraint = 'inspection_answers_while_open';
  end if;
  return new;
end $$;
create trigger inspection_answers_guard before insert or update of answer, note, counts on inspection_answers
  for each row execute function guard_inspection_answer();

create table inspection_recommendations (
  id            uuid not null default uuidv7(),
  inspection_id uuid not null,
  body_id       uuid not null default current_body(),
  what          text not null,
  due_on        date not null,
  done_on       date,
  done_note     text,
  done_name     text,
  constraint inspection_recommendations_pkey primary key (id),
  constraint inspection_recommendations_inspection foreign key (inspection_id, body_id) references inspections (id, body_id) on update cascade,
  constraint inspection_recommendations_what check (length(what) between 1 and 1000),
  constraint inspection_recommendations_done_is_whole check (num_nonnulls(done_on, done_note, done_name) in (0, 3)),
  constraint inspection_recommendations_done_note check (length(done_note) between 1 and 2000)
);
create index inspection_recommendations_in_order on inspection_recommendations (inspection_id, due_on, id);
create trigger inspections_guard before insert or update on inspections for each row execute function guard_inspection();

-- Cases that findings opened; which questions of the checklist each carries.
create table inspection_cases (
  inspection_id uuid not null,
  body_id       uuid not null default current_body(),
  case_id       uuid not null references cases,
  questions     text[] not null,
  opened_at     timestamptz not null default acting_at(),
  constraint inspection_cases_pkey primary key (inspection_id, case_id),
  constraint inspection_cases_inspection foreign key (inspection_id, body_id) references inspections (id, body_id) on update cascade,
  constraint inspection_cases_questions check (cardinality(questions) between 1 and 50)
);

create table inspection_papers (
  inspection_id uuid not null,
  body_id       uuid not null default current_body(),
  kind          text not null,
  document_id   uuid not null references official_documents,
  made_name     text not null,
  made_at       timestamptz not null default acting_at(),
  constraint inspection_papers_pkey primary key (document_id),
  constraint inspection_papers_inspection foreign key (inspection_id, body_id) references inspections (id, body_id) on update cascade,
  constraint inspection_papers_kind check (kind in ('decision', 'plan', 'notice', 'record', 'report', 'conclusion', 'put-right'))
);
create index inspection_papers_in_order on inspection_papers (inspection_id, made_at);

create table inspection_events (
  id            bigint generated always as identity,
  inspection_id uuid not null,
  body_id       uuid not null default current_body(),
  what          text not null,
  state_before  text not null,
  state_after   text not null,
  happened_on   date not null,
  note          text,
  by_name       text not null,
  at            timestamptz not null default acting_at(),
  constraint inspection_events_pkey primary key (id),
  constraint inspection_events_inspection foreign key (inspection_id, body_id) references inspections (id, body_id) on update cascade
);
create index inspection_events_in_order on inspection_events (inspection_id, id);

/* Whether the body that acts has a power over anybody: an enterprise and an association have none. */
create function acting_for_authority() returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from bodies b where b.id = current_body() and b.kind not in ('enterprise', 'other'))
$$;

alter table inspection_subjects enable row level security;
alter table inspection_subjects force row level security;
create policy inspection_subjects_seen on inspection_subjects for select to lp_app using ((select acting_for_authority()));
create policy inspection_subjects_written on inspection_subjects for insert to lp_app
  with check (body_id = (select current_body()) and (select acting_for_authority()));
create policy inspection_subjects_changed on inspection_subjects for update to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy inspection_subjects_for_jobs on inspection_subjects to lp_job using (true) with check (true);
grant select, insert, update on inspection_subjects to lp_app;
grant select, update (body_id) on inspection_subjects to lp_job;

-- A plan is its body's; Thanh tra tỉnh reads it once it was sent.
alter table inspections enable row level security;
alter table inspections force row level security;
create policy inspections_seen on inspections for select to lp_app
  using (body_id = (select current_body()) or sent_to_body_id = (select current_body()));
create policy inspections_made on inspections for insert to lp_app with check (body_id = (select current_body()));
create policy inspections_moved on inspections for update to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy inspections_for_jobs on inspections to lp_job using (true) with check (true);
grant select, insert, update on inspections to lp_app;
grant select, update (body_id, sent_to_body_id) on inspections to lp_job;
grant select on inspections, inspection_subjects to lp_definer;

alter table inspection_members enable row level security;
alter table inspection_members force row level security;
create policy inspection_members_of_my_body on inspection_members to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy inspection_members_for_jobs on inspection_members to lp_job using (true) with check (true);
grant select, insert, update (officer_id, name, title), delete on inspection_members to lp_app;
grant select, update (body_id) on inspection_members to lp_job;

alter table inspection_pauses enable row level security;
alter table inspection_pauses force row level security;
create policy inspection_pauses_of_my_body on inspection_pauses to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy inspection_pauses_for_jobs on inspection_pauses to lp_job using (true) with check (true);
grant select, insert, update (until_on) on inspection_pauses to lp_app;
grant select, update (body_id) on inspection_pauses to lp_job;

alter table inspection_answers enable row level security;
alter table inspection_answers force row level security;
create policy inspection_answers_of_my_body on inspection_answers to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy inspection_answers_for_jobs on inspection_answers to lp_job using (true) with check (true);
grant select, insert, update (answer, note, counts, by_name, at) on inspection_answers to lp_app;
grant select, update (body_id) on inspection_answers to lp_job;

alter table inspection_recommendations enable row level security;
alter table inspection_recommendations force row level security;
create policy inspection_recommendations_of_my_body on inspection_recommendations to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy inspection_recommendations_for_jobs on inspection_recommendations to lp_job using (true) with check (true);
grant select, insert, update (done_on, done_note, done_name) on inspection_recommendations to lp_app;
grant select, update (body_id) on inspection_recommendations to lp_job;

alter table inspection_cases enable row level security;
alter table inspection_cases force row level security;
create policy inspection_cases_of_my_body on inspection_cases to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy inspection_cases_for_jobs on inspection_cases to lp_job using (true) with check (true);
grant select, insert on inspection_cases to lp_app;
grant select, update (body_id) on inspection_cases to lp_job;

alter table inspection_papers enable row level security;
alter table inspection_papers force row level security;
create policy inspection_papers_of_my_body on inspection_papers to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy inspection_papers_for_jobs on inspection_papers to lp_job using (true) with check (true);
grant select, insert on inspection_papers to lp_app;
grant select, update (body_id) on inspection_papers to lp_job;

alter table inspection_events enable row level security;
alter table inspection_events force row level security;
create policy inspection_events_of_my_body on inspection_events to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy inspection_events_for_jobs on inspection_events to lp_job using (true) with check (true);
grant select, insert on inspection_events to lp_app;
grant select, update (body_id) on inspection_events to lp_job;

/* What other bodies do with a subject in a year. Before a plan of a check was approved nothing of it is told but that some body is
   busy with the subject: no name, no day, no number of bodies. An enterprise asks nothing here. */
create function visits_elsewhere(subject uuid, in_year int)
  returns table (standing text, body_id uuid, body_name text, power text, matter text, on_day date)
  language sql stable security definer set search_path = public, pg_temp as $$
  with others as (
    select i.*, b.name from inspections i join bodies b on b.id = i.body_id
    where i.subject_id = subject and i.body_id <> current_body() and i.state not in ('stopped', 'dropped')
      and extract(year from coalesce(i.announced_on, i.planned_on)) = in_year
      and exists (select from bodies me where me.id = current_body() and me.kind not in ('enterprise', 'other')))
  select case when o.announced_on is null then 'approved' else 'visited' end, o.body_id, o.name, o.power, o.matter,
      coalesce(o.announced_on, o.planned_on)
    from others o where o.state not in ('planned', 'decided')
  union all
  select 'busy', null, null, null, null, null where exists (select from others o where o.state in ('planned', 'decided'))
  limit 50
$$;
alter function visits_elsewhere(uuid, int) owner to lp_definer;
set local role lp_definer;
revoke all on function visits_elsewhere(uuid, int) from public;
grant execute on function visits_elsewhere(uuid, int) to lp_app;
reset role;
