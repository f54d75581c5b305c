-- Why: the papers of a case go the way of outgoing documents, and the number given there is what the case records (issue 4, Sanction).

-- A document that another part of the program wrote may name the verb of the policy without which nobody opens it, and
-- where it was made. Papers about a person are not for everybody who may read the body's letters.
alter table official_documents
  add column read_by      text,
  add column source_path  text,
  add column source_label text,
  add constraint official_documents_read_by check (read_by ~ '^[a-z]+\.[a-z-]+$'),
  add constraint official_documents_source check (num_nonnulls(source_path, source_label) in (0, 2)
    and length(source_path) <= 300 and length(source_label) <= 300);

create table case_papers (
  id           uuid not null default uuidv7(),
  case_id      uuid not null,
  body_id      uuid not null default current_body(),
  kind         text not null,
  document_id  uuid not null,
  -- The request that a letter to an enterprise puts in writing.
  request_id   uuid references prevention_requests,
  -- What the form asked, so that the next paper begins with it and a draft can be written anew.
  answers      jsonb not null,
  made_at      timestamptz not null default acting_at(),
  made_name    text not null,
  -- When the case took the number of the issued paper.
  recorded_on  date,
  constraint case_papers_pkey primary key (id),
  constraint case_papers_document_once unique (document_id),
  -- A case passes to a successor with its papers; the documents stay in the archive of the body that issued them.
  constraint case_papers_case foreign key (case_id, body_id) references cases (id, body_id) on update cascade,
  constraint case_papers_document foreign key (document_id) references official_documents,
  constraint case_papers_kind check (kind in ('record', 'hearing', 'sanction', 'remedy', 'request')),
  constraint case_papers_request check ((kind = 'request') = (request_id is not null)),
  constraint case_papers_answers_are_small check (jsonb_typeof(answers) = 'object' and pg_column_size(answers) <= 60000)
);
create index case_papers_by_case on case_papers (case_id, id);
create index case_papers_by_request on case_papers (request_id) where request_id is not null;

alter table case_papers enable row level security;
alter table case_papers force row level security;
create policy case_papers_for_jobs on case_papers to lp_job using (true) with check (true);
create policy case_papers_of_the_handler on case_papers for select to lp_app
  using (body_id = (select current_body()) and exists (select from cases c where c.id = case_id));
create policy case_papers_by_the_handler on case_papers for insert to lp_app
  with check (body_id = (select current_body()) and exists (select from cases c where c.id = case_id)
    and exists (select from official_documents d where d.id = document_id));
create policy case_papers_changed_by_the_handler on case_papers for update to lp_app
  using (body_id = (select current_body()) and exists (select from cases c where c.id = case_id));
grant select, insert, update (answers, recorded_on) on case_papers to lp_app;
grant select on case_papers to lp_job;

-- Papers of the cases that name the acting officer: as with the cases, the officer may not read the rows that say which.
create function acting_hidden_documents() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(p.document_id), '{}') from case_papers p
  join case_conflicts n on n.case_id = p.case_id where n.officer_id = current_officer()
$$;
grant select on case_papers to lp_definer;
alter function acting_hidden_documents() owner to lp_definer;
revoke all on function acting_hidden_documents() from public;
grant execute on function acting_hidden_documents() to lp_app;
create policy official_documents_not_of_whom_they_name on official_documents as restrictive to lp_app
  using (not (id = any ((select acting_hidden_documents())::uuid[])));
create policy official_document_events_not_of_whom_they_name on official_document_events as restrictive to lp_app
  using (not (document_id = any ((select acting_hidden_documents())::uuid[])));
