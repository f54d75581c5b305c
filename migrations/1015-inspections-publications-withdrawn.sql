-- Why: a publication that named somebody by mistake, or whose conclusion was put right, stood before everybody for good. It is withdrawn: nobody but
-- authorities reads it any more, the row stays with who withdrew it, and the paper can be published anew.
alter table inspection_publications
  add column withdrawn_at timestamptz,
  add column withdrawn_name text,
  add constraint inspection_publications_withdrawn_is_whole check ((withdrawn_at is null) = (withdrawn_name is null)),
  drop constraint inspection_publications_once;
create unique index inspection_publications_once on inspection_publications (inspection_id, what) where withdrawn_at is null;
create index inspection_publications_by_inspection on inspection_publications (inspection_id);
drop policy inspection_publications_read on inspection_publications;
create policy inspection_publications_read on inspection_publications for select to lp_app using (true);
create policy inspection_publications_public on inspection_publications for select to lp_public using (withdrawn_at is null);
create policy inspection_publications_withdrawn on inspection_publications for update to lp_app
  using (body_id = (select current_body()) and withdrawn_at is null) with check (body_id = (select current_body()) and withdrawn_at is not null);
grant update (withdrawn_at, withdrawn_name) on inspection_publications to lp_app;
