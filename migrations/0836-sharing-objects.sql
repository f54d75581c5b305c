-- Why: programs page through STIX objects in the order in which they came (issue 18), and nothing may slip in behind a reader.

-- Warnings are numbered among the changes of indicators: one order for both, in which they also hold (0824).
alter table warnings add column feed_seq bigint;
create index warnings_by_feed on warnings (feed_seq) where feed_seq is not null;
set local role lp_definer;
grant execute on function number_feed() to lp_owner;
reset role;
create trigger warnings_sequence before insert or update on warnings for each row execute function number_feed();
set local role lp_definer;
revoke execute on function number_feed() from lp_owner;
reset role;

-- Releases of before come in their order; run again, it finds none. The triggers guard what officers change, and this is none.
alter table warnings disable trigger user;
grant update (feed_seq) on warnings to lp_definer;
set local role lp_definer;
update warnings w set feed_seq = nextval('indicator_feed') from (select id from warnings where released_at is not null
  and feed_seq is null order by released_at, id) o where o.id = w.id;
reset role;
revoke update (feed_seq) on warnings from lp_definer;
alter table warnings enable trigger user;

/* The objects that a collection holds, as they are given out. One writer at a time takes the changes in their order and gives
   each object a time of its own, later than every one before (src/sharing/feeds/actions/objects.ts). */
create table shared_objects (
  collection   text not null,
  -- Since when a reader could have it; no two of a collection share one.
  added        timestamptz not null,
  object_id    text not null,
  object_type  text not null,
  -- When it was last modified, as it says itself; null: an observable, which has no such day.
  version      timestamptz,
  is_first     boolean not null,
  is_last      boolean not null default true,
  object       text not null,
  -- Whose indicator or warning it comes from; none: a marking, a definition, the author.
  body_id      uuid references bodies,
  indicator_id uuid,
  warning_id   uuid,
  constraint shared_objects_pkey primary key (collection, added),
  constraint shared_objects_one_a_version unique nulls not distinct (collection, object_id, version),
  constraint shared_objects_collection check (collection in ('public', 'bodies', 'enterprises')),
  constraint shared_objects_of_one check (num_nonnulls(indicator_id, warning_id) = num_nonnulls(body_id)),
  constraint shared_objects_indicator foreign key (indicator_id, body_id) references shared_indicators (id, body_id) on update cascade,
  constraint shared_objects_warning foreign key (warning_id, body_id) references warnings (id, body_id) on update cascade
);
create index shared_objects_last on shared_objects (collection, added) where is_last;
create index shared_objects_of_type on shared_objects (collection, object_type, added) where is_last;
create index shared_objects_of_indicator on shared_objects (indicator_id) where indicator_id is not null;
create index shared_objects_of_warning on shared_objects (warning_id) where warning_id is not null;

-- How far the changes were written into it, and the last time that was given.
create table shared_objects_end (
  is_one   boolean not null default true,
  feed_seq bigint not null default 0,
  added    timestamptz not null default '-infinity',
  constraint shared_objects_end_pkey primary key (is_one),
  constraint shared_objects_end_is_one check (is_one)
);
insert into shared_objects_end default values;

alter table shared_objects enable row level security;
alter table shared_objects force row level security;
alter table shared_objects_end enable row level security;
alter table shared_objects_end force row level security;
create policy shared_objects_published on shared_objects for select to lp_public using (collection = 'public');
-- The audiences of `shared_indicators_seen`; who shared something finds it in the collection as well.
create policy shared_objects_seen on shared_objects for select to lp_app using ((select current_body()) is not null and (
  collection in ('public', 'bodies') and (select exists (select from bodies b where b.id = (select current_body())))
  or collection = 'enterprises' and (body_id is null or body_id = (select current_body())
    or (select exists (select from bodies b where b.id = (select current_body()) and b.kind = 'enterprise')))));
create policy shared_objects_for_jobs on shared_objects to lp_job using (true) with check (true);
create policy shared_objects_end_for_jobs on shared_objects_end to lp_job using (true) with check (true);
grant select on shared_objects to lp_public, lp_app;
grant select, insert, update (is_last, is_first), delete on shared_objects to lp_job;
grant select, update (feed_seq, added) on shared_objects_end to lp_job;

-- Whatever way a release, a recall or an expiry comes, the writer hears of it.
create function wake_objects() returns trigger language plpgsql as $$
begin
  if new.feed_seq is distinct from old.feed_seq then perform wake_job('sharing.objects'); end if;
  return null;
end $$;
create trigger shared_indicators_wake after update on shared_indicators for each row execute function wake_objects();
create trigger warnings_wake after update on warnings for each row execute function wake_objects();

/* A warning that names a site is part of what the site's object says: when it came or went, the object is another one. In the place of public_released_sites (0850). */
create function public_feed_sites(since timestamptz, at_most int) returns table (id uuid, kind text, value text, open_digits smallint,
  tlp text, trick text, confidence smallint, valid_from date, valid_until date, released_at timestamptz, ended_at timestamptz, state text,
  warnings int[], warned_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select i.id, i.kind, i.value, i.open_digits, i.tlp, i.trick, i.confidence, i.valid_from, i.valid_until, i.released_at, i.ended_at, i.state,
    coalesce(n.codes, '{}'), n.at
  from shared_indicators i, lateral (select array_agg(w.code order by w.code) as codes, max(coalesce(w.recalled_at, w.released_at)) as at
    from warning_indicators a join warnings w on w.id = a.warning_id
    where a.indicator_id = i.id and w.audience = 'public' and w.state in ('released', 'recalled')) n
  where i.kind in ('url', 'domain', 'ip') and i.audience = 'public' and i.released_at is not null
    and (i.state = 'released' and i.valid_until >= acting_on() or i.ended_at >= since)
  order by i.released_at desc, i.id
  limit least(at_most, 20000)
$$;
alter function public_feed_sites(timestamptz, int) owner to lp_definer;
set local role lp_definer;
revoke all on function public_feed_sites(timestamptz, int) from public;
grant execute on function public_feed_sites(timestamptz, int) to lp_public;
reset role;
