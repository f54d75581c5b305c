-- Why: what a reporter adds later counts as much as the first words. It marks the tip until an officer has read it, also when
-- the tip is closed or was merged into another, and the numbers in it are read like those of the tip itself.
create index signal_messages_unread on signal_messages (body_id, signal_id) where side = 'reporter' and seen_at is null;

-- The tip on which work goes on: itself, or the one that it was merged into, and so on. Row security is the caller's.
create function live_signal(signal uuid) returns uuid language sql stable parallel safe as $$
  with recursive up(id, into_id, state, n) as (
    select s.id, s.into_id, s.state, 0 from signals s where s.id = signal
    union all select s.id, s.into_id, s.state, u.n + 1 from up u join signals s on s.id = u.into_id where u.state = 'merged' and u.n < 10)
  select id from up order by n desc limit 1 $$;

-- What an officer decided about an identifier stands, whatever a later message says of it.
set local role lp_definer;
create or replace function take_identifiers(signal uuid, named jsonb) returns int
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
    on conflict (signal_id, indicator_id) do update set role = excluded.role, source = excluded.source
      where excluded.source = 'officer' or signal_identifiers.source = 'read';
  select count(distinct o.signal_id) into alike from (
    select o.signal_id from signal_identifiers m join signal_identifiers o on o.indicator_id = m.indicator_id
    where m.signal_id = signal and m.role = 'suspect' and o.role = 'suspect' and o.signal_id <> signal limit 1000) o;
  update signals set alike_before = alike where id = signal;
  return alike;
end $$;
reset role;

-- Whether the original of a file is there is a fact, not a wish: where no copy could be made, the original is all there is.
grant update (keeps_original) on signal_evidence to lp_job;
grant select (derivative, keeps_original) on signal_evidence to lp_public;
update signal_evidence set keeps_original = true where derivative = 'impossible' and not keeps_original;

-- What "withdrawn" says is true of everything that could tell who wrote: the seal, the reporter's messages, the files. A tip
-- that is in a case, or that another body signed for, is held: the law on complaints and on criminal procedure forbids that
-- whoever holds the code empties a file that others decide upon; its identity stays sealed there.
alter table signal_evidence drop constraint signal_evidence_derivative, add constraint signal_evidence_derivative
  check (derivative in ('waiting', 'made', 'impossible', 'withdrawn') and (derivative = 'made') = (derivative_sha256 is not null));
grant select (signal_id) on signal_evidence, signal_seals, signal_sealed_identifiers to lp_definer;
grant select (signal_id, side) on signal_messages to lp_definer;
grant update (identity, raw_text) on signal_seals to lp_definer;
grant update (sealed) on signal_messages to lp_definer;
grant update (sha256, keeps_original, derivative, derivative_sha256, derivative_type) on signal_evidence to lp_definer;
grant delete on signal_sealed_identifiers to lp_definer;
-- The seal is emptied by the function below only, with everything else.
revoke update (identity) on signal_seals from lp_public;

create function my_signal_is_held() returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from signals s where s.id = my_signal() and (s.case_id is not null or s.state = 'in-case'))
    or exists (select from signal_forwards f where f.signal_id = my_signal() and f.state in ('sent', 'received')) $$;

create function empty_my_signal(blank bytea) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  mine uuid := my_signal();
begin
  if mine is null or my_signal_is_held() then return false; end if;
  update signal_seals set identity = null, raw_text = blank where signal_id = mine;
  update signal_messages set sealed = blank where signal_id = mine and side = 'reporter';
  delete from signal_sealed_identifiers where signal_id = mine;
  -- A row that names no file any more lets the sweep take it, unless another row names the same bytes.
  update signal_evidence set sha256 = repeat('0', 64), keeps_original = false, derivative = 'withdrawn',
    derivative_sha256 = null, derivative_type = null where signal_id = mine;
  return true;
end $$;
alter function my_signal_is_held() owner to lp_definer;
alter function empty_my_signal(bytea) owner to lp_definer;
set local role lp_definer;
revoke all on function my_signal_is_held(), empty_my_signal(bytea) from public;
grant execute on function my_signal_is_held(), empty_my_signal(bytea) to lp_public;
reset role;
