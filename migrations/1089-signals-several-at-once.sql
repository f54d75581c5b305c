-- Why: what an officer does to several tips at once can be undone at once, for half an hour, where nothing else has happened to a tip
-- since. Each row keeps what the tip was before, or why nothing was done to it. Only who did it sees and undoes it.
create table signal_batches (
  id         uuid not null default uuidv7(),
  body_id    uuid not null references bodies,
  officer_id uuid not null references officers,
  act        text not null,
  to_name    text,
  at         timestamptz not null default acting_at(),
  undone_at  timestamptz,
  constraint signal_batches_pkey primary key (id),
  constraint signal_batches_act check (act in ('assign', 'spam', 'merge'))
);
create index signal_batches_by_officer on signal_batches (officer_id, body_id, at);

create table signal_batch_rows (
  batch_id  uuid not null references signal_batches on delete cascade,
  signal_id uuid not null,
  body_id   uuid not null,
  -- Why nothing was done to it, by doing or by undoing.
  refused   text,
  before    jsonb,
  -- The event that the batch wrote: a later one means that somebody did something else since.
  event_id  bigint,
  constraint signal_batch_rows_pkey primary key (batch_id, signal_id),
  constraint signal_batch_rows_signal foreign key (signal_id, body_id) references signals (id, body_id) on update cascade,
  constraint signal_batch_rows_done check ((before is null) = (event_id is null))
);

do $$ declare t text; begin
  foreach t in array array['signal_batches', 'signal_batch_rows'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
create policy signal_batches_of_mine on signal_batches to lp_app
  using (body_id = (select current_body()) and officer_id = (select current_officer()))
  with check (body_id = (select current_body()) and officer_id = (select current_officer()));
create policy signal_batch_rows_of_mine on signal_batch_rows to lp_app
  using (body_id = (select current_body()) and exists (select from signal_batches b where b.id = batch_id))
  with check (body_id = (select current_body()) and exists (select from signal_batches b where b.id = batch_id));
grant select, insert (body_id, officer_id, act, to_name), update (undone_at), delete on signal_batches to lp_app;
grant select, insert, update (refused) on signal_batch_rows to lp_app;
