-- Why: a campaign says whom it wants to reach, where and how, asks bodies to take part, and shows by commune what was done and what is left (issue 20).
create table campaigns (
  id             uuid not null default uuidv7(),
  body_id        uuid not null default current_body() references bodies,
  title          text not null,
  aim            text not null,
  audiences      text[] not null,
  -- Codes of communes (districts before 1 July 2025); none: the whole province.
  areas          text[] not null default '{}',
  channels       text[] not null,
  begins_on      date not null,
  ends_on        date not null,
  state          text not null default 'draft',
  -- Everybody reads these words, with the dates and the part of the schedule that is public; null: nobody outside does.
  public_summary text,
  -- Who answers for it inside the body: handed over when they leave.
  led_by         uuid references officers default current_officer(),
  led_name       text not null,
  made_name      text not null,
  made_at        timestamptz not null default acting_at(),
  started_on     date,
  ended_on       date,
  -- What was reached and what was not, in the words of who ended it.
  outcome        text,
  constraint campaigns_pkey primary key (id),
  constraint campaigns_with_body unique (id, body_id),
  constraint campaigns_words check (length(title) between 1 and 160 and length(aim) between 1 and 2000 and length(public_summary) between 1 and 1000
    and length(outcome) between 1 and 4000),
  constraint campaigns_audiences check (cardinality(audiences) between 1 and 5 and audiences <@ array['people', 'agents', 'workers', 'pupils', 'elderly']),
  constraint campaigns_channels check (cardinality(channels) between 1 and 6
    and channels <@ array['loudspeaker', 'poster', 'sms', 'zalo', 'web', 'meeting']),
  constraint campaigns_areas check (cardinality(areas) <= 200),
  constraint campaigns_days check (ends_on >= begins_on),
  constraint campaigns_state check (state in ('draft', 'running', 'ended')),
  constraint campaigns_started check ((started_on is null) = (state = 'draft')),
  constraint campaigns_ended check ((state = 'ended') = (ended_on is not null) and (ended_on is null) = (outcome is null))
);
create index campaigns_by_body on campaigns (body_id, state, begins_on desc);
create index campaigns_public on campaigns (begins_on) where public_summary is not null;

/* Its words stand from the day on which it starts; it goes from draft to running to ended. Passing to another body or officer is no such change. */
create function guard_campaign() returns trigger language plpgsql as $$
declare
  passing text[] := array['body_id', 'led_by', 'led_name'];
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception 'it begins as a draft' using errcode = 'check_violation', constraint = 'campaigns_begin_as_drafts';
    end if;
    return new;
  end if;
  if old.state || ' ' || new.state not in ('draft draft', 'draft running', 'running running', 'running ended', 'ended ended') then
    raise exception 'it does not go from % to %', old.state, new.state using errcode = 'check_violation', constraint = 'campaigns_move';
  end if;
  if old.state = 'running' and to_jsonb(new) - (passing || array['state', 'ends_on', 'public_summary', 'ended_on', 'outcome'])
      is distinct from to_jsonb(old) - (passing || array['state', 'ends_on', 'public_summary', 'ended_on', 'outcome'])
    or old.state = 'ended' and to_jsonb(new) - (passing || array['public_summary'])
      is distinct from to_jsonb(old) - (passing || array['public_summary']) then
    raise exception 'what it set out to do stands' using errcode = 'check_violation', constraint = 'campaigns_stand';
  end if;
  return new;
end $$;
create trigger campaigns_guard before insert or update on campaigns for each row execute function guard_campaign();

-- A body that cannot be tasked without a letter is asked to take part, until a day.
create table campaign_parts (
  id            uuid not null default uuidv7(),
  campaign_id   uuid not null,
  -- The body that runs the campaign.
  body_id       uuid not null default current_body(),
  to_body_id    uuid not null references bodies,
  ask           text not null,
  due_on        date not null,
  asked_name    text not null,
  asked_at      timestamptz not null default acting_at(),
  -- Withdrawn: a reform made the two bodies one, or the campaign ended before an answer came.
  state         text not null default 'asked',
  reason        text,
  answered_name text,
  answered_at   timestamptz,
  constraint campaign_parts_pkey primary key (id),
  constraint campaign_parts_campaign foreign key (campaign_id, body_id) references campaigns (id, body_id) on update cascade,
  constraint campaign_parts_state check (state in ('asked', 'accepted', 'declined', 'withdrawn')),
  constraint campaign_parts_ask check (length(ask) between 1 and 2000),
  constraint campaign_parts_answered_is_whole check (num_nonnulls(answered_name, answered_at) in (0, 2)
    and (state not in ('accepted', 'declined') or answered_at is not null) and (state <> 'asked' or answered_at is null)),
  constraint campaign_parts_declined_says_why check ((state = 'declined') = (reason is not null) and length(reason) between 1 and 2000)
);
create unique index campaign_parts_once on campaign_parts (campaign_id, to_body_id) where state in ('asked', 'accepted');
create index campaign_parts_to on campaign_parts (to_body_id, state, due_on);

-- The schedule: who does what, when and where.
create table campaign_sessions (
  id           uuid not null default uuidv7(),
  campaign_id  uuid not null,
  -- The body that runs the campaign, and the one that holds the session.
  owner_id     uuid not null,
  body_id      uuid not null default current_body() references bodies,
  channel      text not null,
  held_on      date not null,
  begins_at    time not null,
  ends_at      time not null,
  area_code    text references areas,
  place        text not null,
  what         text not null,
  is_public    boolean not null,
  made_name    text not null,
  made_at      timestamptz not null default acting_at(),
  cancelled_at timestamptz,
  constraint campaign_sessions_pkey primary key (id),
  constraint campaign_sessions_campaign foreign key (campaign_id, owner_id) references campaigns (id, body_id) on update cascade,
  constraint campaign_sessions_channel check (channel in ('loudspeaker', 'poster', 'sms', 'zalo', 'web', 'meeting')),
  constraint campaign_sessions_times check (ends_at > begins_at),
  constraint campaign_sessions_words check (length(place) between 1 and 200 and length(what) between 1 and 300)
);
create index campaign_sessions_by_campaign on campaign_sessions (campaign_id, held_on);
create index campaign_sessions_by_body on campaign_sessions (body_id);

-- What was done, in one place by one channel, with how it was counted. One typed wrongly is struck out with a reason, never changed.
create table campaign_results (
  id            uuid not null default uuidv7(),
  campaign_id   uuid not null,
  owner_id      uuid not null,
  -- The body that did it.
  body_id       uuid not null default current_body() references bodies,
  -- Null: the whole province.
  area_code     text references areas,
  channel       text not null,
  held_on       date not null,
  -- In the unit of the channel: broadcasts, sheets, messages, views, people present.
  amount        int not null,
  -- People reached, where somebody could count or estimate them.
  reached       int,
  counted_how   text not null,
  note          text,
  entered_name  text not null,
  entered_at    timestamptz not null default acting_at(),
  struck_name   text,
  struck_at     timestamptz,
  struck_reason text,
  constraint campaign_results_pkey primary key (id),
  constraint campaign_results_campaign foreign key (campaign_id, owner_id) references campaigns (id, body_id) on update cascade,
  constraint campaign_results_channel check (channel in ('loudspeaker', 'poster', 'sms', 'zalo', 'web', 'meeting')),
  constraint campaign_results_amount check (amount between 1 and 100000000 and reached between 1 and 100000000),
  constraint campaign_results_words check (length(counted_how) between 1 and 500 and length(note) between 1 and 1000 and length(struck_reason) between 1 and 500),
  constraint campaign_results_struck_is_whole check (num_nonnulls(struck_name, struck_at, struck_reason) in (0, 3))
);
create index campaign_results_by_campaign on campaign_results (campaign_id, held_on desc, id desc);
create index campaign_results_by_day on campaign_results (held_on, body_id) where struck_at is null;

/* A result is of a campaign that runs, not before its first day; what was entered stands, but for being struck out once. */
create function guard_campaign_result() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if not exists (select from campaigns c where c.id = new.campaign_id and c.state = 'running' and new.held_on >= c.begins_on) then
      raise exception 'a result is of a campaign that runs' using errcode = 'check_violation', constraint = 'campaign_results_while_running';
    end if;
    return new;
  end if;
  if to_jsonb(new) - array['body_id', 'owner_id', 'struck_name', 'struck_at', 'struck_reason']
      is distinct from to_jsonb(old) - array['body_id', 'owner_id', 'struck_name', 'struck_at', 'struck_reason']
    or old.struck_at is not null and (new.struck_at, new.struck_name, new.struck_reason) is distinct from (old.struck_at, old.struck_name, old.struck_reason) then
    raise exception 'what was entered stands' using errcode = 'check_violation', constraint = 'campaign_results_stand';
  end if;
  return new;
end $$;
create trigger campaign_results_guard before insert or update on campaign_results for each row execute function guard_campaign_result();

/* Campaigns in which the acting body was asked to take part, or (accepted) takes part. Asked by policies, once a statement. */
create function campaigns_asked() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select p.campaign_id from campaign_parts p where p.to_body_id = current_body() and p.state in ('asked', 'accepted')
$$;
create function campaigns_joined() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select p.campaign_id from campaign_parts p where p.to_body_id = current_body() and p.state = 'accepted'
$$;
grant select on campaign_parts to lp_definer;
alter function campaigns_asked() owner to lp_definer;
alter function campaigns_joined() owner to lp_definer;
set local role lp_definer;
revoke all on function campaigns_asked() from public;
revoke all on function campaigns_joined() from public;
grant execute on function campaigns_asked() to lp_app;
grant execute on function campaigns_joined() to lp_app;
reset role;

alter table campaigns enable row level security;
alter table campaigns force row level security;
alter table campaign_parts enable row level security;
alter table campaign_parts force row level security;
alter table campaign_sessions enable row level security;
alter table campaign_sessions force row level security;
alter table campaign_results enable row level security;
alter table campaign_results force row level security;

-- Who takes part reads the campaign, not what others did in it.
create policy campaigns_seen on campaigns for select to lp_app
  using (body_id = (select current_body()) or id in (select campaigns_asked()));
create policy campaigns_made on campaigns for insert to lp_app with check (body_id = (select current_body()));
create policy campaigns_changed on campaigns for update to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy campaigns_public on campaigns for select to lp_public using (public_summary is not null and state <> 'draft');
create policy campaigns_for_jobs on campaigns to lp_job using (true) with check (true);
grant select, insert, update (title, aim, audiences, areas, channels, begins_on, ends_on, state, public_summary, led_by, led_name,
  started_on, ended_on, outcome) on campaigns to lp_app;
grant select (id, body_id, title, public_summary, audiences, areas, channels, begins_on, ends_on, state, started_on, ended_on) on campaigns to lp_public;
grant select, update (body_id) on campaigns to lp_job;

create policy campaign_parts_seen on campaign_parts for select to lp_app
  using (body_id = (select current_body()) or to_body_id = (select current_body()));
create policy campaign_parts_sent on campaign_parts for insert to lp_app
  with check (body_id = (select current_body()) and to_body_id <> body_id and state = 'asked');
create policy campaign_parts_answered on campaign_parts for update to lp_app
  using (to_body_id = (select current_body()) and state = 'asked')
  with check (to_body_id = (select current_body()) and state in ('accepted', 'declined'));
create policy campaign_parts_withdrawn on campaign_parts for update to lp_app
  using (body_id = (select current_body()) and state = 'asked') with check (body_id = (select current_body()) and state = 'withdrawn');
create policy campaign_parts_for_jobs on campaign_parts to lp_job using (true) with check (true);
grant select, insert, update (state, reason, answered_name, answered_at) on campaign_parts to lp_app;
grant select, update (body_id, to_body_id, state) on campaign_parts to lp_job;

create policy campaign_sessions_seen on campaign_sessions for select to lp_app
  using (body_id = (select current_body()) or owner_id = (select current_body())
    or body_id = owner_id and campaign_id in (select campaigns_asked()));
create policy campaign_sessions_made on campaign_sessions for insert to lp_app
  with check (body_id = (select current_body()) and (owner_id = (select current_body()) or campaign_id in (select campaigns_joined())));
create policy campaign_sessions_cancelled on campaign_sessions for update to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy campaign_sessions_public on campaign_sessions for select to lp_public
  using (is_public and exists (select from campaigns c where c.id = campaign_id));
create policy campaign_sessions_for_jobs on campaign_sessions to lp_job using (true) with check (true);
grant select, insert, update (cancelled_at) on campaign_sessions to lp_app;
grant select (id, campaign_id, body_id, channel, held_on, begins_at, ends_at, area_code, place, what, is_public, made_at, cancelled_at) on campaign_sessions to lp_public;
grant select, update (body_id) on campaign_sessions to lp_job;

create policy campaign_results_seen on campaign_results for select to lp_app
  using (body_id = (select current_body()) or owner_id = (select current_body()));
create policy campaign_results_entered on campaign_results for insert to lp_app
  with check (body_id = (select current_body()) and (owner_id = (select current_body()) or campaign_id in (select campaigns_joined())));
create policy campaign_results_struck on campaign_results for update to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy campaign_results_for_jobs on campaign_results to lp_job using (true) with check (true);
grant select, insert, update (struck_name, struck_at, struck_reason) on campaign_results to lp_app;
grant select, update (body_id) on campaign_results to lp_job;
