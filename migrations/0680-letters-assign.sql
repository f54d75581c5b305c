-- Why: a letter written here gives its tasks when it goes out, in the same transaction; until then it is not issued alone.
alter table official_documents add column assigns boolean not null default false;

-- The reading of an outgoing letter, corrected by a person before its tasks are given.
alter table import_drafts add column document_id uuid;
alter table import_drafts add constraint import_drafts_document
  foreign key (document_id, body_id) references official_documents (id, body_id);
create index import_drafts_by_document on import_drafts (document_id) where document_id is not null;
