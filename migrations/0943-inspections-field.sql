-- Why: a visit is written on a device without network and sent later, once, with its photos (issue 19, journey 7).
alter table inspections
  -- Made on the device: the same however often it sends.
  add column sent_key text,
  -- What the clock of the device said; it may be wrong.
  add column device_at timestamptz,
  add constraint inspections_sent_once unique (body_id, sent_key),
  add constraint inspections_key check (sent_key ~ '^[\w-]{8,64}$');

create table inspection_photos (
  id            uuid not null default uuidv7(),
  inspection_id uuid not null,
  body_id       uuid not null default current_body(),
  position      int not null,
  sha256        text not null,
  media_type    text not null,
  bytes         bigint not null,
  name          text not null,
  added_name    text not null,
  added_at      timestamptz not null default acting_at(),
  constraint inspection_photos_pkey primary key (id),
  constraint inspection_photos_inspection foreign key (inspection_id, body_id) references inspections (id, body_id) on update cascade,
  constraint inspection_photos_position unique (inspection_id, position),
  constraint inspection_photos_name check (length(name) between 1 and 200)
);
comment on column inspection_photos.sha256 is 'file';
alter table inspection_photos enable row level security;
alter table inspection_photos force row level security;
create policy inspection_photos_of_my_body on inspection_photos to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy inspection_photos_for_jobs on inspection_photos to lp_job using (true) with check (true);
grant select, insert on inspection_photos to lp_app;
grant select, update (body_id) on inspection_photos to lp_job;
grant select (sha256) on inspection_photos to lp_definer;
