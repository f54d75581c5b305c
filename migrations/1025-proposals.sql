-- Why: what a body proposes to the province's committee or a ministry is kept with the figures it rests on, what other bodies said, and what became of it (issue 20).

create table proposals (
  id               uuid not null default uuidv7(),
  body_id          uuid not null references bodies default current_body(),
  title            text not null,
  -- Whom it goes to: a body of the province that reads it here, or a ministry by its name alone.
  to_body_id       uuid references bodies,
  to_name          text not null,
  problem          text not null,
  -- Of a report that recommended it: the period, and the recommendation as one key, so that it is taken once.
  from_report      text,
  from_hash         text,
  -- Whose recommendation it was, whoever holds the proposal after a reform.
  made_body        uuid not null references bodies default current_body(),
  state            text not null default 'draft',
  -- Why no body was asked for its opinion.
  unasked_reason   text,
  -- Whoever answers for it, until they leave and another takes it.
  keeper_id        uuid not null references officers default current_officer(),
  keeper_name      text not null,
  made_name        text not null,
  made_at          timestamptz not null default acting_at(),
  submitted_number text,
  submitted_on     date,
  constraint proposals_pkey primary key (id),
  constraint proposals_with_body unique (id, body_id),
  constraint proposals_of_recommendation unique (made_body, from_report, from_hash),
  constraint proposals_state check (state in ('draft', 'consulting', 'ready', 'submitted', 'approved', 'partly', 'refused', 'returned', 'withdrawn')),
  constraint proposals_texts check (length(title) between 1 and 300 and length(to_name) between 1 and 200 and length(problem) between 1 and 8000
    and length(unasked_reason) between 1 and 2000),
  constraint proposals_to_another check (to_body_id is distinct from body_id),
  constraint proposals_from_is_whole check (num_nonnulls(from_report, from_hash) in (0, 2) and from_report ~ '^\d{4}(-(H[12]|Q[1-4]|\d{2}))?$' and from_hash ~ '^[0-9a-f]{64}$'),
  constraint proposals_submitted_is_whole check (num_nonnulls(submitted_number, submitted_on) = case when state in ('draft', 'consulting', 'ready', 'withdrawn')
    and submitted_on is null then 0 else 2 end),
  constraint proposals_submitted_number check (length(submitted_number) between 1 and 60)
);
create index proposals_by_body on proposals (body_id, made_at desc, id);
create index proposals_to_body on proposals (to_body_id, submitted_on desc) where submitted_on is not null;
create index proposals_by_keeper on proposals (keeper_id);
create index proposals_by_submission on proposals (submitted_on, body_id) where submitted_on is not null;

-- A figure as it stood on a day. What was kept is never counted again: a later day is another row.
create table proposal_snapshots (
  id           uuid not null default uuidv7(),
  body_id      uuid not null,
  proposal_id  uuid not null,
  -- Id in data/report-outline.json.
  figure       text not null,
  period       text not null,
  -- Null: nobody could tell.
  value        numeric,
  source       text not null,
  is_locked    boolean not null,
  taken_on     date not null default acting_on(),
  taken_name   text not null,
  constraint proposal_snapshots_pkey primary key (id),
  constraint proposal_snapshots_once unique (proposal_id, figure, period, taken_on),
  constraint proposal_snapshots_proposal foreign key (proposal_id, body_id) references proposals (id, body_id) on update cascade,
  constraint proposal_snapshots_source check (source in ('system', 'bodies', 'mixed', 'none')),
  constraint proposal_snapshots_words check (length(figure) between 1 and 20 and length(period) between 4 and 8)
);
create trigger proposal_snapshots_stand before update on proposal_snapshots
  for each row execute function refuse_change_but_passing_on();

create table proposal_options (
  id          uuid not null default uuidv7(),
  body_id     uuid not null,
  proposal_id uuid not null,
  title       text not null,
  -- What follows from it: for whom, what it costs, what may go wrong.
  effects     text not null,
  cost        text,
  is_proposed boolean not null default false,
  made_at     timestamptz not null default acting_at(),
  constraint proposal_options_pkey primary key (id),
  constraint proposal_options_proposal foreign key (proposal_id, body_id) references proposals (id, body_id) on update cascade,
  constraint proposal_options_words check (length(title) between 1 and 300 and length(effects) between 1 and 4000 and length(cost) between 1 and 1000)
);
create index proposal_options_in_order on proposal_options (proposal_id, made_at, id);
create unique index proposal_options_one_proposed on proposal_options (proposal_id) where is_proposed;

-- One body asked for its opinion. It reads what it was sent, and nothing of what others said.
create table proposal_requests (
  id            uuid not null default uuidv7(),
  body_id       uuid not null,
  proposal_id   uuid not null,
  to_body_id    uuid not null references bodies,
  title         text not null,
  -- As it was sent: {"problem", "options": [{"title", "effects", "cost", "isProposed"}], "figures": [{"figure", "period", "value", "source", "isLocked", "takenOn"}]}.
  matter        jsonb not null,
  question      text not null,
  due_on        date not null,
  asked_name    text not null,
  asked_at      timestamptz not null default acting_at(),
  state         text not null default 'asked',
  stance        text,
  opinion       text,
  answered_name text,
  answered_at   timestamptz,
  -- What became of the opinion, in the synthesis.
  taken         text,
  taken_note    text,
  taken_name    text,
  taken_at      timestamptz,
  constraint proposal_requests_pkey primary key (id),
  constraint proposal_requests_proposal foreign key (proposal_id, body_id) references proposals (id, body_id) on update cascade,
  -- Closed: the consultation ended, and no answer had come.
  constraint proposal_requests_state check (state in ('asked', 'answered', 'closed')),
  constraint proposal_requests_stance check (stance in ('agrees', 'agrees-but', 'objects')),
  constraint proposal_requests_words check (length(question) between 1 and 4000 and length(opinion) between 1 and 8000 and length(taken_note) between 1 and 4000),
  constraint proposal_requests_says_what check (stance is null or stance = 'agrees' or opinion is not null),
  constraint proposal_requests_answered_is_whole check (num_nonnulls(stance, answered_name, answered_at) = case when state = 'answered' then 3 else 0 end),
  constraint proposal_requests_taken check (taken in ('accepted', 'partly', 'explained')),
  constraint proposal_requests_taken_is_whole check (num_nonnulls(taken, taken_name, taken_at) in (0, 3) and (taken is null or state = 'answered')
    and (taken is null or taken = 'accepted' or taken_note is not null))
);
-- Asked again only after it answered or the consultation ended.
create unique index proposal_requests_once on proposal_requests (proposal_id, to_body_id) where state = 'asked';
create index proposal_requests_of on proposal_requests (proposal_id, asked_at);
create index proposal_requests_to on proposal_requests (to_body_id, state, due_on);

-- What was decided on it: approved, partly, refused, or more was asked for; by which paper.
create table proposal_decisions (
  id          uuid not null default uuidv7(),
  body_id     uuid not null,
  proposal_id uuid not null,
  outcome     text not null,
  number      text not null,
  decided_on  date not null,
  note        text,
  noted_body  uuid not null default current_body(),
  noted_name  text not null,
  noted_at    timestamptz not null default acting_at(),
  constraint proposal_decisions_pkey primary key (id),
  constraint proposal_decisions_proposal foreign key (proposal_id, body_id) references proposals (id, body_id) on update cascade,
  constraint proposal_decisions_outcome check (outcome in ('approved', 'partly', 'refused', 'returned')),
  constraint proposal_decisions_words check (length(number) between 1 and 60 and length(note) between 1 and 4000),
  constraint proposal_decisions_say_why check (outcome = 'approved' or note is not null)
);
create index proposal_decisions_in_order on proposal_decisions (proposal_id, noted_at);
create trigger proposal_decisions_are_append_only before update or delete on proposal_decisions
  for each row execute function refuse_change_but_passing_on();

-- Papers that were drafted from it, on the way of outgoing documents.
create table proposal_papers (
  proposal_id uuid not null,
  body_id     uuid not null,
  document_id uuid not null references official_documents,
  kind        text not null,
  made_name   text not null,
  made_at     timestamptz not null default acting_at(),
  constraint proposal_papers_pkey primary key (document_id),
  constraint proposal_papers_proposal foreign key (proposal_id, body_id) references proposals (id, body_id) on update cascade,
  constraint proposal_papers_kind check (kind in ('submission', 'letter'))
);
create index proposal_papers_of on proposal_papers (proposal_id, made_at);

-- The letter that gave the tasks which follow from the decision.
create table proposal_letters (
  proposal_id  uuid not null,
  body_id      uuid not null,
  directive_id uuid not null references directives,
  named_name   text not null,
  named_at     timestamptz not null default acting_at(),
  constraint proposal_letters_pkey primary key (proposal_id, directive_id),
  constraint proposal_letters_proposal foreign key (proposal_id, body_id) references proposals (id, body_id) on update cascade
);

create table proposal_events (
  id           bigint generated always as identity,
  body_id      uuid not null,
  proposal_id  uuid not null,
  at           timestamptz not null default acting_at(),
  what         text not null,
  state_before text not null,
  state_after  text not null,
  by_name      text not null,
  note         text,
  constraint proposal_events_pkey primary key (id),
  constraint proposal_events_proposal foreign key (proposal_id, body_id) references proposals (id, body_id) on update cascade,
  constraint proposal_events_note check (length(note) <= 4000)
);
create index proposal_events_in_order on proposal_events (proposal_id, id);
create trigger proposal_events_are_append_only before update or delete on proposal_events
  for each row execute function refuse_change_but_passing_on();

-- The moves of src/proposals/domain/life.ts.
create function proposal_moves() returns table (before text, after text) language sql immutable as $$
  values ('draft', 'consulting'), ('draft', 'ready'), ('draft', 'withdrawn'), ('consulting', 'ready'), ('consulting', 'withdrawn'),
    ('ready', 'consulting'), ('ready', 'submitted'), ('ready', 'withdrawn'), ('submitted', 'approved'), ('submitted', 'partly'), ('submitted', 'refused'),
    ('submitted', 'returned'), ('returned', 'consulting'), ('returned', 'submitted'), ('returned', 'withdrawn')
$$;

/* Whoever the statement comes from: only the moves of its life; words stand while others read them; every opinion is dealt with before
   it goes up; nothing is decided of which no decision is written down. */
create function guard_proposal() returns trigger language plpgsql as $$
begin
  if row(new.title, new.problem, new.to_name, new.to_body_id) is distinct from row(old.title, old.problem, old.to_name, old.to_body_id)
    and old.state not in ('draft', 'ready', 'returned') and current_job() is null then
    raise exception 'it stands while others read it' using errcode = 'check_violation', constraint = 'proposals_stand';
  end if;
  if current_body() is distinct from old.body_id and current_job() is null
    and (to_jsonb(new) - 'state' is distinct from to_jsonb(old) - 'state' or old.state <> 'submitted') then
    raise exception 'whoever it goes to decides, and writes nothing of it' using errcode = 'check_violation', constraint = 'proposals_decided_only';
  end if;
  if new.state = old.state then return new; end if;
  if not exists (select from proposal_moves() m where m.before = old.state and m.after = new.state) then
    raise exception '% does not become %', old.state, new.state using errcode = 'check_violation', constraint = 'proposals_move';
  end if;
  if old.state = 'draft' and new.state = 'ready' and new.unasked_reason is null then
    raise exception 'it says why nobody was asked' using errcode = 'check_violation', constraint = 'proposals_unasked';
  end if;
  if new.state = 'submitted' and exists (select from proposal_requests r where r.proposal_id = new.id and r.state = 'answered' and r.taken is null) then
    raise exception 'an opinion waits to be dealt with' using errcode = 'check_violation', constraint = 'proposals_opinions_taken';
  end if;
  if old.state = 'submitted' and not exists (select from proposal_decisions d where d.proposal_id = new.id and d.outcome = new.state
    and d.decided_on >= old.submitted_on) then
    raise exception 'no decision is written down' using errcode = 'check_violation', constraint = 'proposals_decided';
  end if;
  return new;
end $$;
create trigger proposals_guard before update on proposals for each row execute function guard_proposal();

/* Who was asked answers and nothing else; who asked deals with the opinion and never writes it. */
create function guard_proposal_request() returns trigger language plpgsql as $$
begin
  if current_job() is not null then return new; end if;
  if to_jsonb(new) - array['state', 'stance', 'opinion', 'answered_name', 'answered_at', 'taken', 'taken_note', 'taken_name', 'taken_at']
    is distinct from to_jsonb(old) - array['state', 'stance', 'opinion', 'answered_name', 'answered_at', 'taken', 'taken_note', 'taken_name', 'taken_at'] then
    raise exception 'what was asked stands' using errcode = 'check_violation', constraint = 'proposal_requests_stand';
  end if;
  if row(new.stance, new.opinion, new.answered_name) is distinct from row(old.stance, old.opinion, old.answered_name)
    and (current_body() is distinct from old.to_body_id or old.state <> 'asked' or new.state <> 'answered') then
    raise exception 'who was asked answers, once' using errcode = 'check_violation', constraint = 'proposal_requests_answered_by_its_body';
  end if;
  if row(new.taken, new.taken_note) is distinct from row(old.taken, old.taken_note) and current_body() is distinct from old.body_id then
    raise exception 'who asked deals with the opinion' using errcode = 'check_violation', constraint = 'proposal_requests_taken_by_its_body';
  end if;
  if new.state is distinct from old.state and old.state <> 'asked' then
    raise exception 'it is over' using errcode = 'check_violation', constraint = 'proposal_requests_once_over';
  end if;
  return new;
end $$;
create trigger proposal_requests_guard before update on proposal_requests for each row execute function guard_proposal_request();

alter table proposals enable row level security;
alter table proposals force row level security;
alter table proposal_snapshots enable row level security;
alter table proposal_snapshots force row level security;
alter table proposal_options enable row level security;
alter table proposal_options force row level security;
alter table proposal_requests enable row level security;
alter table proposal_requests force row level security;
alter table proposal_decisions enable row level security;
alter table proposal_decisions force row level security;
alter table proposal_papers enable row level security;
alter table proposal_papers force row level security;
alter table proposal_letters enable row level security;
alter table proposal_letters force row level security;
alter table proposal_events enable row level security;
alter table proposal_events force row level security;

-- Whoever it goes to reads it once it was submitted.
create policy proposals_seen on proposals for select to lp_app
  using (body_id = (select current_body()) or to_body_id = (select current_body()) and submitted_on is not null);
create policy proposals_made on proposals for insert to lp_app
  with check (body_id = (select current_body()) and state = 'draft' and (select acting_for_authority()));
create policy proposals_changed on proposals for update to lp_app
  using (body_id = (select current_body()) or to_body_id = (select current_body()) and submitted_on is not null)
  with check (body_id = (select current_body()) or to_body_id = (select current_body()) and submitted_on is not null);
create policy proposals_for_jobs on proposals to lp_job using (true) with check (true);

create policy proposal_snapshots_seen on proposal_snapshots for select to lp_app using (exists (select from proposals p where p.id = proposal_id));
create policy proposal_snapshots_taken on proposal_snapshots for insert to lp_app with check (body_id = (select current_body())
  and exists (select from proposals p where p.id = proposal_id and p.state in ('draft', 'ready', 'returned')));
create policy proposal_snapshots_dropped on proposal_snapshots for delete to lp_app using (body_id = (select current_body())
  and exists (select from proposals p where p.id = proposal_id and p.state in ('draft', 'ready', 'returned')));
create policy proposal_snapshots_for_jobs on proposal_snapshots to lp_job using (true) with check (true);

create policy proposal_options_seen on proposal_options for select to lp_app using (exists (select from proposals p where p.id = proposal_id));
create policy proposal_options_added on proposal_options for insert to lp_app with check (body_id = (select current_body())
  and exists (select from proposals p where p.id = proposal_id and p.state in ('draft', 'ready', 'returned')));
create policy proposal_options_changed on proposal_options for update to lp_app using (body_id = (select current_body())
  and exists (select from proposals p where p.id = proposal_id and p.state in ('draft', 'ready', 'returned'))) with check (body_id = (select current_body()));
create policy proposal_options_dropped on proposal_options for delete to lp_app using (body_id = (select current_body())
  and exists (select from proposals p where p.id = proposal_id and p.state in ('draft', 'ready', 'returned')));
create policy proposal_options_for_jobs on proposal_options to lp_job using (true) with check (true);

-- Each body reads its own request alone; whoever it goes to in the end reads the synthesis with the paper.
create policy proposal_requests_seen on proposal_requests for select to lp_app
  using (body_id = (select current_body()) or to_body_id = (select current_body()));
create policy proposal_requests_sent on proposal_requests for insert to lp_app with check (body_id = (select current_body()) and to_body_id <> body_id and state = 'asked'
  and exists (select from proposals p where p.id = proposal_id and p.state = 'consulting'));
create policy proposal_requests_changed on proposal_requests for update to lp_app
  using (body_id = (select current_body()) or to_body_id = (select current_body()))
  with check (body_id = (select current_body()) or to_body_id = (select current_body()));
create policy proposal_requests_for_jobs on proposal_requests to lp_job using (true) with check (true);

create policy proposal_decisions_seen on proposal_decisions for select to lp_app using (exists (select from proposals p where p.id = proposal_id));
create policy proposal_decisions_noted on proposal_decisions for insert to lp_app with check (noted_body = (select current_body())
  and exists (select from proposals p where p.id = proposal_id and p.body_id = proposal_decisions.body_id and p.state = 'submitted'));
create policy proposal_decisions_for_jobs on proposal_decisions to lp_job using (true) with check (true);

create policy proposal_papers_of_my_body on proposal_papers to lp_app using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy proposal_papers_for_jobs on proposal_papers to lp_job using (true) with check (true);
create policy proposal_letters_of_my_body on proposal_letters to lp_app using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy proposal_letters_for_jobs on proposal_letters to lp_job using (true) with check (true);

create policy proposal_events_seen on proposal_events for select to lp_app using (exists (select from proposals p where p.id = proposal_id));
create policy proposal_events_added on proposal_events for insert to lp_app
  with check (exists (select from proposals p where p.id = proposal_id and p.body_id = proposal_events.body_id));
create policy proposal_events_for_jobs on proposal_events to lp_job using (true) with check (true);

grant select, insert, update (title, to_body_id, to_name, problem, state, unasked_reason, keeper_id, keeper_name, submitted_number, submitted_on) on proposals to lp_app;
grant select, insert, delete on proposal_snapshots to lp_app;
grant select, insert, delete, update (title, effects, cost, is_proposed) on proposal_options to lp_app;
grant select, insert, update (state, stance, opinion, answered_name, answered_at, taken, taken_note, taken_name, taken_at) on proposal_requests to lp_app;
grant select, insert on proposal_decisions to lp_app;
grant select, insert on proposal_papers to lp_app;
grant select, insert, delete on proposal_letters to lp_app;
grant select, insert on proposal_events to lp_app;
grant select, update (body_id, to_body_id) on proposals to lp_job;
grant select, update (body_id, to_body_id) on proposal_requests to lp_job;
