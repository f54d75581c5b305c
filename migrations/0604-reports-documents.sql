-- Why: a locked report goes to signature as an outgoing document (0630), once; the page of the period leads to it.
create table report_documents (
  lock_id     uuid not null,
  body_id     uuid not null default current_body(),
  document_id uuid not null,
  drafted_at  timestamptz not null default acting_at(),
  drafted_by  uuid references officers default current_officer(),
  constraint report_documents_pkey primary key (lock_id),
  constraint report_documents_lock foreign key (lock_id, body_id) references report_locks (id, body_id)
);
alter table report_documents enable row level security;
alter table report_documents force row level security;
create policy report_documents_of_my_body on report_documents to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
grant select, insert on report_documents to lp_app;
