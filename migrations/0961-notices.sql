-- Why: harmful content is dealt with by due process: a complaint, a statute, two officers, the least that is enough, objection and appeal (issue 20).

create table notices (
  id               uuid not null default uuidv7(),
  -- Who handles it; a complaint comes to the body that leads the field.
  body_id          uuid not null references bodies,
  complaint_hash   text not null,
  -- {"who", "contact", "said"} of the complainant, sealed with the key of identities.
  sealed           bytea not null,
  standing         text not null,
  -- Evidence is what the complainant gives: where it stands, when it was seen, and the hash of a copy.
  url              text not null,
  platform         text not null,
  holder           text,
  seen_at          timestamptz not null,
  copy_hash        text,
  filed_at         timestamptz not null default acting_at(),
  state            text not null default 'received',
  closed_reason    text,
  -- Id in data/notice-grounds.json.
  ground           text,
  measure          text,
  proportionality  text,
  -- Why a lesser measure is not enough.
  lesser           text,
  -- Violations that were counted, with their evidence: [{ "url", "on" }].
  counted          jsonb not null default '[]',
  emergency        text,
  -- Of a child in danger: which commune's chairman was told, how, when, and by when help must have come.
  commune          text,
  commune_how      text,
  commune_told_at  timestamptz,
  commune_due_at   timestamptz,
  -- Whose officer signs: the handling body, or the police where only they may ask.
  signing_body_id  uuid references bodies,
  platform_address text,
  -- {"address"} of the account holder, where one is known.
  sealed_holder    bytea,
  assessed_by      uuid references officers,
  assessed_name    text,
  assessed_at      timestamptz,
  approved_by      uuid references officers,
  approved_name    text,
  approved_title   text,
  approved_at      timestamptz,
  reviewed_by      uuid references officers,
  reviewed_name    text,
  reviewed_at      timestamptz,
  sent_at          timestamptz,
  -- A legal term with the rule under which it was counted, or the day that we ask for; never both.
  due_rule         text,
  due_at           timestamptz,
  asked_on         date,
  stopped_at       timestamptz,
  objection_hash   text,
  outcome          text,
  outcome_at       timestamptz,
  outcome_note     text,
  constraint notices_pkey primary key (id),
  constraint notices_with_body unique (id, body_id),
  constraint notices_complaint unique (complaint_hash),
  constraint notices_objection unique (objection_hash),
  constraint notices_standing check (standing in ('self', 'guardian', 'body')),
  constraint notices_url check (length(url) between 8 and 2000),
  constraint notices_platform check (length(platform) between 1 and 253),
  constraint notices_holder check (length(holder) between 1 and 300),
  constraint notices_copy_hash check (copy_hash ~ '^[0-9a-f]{64}$'),
  constraint notices_seen_before check (seen_at <= filed_at),
  constraint notices_state check (state in ('received', 'assessed', 'sent', 'answered', 'objected', 'appealed', 'reversed', 'refused')),
  constraint notices_measure check (measure in ('correct', 'label', 'limit', 'remove', 'lock', 'remove-24h', 'remove-6h')),
  constraint notices_texts check (length(proportionality) between 20 and 4000 and length(lesser) between 1 and 4000 and length(closed_reason) between 1 and 4000),
  constraint notices_least_first check (measure is null or measure = 'correct' or lesser is not null),
  constraint notices_lock_is_counted check (measure is distinct from 'lock' or jsonb_array_length(counted) >= 5),
  constraint notices_emergency check (emergency in ('child', 'fraud')),
  constraint notices_child_is_told check (emergency is distinct from 'child' or num_nonnulls(commune, commune_how, commune_told_at, commune_due_at) = 4),
  constraint notices_assessed_is_whole check (state in ('received', 'refused')
    or num_nonnulls(ground, measure, proportionality, signing_body_id, assessed_by, assessed_name, assessed_at) = 7),
  constraint notices_two_officers check (approved_by is null or approved_by <> assessed_by),
  constraint notices_sent_by_two check (state in ('received', 'assessed', 'refused') or approved_by is not null or emergency is not null),
  constraint notices_reviewed_by_another check (reviewed_by is null or reviewed_by <> assessed_by),
  constraint notices_sent_is_whole check (state in ('received', 'assessed', 'refused')
    or sent_at is not null and objection_hash is not null and num_nonnulls(due_at, asked_on) = 1 and (due_at is null) = (due_rule is null)),
  constraint notices_refused_says_why check (state <> 'refused' or closed_reason is not null),
  constraint notices_stop_is_of_objections check ((stopped_at is not null) = (state in ('objected', 'appealed'))),
  constraint notices_outcome check (outcome in ('removed', 'labelled', 'corrected', 'locked', 'refused', 'no-answer')),
  constraint notices_outcome_is_whole check ((outcome is null) = (outcome_at is null) and (outcome is distinct from 'refused' or length(outcome_note) > 0))
);
create index notices_by_body on notices (body_id, state, filed_at desc, id);
create index notices_to_sign on notices (signing_body_id, state) where state = 'assessed';

-- The account holder's word against it, and a second time against how that was decided.
create table notice_objections (
  id           uuid not null default uuidv7(),
  body_id      uuid not null,
  notice_id    uuid not null,
  level        text not null,
  sealed       bytea not null,
  filed_at     timestamptz not null default acting_at(),
  due_on       date not null,
  due_rule     text not null,
  outcome      text,
  reasons      text,
  decided_by   uuid references officers,
  decided_name text,
  decided_at   timestamptz,
  constraint notice_objections_pkey primary key (id),
  constraint notice_objections_once unique (notice_id, level),
  constraint notice_objections_notice foreign key (notice_id, body_id) references notices (id, body_id) on update cascade,
  constraint notice_objections_level check (level in ('objection', 'appeal')),
  constraint notice_objections_outcome check (outcome in ('kept', 'reversed')),
  constraint notice_objections_decided_is_whole check (num_nonnulls(outcome, reasons, decided_by, decided_name, decided_at) in (0, 5)),
  constraint notice_objections_reasons check (length(reasons) between 20 and 4000)
);

-- Everybody who was told of the notice, and who must be told of a reversal. `told_at` null: still to be told.
create table notice_told (
  id        uuid not null default uuidv7(),
  body_id   uuid not null,
  notice_id uuid not null,
  who       text not null,
  what      text not null,
  sealed    bytea,
  told_at   timestamptz,
  how       text,
  told_name text,
  constraint notice_told_pkey primary key (id),
  constraint notice_told_once unique (notice_id, who, what),
  constraint notice_told_notice foreign key (notice_id, body_id) references notices (id, body_id) on update cascade,
  constraint notice_told_who check (who in ('platform', 'holder', 'complainant', 'commune')),
  constraint notice_told_what check (what in ('notice', 'reversal')),
  constraint notice_told_is_whole check (num_nonnulls(told_at, how, told_name) in (0, 3)),
  constraint notice_told_how check (length(how) between 1 and 300)
);
create index notice_told_waiting on notice_told (body_id) where told_at is null;

create table notice_events (
  id           bigint generated always as identity,
  body_id      uuid not null,
  notice_id    uuid not null,
  at           timestamptz not null default acting_at(),
  what         text not null,
  state_before text not null,
  state_after  text not null,
  by_name      text,
  note         text,
  constraint notice_events_pkey primary key (id),
  constraint notice_events_notice foreign key (notice_id, body_id) references notices (id, body_id) on update cascade,
  constraint notice_events_note check (length(note) <= 4000)
);
create index notice_events_in_order on notice_events (notice_id, id);
create trigger notice_events_are_append_only before update or delete on notice_events
  for each row execute function refuse_change_but_passing_on();

-- The moves of src/notices/domain/life.ts.
create function notice_moves() returns table (before text, after text) language sql immutable as $$
  values ('received', 'assessed'), ('received', 'refused'), ('assessed', 'received'), ('assessed', 'sent'), ('sent', 'answered'), ('sent', 'objected'),
    ('answered', 'objected'), ('objected', 'sent'), ('objected', 'answered'), ('objected', 'reversed'), ('sent', 'appealed'), ('answered', 'appealed'),
    ('appealed', 'sent'), ('appealed', 'answered'), ('appealed', 'reversed'), ('sent', 'reversed'), ('answered', 'reversed'), ('received', 'sent')
$$;

/* Whoever the statement comes from: only the moves of its life; who assessed and who approved is written here and not believed;
   what the complainant gave stands; only police sign what only police may ask. */
create function guard_notice() returns trigger language plpgsql as $$
begin
  if row(new.complaint_hash, new.sealed, new.standing, new.url, new.platform, new.holder, new.seen_at, new.copy_hash, new.filed_at)
    is distinct from row(old.complaint_hash, old.sealed, old.standing, old.url, old.platform, old.holder, old.seen_at, old.copy_hash, old.filed_at) then
    raise exception 'what was complained of stands' using errcode = 'check_violation', constraint = 'notices_complaint_stands';
  end if;
  if new.reviewed_by is distinct from old.reviewed_by then
    if old.reviewed_by is not null then
      raise exception 'it is reviewed once' using errcode = 'check_violation', constraint = 'notices_reviewed_once';
    end if;
    new.reviewed_by := current_officer(); new.reviewed_at := acting_at();
  end if;
  if new.state = old.state then return new; end if;
  if not exists (select from notice_moves() m where m.before = old.state and m.after = new.state)
    or old.state = 'received' and new.state = 'sent' and new.emergency is null then
    raise exception '% does not become %', old.state, new.state using errcode = 'check_violation', constraint = 'notices_move';
  end if;
  if current_officer() is null and new.state not in ('objected', 'appealed') then
    raise exception 'an officer decides' using errcode = 'check_violation', constraint = 'notices_by_an_officer';
  end if;
  if new.measure in ('remove-24h', 'remove-6h')
    and not exists (select from bodies b where b.id = new.signing_body_id and b.kind = 'police') then
    raise exception 'only police ask for this' using errcode = 'check_violation', constraint = 'notices_police_sign';
  end if;
  if old.state = 'received' and new.state in ('assessed', 'sent') then
    new.assessed_by := current_officer(); new.assessed_at := acting_at();
  end if;
  if old.state = 'assessed' and new.state = 'sent' then
    if current_body() is distinct from new.signing_body_id then
      raise exception 'the body that signs approves' using errcode = 'check_violation', constraint = 'notices_signed_by_its_body';
    end if;
    new.approved_by := current_officer(); new.approved_at := acting_at();
  end if;
  if new.state = 'sent' and old.state in ('received', 'assessed') then new.sent_at := acting_at(); end if;
  if new.state in ('objected', 'appealed') then new.stopped_at := acting_at();
  elsif old.stopped_at is not null then
    -- The term stood still while it was weighed.
    if new.due_at is not null then new.due_at := new.due_at + (acting_at() - old.stopped_at); end if;
    if new.asked_on is not null then new.asked_on := new.asked_on + (acting_on() - (old.stopped_at at time zone 'Asia/Ho_Chi_Minh')::date); end if;
    new.stopped_at := null;
  end if;
  return new;
end $$;
create trigger notices_guard before update on notices for each row execute function guard_notice();

/* An objection is not decided by who assessed; an appeal by a third officer: neither who assessed, nor who approved or reviewed, nor
   who decided the objection. */
create function guard_notice_objection() returns trigger language plpgsql as $$
declare
  hands uuid[];
begin
  if to_jsonb(new) - array['outcome', 'reasons', 'decided_by', 'decided_name', 'decided_at', 'body_id']
    is distinct from to_jsonb(old) - array['outcome', 'reasons', 'decided_by', 'decided_name', 'decided_at', 'body_id']
    or old.outcome is not null and to_jsonb(new) - 'body_id' is distinct from to_jsonb(old) - 'body_id' then
    raise exception 'it is decided once' using errcode = 'check_violation', constraint = 'notice_objections_stand';
  end if;
  if new.outcome is null then return new; end if;
  if old.outcome is not null then return new; end if;
  select case when new.level = 'objection' then array[n.assessed_by] else array_remove(array[n.assessed_by, n.approved_by, n.reviewed_by,
    (select o.decided_by from notice_objections o where o.notice_id = n.id and o.level = 'objection')], null) end
    into hands from notices n where n.id = new.notice_id;
  if hands is null or current_officer() is null or current_officer() = any (hands) then
    raise exception 'another officer decides' using errcode = 'check_violation', constraint = 'notice_objections_decided_by_another';
  end if;
  new.decided_by := current_officer();
  new.decided_at := acting_at();
  return new;
end $$;
create trigger notice_objections_guard before update on notice_objections for each row execute function guard_notice_objection();

alter table notices enable row level security;
alter table notices force row level security;
alter table notice_objections enable row level security;
alter table notice_objections force row level security;
alter table notice_told enable row level security;
alter table notice_told force row level security;
alter table notice_events enable row level security;
alter table notice_events force row level security;

create policy notices_seen on notices for select to lp_app
  using (body_id = (select current_body()) or signing_body_id = (select current_body()));
create policy notices_handled on notices for update to lp_app
  using (body_id = (select current_body()) or signing_body_id = (select current_body()))
  with check (body_id = (select current_body()) or signing_body_id = (select current_body()));
create policy notices_filed on notices for insert to lp_public with check (complaint_hash = (select current_receipt())
  and state = 'received' and exists (select from bodies b where b.id = body_id and b.is_lead));
create policy notices_of_my_code on notices for select to lp_public
  using ((select current_receipt()) in (complaint_hash, objection_hash));
create policy notices_objected on notices for update to lp_public
  using (objection_hash = (select current_receipt())) with check (state in ('objected', 'appealed'));
create policy notices_for_jobs on notices to lp_job using (true) with check (true);

create policy notice_objections_seen on notice_objections for select to lp_app using (exists (select from notices n where n.id = notice_id));
create policy notice_objections_decided on notice_objections for update to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy notice_objections_filed on notice_objections for insert to lp_public
  with check (outcome is null and exists (select from notices n where n.id = notice_id and n.objection_hash = (select current_receipt())));
create policy notice_objections_of_my_code on notice_objections for select to lp_public
  using (exists (select from notices n where n.id = notice_id and n.objection_hash = (select current_receipt())));
create policy notice_objections_for_jobs on notice_objections to lp_job using (true) with check (true);

create policy notice_told_seen on notice_told for select to lp_app using (exists (select from notices n where n.id = notice_id));
create policy notice_told_added on notice_told for insert to lp_app with check (exists (select from notices n where n.id = notice_id));
create policy notice_told_done on notice_told for update to lp_app
  using (body_id = (select current_body()) and told_at is null) with check (body_id = (select current_body()));
create policy notice_told_for_jobs on notice_told to lp_job using (true) with check (true);

create policy notice_events_seen on notice_events for select to lp_app using (exists (select from notices n where n.id = notice_id));
create policy notice_events_added on notice_events for insert to lp_app with check (exists (select from notices n where n.id = notice_id));
create policy notice_events_added_by_holders on notice_events for insert to lp_public
  with check (by_name is null and exists (select from notices n where n.id = notice_id));
create policy notice_events_for_jobs on notice_events to lp_job using (true) with check (true);

grant select, update (state, closed_reason, ground, measure, proportionality, lesser, counted, emergency, commune, commune_how, commune_told_at,
  commune_due_at, signing_body_id, platform_address, sealed_holder, assessed_name, approved_name, approved_title, reviewed_by, reviewed_name, reviewed_at,
  due_rule, due_at, asked_on, objection_hash, outcome, outcome_at, outcome_note) on notices to lp_app;
grant select (id, body_id, complaint_hash, objection_hash, url, platform, filed_at, state, closed_reason, ground, measure, sent_at, outcome, stopped_at) on notices to lp_public;
grant insert (body_id, complaint_hash, sealed, standing, url, platform, holder, seen_at, copy_hash) on notices to lp_public;
grant update (state) on notices to lp_public;
grant select, update (body_id, signing_body_id) on notices to lp_job;
grant select on notices to lp_definer;
grant select, update (outcome, reasons, decided_name) on notice_objections to lp_app;
grant select (id, notice_id, level, filed_at, due_on, due_rule, outcome, reasons, decided_at) on notice_objections to lp_public;
grant insert (body_id, notice_id, level, sealed, due_on, due_rule) on notice_objections to lp_public;
grant select on notice_objections to lp_definer, lp_job;
grant select, insert, update (told_at, how, told_name) on notice_told to lp_app;
grant select on notice_told to lp_job;
grant select, insert on notice_events to lp_app;
grant insert (body_id, notice_id, what, state_before, state_after) on notice_events to lp_public;
grant select on notice_events to lp_job;

/* For everybody: what became of each notice that was sent, without address, name or word of anybody. */
create function public_notices() returns table (nth int, sent_on date, ground text, measure text, platform text, body_name text, is_emergency boolean,
  hours_to_decision int, state text, outcome text, hours_to_outcome int, objected boolean, appealed boolean, reversed boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select row_number() over (order by n.sent_at, n.id)::int, (n.sent_at at time zone 'Asia/Ho_Chi_Minh')::date, n.ground, n.measure, n.platform, b.name,
    n.emergency is not null, floor(extract(epoch from n.sent_at - n.filed_at) / 3600)::int, n.state, n.outcome,
    floor(extract(epoch from n.outcome_at - n.sent_at) / 3600)::int,
    exists (select from notice_objections o where o.notice_id = n.id and o.level = 'objection'),
    exists (select from notice_objections o where o.notice_id = n.id and o.level = 'appeal'), n.state = 'reversed'
  from notices n join bodies b on b.id = n.signing_body_id where n.sent_at is not null order by n.sent_at, n.id limit 10000
$$;
alter function public_notices() owner to lp_definer;
set local role lp_definer;
revoke all on function public_notices() from public;
grant execute on function public_notices() to lp_public, lp_app;
reset role;
