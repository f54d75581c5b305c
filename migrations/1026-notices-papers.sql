-- Why: a content notice goes out as a document of its body: reviewed, signed, with a number of the book of outgoing documents (issue 20).
create table notice_papers (
  document_id uuid not null references official_documents,
  -- Whose book it is in: the body that signs.
  body_id     uuid not null references bodies default current_body(),
  notice_id   uuid not null references notices,
  made_name   text not null,
  made_at     timestamptz not null default acting_at(),
  constraint notice_papers_pkey primary key (document_id)
);
create index notice_papers_of on notice_papers (notice_id, made_at);

alter table notice_papers enable row level security;
alter table notice_papers force row level security;
create policy notice_papers_of_my_body on notice_papers for select to lp_app using (body_id = (select current_body()));
create policy notice_papers_made on notice_papers for insert to lp_app with check (body_id = (select current_body())
  and exists (select from notices n where n.id = notice_id and n.signing_body_id = (select current_body()) and n.state not in ('received', 'refused')));
create policy notice_papers_for_jobs on notice_papers to lp_job using (true) with check (true);
grant select, insert on notice_papers to lp_app;
grant select, update (body_id) on notice_papers to lp_job;
