-- Why: plans and conclusions of checks are public where the law of their day says so (issue 19, NQ 198/2025/QH15 Điều 4, Luật 84/2025/QH15 Điều 37).
-- A copy of exactly what a person chose to publish: nothing of the check itself is open to the public.
create table inspection_publications (
  id             uuid not null default uuidv7(),
  inspection_id  uuid not null,
  body_id        uuid not null default current_body(),
  what           text not null,
  code           text not null,
  body_name      text not null,
  power          text not null,
  matter         text not null,
  -- Of an individual in business neither name nor address is published.
  subject        text not null,
  on_day         date not null,
  text           text not null,
  published_name text not null,
  published_at   timestamptz not null default acting_at(),
  constraint inspection_publications_pkey primary key (id),
  constraint inspection_publications_inspection foreign key (inspection_id, body_id) references inspections (id, body_id) on update cascade,
  constraint inspection_publications_once unique (inspection_id, what),
  constraint inspection_publications_what check (what in ('plan', 'conclusion')),
  constraint inspection_publications_words check (length(subject) between 1 and 300 and length(text) between 1 and 10000)
);
create index inspection_publications_in_order on inspection_publications (on_day desc, id);
create index inspection_publications_by_body on inspection_publications (body_id);
alter table inspection_publications enable row level security;
alter table inspection_publications force row level security;
create policy inspection_publications_read on inspection_publications for select to lp_app, lp_public using (true);
create policy inspection_publications_made on inspection_publications for insert to lp_app with check (body_id = (select current_body()));
create policy inspection_publications_for_jobs on inspection_publications to lp_job using (true) with check (true);
grant select, insert on inspection_publications to lp_app;
grant select (id, what, code, body_name, power, matter, subject, on_day, text, published_at) on inspection_publications to lp_public;
grant select, update (body_id) on inspection_publications to lp_job;
