-- Why: a tip that was merged into another has no case of its own, so its end date (1090) emptied it while the tip on which work went on was
-- in a file or held; reports merged over two steps counted as two;
-- and what a reporter wrote after the erasure had no end date any more.
drop index signals_to_erase;
create index signals_to_erase on signals (body_id, changed_at)
  where state in ('closed', 'merged') and case_id is null and (erased_at is null or erased_at < changed_at);

/* True where a tip, or one that it was put into, is in a file, held, with another body or an incident's; or where one that it was put
   into is not over. Of bodies, the acting one asks about its own tips; jobs ask about all. */
create function signal_is_kept(one uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  with recursive up(id, n) as (
    select s.id, 0 from signals s where s.id = one and (current_body() is null or s.body_id = current_body())
    union all select s.into_id, u.n + 1 from up u join signals s on s.id = u.id where s.into_id is not null and u.n < 10)
  select exists (select from up u join signals s on s.id = u.id
    where s.case_id is not null or (u.n > 0 and s.state not in ('closed', 'merged', 'withdrawn'))
      or exists (select from signal_holds h where h.signal_id = s.id)
      or exists (select from signal_forwards f where f.signal_id = s.id and f.state in ('sent', 'received'))
      or exists (select from incidents i where i.sent_key = 'tip-' || s.id::text))
$$;
alter function signal_is_kept(uuid) owner to lp_definer;

set local role lp_definer;
revoke all on function signal_is_kept(uuid) from public;
grant execute on function signal_is_kept(uuid) to lp_app, lp_job;

create or replace function erase_signal(one uuid, blank bytea) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from signals s where s.id = one and s.state in ('closed', 'merged') and s.case_id is null
    and (s.erased_at is null or s.erased_at < s.changed_at) for update;
  if not found or signal_is_kept(one) then return false; end if;
  update signal_seals set identity = null, raw_text = blank where signal_id = one;
  update signal_messages set sealed = blank where signal_id = one and side = 'reporter';
  delete from signal_sealed_identifiers where signal_id = one;
  update signal_evidence set sha256 = repeat('0', 64), keeps_original = false, derivative = 'withdrawn',
    derivative_sha256 = null, derivative_type = null where signal_id = one;
  delete from desk_notes where signal_id = one;
  delete from desk_follow_ups where signal_id = one;
  update signals set erased_at = acting_at() where id = one;
  return true;
end $$;

/* Tips put into one another are one, over however many steps. */
create or replace function independent_reports(of_body uuid, asked_kind text, asked_value text) returns int
  language sql stable security definer set search_path = public, pg_temp as $$
  with recursive named as (
    select distinct s.id, s.from_body_id from indicators i
      join signal_identifiers m on m.indicator_id = i.id and m.role = 'suspect'
      join signals s on s.id = m.signal_id and s.withdrawn_at is null
    where i.body_id = of_body and i.kind = asked_kind and i.value = asked_value),
  up(tip, id, n) as (
    select id, id, 0 from named
    union all select u.tip, s.into_id, u.n + 1 from up u join signals s on s.id = u.id where s.into_id is not null and u.n < 10),
  ends as (select distinct on (tip) tip, id from up order by tip, n desc)
  select count(distinct coalesce(t.from_body_id, e.id))::int from named t join ends e on e.tip = t.id
$$;
reset role;
