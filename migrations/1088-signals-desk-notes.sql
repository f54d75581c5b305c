-- Why: an office that works all day writes to itself: what was tried, whom to call back, on which day to look again. None of it is
-- ever for the reporter or for another body; a case that two bodies hold has the notes of each apart.
create table desk_notes (
  id         uuid not null default uuidv7(),
  body_id    uuid not null references bodies,
  signal_id  uuid,
  case_id    uuid references cases,
  text       text not null,
  by_officer uuid not null references officers,
  by_name    text not null,
  at         timestamptz not null default acting_at(),
  constraint desk_notes_pkey primary key (id),
  constraint desk_notes_signal foreign key (signal_id, body_id) references signals (id, body_id) on update cascade,
  constraint desk_notes_about check (num_nonnulls(signal_id, case_id) = 1),
  constraint desk_notes_length check (length(text) between 1 and 2000)
);
create index desk_notes_by_signal on desk_notes (signal_id, id) where signal_id is not null;
create index desk_notes_by_case on desk_notes (case_id, id) where case_id is not null;

-- One day at a time for each tip or case of a body.
create table desk_follow_ups (
  about_id  uuid generated always as (coalesce(signal_id, case_id)) stored,
  body_id   uuid not null references bodies,
  signal_id uuid,
  case_id   uuid references cases,
  follow_on date not null,
  what      text not null default '',
  by_name   text not null,
  set_at    timestamptz not null default acting_at(),
  constraint desk_follow_ups_pkey primary key (about_id, body_id),
  constraint desk_follow_ups_signal foreign key (signal_id, body_id) references signals (id, body_id) on update cascade,
  constraint desk_follow_ups_about check (num_nonnulls(signal_id, case_id) = 1),
  constraint desk_follow_ups_length check (length(what) <= 300)
);
create index desk_follow_ups_by_day on desk_follow_ups (body_id, follow_on);

-- Whoever may not see the tip or the case does not see what was noted on it; the sub-queries are themselves under row security.
do $$ declare t text; begin
  foreach t in array array['desk_notes', 'desk_follow_ups'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to lp_app using (body_id = (select current_body())
      and (signal_id is null or exists (select from signals s where s.id = signal_id))
      and (case_id is null or exists (select from cases c where c.id = case_id)))', t || '_of_my_body', t);
    execute format('create policy %I on %I to lp_job using (true) with check (true)', t || '_for_jobs', t);
    execute format('grant select, update (body_id) on %I to lp_job', t);
  end loop;
end $$;
create policy desk_notes_by_myself on desk_notes as restrictive for insert to lp_app
  with check (by_officer = (select current_officer()));
grant select, insert (body_id, signal_id, case_id, text, by_officer, by_name) on desk_notes to lp_app;
grant select, insert (body_id, signal_id, case_id, follow_on, what, by_name), update (follow_on, what, by_name, set_at), delete
  on desk_follow_ups to lp_app;
