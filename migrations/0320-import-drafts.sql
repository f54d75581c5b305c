-- Why: a letter is read, corrected and kept as a draft of who wrote it, before a person issues anything (journey 1).

create table import_drafts (
  id              uuid not null default uuidv7(),
  body_id         uuid not null references bodies default current_body(),
  written_by      uuid not null references officers default current_officer(),
  state           text not null default 'open',
  -- What was read, never changed (absent while the words of a scan are still being typed); and what people
  -- corrected since, replayed over it.
  reading         jsonb,
  corrections     jsonb not null default '[]',
  -- Grows with every change: a form opened before another window's change is refused, not merged in silence.
  version         int not null default 0,
  subject         text not null default '',
  -- The file as received, by its hash; none where the text was pasted.
  original_sha256 text,
  original_name   text,
  original_type   text,
  -- A scan is kept only after a person declared that it holds no state secret.
  declared_at     timestamptz,
  text_sha256     text,
  letter_key      text,
  prints          int[] not null default '{}',
  directive_id    uuid,
  made_at         timestamptz not null default acting_at(),
  changed_at      timestamptz not null default acting_at(),
  constraint import_drafts_pkey primary key (id),
  constraint import_drafts_state check (state in ('typing', 'open', 'issued')),
  constraint import_drafts_read_unless_typing check ((state = 'typing') = (reading is null)),
  constraint import_drafts_issued_as check ((state = 'issued') = (directive_id is not null)),
  constraint import_drafts_original check (original_sha256 is null or original_sha256 ~ '^[0-9a-f]{64}$')
);
create index import_drafts_of_mine on import_drafts (body_id, written_by, changed_at desc) where state <> 'issued';
create index import_drafts_lately on import_drafts (body_id, made_at desc);
create index import_drafts_by_original on import_drafts (original_sha256);
create index import_drafts_by_text on import_drafts (body_id, text_sha256);
create index import_drafts_by_key on import_drafts (body_id, letter_key);
create index import_drafts_untouched on import_drafts (changed_at) where state <> 'issued';

alter table import_drafts enable row level security;
alter table import_drafts force row level security;
-- Colleagues of the body see that a letter is being imported; only who wrote the draft changes it.
create policy import_drafts_of_my_body on import_drafts for select to lp_app using (body_id = (select current_body()));
create policy import_drafts_written_by_me on import_drafts for insert to lp_app
  with check (body_id = (select current_body()) and written_by = (select current_officer()));
create policy import_drafts_changed_by_me on import_drafts for update to lp_app
  using (body_id = (select current_body()) and written_by = (select current_officer()))
  with check (body_id = (select current_body()) and written_by = (select current_officer()));
create policy import_drafts_discarded_by_me on import_drafts for delete to lp_app
  using (body_id = (select current_body()) and written_by = (select current_officer()) and state <> 'issued');
create policy import_drafts_for_jobs on import_drafts to lp_job using (true) with check (true);
grant select, insert, delete, update (state, reading, corrections, version, subject, text_sha256, letter_key, prints,
  directive_id, changed_at) on import_drafts to lp_app;
grant select, delete on import_drafts to lp_job;
