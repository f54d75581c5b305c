-- Why: an official document is drafted, reviewed, signed, numbered, issued and archived by different people (issue 5, Documents).

create table official_documents (
  id              uuid not null default uuidv7(),
  body_id         uuid not null references bodies default current_body(),
  kind            text not null,
  subject         text not null,
  -- What is printed, without number and day: these come from the book.
  model           jsonb not null,
  -- The words as typed, so that the form gives them back; none where another part of the program wrote the document.
  typed_text      text,
  state           text not null default 'draft',
  -- Grows with every change: what was seen by another window is not written over in silence.
  version         int not null default 0,
  drafted_by      uuid not null references officers default current_officer(),
  drafted_name    text not null,
  -- Who is to sign; only this officer can.
  signer_id       uuid not null references officers,
  number          int,
  dated_on        date,
  -- The issued file by its hash; `is_signed`: it carries a digital signature, else it was issued to be signed on paper.
  file_sha256     text,
  is_signed       boolean not null default false,
  filed_under     text,
  made_at         timestamptz not null default acting_at(),
  changed_at      timestamptz not null default acting_at(),
  constraint official_documents_pkey primary key (id),
  constraint official_documents_with_body unique (id, body_id),
  constraint official_documents_state check (state in ('draft', 'review', 'approved', 'signed', 'numbered', 'issued', 'archived')),
  constraint official_documents_subject check (length(subject) between 1 and 1000),
  constraint official_documents_numbered check ((state in ('numbered', 'issued', 'archived')) = (number is not null)),
  constraint official_documents_dated check ((number is null) = (dated_on is null)),
  constraint official_documents_issued_as_file check (state not in ('issued', 'archived') or file_sha256 is not null),
  constraint official_documents_signed_file check (not is_signed or file_sha256 is not null),
  constraint official_documents_file check (file_sha256 ~ '^[0-9a-f]{64}$'),
  constraint official_documents_filed check ((state = 'archived') = (filed_under is not null))
);
create index official_documents_newest on official_documents (body_id, changed_at desc, id desc);

create table official_document_events (
  id           bigint generated always as identity,
  document_id  uuid not null,
  body_id      uuid not null references bodies default current_body(),
  what         text not null,
  state_after  text not null,
  by_officer   uuid not null references officers default current_officer(),
  by_name      text not null,
  note         text,
  at           timestamptz not null default acting_at(),
  constraint official_document_events_pkey primary key (id),
  constraint official_document_events_document foreign key (document_id, body_id) references official_documents (id, body_id),
  constraint official_document_events_note check (length(note) <= 2000)
);
create index official_document_events_by_document on official_document_events (document_id, id);
create trigger official_document_events_are_append_only before update or delete on official_document_events
  for each row execute function refuse_change();

do $$ declare t text; begin
  foreach t in array array['official_documents', 'official_document_events'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I for select to lp_app using (body_id = (select current_body()))', t || '_of_my_body', t);
    execute format('create policy %I on %I to lp_job using (true) with check (true)', t || '_for_jobs', t);
    execute format('grant select, insert on %I to lp_app', t);
    execute format('grant select on %I to lp_job', t);
  end loop;
end $$;
create policy official_documents_drafted_by_me on official_documents for insert to lp_app
  with check (body_id = (select current_body()) and drafted_by = (select current_officer()) and state = 'draft');
create policy official_documents_changed_in_my_body on official_documents for update to lp_app
  using (body_id = (select current_body()) and state <> 'archived') with check (body_id = (select current_body()));
create policy official_document_events_by_me on official_document_events for insert to lp_app
  with check (body_id = (select current_body()) and by_officer = (select current_officer()));
grant update (kind, subject, model, typed_text, state, version, signer_id, number, dated_on, file_sha256, is_signed, filed_under,
  changed_at) on official_documents to lp_app;
