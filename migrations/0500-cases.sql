-- Why: what a sign of violation becomes (journeys 4 and 5): a case that moves in lawful order only, under clocks that explain themselves.

-- Numbers of cases run through a year of a body without a gap: the row is locked by whoever takes the next.
create table case_numbers (
  body_id uuid not null references bodies default current_body(),
  year    int not null,
  last    int not null,
  constraint case_numbers_pkey primary key (body_id, year)
);

create table cases (
  id            uuid not null default uuidv7(),
  body_id       uuid not null references bodies default current_body(),
  number        text not null,
  title         text not null,
  summary       text not null default '',
  -- Slug of data/signals/scam-types.csv, or none.
  kind          text,
  area_code     text references areas,
  state         text not null default 'opened',
  outcome       text,
  -- Where the file stood when it was handed to the police.
  returns_to    text,
  opened_on     date not null default acting_on(),
  opened_by     uuid references officers default current_officer(),
  opened_name   text not null,
  -- The earliest day of the clocks that run; lateness is derived from it.
  due_on        date,
  sort_on       date generated always as (coalesce(due_on, '9999-12-31'::date)) stored,
  changed_at    timestamptz not null default acting_at(),
  search        tsvector generated always as (to_tsvector('public.vietnamese', number || ' ' || title || ' ' || summary)) stored,
  constraint cases_pkey primary key (id),
  constraint cases_number unique (body_id, number),
  constraint cases_with_body unique (id, body_id),
  constraint cases_title check (length(title) between 1 and 300),
  constraint cases_state check (state in ('opened', 'verifying', 'preventing', 'recorded', 'decided', 'executed', 'cleared',
    'transferred', 'prosecuted', 'closed')),
  constraint cases_outcome check (outcome in ('prevented', 'sanctioned', 'no-violation', 'prosecuted')),
  constraint cases_closed_with_outcome check ((state = 'closed') = (outcome is not null)),
  constraint cases_returns_to check (returns_to in ('verifying', 'recorded', 'decided')),
  constraint cases_away_know_the_way_back check (state not in ('transferred', 'prosecuted') or returns_to is not null)
);
create index cases_open_by_body on cases (body_id, sort_on, id) include (state) where state <> 'closed';
create index cases_by_body on cases (body_id, sort_on, id) include (state);
create index cases_by_search on cases using gin (search);

-- An act and who did it. The offender's papers are kept as a keyed hash: enough to find repetition, not to read a number.
create table case_acts (
  id                 uuid not null default uuidv7(),
  case_id            uuid not null,
  body_id            uuid not null default current_body(),
  violation_id       text not null,
  committed_on       date not null,
  found_on           date not null,
  description        text not null,
  offender_name      text not null,
  offender_kind      text not null,
  offender_hash      text,
  -- Article and range typed from the law's text where the data have none; another officer confirms.
  range_article      text,
  range_min          bigint,
  range_max          bigint,
  range_source       text,
  range_typed_by     uuid references officers,
  range_confirmed_by uuid references officers,
  constraint case_acts_pkey primary key (id),
  constraint case_acts_with_case unique (id, case_id, body_id),
  constraint case_acts_case foreign key (case_id, body_id) references cases (id, body_id),
  constraint case_acts_offender_kind check (offender_kind in ('organisation', 'individual')),
  constraint case_acts_found_after check (found_on >= committed_on),
  constraint case_acts_range_whole check (num_nonnulls(range_article, range_min, range_max, range_source, range_typed_by) in (0, 5)),
  constraint case_acts_range check (range_min is null or range_min > 0 and range_max >= range_min),
  constraint case_acts_range_by_two check (range_confirmed_by is null
    or range_typed_by is not null and range_confirmed_by is distinct from range_typed_by)
);
create index case_acts_in_order on case_acts (case_id, id);
create index case_acts_by_offender on case_acts (body_id, offender_hash, violation_id) where offender_hash is not null;

-- One act, one sanction (Luật Xử lý vi phạm hành chính, Điều 3): the key says it.
create table sanctions (
  act_id       uuid not null,
  case_id      uuid not null,
  body_id      uuid not null default current_body(),
  number       text not null,
  kind         text not null,
  article      text not null,
  amount       bigint,
  range_min    bigint,
  range_max    bigint,
  office       text not null,
  remedy       text not null default '',
  decided_on   date not null,
  decided_by   uuid references officers default current_officer(),
  decided_name text not null,
  served_on    date,
  paid_on      date,
  paid         bigint,
  constraint sanctions_pkey primary key (act_id),
  constraint sanctions_act foreign key (act_id, case_id, body_id) references case_acts (id, case_id, body_id),
  constraint sanctions_kind check (kind in ('fine', 'remedy')),
  constraint sanctions_fine_within_range check ((kind = 'remedy') = (amount is null)
    and (amount is null or amount between range_min and range_max)),
  constraint sanctions_office check (office in ('inspectorate', 'committee-chair', 'police', 'department-head')),
  constraint sanctions_in_order check (served_on >= decided_on and paid_on >= served_on and (paid_on is null or served_on is not null))
);
create index sanctions_by_case on sanctions (case_id);

-- A clock is its rule, its start and its events; `due` is counted from them and counted again when the calendar changes.
create table case_clocks (
  id            uuid not null default uuidv7(),
  case_id       uuid not null,
  body_id       uuid not null,
  act_id        uuid references case_acts,
  purpose       text not null,
  rule_id       text not null,
  start_at      text not null,
  events        jsonb not null default '[]',
  due           text,
  is_provisional boolean not null default false,
  stopped_on    date,
  constraint case_clocks_pkey primary key (id),
  constraint case_clocks_case foreign key (case_id, body_id) references cases (id, body_id),
  constraint case_clocks_start check (start_at ~ '^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$'),
  constraint case_clocks_due check (due ~ '^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$'),
  constraint case_clocks_events_are_few check (jsonb_typeof(events) = 'array' and jsonb_array_length(events) <= 20)
);
create unique index case_clocks_one_running on case_clocks (case_id, purpose, act_id) nulls not distinct where stopped_on is null;
create index case_clocks_in_order on case_clocks (case_id, id);
create index case_clocks_running on case_clocks (id) where stopped_on is null;

-- What happened, in order; it is only ever added to.
create table case_events (
  id            bigint generated always as identity,
  case_id       uuid not null references cases,
  at            timestamptz not null default acting_at(),
  what          text not null,
  state_before  text not null,
  state_after   text not null,
  by_body_id    uuid references bodies default current_body(),
  by_officer_id uuid references officers default current_officer(),
  by_name       text not null,
  note          text,
  details       jsonb not null default '{}',
  constraint case_events_pkey primary key (id),
  constraint case_events_details_are_small check (pg_column_size(details) <= 4000)
);
create index case_events_in_order on case_events (case_id, id);
create trigger case_events_are_append_only before update or delete on case_events
  for each row execute function refuse_change();

-- To an enterprise: block, suspend, keep logs. It sees this row and nothing else of the case.
create table prevention_requests (
  id            uuid not null default uuidv7(),
  case_id       uuid not null,
  body_id       uuid not null default current_body(),
  body_name     text not null,
  enterprise_id uuid not null references bodies,
  asks          text not null,
  targets       text[] not null,
  basis         text not null,
  due_on        date not null,
  asked_at      timestamptz not null default acting_at(),
  asked_name    text not null,
  answer        text,
  answer_text   text,
  answered_at   timestamptz,
  answered_by   uuid references officers,
  answered_name text,
  constraint prevention_requests_pkey primary key (id),
  constraint prevention_requests_case foreign key (case_id, body_id) references cases (id, body_id),
  constraint prevention_requests_asks check (asks in ('block', 'suspend', 'keep-logs')),
  constraint prevention_requests_targets check (cardinality(targets) between 1 and 500),
  constraint prevention_requests_answer check (answer in ('done', 'partly', 'refused')),
  constraint prevention_requests_answer_whole check (num_nonnulls(answer, answer_text, answered_at, answered_name) in (0, 4))
);
create index prevention_requests_by_case on prevention_requests (case_id, id);
create index prevention_requests_by_enterprise on prevention_requests (enterprise_id, due_on, id);

-- A file handed to the police; at most one hand-over is not returned.
create table case_transfers (
  id           uuid not null default uuidv7(),
  case_id      uuid not null,
  body_id      uuid not null default current_body(),
  to_body_id   uuid not null references bodies,
  handed_on    date not null default acting_on(),
  handed_name  text not null,
  reason       text not null,
  signed_on    date,
  signed_name  text,
  result       text,
  result_on    date,
  result_name  text,
  result_note  text,
  constraint case_transfers_pkey primary key (id),
  constraint case_transfers_case foreign key (case_id, body_id) references cases (id, body_id),
  constraint case_transfers_to_another check (to_body_id <> body_id),
  constraint case_transfers_result check (result in ('prosecuted', 'returned')),
  constraint case_transfers_prosecuted_when_signed check (result is distinct from 'prosecuted' or signed_on is not null)
);
create unique index case_transfers_one_away on case_transfers (case_id) where result is distinct from 'returned';
create index case_transfers_by_receiver on case_transfers (to_body_id, handed_on desc, case_id);

-- An officer named in a case can neither see nor decide it.
create table case_conflicts (
  case_id    uuid not null,
  body_id    uuid not null default current_body(),
  officer_id uuid not null references officers,
  noted_at   timestamptz not null default acting_at(),
  noted_by   uuid references officers default current_officer(),
  reason     text not null,
  constraint case_conflicts_pkey primary key (case_id, officer_id),
  constraint case_conflicts_case foreign key (case_id, body_id) references cases (id, body_id)
);
create index case_conflicts_by_officer on case_conflicts (officer_id);

-- The acting officer's own conflicts: the officer may not read the rows, for a row would tell which case it is.
create function acting_conflicts() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(case_id), '{}') from case_conflicts where officer_id = current_officer()
$$;
grant select on case_conflicts to lp_definer;
alter function acting_conflicts() owner to lp_definer;
revoke all on function acting_conflicts() from public;
grant execute on function acting_conflicts() to lp_app;

-- The moves of src/cases/domain/life.ts; a test compares the two.
create function case_moves() returns text[] language sql immutable parallel safe as $$ select array[
  'cleared closed', 'closed decided', 'closed recorded', 'closed verifying', 'decided executed', 'decided transferred',
  'executed closed', 'opened verifying', 'preventing cleared', 'preventing closed', 'preventing recorded', 'preventing transferred',
  'preventing verifying', 'prosecuted closed', 'prosecuted decided', 'prosecuted recorded', 'prosecuted verifying',
  'recorded cleared', 'recorded decided', 'recorded transferred', 'transferred decided', 'transferred prosecuted',
  'transferred recorded', 'transferred verifying', 'verifying cleared', 'verifying preventing', 'verifying recorded',
  'verifying transferred'] $$;
create function check_case_move() returns trigger language plpgsql as $$
begin
  if new.state = old.state then return new; end if;
  if not (old.state || ' ' || new.state = any (case_moves())) then
    raise exception 'a case does not go from % to %', old.state, new.state using errcode = 'check_violation', constraint = 'cases_move';
  end if;
  -- What is with the police moves by the police; the handling body may only close what is prosecuted, or open again what was not.
  if (old.state in ('transferred', 'prosecuted') and new.state <> 'closed' or old.state = 'closed' and old.outcome = 'prosecuted')
    and not exists (select from case_transfers t where t.case_id = old.id and t.to_body_id = current_body()
      and t.result is distinct from 'returned') then
    raise exception 'the file is with the police' using errcode = 'check_violation', constraint = 'cases_move_by_the_police';
  end if;
  if old.state = 'closed' and old.outcome = 'sanctioned' then
    raise exception 'a sanctioned case is not opened again' using errcode = 'check_violation', constraint = 'cases_sanctioned_once';
  end if;
  return new;
end $$;
create trigger cases_move before update of state on cases for each row execute function check_case_move();

-- Luật Xử lý vi phạm hành chính, Điều 62, 63: no sanction while the file is away; none without a record.
create function check_sanction_order() returns trigger language plpgsql as $$
begin
  perform from cases c where c.id = new.case_id and c.state = 'recorded' for update;
  if not found then
    raise exception 'a sanction needs a record, here' using errcode = 'check_violation', constraint = 'sanctions_on_a_record';
  end if;
  return new;
end $$;
create trigger sanctions_on_a_record before insert on sanctions for each row execute function check_sanction_order();

do $$ declare t text; begin
  foreach t in array array['case_numbers', 'cases', 'case_acts', 'sanctions', 'case_clocks', 'case_events', 'prevention_requests',
    'case_transfers', 'case_conflicts'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to lp_job using (true) with check (true)', t || '_for_jobs', t);
    execute format('grant select, insert on %I to lp_app, lp_job', t);
  end loop;
end $$;

create policy case_numbers_of_my_body on case_numbers to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
grant update (last) on case_numbers to lp_app;

-- The ground of all else: the body that handles a case, and the police while the file is theirs.
create policy case_transfers_of_both on case_transfers for select to lp_app
  using (body_id = (select current_body()) or to_body_id = (select current_body()));
create policy case_transfers_by_the_handler on case_transfers for insert to lp_app with check (body_id = (select current_body()));
create policy case_transfers_answered_by_the_police on case_transfers for update to lp_app
  using (to_body_id = (select current_body()) and result is distinct from 'returned') with check (to_body_id = (select current_body()));
grant update (signed_on, signed_name, result, result_on, result_name, result_note) on case_transfers to lp_app;
create policy case_transfers_not_of_whom_they_name on case_transfers as restrictive to lp_app
  using (not (case_id = any ((select acting_conflicts())::uuid[])));

create policy cases_of_my_body on cases for select to lp_app using (body_id = (select current_body())
  or exists (select from case_transfers t where t.case_id = cases.id and t.to_body_id = (select current_body())
    and t.result is distinct from 'returned'));
create policy cases_opened_by_me on cases for insert to lp_app with check (body_id = (select current_body()));
create policy cases_changed_by_who_holds_them on cases for update to lp_app using (body_id = (select current_body())
  or exists (select from case_transfers t where t.case_id = cases.id and t.to_body_id = (select current_body())
    and t.result is distinct from 'returned'));
create policy cases_not_of_whom_they_name on cases as restrictive to lp_app
  using (not (id = any ((select acting_conflicts())::uuid[])));
grant update (title, summary, state, outcome, returns_to, due_on, changed_at) on cases to lp_app;
grant update (due_on) on cases to lp_job;

-- What hangs on a case is seen by who sees the case; the sub-query is itself under row security.
do $$ declare t text; begin
  foreach t in array array['case_acts', 'sanctions', 'case_clocks', 'case_events'] loop
    execute format('create policy %I on %I for select to lp_app using (exists (select from cases c where c.id = case_id))',
      t || '_of_the_case', t);
  end loop;
  foreach t in array array['case_acts', 'sanctions'] loop
    execute format('create policy %I on %I for insert to lp_app with check (body_id = (select current_body())
      and exists (select from cases c where c.id = case_id))', t || '_by_the_handler', t);
    execute format('create policy %I on %I for update to lp_app using (body_id = (select current_body())
      and exists (select from cases c where c.id = case_id))', t || '_changed_by_the_handler', t);
  end loop;
end $$;
create policy case_events_written_by_me on case_events for insert to lp_app with check (by_body_id = (select current_body())
  and by_officer_id is not distinct from (select current_officer()) and exists (select from cases c where c.id = case_id));
create policy case_clocks_kept_with_the_case on case_clocks for insert to lp_app
  with check (exists (select from cases c where c.id = case_id and c.body_id = case_clocks.body_id));
create policy case_clocks_changed_with_the_case on case_clocks for update to lp_app
  using (exists (select from cases c where c.id = case_id));
grant update (range_article, range_min, range_max, range_source, range_typed_by, range_confirmed_by) on case_acts to lp_app;
grant update (served_on, paid_on, paid) on sanctions to lp_app;
grant update (rule_id, events, due, is_provisional, stopped_on) on case_clocks to lp_app;
grant update (due, is_provisional) on case_clocks to lp_job;

create policy prevention_requests_of_the_handler on prevention_requests for select to lp_app
  using (body_id = (select current_body()) and exists (select from cases c where c.id = case_id));
create policy prevention_requests_of_the_enterprise on prevention_requests for select to lp_app
  using (enterprise_id = (select current_body()));
create policy prevention_requests_by_the_handler on prevention_requests for insert to lp_app
  with check (body_id = (select current_body()) and answer is null and exists (select from cases c where c.id = case_id));
create policy prevention_requests_answered_by_the_enterprise on prevention_requests for update to lp_app
  using (enterprise_id = (select current_body()) and answer is null) with check (enterprise_id = (select current_body()));
grant update (answer, answer_text, answered_at, answered_by, answered_name) on prevention_requests to lp_app;

create policy case_conflicts_of_my_body on case_conflicts for select to lp_app
  using (body_id = (select current_body()) and officer_id is distinct from (select current_officer()));
create policy case_conflicts_noted_by_me on case_conflicts for insert to lp_app
  with check (body_id = (select current_body()) and exists (select from cases c where c.id = case_id));
