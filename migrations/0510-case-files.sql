-- Why: the police receive one signed file whose every part can be checked (journey 5); what proves a case has a chain of custody.

create table case_exhibits (
  id          uuid not null default uuidv7(),
  case_id     uuid not null,
  body_id     uuid not null default current_body(),
  position    int not null,
  title       text not null,
  -- A file of the sealed store, or a thing that lies somewhere.
  kind        text not null,
  sha256      text,
  media_type  text,
  bytes       bigint,
  place       text,
  added_at    timestamptz not null default acting_at(),
  added_name  text not null,
  constraint case_exhibits_pkey primary key (id),
  constraint case_exhibits_order unique (case_id, position),
  constraint case_exhibits_case foreign key (case_id, body_id) references cases (id, body_id),
  constraint case_exhibits_kind check (kind in ('file', 'thing')
    and (kind = 'file') = (sha256 is not null and media_type is not null and bytes is not null)),
  constraint case_exhibits_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint case_exhibits_title check (length(title) between 1 and 300)
);
create trigger case_exhibits_are_append_only before update or delete on case_exhibits for each row execute function refuse_change();

create table case_custody (
  id          uuid not null default uuidv7(),
  exhibit_id  uuid not null references case_exhibits,
  case_id     uuid not null references cases,
  at          timestamptz not null default acting_at(),
  from_whom   text not null,
  to_whom     text not null,
  reason      text not null,
  by_body_id  uuid not null references bodies default current_body(),
  by_officer  uuid not null references officers default current_officer(),
  by_name     text not null,
  constraint case_custody_pkey primary key (id),
  constraint case_custody_said check (length(from_whom) between 1 and 300 and length(to_whom) between 1 and 300 and length(reason) between 1 and 2000)
);
create index case_custody_in_order on case_custody (case_id, id);
create trigger case_custody_is_append_only before update or delete on case_custody for each row execute function refuse_change();

-- The ZIP as it was handed over; a hand-over has one.
create table case_dossiers (
  transfer_id uuid not null references case_transfers,
  case_id     uuid not null,
  body_id     uuid not null default current_body(),
  sha256      text not null,
  bytes       bigint not null,
  files       int not null,
  key_id      text not null,
  made_at     timestamptz not null default acting_at(),
  made_name   text not null,
  constraint case_dossiers_pkey primary key (transfer_id),
  constraint case_dossiers_case foreign key (case_id, body_id) references cases (id, body_id),
  constraint case_dossiers_sha256 check (sha256 ~ '^[0-9a-f]{64}$')
);
create index case_dossiers_by_case on case_dossiers (case_id);
create trigger case_dossiers_are_append_only before update or delete on case_dossiers for each row execute function refuse_change();

do $$ declare t text; begin
  foreach t in array array['case_exhibits', 'case_custody', 'case_dossiers'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to lp_job using (true) with check (true)', t || '_for_jobs', t);
    execute format('grant select on %I to lp_job', t);
    execute format('grant select, insert on %I to lp_app', t);
    execute format('create policy %I on %I for select to lp_app using (exists (select from cases c where c.id = case_id))', t || '_of_the_case', t);
  end loop;
end $$;
create policy case_exhibits_by_the_handler on case_exhibits for insert to lp_app
  with check (body_id = (select current_body()) and exists (select from cases c where c.id = case_id));
create policy case_custody_by_who_holds_it on case_custody for insert to lp_app with check (by_body_id = (select current_body())
  and by_officer = (select current_officer()) and exists (select from cases c where c.id = case_id)
  and exists (select from case_exhibits e where e.id = exhibit_id and e.case_id = case_custody.case_id));
create policy case_dossiers_by_the_handler on case_dossiers for insert to lp_app
  with check (body_id = (select current_body()) and exists (select from cases c where c.id = case_id));
