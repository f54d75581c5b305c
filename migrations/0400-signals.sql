-- Why: a sign of violation reaches the lead department in time, and who sent it stays sealed (journeys 3 and 4).

create table signals (
  id             uuid not null,
  body_id        uuid not null references bodies,
  -- Who handed it in on its own account: an enterprise, an agency. Null: a person, or our own officer for one.
  from_body_id   uuid references bodies,
  channel        text not null,
  path           text not null,
  state          text not null,
  urgency        text not null,
  -- The queue's order; a plain number keeps the list one walk of an index.
  rank           int generated always as (case urgency when 'money-moving-now' then 0 when 'ongoing' then 1 else 2 end) stored,
  -- A slug of data/signals/scam-types.csv.
  type           text not null,
  loss_vnd       bigint,
  place          text,
  -- What may be read, searched, compared and passed on: identifiers of the reporter and of victims are masked.
  redacted_text  text not null,
  -- An officer has read the masked text beside the raw one.
  redaction_checked_at timestamptz,
  is_anonymous   boolean not null,
  handler_id     uuid references officers,
  handler_name   text,
  -- In plain words for who reported it; a reason with its own sentence is in close_reason.
  public_note    text,
  close_reason   text,
  -- The tip that this one was merged into, or of which it is a duplicate.
  into_id        uuid references signals,
  -- Earlier tips of the same body that share a suspect identifier or a file, as counted when it came.
  alike_before   int not null default 0,
  case_id        uuid,
  withdrawn_at   timestamptz,
  received_at    timestamptz not null default acting_at(),
  changed_at     timestamptz not null default acting_at(),
  search         tsvector generated always as (to_tsvector('public.vietnamese', redacted_text || ' ' || coalesce(place, ''))) stored,
  constraint signals_pkey primary key (id),
  constraint signals_with_body unique (id, body_id),
  constraint signals_channel check (channel in ('portal', 'phone', 'walk-in', 'form', 'file', 'api', 'forwarded')),
  constraint signals_path check (path in ('money', 'identifier', 'infrastructure', 'other')),
  constraint signals_state check (state in ('held', 'received', 'reviewing', 'asked', 'in-case', 'forwarded', 'closed', 'merged', 'withdrawn')),
  constraint signals_urgency check (urgency in ('money-moving-now', 'ongoing', 'past')),
  constraint signals_closed_with_a_reason check ((state = 'closed') = (close_reason is not null)),
  constraint signals_merged_into check (state <> 'merged' or into_id is not null),
  constraint signals_not_into_itself check (into_id is distinct from id),
  constraint signals_in_a_case check (state <> 'in-case' or case_id is not null),
  constraint signals_text_is_bounded check (length(redacted_text) <= 60000)
);
create index signals_queue on signals (body_id, rank, received_at desc, id) include (state)
  where state in ('received', 'reviewing', 'asked');
create index signals_held on signals (body_id, received_at desc, id) where state = 'held';
create index signals_by_body on signals (body_id, received_at desc, id) include (state);
create index signals_by_handler on signals (handler_id, rank, received_at desc) where state in ('received', 'reviewing', 'asked');
create index signals_by_search on signals using gin (search);
create index signals_into on signals (into_id) where into_id is not null;
create index signals_by_case on signals (case_id) where case_id is not null;
create index signals_from on signals (from_body_id, received_at desc) where from_body_id is not null;

-- Sealed with the key "identity", which the database does not have.
create table signal_seals (
  signal_id  uuid not null,
  body_id    uuid not null,
  identity   bytea,
  raw_text   bytea not null,
  constraint signal_seals_pkey primary key (signal_id),
  constraint signal_seals_signal foreign key (signal_id, body_id) references signals (id, body_id)
);

-- The code itself is kept nowhere; `hash` is salted, and is all that the signature covers besides the time.
create table signal_receipts (
  signal_id  uuid not null,
  body_id    uuid not null,
  code_hash  text not null,
  salt       text not null,
  hash       text not null,
  at         timestamptz not null,
  key_id     text not null,
  signature  bytea not null,
  constraint signal_receipts_pkey primary key (signal_id),
  constraint signal_receipts_code unique (code_hash),
  constraint signal_receipts_signal foreign key (signal_id, body_id) references signals (id, body_id)
);

-- One row a canonical value and body: two tips meet when they point at the same one. Only what points at a suspect, or
-- at an office that was impersonated, is kept in the clear; `evidence` is the SHA-256 of a file.
create table indicators (
  id        uuid not null default uuidv7(),
  body_id   uuid not null references bodies,
  kind      text not null,
  value     text not null,
  first_at  timestamptz not null default acting_at(),
  constraint indicators_pkey primary key (id),
  constraint indicators_once unique (body_id, kind, value),
  constraint indicators_kind check (kind in ('phone', 'bank-account', 'url', 'domain', 'ip', 'email', 'social', 'evidence')),
  constraint indicators_value check (length(value) between 1 and 2000)
);
create index indicators_across on indicators (kind, value);

create table signal_identifiers (
  signal_id     uuid not null,
  indicator_id  uuid not null references indicators,
  body_id       uuid not null,
  role          text not null,
  source        text not null,
  at            timestamptz not null,
  constraint signal_identifiers_pkey primary key (signal_id, indicator_id),
  constraint signal_identifiers_signal foreign key (signal_id, body_id) references signals (id, body_id),
  constraint signal_identifiers_role check (role in ('suspect', 'official-mentioned', 'not-meant')),
  constraint signal_identifiers_source check (source in ('read', 'given', 'officer'))
);
create index signal_identifiers_by_indicator on signal_identifiers (indicator_id, at desc) include (signal_id, role, body_id);

-- Evidence has no name of its own here: people name files after themselves.
create table signal_evidence (
  id                uuid not null,
  signal_id         uuid not null,
  body_id           uuid not null,
  position          int not null,
  media_type        text not null,
  bytes             bigint not null,
  sha256            text not null,
  keeps_original    boolean not null,
  -- Who read the declaration that it holds no state secret, and when.
  declared_at       timestamptz not null,
  side              text not null,
  derivative        text not null default 'waiting',
  derivative_sha256 text,
  derivative_type   text,
  at                timestamptz not null default acting_at(),
  constraint signal_evidence_pkey primary key (id),
  constraint signal_evidence_order unique (signal_id, position),
  constraint signal_evidence_signal foreign key (signal_id, body_id) references signals (id, body_id),
  constraint signal_evidence_sha256 check (sha256 ~ '^[0-9a-f]{64}$' and derivative_sha256 ~ '^[0-9a-f]{64}$'),
  constraint signal_evidence_side check (side in ('reporter', 'officer')),
  constraint signal_evidence_derivative check (derivative in ('waiting', 'made', 'impossible')
    and (derivative = 'made') = (derivative_sha256 is not null))
);
create index signal_evidence_waiting on signal_evidence (at) where derivative = 'waiting';

create table signal_messages (
  id         uuid not null default uuidv7(),
  signal_id  uuid not null,
  body_id    uuid not null,
  at         timestamptz not null default acting_at(),
  side       text not null,
  -- What an officer wrote; of what a reporter wrote the masked words, the raw ones being sealed.
  text       text not null,
  sealed     bytea,
  by_officer uuid references officers,
  by_name    text,
  seen_at    timestamptz,
  constraint signal_messages_pkey primary key (id),
  constraint signal_messages_signal foreign key (signal_id, body_id) references signals (id, body_id),
  constraint signal_messages_side check (side in ('reporter', 'officer') and (side = 'reporter') = (sealed is not null)),
  constraint signal_messages_length check (length(text) between 1 and 6000)
);
create index signal_messages_in_order on signal_messages (signal_id, id);

create table signal_events (
  id            bigint generated always as identity,
  signal_id     uuid not null,
  body_id       uuid not null,
  at            timestamptz not null default acting_at(),
  what          text not null,
  state_before  text,
  state_after   text not null,
  by_officer    uuid references officers default current_officer(),
  by_name       text,
  note          text,
  details       jsonb not null default '{}',
  constraint signal_events_pkey primary key (id),
  constraint signal_events_signal foreign key (signal_id, body_id) references signals (id, body_id),
  constraint signal_events_details_are_small check (pg_column_size(details) <= 4000)
);
create index signal_events_in_order on signal_events (signal_id, id);
create trigger signal_events_are_append_only before update or delete on signal_events
  for each row execute function refuse_change();

-- "Not ours": what goes along is a copy of the masked text and of the suspect identifiers, never the seal.
create table signal_forwards (
  id             uuid not null default uuidv7(),
  signal_id      uuid not null,
  from_body_id   uuid not null,
  to_body_id     uuid not null references bodies,
  reason         text not null,
  sheet          jsonb not null,
  state          text not null default 'sent',
  sent_at        timestamptz not null default acting_at(),
  sent_by        uuid references officers default current_officer(),
  sent_name      text not null,
  answered_at    timestamptz,
  answered_by    uuid references officers,
  answered_name  text,
  -- The other side's own number for it, or why it came back.
  answer         text,
  taken_as       uuid references signals,
  constraint signal_forwards_pkey primary key (id),
  constraint signal_forwards_signal foreign key (signal_id, from_body_id) references signals (id, body_id),
  constraint signal_forwards_elsewhere check (to_body_id <> from_body_id),
  constraint signal_forwards_state check (state in ('sent', 'received', 'returned')
    and (state = 'sent') = (answered_at is null) and (state = 'received') = (taken_as is not null))
);
create unique index signal_forwards_one_open on signal_forwards (signal_id) where state in ('sent', 'received');
create index signal_forwards_to on signal_forwards (to_body_id, state, sent_at desc);

-- Texts that say nearly the same, found by a job over masked texts of one body.
create table signal_pairs (
  signal_id  uuid not null,
  other_id   uuid not null,
  body_id    uuid not null,
  likeness   real not null,
  constraint signal_pairs_pkey primary key (signal_id, other_id),
  constraint signal_pairs_signal foreign key (signal_id, body_id) references signals (id, body_id),
  constraint signal_pairs_other foreign key (other_id, body_id) references signals (id, body_id)
);
create index signal_pairs_other on signal_pairs (other_id);

-- Whoever asks learns that some other body holds the same suspect identifier, and who only if that body agrees.
create table share_requests (
  id          uuid not null default uuidv7(),
  body_id     uuid not null references bodies default current_body(),
  kind        text not null,
  value       text not null,
  reason      text not null,
  asked_at    timestamptz not null default acting_at(),
  asked_by    uuid references officers default current_officer(),
  asked_name  text not null,
  constraint share_requests_pkey primary key (id)
);
create index share_requests_by_body on share_requests (body_id, asked_at desc);
create table share_answers (
  request_id     uuid not null references share_requests,
  body_id        uuid not null references bodies,
  asking_body_id uuid not null references bodies,
  state          text not null default 'asked',
  answer         text,
  answered_at    timestamptz,
  answered_by    uuid references officers,
  answered_name  text,
  constraint share_answers_pkey primary key (request_id, body_id),
  constraint share_answers_state check (state in ('asked', 'shared', 'refused') and (state = 'asked') = (answered_at is null))
);
create index share_answers_by_body on share_answers (body_id, state);

-- Whose receipt is shown. Row security of signal_receipts lets the public see this one row.
create function my_signal() returns uuid language sql stable parallel safe
  as $$ select signal_id from signal_receipts where code_hash = (select current_receipt()) $$;

do $$ declare t text; begin
  foreach t in array array['signals', 'signal_seals', 'signal_receipts', 'indicators', 'signal_identifiers', 'signal_evidence',
    'signal_messages', 'signal_events', 'signal_forwards', 'signal_pairs', 'share_requests', 'share_answers'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to lp_job using (true) with check (true)', t || '_for_jobs', t);
    execute format('grant select on %I to lp_job', t);
  end loop;
end $$;
grant insert on signal_pairs to lp_job;
grant update (derivative, derivative_sha256, derivative_type) on signal_evidence to lp_job;

create policy signals_of_my_body on signals for select to lp_app using (body_id = (select current_body()));
create policy signals_changed_by_my_body on signals for update to lp_app using (body_id = (select current_body()))
  with check (body_id = (select current_body()));
create policy signals_taken_in on signals for insert to lp_app with check (
  body_id = (select current_body()) and from_body_id is null
  or from_body_id = (select current_body()) and channel in ('form', 'file', 'api') and state in ('received', 'held') and handler_id is null);
create policy signals_reported on signals for insert to lp_public with check (channel = 'portal' and from_body_id is null
  and state in ('received', 'held') and handler_id is null and public_note is null and into_id is null and case_id is null);
create policy signals_of_my_receipt on signals for select to lp_public using (id = (select my_signal()));
create policy signals_withdrawn_by_receipt on signals for update to lp_public using (id = (select my_signal()))
  with check (id = (select my_signal()));
grant select, insert, update (state, urgency, type, loss_vnd, place, redacted_text, redaction_checked_at, handler_id, handler_name,
  public_note, close_reason, into_id, case_id, changed_at) on signals to lp_app;
grant insert, select (id, body_id, path, state, public_note, close_reason, withdrawn_at, received_at, changed_at, is_anonymous),
  update (state, withdrawn_at, changed_at) on signals to lp_public;

create policy signal_seals_of_my_body on signal_seals for select to lp_app using (body_id = (select current_body()));
create policy signal_seals_made_at_intake on signal_seals for insert to lp_app, lp_public with check (signal_id = (select my_signal()));
create policy signal_seals_of_my_receipt on signal_seals for select to lp_public using (signal_id = (select my_signal()));
-- Whoever withdraws takes their name back; nothing else of the seal can be changed, by anybody.
create policy signal_seals_emptied_by_receipt on signal_seals for update to lp_public using (signal_id = (select my_signal()))
  with check (signal_id = (select my_signal()) and identity is null);
grant select, insert on signal_seals to lp_app;
grant insert, select (signal_id), update (identity) on signal_seals to lp_public;

create policy signal_receipts_made_at_intake on signal_receipts for insert to lp_app, lp_public
  with check (code_hash = (select current_receipt()));
create policy signal_receipts_by_code on signal_receipts for select to lp_app, lp_public using (code_hash = (select current_receipt()));
grant select, insert on signal_receipts to lp_app, lp_public;

create policy indicators_of_my_body on indicators for select to lp_app using (body_id = (select current_body()));
create policy signal_identifiers_of_my_body on signal_identifiers for select to lp_app using (body_id = (select current_body()));
create policy signal_identifiers_corrected_by_my_body on signal_identifiers for update to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
grant select on indicators to lp_app;
grant select, update (role, source) on signal_identifiers to lp_app;

create policy signal_evidence_of_my_body on signal_evidence for select to lp_app using (body_id = (select current_body()));
create policy signal_evidence_added_by_my_body on signal_evidence for insert to lp_app
  with check (body_id = (select current_body()) and side = 'officer' or signal_id = (select my_signal()));
create policy signal_evidence_of_my_receipt on signal_evidence for select to lp_public using (signal_id = (select my_signal()));
create policy signal_evidence_sent_by_receipt on signal_evidence for insert to lp_public
  with check (signal_id = (select my_signal()) and side = 'reporter');
grant select, insert on signal_evidence to lp_app;
grant insert, select (id, signal_id, position, media_type, bytes, at) on signal_evidence to lp_public;

create policy signal_messages_of_my_body on signal_messages for select to lp_app using (body_id = (select current_body()));
create policy signal_messages_written_by_my_body on signal_messages for insert to lp_app
  with check (body_id = (select current_body()) and side = 'officer' and by_officer = (select current_officer()));
create policy signal_messages_seen_by_my_body on signal_messages for update to lp_app
  using (body_id = (select current_body()) and side = 'reporter');
create policy signal_messages_of_my_receipt on signal_messages for select to lp_public using (signal_id = (select my_signal()));
create policy signal_messages_written_by_receipt on signal_messages for insert to lp_public
  with check (signal_id = (select my_signal()) and side = 'reporter' and by_officer is null);
create policy signal_messages_seen_by_receipt on signal_messages for update to lp_public
  using (signal_id = (select my_signal()) and side = 'officer');
grant select, insert, update (seen_at) on signal_messages to lp_app;
grant insert, select (id, signal_id, at, side, text, sealed, seen_at), update (seen_at) on signal_messages to lp_public;

create policy signal_events_of_my_body on signal_events for select to lp_app using (body_id = (select current_body()));
create policy signal_events_written_by_my_body on signal_events for insert to lp_app with check (
  body_id = (select current_body()) and by_officer is not distinct from (select current_officer()) or signal_id = (select my_signal()));
create policy signal_events_written_by_receipt on signal_events for insert to lp_public
  with check (signal_id = (select my_signal()) and by_officer is null);
grant select, insert on signal_events to lp_app;
grant insert on signal_events to lp_public;

create policy signal_forwards_of_both on signal_forwards for select to lp_app
  using (from_body_id = (select current_body()) or to_body_id = (select current_body()));
create policy signal_forwards_sent_by_my_body on signal_forwards for insert to lp_app
  with check (from_body_id = (select current_body()) and state = 'sent');
create policy signal_forwards_answered_by_the_other on signal_forwards for update to lp_app
  using (to_body_id = (select current_body()) and state = 'sent') with check (state <> 'sent');
grant select, insert, update (state, answered_at, answered_by, answered_name, answer, taken_as) on signal_forwards to lp_app;

create policy signal_pairs_of_my_body on signal_pairs for select to lp_app using (body_id = (select current_body()));
grant select on signal_pairs to lp_app;

-- The policies of share_answers look at its own columns only, so that share_requests may look at share_answers.
create policy share_answers_of_both on share_answers for select to lp_app
  using (body_id = (select current_body()) or asking_body_id = (select current_body()) and state = 'shared');
create policy share_answers_given_by_my_body on share_answers for update to lp_app
  using (body_id = (select current_body()) and state = 'asked') with check (body_id = (select current_body()) and state <> 'asked');
grant select, update (state, answer, answered_at, answered_by, answered_name) on share_answers to lp_app;
create policy share_requests_of_both on share_requests for select to lp_app using (body_id = (select current_body())
  or exists (select from share_answers a where a.request_id = share_requests.id and a.body_id = (select current_body())));
create policy share_requests_made_by_my_body on share_requests for insert to lp_app with check (body_id = (select current_body()));
grant select, insert on share_requests to lp_app;

-- Keeps the identifiers of a tip and counts, in the same transaction, the earlier tips that share one. Whoever takes a tip
-- in may not read others', hence a definer function; it answers for one's own tip only, and with a number.
create function take_identifiers(signal uuid, named jsonb) returns int
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  holder uuid;
  came timestamptz;
  alike int;
begin
  select s.body_id, s.received_at into holder, came from signals s where s.id = signal
    and (s.body_id = current_body() or exists (select from signal_receipts r where r.signal_id = s.id and r.code_hash = current_receipt()));
  if holder is null then raise exception 'not a tip of whoever asks' using errcode = 'insufficient_privilege'; end if;
  -- In one order, so that two tips that name the same two numbers wait for each other and do not deadlock.
  insert into indicators (body_id, kind, value, first_at)
    select holder, f.kind, f.value, came from jsonb_to_recordset(named) as f(kind text, value text)
    group by f.kind, f.value order by f.kind, f.value on conflict do nothing;
  insert into signal_identifiers (signal_id, indicator_id, body_id, role, source, at)
    select signal, i.id, holder, f.role, f.source, came
    from jsonb_to_recordset(named) as f(kind text, value text, role text, source text)
    join indicators i on i.body_id = holder and i.kind = f.kind and i.value = f.value
    on conflict (signal_id, indicator_id) do update set role = excluded.role, source = excluded.source;
  select count(distinct o.signal_id) into alike from (
    select o.signal_id from signal_identifiers m join signal_identifiers o on o.indicator_id = m.indicator_id
    where m.signal_id = signal and m.role = 'suspect' and o.role = 'suspect' and o.signal_id <> signal limit 1000) o;
  update signals set alike_before = alike where id = signal;
  return alike;
end $$;
alter function take_identifiers(uuid, jsonb) owner to lp_definer;
revoke all on function take_identifiers(uuid, jsonb) from public;
grant execute on function take_identifiers(uuid, jsonb) to lp_app, lp_public;

-- Yes or no, without a name; the program journals and limits the asking.
create function held_elsewhere(of_kind text, of_value text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from indicators i where i.kind = of_kind and i.value = of_value and i.body_id <> current_body()
    and exists (select from signal_identifiers s where s.indicator_id = i.id and s.role = 'suspect')) $$;
alter function held_elsewhere(text, text) owner to lp_definer;
revoke all on function held_elsewhere(text, text) from public;
grant execute on function held_elsewhere(text, text) to lp_app;

-- Puts my request before each body that holds the identifier, without telling me which.
create function ask_holders(request uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  insert into share_answers (request_id, body_id, asking_body_id)
    select r.id, i.body_id, r.body_id from share_requests r join indicators i on i.kind = r.kind and i.value = r.value and i.body_id <> r.body_id
    where r.id = request and r.body_id = current_body()
      and exists (select from signal_identifiers s where s.indicator_id = i.id and s.role = 'suspect')
    on conflict do nothing $$;
alter function ask_holders(uuid) owner to lp_definer;
revoke all on function ask_holders(uuid) from public;
grant execute on function ask_holders(uuid) to lp_app;

-- What came of a forwarded tip goes back to the body that had it, and so to its reporter.
grant select, insert, update on indicators, signal_identifiers to lp_definer;
grant select, update on signals to lp_definer;
grant select on signal_receipts, share_requests to lp_definer;
grant insert, select on share_answers to lp_definer;
