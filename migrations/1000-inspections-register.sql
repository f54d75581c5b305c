-- Why: a register of hundreds of shops is brought in as a list and taken back as a whole; a subject's row says what became of it (issue 19).
create table inspection_imports (
  id        uuid not null default uuidv7(),
  body_id   uuid not null references bodies default current_body(),
  file_name text not null,
  rows      int not null,
  at        timestamptz not null default acting_at(),
  by_name   text not null,
  undone_at timestamptz,
  undone_name text,
  constraint inspection_imports_pkey primary key (id),
  constraint inspection_imports_with_body unique (id, body_id),
  constraint inspection_imports_file check (length(file_name) between 1 and 200),
  constraint inspection_imports_undone_is_whole check ((undone_at is null) = (undone_name is null))
);
create index inspection_imports_by_body on inspection_imports (body_id, at);
alter table inspection_subjects
  add column import_id uuid,
  add constraint inspection_subjects_import foreign key (import_id, body_id) references inspection_imports (id, body_id) on update cascade;
create index inspection_subjects_by_import on inspection_subjects (import_id) where import_id is not null;

-- The row of a subject through the years: written, brought in, changed, exempt from visits. Every authority reads it, as the register.
create table inspection_subject_events (
  id         bigint generated always as identity,
  subject_id uuid not null references inspection_subjects on delete cascade,
  -- The body that did it; it stays, whoever keeps the row later.
  body_id    uuid not null references bodies default current_body(),
  what       text not null,
  note       text,
  by_name    text not null,
  at         timestamptz not null default acting_at(),
  constraint inspection_subject_events_pkey primary key (id),
  constraint inspection_subject_events_what check (what in ('written', 'imported', 'changed', 'complies')),
  constraint inspection_subject_events_note check (length(note) between 1 and 2000)
);
create index inspection_subject_events_in_order on inspection_subject_events (subject_id, id);

alter table inspection_imports enable row level security;
alter table inspection_imports force row level security;
create policy inspection_imports_of_my_body on inspection_imports to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy inspection_imports_for_jobs on inspection_imports to lp_job using (true) with check (true);
grant select, insert on inspection_imports to lp_app;
grant select, update (body_id) on inspection_imports to lp_job;

alter table inspection_subject_events enable row level security;
alter table inspection_subject_events force row level security;
create policy inspection_subject_events_seen on inspection_subject_events for select to lp_app using ((select acting_for_authority()));
create policy inspection_subject_events_added on inspection_subject_events for insert to lp_app
  with check (body_id = (select current_body()) and exists (select from inspection_subjects s where s.id = subject_id and s.body_id = (select current_body())));
create policy inspection_subject_events_for_jobs on inspection_subject_events to lp_job using (true) with check (true);
grant select, insert on inspection_subject_events to lp_app;

/* A list that the acting body brought in, taken back whole: a subject that any body has planned to look at stays, of which a body sees
   only its own. Null: it is no list of the body, or was taken back before. */
create function undo_subject_import(import uuid, who text) returns int
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone int;
begin
  update inspection_imports i set undone_at = acting_at(), undone_name = who
    where i.id = import and i.body_id = current_body() and i.undone_at is null;
  if not found then
    return null;
  end if;
  delete from inspection_subjects s where s.import_id = import and s.body_id = current_body()
    and not exists (select from inspections i where i.subject_id = s.id);
  get diagnostics gone = row_count;
  return gone;
end $$;
grant select, update (undone_at, undone_name) on inspection_imports to lp_definer;
grant delete on inspection_subjects to lp_definer;
alter function undo_subject_import(uuid, text) owner to lp_definer;
set local role lp_definer;
revoke all on function undo_subject_import(uuid, text) from public;
grant execute on function undo_subject_import(uuid, text) to lp_app;
reset role;
