-- Why: programs of bodies keep lists that follow every release, recall and expiry (issue 17): changes are numbered in the order in which they hold.

alter table shared_indicators add column feed_seq bigint;
create index shared_indicators_by_feed on shared_indicators (feed_seq) where feed_seq is not null;
create sequence indicator_feed;

/* One change after the other: the lock is held until the change holds, so that a reader who has seen number n misses none below. */
create function number_feed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    new.feed_seq := null;
  elsif new.state <> old.state and 'released' in (new.state, old.state) then
    perform pg_advisory_xact_lock(hashtext('shared_indicators.feed'));
    new.feed_seq := nextval('indicator_feed');
  else
    new.feed_seq := old.feed_seq;
  end if;
  return new;
end $$;
create trigger shared_indicators_sequence before insert or update on shared_indicators for each row execute function number_feed();
grant usage on sequence indicator_feed to lp_definer;
alter function number_feed() owner to lp_definer;
set local role lp_definer;
revoke all on function number_feed() from public;
reset role;

-- What was released before lists were kept comes first in them. The triggers guard what officers change, and this is none.
alter table shared_indicators disable trigger user;
grant update (feed_seq) on shared_indicators to lp_definer;
set local role lp_definer;
update shared_indicators i set feed_seq = nextval('indicator_feed') from (select id from shared_indicators where released_at is not null
  and feed_seq is null order by released_at, id) o where o.id = i.id;
reset role;
revoke update (feed_seq) on shared_indicators from lp_definer;
alter table shared_indicators enable trigger user;
