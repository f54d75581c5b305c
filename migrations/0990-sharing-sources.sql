-- Why: another province or a centre is subscribed to (issue 18): what it releases becomes drafts here, what it takes back is taken back here.

create table sharing_sources (
  id          uuid not null default uuidv7(),
  body_id     uuid not null references bodies default current_body(),
  -- Stands beside each indicator that came from it.
  name        text not null,
  -- A TAXII 2.1 collection, with a slash at its end.
  url         text not null,
  -- The value of the Authorization header, sealed; null: it asks for none.
  sealed      bytea,
  state       text not null default 'live',
  -- The day of the last object read, and the page that comes next while a list is not read to its end.
  added_after text,
  next_page   text,
  failures    smallint not null default 0,
  next_at     timestamptz not null default acting_at(),
  added_by    uuid references officers default current_officer(),
  added_name  text not null,
  added_at    timestamptz not null default acting_at(),
  constraint sharing_sources_pkey primary key (id),
  constraint sharing_sources_with_body unique (id, body_id),
  constraint sharing_sources_name check (length(name) between 1 and 200),
  constraint sharing_sources_url check (length(url) <= 1000 and url ~ '^https?://[^[:space:]]+/collections/[^/?#[:space:]]+/$'),
  constraint sharing_sources_sizes check (length(sealed) <= 8000 and length(added_after) <= 40 and length(next_page) <= 2000),
  constraint sharing_sources_state check (state in ('live', 'paused', 'ended')),
  constraint sharing_sources_ended_knows_nothing check (state <> 'ended' or sealed is null)
);
create unique index sharing_sources_once on sharing_sources (body_id, url) where state <> 'ended';
create index sharing_sources_due on sharing_sources (next_at) where state = 'live';

-- Each time a source was asked: what came, what became of it, and what went wrong.
create table sharing_source_fetches (
  id          bigint generated always as identity,
  source_id   uuid not null,
  body_id     uuid not null,
  began_at    timestamptz not null default acting_at(),
  -- Null: all that it had was read.
  fault       text,
  said        text,
  pages       smallint not null,
  made        int not null,
  taken_back  int not null,
  -- How many lines met each verdict or fault of src/sharing/imports, and the first of those that were not understood.
  counts      jsonb not null,
  unread      jsonb not null,
  constraint sharing_source_fetches_pkey primary key (id),
  constraint sharing_source_fetches_source foreign key (source_id, body_id) references sharing_sources (id, body_id) on update cascade,
  constraint sharing_source_fetches_sizes check (length(fault) <= 40 and length(said) <= 300 and length(counts::text) <= 2000
    and length(unread::text) <= 8000)
);
create index sharing_source_fetches_in_order on sharing_source_fetches (source_id, id desc);

alter table sharing_sources enable row level security;
alter table sharing_sources force row level security;
alter table sharing_source_fetches enable row level security;
alter table sharing_source_fetches force row level security;
create policy sharing_sources_of_my_body on sharing_sources to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy sharing_sources_for_jobs on sharing_sources to lp_job using (true) with check (true);
create policy sharing_source_fetches_of_my_body on sharing_source_fetches for select to lp_app using (body_id = (select current_body()));
create policy sharing_source_fetches_for_jobs on sharing_source_fetches to lp_job using (true) with check (true);
grant select (id, body_id, name, url, state, added_after, failures, next_at, added_by, added_name, added_at),
  insert (name, url, sealed, added_name), update (state, sealed, next_at) on sharing_sources to lp_app;
grant select, update (body_id, state, sealed, added_after, next_page, failures, next_at) on sharing_sources to lp_job;
grant select on sharing_source_fetches to lp_app;
grant select, insert, delete on sharing_source_fetches to lp_job;

/* As in 0869, but that a source takes back what it gave: nobody has to be at a desk for a recall to hold. */
create or replace function guard_shared() returns trigger language plpgsql as $$
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
  -- Only `pass_shared_writing` below passes it on, with the post of who leaves.
  if current_user <> 'lp_definer' then new.written_by := old.written_by; end if;
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
    -- Only what it gave, and only away: the job that reads sources brings nothing out.
    if current_officer() is null and not (current_job() = 'sharing.sources' and to_jsonb(old) ->> 'origin' = 'received') then
      raise exception 'an officer or its source recalls it' using errcode = 'check_violation', constraint = tg_table_name || '_recalled_by_somebody';
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
alter table shared_indicators drop constraint shared_indicators_recall_is_whole;
alter table shared_indicators add constraint shared_indicators_recall_is_whole check ((state = 'recalled') = (recalled_at is not null)
  and (num_nonnulls(recalled_by, recalled_at, recall_reason) in (0, 3)
    or origin = 'received' and recalled_by is null and recall_reason is not null));
grant update (recalled_name, recall_reason) on shared_indicators to lp_job;
