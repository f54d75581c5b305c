-- Why: a day off that is decided during the year moves deadlines that run. Who keeps the chart enters it, every open clock is counted
-- again, and what moved is listed and kept.

create table days_off (
  id          uuid not null default uuidv7(),
  on_day      date not null,
  -- "off": nobody works that day; "work": a Saturday or Sunday that is worked instead.
  kind        text not null,
  name        text not null,
  -- Number and day of the decision.
  basis       text not null,
  entered_at  timestamptz not null default acting_at(),
  entered_by  uuid not null references officers default current_officer(),
  entered_name text not null,
  removed_at  timestamptz,
  removed_name text,
  constraint days_off_pkey primary key (id),
  constraint days_off_kind check (kind in ('off', 'work')),
  constraint days_off_words check (length(name) between 1 and 200 and length(basis) between 1 and 300),
  constraint days_off_removed check ((removed_at is null) = (removed_name is null))
);
create unique index days_off_once on days_off (on_day) where removed_at is null;
alter table days_off enable row level security;
alter table days_off force row level security;
create policy days_off_are_public on days_off for select to lp_app, lp_public, lp_job using (true);
create policy days_off_entered_by_who_keeps_the_chart on days_off for insert to lp_app
  with check ((select acting_keeps_chart()) and (select acting_administers()) and entered_by = (select current_officer()));
create policy days_off_taken_back_by_who_keeps_the_chart on days_off for update to lp_app
  using ((select acting_keeps_chart()) and (select acting_administers()) and removed_at is null)
  with check (removed_at is not null);
grant select, insert, update (removed_at, removed_name) on days_off to lp_app;
grant select on days_off to lp_public, lp_job;

-- What a count after such a change moved. Who keeps the chart reads numbers and days, nothing of a case.
create table clock_moves (
  id           uuid not null default uuidv7(),
  case_id      uuid not null,
  body_id      uuid not null,
  case_number  text not null,
  purpose      text not null,
  rule_id      text not null,
  due_before   text,
  due_after    text,
  moved_at     timestamptz not null default acting_at(),
  constraint clock_moves_pkey primary key (id),
  constraint clock_moves_case foreign key (case_id, body_id) references cases (id, body_id) on update cascade
);
create index clock_moves_newest on clock_moves (moved_at desc, id desc);
create index clock_moves_by_case on clock_moves (case_id);
alter table clock_moves enable row level security;
alter table clock_moves force row level security;
create policy clock_moves_for_jobs on clock_moves to lp_job using (true) with check (true);
create policy clock_moves_of_my_cases on clock_moves for select to lp_app using (body_id = (select current_body())
  or (select acting_keeps_chart()) and (select acting_administers()));
create policy clock_moves_not_of_whom_they_name on clock_moves as restrictive to lp_app
  using (not (case_id = any ((select acting_conflicts())::uuid[])));
grant select on clock_moves to lp_app;
grant select, insert on clock_moves to lp_job;
