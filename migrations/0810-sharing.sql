-- Why: what one body knows, all are warned of (issue 17); nothing about a number or a text goes out on one person's word (decision 0014).

-- Indicators that warn others: a number, an address, an account. `value` is canonical, as the reader of tips makes it.
create table shared_indicators (
  id            uuid not null default uuidv7(),
  body_id       uuid not null references bodies default current_body(),
  kind          text not null,
  value         text not null,
  -- The number of last digits of a range that are any; `value` is the beginning that all its numbers share.
  open_digits   smallint,
  digest        bytea not null,
  tlp           text not null,
  audience      text not null,
  -- Slug of data/signals/scam-types.csv, or none.
  trick         text,
  confidence    smallint not null,
  reasons       text not null,
  valid_from    date not null default acting_on(),
  valid_until   date not null,
  origin        text not null default 'own',
  origin_name   text,
  -- Independent tips of the body that name it, as last counted.
  reports       int not null default 0,
  state         text not null default 'draft',
  -- The officers who wrote, changed or put it forward: none of them releases it. Kept by a trigger; no statement says it.
  writers       uuid[] not null default '{}',
  written_by    uuid references officers,
  written_name  text,
  written_at    timestamptz not null default acting_at(),
  sent_at       timestamptz,
  released_by   uuid references officers,
  released_name text,
  released_at   timestamptz,
  recalled_by   uuid references officers,
  recalled_name text,
  recalled_at   timestamptz,
  recall_reason text,
  ended_at      timestamptz,
  changed_at    timestamptz not null default acting_at(),
  constraint shared_indicators_pkey primary key (id),
  constraint shared_indicators_with_body unique (id, body_id),
  constraint shared_indicators_kind check (kind in ('phone', 'phone-range', 'url', 'domain', 'ip', 'bank-account', 'e-wallet',
    'social', 'email', 'brandname', 'crypto', 'imei')),
  constraint shared_indicators_value check (length(value) between 1 and 2000),
  -- At most 10,000 numbers with one beginning, so that a number is looked up by its own beginnings.
  constraint shared_indicators_range check ((kind = 'phone-range') = (open_digits is not null)
    and (open_digits is null or open_digits between 1 and 4 and value ~ '^\+[0-9]{5,14}$')),
  constraint shared_indicators_tlp check (tlp in ('clear', 'green', 'amber', 'amber+strict', 'red')),
  constraint shared_indicators_audience check (audience in ('chosen', 'enterprises', 'bodies', 'public')),
  -- TLP 2.0: what may be told to everybody, to the community, to those who need it, to nobody but who is named.
  constraint shared_indicators_audience_within_tlp check (audience = 'chosen' or tlp = 'clear'
    or audience = 'bodies' and tlp = 'green' or audience = 'enterprises' and tlp in ('green', 'amber')),
  constraint shared_indicators_confidence check (confidence between 1 and 100),
  constraint shared_indicators_reasons check (length(reasons) between 1 and 4000),
  constraint shared_indicators_valid check (valid_until >= valid_from),
  constraint shared_indicators_origin check (origin in ('own', 'received') and (origin = 'received') = (origin_name is not null)),
  constraint shared_indicators_state check (state in ('draft', 'waiting', 'released', 'recalled', 'expired', 'refused')),
  constraint shared_indicators_waiting_was_written check (state <> 'waiting' or cardinality(writers) >= 1),
  constraint shared_indicators_released_by_two check (state not in ('released', 'recalled', 'expired')
    or cardinality(writers) >= 1 and released_by is not null and released_at is not null and not (released_by = any (writers))),
  constraint shared_indicators_recall_is_whole check ((state = 'recalled') = (recalled_at is not null)
    and num_nonnulls(recalled_by, recalled_at, recall_reason) in (0, 3))
);
create index shared_indicators_by_body on shared_indicators (body_id, state, changed_at desc, id);
create index shared_indicators_live on shared_indicators (audience, released_at desc, id) where state = 'released';
create index shared_indicators_public on shared_indicators (digest) where state = 'released' and audience = 'public';
create index shared_indicators_by_value on shared_indicators (kind, value);
create index shared_indicators_by_trick on shared_indicators (body_id, trick) where state = 'released';

-- Sources of an indicator, seen by its own body only: a tip names its reporter's day, a case its suspect.
create table indicator_sources (
  indicator_id uuid not null,
  body_id      uuid not null default current_body(),
  kind         text not null,
  ref          text not null,
  constraint indicator_sources_pkey primary key (indicator_id, kind, ref),
  constraint indicator_sources_indicator foreign key (indicator_id, body_id) references shared_indicators (id, body_id) on update cascade,
  constraint indicator_sources_kind check (kind in ('tip', 'case', 'enterprise', 'agency')),
  constraint indicator_sources_ref check (length(ref) between 1 and 200)
);
create index indicator_sources_by_ref on indicator_sources (kind, ref);

-- The bodies of an audience that is chosen.
create table indicator_recipients (
  indicator_id uuid not null,
  body_id      uuid not null default current_body(),
  to_body_id   uuid not null references bodies,
  constraint indicator_recipients_pkey primary key (indicator_id, to_body_id),
  constraint indicator_recipients_indicator foreign key (indicator_id, body_id) references shared_indicators (id, body_id) on update cascade
);
create index indicator_recipients_by_receiver on indicator_recipients (to_body_id, indicator_id);

-- Seen at work: where, by whom, when. Seen by the body that saw it and by the owner.
create table indicator_sightings (
  id           uuid not null default uuidv7(),
  indicator_id uuid not null,
  owner_id     uuid not null,
  body_id      uuid not null references bodies default current_body(),
  seen_at      timestamptz not null,
  note         text,
  noted_at     timestamptz not null default acting_at(),
  noted_by     uuid references officers default current_officer(),
  noted_name   text not null,
  constraint indicator_sightings_pkey primary key (id),
  constraint indicator_sightings_indicator foreign key (indicator_id, owner_id) references shared_indicators (id, body_id) on update cascade,
  constraint indicator_sightings_not_ahead check (seen_at <= noted_at),
  constraint indicator_sightings_note check (length(note) <= 1000)
);
create index indicator_sightings_in_order on indicator_sightings (indicator_id, seen_at desc, id);

-- Answers of receiving bodies: rows are only added; the last answer of a body stands.
create table indicator_answers (
  id            uuid not null default uuidv7(),
  indicator_id  uuid not null,
  owner_id      uuid not null,
  body_id       uuid not null references bodies default current_body(),
  answer        text not null,
  -- When it was done, as the body says; of a block only.
  done_at       timestamptz,
  note          text,
  answered_at   timestamptz not null default acting_at(),
  answered_by   uuid references officers default current_officer(),
  answered_name text not null,
  constraint indicator_answers_pkey primary key (id),
  constraint indicator_answers_indicator foreign key (indicator_id, owner_id) references shared_indicators (id, body_id) on update cascade,
  constraint indicator_answers_answer check (answer in ('blocked', 'not-ours', 'more-information', 'refused', 'withdrawn')),
  constraint indicator_answers_block_has_a_time check ((answer = 'blocked') = (done_at is not null)),
  constraint indicator_answers_not_ahead check (done_at <= answered_at),
  constraint indicator_answers_say_why check (answer not in ('refused', 'more-information') or length(note) > 0),
  constraint indicator_answers_note check (length(note) <= 2000)
);
create index indicator_answers_in_order on indicator_answers (indicator_id, body_id, id);
create index indicator_answers_by_body on indicator_answers (body_id, indicator_id);

-- A text for people: what a trick looks like, how to know it, what to do.
create table warnings (
  id            uuid not null default uuidv7(),
  body_id       uuid not null references bodies default current_body(),
  -- Given at release: the number on the poster and in its address.
  code          int,
  title         text not null,
  looks_like    text not null,
  signs         text[] not null,
  what_to_do    text[] not null,
  -- Read out by the commune's loudspeaker.
  spoken        text,
  trick         text,
  severity      text not null,
  audience      text not null,
  areas         text[] not null default '{}',
  expires_on    date not null,
  replaces      uuid references warnings,
  -- The tips of the trick from which it was written, counted on that day.
  tips          int not null default 0,
  tips_since    date,
  state         text not null default 'draft',
  writers       uuid[] not null default '{}',
  written_by    uuid references officers,
  written_name  text,
  written_at    timestamptz not null default acting_at(),
  sent_at       timestamptz,
  released_by   uuid references officers,
  released_name text,
  released_at   timestamptz,
  recalled_by   uuid references officers,
  recalled_name text,
  recalled_at   timestamptz,
  recall_reason text,
  ended_at      timestamptz,
  changed_at    timestamptz not null default acting_at(),
  constraint warnings_pkey primary key (id),
  constraint warnings_with_body unique (id, body_id),
  constraint warnings_code unique (code),
  constraint warnings_title check (length(title) between 1 and 160),
  constraint warnings_looks_like check (length(looks_like) between 1 and 2000),
  constraint warnings_signs check (cardinality(signs) between 1 and 5),
  constraint warnings_what_to_do check (cardinality(what_to_do) between 1 and 6),
  constraint warnings_spoken check (length(spoken) <= 1000),
  constraint warnings_severity check (severity in ('notice', 'warning', 'urgent')),
  constraint warnings_audience check (audience in ('enterprises', 'bodies', 'public')),
  constraint warnings_areas check (cardinality(areas) <= 200),
  constraint warnings_state check (state in ('draft', 'waiting', 'released', 'recalled', 'expired', 'refused')),
  constraint warnings_waiting_was_written check (state <> 'waiting' or cardinality(writers) >= 1),
  constraint warnings_released_by_two check (state not in ('released', 'recalled', 'expired')
    or cardinality(writers) >= 1 and released_by is not null and released_at is not null and code is not null
      and not (released_by = any (writers))),
  constraint warnings_recall_is_whole check ((state = 'recalled') = (recalled_at is not null)
    and num_nonnulls(recalled_by, recalled_at, recall_reason) in (0, 3))
);
create index warnings_by_body on warnings (body_id, state, changed_at desc, id);
create index warnings_live on warnings (released_at desc, id) where state = 'released';
create index warnings_by_trick on warnings (trick, released_at desc) where state = 'released';

create table warning_indicators (
  warning_id   uuid not null,
  indicator_id uuid not null,
  body_id      uuid not null default current_body(),
  constraint warning_indicators_pkey primary key (warning_id, indicator_id),
  constraint warning_indicators_warning foreign key (warning_id, body_id) references warnings (id, body_id) on update cascade,
  constraint warning_indicators_indicator foreign key (indicator_id) references shared_indicators
);
create index warning_indicators_by_indicator on warning_indicators (indicator_id);

-- The history of indicators and warnings, in order; it is only ever added to.
create table sharing_events (
  id            bigint generated always as identity,
  body_id       uuid not null default current_body(),
  indicator_id  uuid references shared_indicators,
  warning_id    uuid references warnings,
  at            timestamptz not null default acting_at(),
  what          text not null,
  state_before  text not null,
  state_after   text not null,
  by_officer_id uuid references officers default current_officer(),
  by_name       text not null,
  note          text,
  constraint sharing_events_pkey primary key (id),
  constraint sharing_events_of_one check (num_nonnulls(indicator_id, warning_id) = 1),
  constraint sharing_events_note check (length(note) <= 4000)
);
create index sharing_events_of_indicators on sharing_events (indicator_id, id) where indicator_id is not null;
create index sharing_events_of_warnings on sharing_events (warning_id, id) where warning_id is not null;
create trigger sharing_events_are_append_only before update or delete on sharing_events
  for each row execute function refuse_change_but_passing_on();
-- An answer follows who gave it and who shared the indicator, on a reform day and in nothing else.
create function refuse_changed_answer() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_job() = 'organizations.reform-day'
    and to_jsonb(new) - 'body_id' - 'owner_id' = to_jsonb(old) - 'body_id' - 'owner_id' then return new; end if;
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger indicator_answers_are_append_only before update or delete on indicator_answers
  for each row execute function refuse_changed_answer();
create trigger indicator_sightings_are_append_only before update or delete on indicator_sightings
  for each row execute function refuse_changed_answer();

-- The moves of src/sharing/domain/life.ts; a test compares the two.
create function sharing_moves() returns text[] language sql immutable parallel safe as $$ select array[
  'draft refused', 'draft waiting', 'released expired', 'released recalled', 'waiting draft', 'waiting refused', 'waiting released'] $$;

-- Whether the officer who acts heads the body for which they act: only a head releases.
create function acting_may_release() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from posts p where p.officer_id = current_officer() and p.body_id = current_body()
    and p.role = 'leader' and post_is_held(p))
$$;

/* Of indicators and warnings alike, whoever the statement comes from (form, API, list, job, a hand on the database):
   it begins as a draft; the database writes down who wrote it and who releases it, and a statement that says otherwise is
   not believed; what is sent stands as it is; nobody who wrote it releases it. */
create function guard_shared() returns trigger language plpgsql as $$
declare
  known text[] := array['state', 'body_id', 'writers', 'written_by', 'sent_at', 'released_by', 'released_name', 'released_at',
    'recalled_by', 'recalled_name', 'recalled_at', 'recall_reason', 'ended_at', 'changed_at', 'code', 'reports'];
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception 'it begins as a draft' using errcode = 'check_violation', constraint = tg_table_name || '_begin_as_drafts';
    end if;
    new.written_by := current_officer();
    new.writers := case when new.written_by is null then '{}'::uuid[] else array[new.written_by] end;
    new.released_by := null; new.released_at := null; new.sent_at := null; new.ended_at := null;
    new.recalled_by := null; new.recalled_at := null; new.recall_reason := null;
    return new;
  end if;
  new.writers := old.writers;
  new.written_by := old.written_by;
  if to_jsonb(new) - known is distinct from to_jsonb(old) - known then
    if old.state <> 'draft' then
      raise exception 'what was sent stands as it is' using errcode = 'check_violation', constraint = tg_table_name || '_stand_once_sent';
    end if;
    new.writers := with_writer(new.writers);
  end if;
  if new.state = old.state then
    new.released_by := old.released_by; new.released_at := old.released_at;
    new.recalled_by := old.recalled_by; new.recalled_at := old.recalled_at; new.recall_reason := old.recall_reason;
    return new;
  end if;
  if not (old.state || ' ' || new.state = any (sharing_moves())) then
    raise exception 'it does not go from % to %', old.state, new.state using errcode = 'check_violation', constraint = tg_table_name || '_move';
  end if;
  if new.state = 'waiting' then
    new.writers := with_writer(new.writers);
    new.written_by := coalesce(new.written_by, current_officer());
    new.sent_at := acting_at();
  elsif new.state = 'released' then
    if current_officer() is null or current_officer() = any (new.writers) then
      raise exception 'who wrote it does not release it' using errcode = 'check_violation', constraint = tg_table_name || '_released_by_two';
    end if;
    if not acting_may_release() then
      raise exception 'a head of the body releases it' using errcode = 'check_violation', constraint = tg_table_name || '_released_by_a_head';
    end if;
    new.released_by := current_officer();
    new.released_at := acting_at();
  elsif new.state = 'recalled' then
    if current_officer() is null then
      raise exception 'an officer recalls it' using errcode = 'check_violation', constraint = tg_table_name || '_recalled_by_somebody';
    end if;
    new.recalled_by := current_officer();
    new.recalled_at := acting_at();
    new.ended_at := acting_at();
  elsif new.state = 'expired' then
    if coalesce(to_jsonb(new) ->> 'valid_until', to_jsonb(new) ->> 'expires_on')::date >= acting_on() then
      raise exception 'it has not come to its day' using errcode = 'check_violation', constraint = tg_table_name || '_expire_on_their_day';
    end if;
    new.ended_at := acting_at();
  end if;
  return new;
end $$;
create function with_writer(writers uuid[]) returns uuid[] language sql stable as $$
  select case when current_officer() is null or current_officer() = any (writers) then writers else writers || current_officer() end
$$;
create trigger shared_indicators_guard before insert or update on shared_indicators for each row execute function guard_shared();
create trigger warnings_guard before insert or update on warnings for each row execute function guard_shared();

-- Only an authority speaks to everybody; an enterprise shares with bodies.
create function refuse_public_of_others() returns trigger language plpgsql as $$
begin
  if new.audience = 'public' and exists (select from bodies b where b.id = new.body_id and b.kind in ('enterprise', 'other')) then
    raise exception 'only an authority warns everybody' using errcode = 'check_violation', constraint = tg_table_name || '_public_by_authorities';
  end if;
  return new;
end $$;
create trigger shared_indicators_public_by_authorities before insert or update of audience, body_id on shared_indicators
  for each row execute function refuse_public_of_others();
create trigger warnings_public_by_authorities before insert or update of audience, body_id on warnings
  for each row execute function refuse_public_of_others();

create function print_indicator() returns trigger language plpgsql as $$
begin
  new.digest := sha256(convert_to(new.kind || ':' || new.value, 'UTF8'));
  return new;
end $$;
create trigger shared_indicators_print before insert or update of kind, value on shared_indicators
  for each row execute function print_indicator();

-- Warnings are numbered through the whole province, when they go out.
create function number_warning() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    new.code := null;
  elsif new.state = 'released' and old.state <> 'released' then
    perform pg_advisory_xact_lock(hashtext('warnings.code'));
    new.code := (select coalesce(max(code), 0) + 1 from warnings);
  else
    new.code := old.code;
  end if;
  return new;
end $$;
create trigger warnings_number before insert or update on warnings for each row execute function number_warning();

-- A warning that waits or was sent takes no new attachment; only indicators of one's own, or that one may see, are attached.
create function refuse_late_attachment() returns trigger language plpgsql as $$
begin
  if current_job() = 'organizations.reform-day' then return coalesce(new, old); end if;
  if not exists (select from warnings w where w.id = coalesce(new.warning_id, old.warning_id) and w.state = 'draft') then
    raise exception 'what was sent stands as it is' using errcode = 'check_violation', constraint = 'warning_indicators_stand_once_sent';
  end if;
  return coalesce(new, old);
end $$;
create trigger warning_indicators_stand before insert or update or delete on warning_indicators
  for each row execute function refuse_late_attachment();

alter table shared_indicators enable row level security;
alter table shared_indicators force row level security;
alter table indicator_sources enable row level security;
alter table indicator_sources force row level security;
alter table indicator_recipients enable row level security;
alter table indicator_recipients force row level security;
alter table indicator_sightings enable row level security;
alter table indicator_sightings force row level security;
alter table indicator_answers enable row level security;
alter table indicator_answers force row level security;
alter table warnings enable row level security;
alter table warnings force row level security;
alter table warning_indicators enable row level security;
alter table warning_indicators force row level security;
alter table sharing_events enable row level security;
alter table sharing_events force row level security;

-- TLP is the database's: what was released is seen by the audience that was chosen for it, and by nobody else.
create policy shared_indicators_seen on shared_indicators for select to lp_app using (
  body_id = (select current_body())
  or (select current_body()) is not null and state in ('released', 'recalled', 'expired') and (
    audience in ('public', 'bodies') and exists (select from bodies b where b.id = (select current_body()))
    or audience = 'enterprises' and exists (select from bodies b where b.id = (select current_body()) and b.kind = 'enterprise')
    or audience = 'chosen' and exists (select from indicator_recipients r where r.indicator_id = shared_indicators.id
      and r.to_body_id = (select current_body()))));
create policy shared_indicators_written on shared_indicators for insert to lp_app with check (body_id = (select current_body()));
create policy shared_indicators_changed on shared_indicators for update to lp_app using (body_id = (select current_body()));
create policy shared_indicators_for_jobs on shared_indicators to lp_job using (true) with check (true);

create policy indicator_sources_of_my_body on indicator_sources to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy indicator_sources_for_jobs on indicator_sources to lp_job using (true) with check (true);

-- A receiver sees its own name on the list, and no other's.
create policy indicator_recipients_seen on indicator_recipients for select to lp_app
  using (body_id = (select current_body()) or to_body_id = (select current_body()));
create policy indicator_recipients_chosen on indicator_recipients for insert to lp_app with check (body_id = (select current_body()));
create policy indicator_recipients_dropped on indicator_recipients for delete to lp_app using (body_id = (select current_body()));
create policy indicator_recipients_for_jobs on indicator_recipients to lp_job using (true) with check (true);
create function refuse_late_recipient() returns trigger language plpgsql as $$
begin
  if current_job() = 'organizations.reform-day' then return coalesce(new, old); end if;
  if not exists (select from shared_indicators i where i.id = coalesce(new.indicator_id, old.indicator_id) and i.state = 'draft') then
    raise exception 'what was sent stands as it is' using errcode = 'check_violation', constraint = 'indicator_recipients_stand_once_sent';
  end if;
  return coalesce(new, old);
end $$;
create trigger indicator_recipients_stand before insert or update or delete on indicator_recipients
  for each row execute function refuse_late_recipient();

create policy indicator_sightings_seen on indicator_sightings for select to lp_app
  using (body_id = (select current_body()) or owner_id = (select current_body()));
create policy indicator_sightings_noted on indicator_sightings for insert to lp_app with check (body_id = (select current_body())
  and exists (select from shared_indicators i where i.id = indicator_id and i.state = 'released'));
create policy indicator_sightings_for_jobs on indicator_sightings to lp_job using (true) with check (true);

create policy indicator_answers_seen on indicator_answers for select to lp_app
  using (body_id = (select current_body()) or owner_id = (select current_body()));
create policy indicator_answers_given on indicator_answers for insert to lp_app with check (body_id = (select current_body())
  and body_id <> owner_id and exists (select from shared_indicators i where i.id = indicator_id and i.state in ('released', 'recalled', 'expired')));
create policy indicator_answers_for_jobs on indicator_answers to lp_job using (true) with check (true);

create policy warnings_seen on warnings for select to lp_app using (
  body_id = (select current_body())
  or state in ('released', 'recalled', 'expired') and (
    audience in ('public', 'bodies') and exists (select from bodies b where b.id = (select current_body()))
    or audience = 'enterprises' and exists (select from bodies b where b.id = (select current_body()) and b.kind = 'enterprise')));
create policy warnings_written on warnings for insert to lp_app with check (body_id = (select current_body()));
create policy warnings_changed on warnings for update to lp_app using (body_id = (select current_body()));
create policy warnings_for_jobs on warnings to lp_job using (true) with check (true);
create policy warnings_published on warnings for select to lp_public
  using (audience = 'public' and state in ('released', 'recalled', 'expired'));

create policy warning_indicators_seen on warning_indicators for select to lp_app
  using (exists (select from warnings w where w.id = warning_id) and exists (select from shared_indicators i where i.id = indicator_id));
create policy warning_indicators_attached on warning_indicators for insert to lp_app with check (body_id = (select current_body())
  and exists (select from shared_indicators i where i.id = indicator_id));
create policy warning_indicators_detached on warning_indicators for delete to lp_app using (body_id = (select current_body()));
create policy warning_indicators_for_jobs on warning_indicators to lp_job using (true) with check (true);

create policy sharing_events_of_my_body on sharing_events to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy sharing_events_for_jobs on sharing_events to lp_job using (true) with check (true);

grant select, insert, update (state, tlp, audience, trick, confidence, reasons, valid_from, valid_until, released_name, recalled_name,
  recall_reason, reports, changed_at) on shared_indicators to lp_app;
grant select, insert, update (state, body_id, reports, changed_at) on shared_indicators to lp_job;
grant select, insert on indicator_sources to lp_app;
grant select, insert, update (body_id) on indicator_sources to lp_job;
grant select, insert, delete on indicator_recipients to lp_app;
grant select, update (body_id, to_body_id) on indicator_recipients to lp_job;
grant select, insert on indicator_sightings, indicator_answers to lp_app;
grant select, update (body_id, owner_id) on indicator_sightings, indicator_answers to lp_job;
grant select, insert, update (state, title, looks_like, signs, what_to_do, spoken, trick, severity, audience, areas, expires_on,
  tips, tips_since, released_name, recalled_name, recall_reason, changed_at) on warnings to lp_app;
grant select, update (state, body_id, changed_at) on warnings to lp_job;
grant select (id, body_id, code, title, looks_like, signs, what_to_do, spoken, trick, severity, audience, areas, expires_on, replaces,
  tips_since, state, released_at, recalled_at, recall_reason, ended_at) on warnings to lp_public;
grant select, insert, delete on warning_indicators to lp_app;
grant select, update (body_id) on warning_indicators to lp_job;
grant select, insert on sharing_events to lp_app;
grant select, insert, update (body_id) on sharing_events to lp_job;

-- Independent reports in ranges; fewer than five are not told.
create function reports_range(reports int) returns text language sql immutable parallel safe as $$
  select case when reports >= 100 then '100+' when reports >= 50 then '50-99' when reports >= 20 then '20-49'
    when reports >= 10 then '10-19' when reports >= 5 then '5-9' end
$$;

/* The public check: of these prints, what is warned about now. It gives no value, no body, no name. A range is asked for by
   `phone-range:` and the beginning of a number, four to one digits shorter than the number. */
create function public_check(asked bytea[]) returns table (digest bytea, kind text, trick text, since date, until date,
  reports_range text, warning_code int, contested boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct on (i.digest) i.digest, i.kind, i.trick, (i.released_at at time zone 'Asia/Ho_Chi_Minh')::date, i.valid_until,
    reports_range(i.reports), (select max(w.code) from warning_indicators a join warnings w on w.id = a.warning_id
      where a.indicator_id = i.id and w.state = 'released' and w.audience = 'public' and w.expires_on >= acting_on()), false
  from shared_indicators i
  where i.digest = any (asked[1:200]) and i.state = 'released' and i.audience = 'public' and i.valid_until >= acting_on()
  order by i.digest, i.released_at
$$;

-- The indicators that a published warning names, for its public page.
create function public_warning_indicators(asked int) returns table (kind text, value text, open_digits smallint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select i.kind, i.value, i.open_digits from warnings w join warning_indicators a on a.warning_id = w.id
    join shared_indicators i on i.id = a.indicator_id
  where w.code = asked and w.state = 'released' and w.audience = 'public' and w.expires_on >= acting_on()
    and i.state = 'released' and i.audience = 'public' and i.valid_until >= acting_on()
  order by i.kind, i.value limit 20
$$;
grant select on shared_indicators, warnings, warning_indicators to lp_definer;
alter function acting_may_release() owner to lp_definer;
alter function number_warning() owner to lp_definer;
alter function public_check(bytea[]) owner to lp_definer;
alter function public_warning_indicators(int) owner to lp_definer;
set local role lp_definer;
revoke all on function acting_may_release(), number_warning(), public_check(bytea[]), public_warning_indicators(int) from public;
grant execute on function acting_may_release() to lp_app, lp_job;
grant execute on function public_check(bytea[]), public_warning_indicators(int) to lp_public, lp_app;
reset role;
