-- Why: what "withdrawn" says is true of the clues too. The hash of a reporter's file stayed among the clues of its tip after the
-- file itself had gone: whoever holds the same file could tell by it who had sent it; and a number that an officer had called
-- not meant, before such numbers were sealed, stayed in the clear.
create function empty_clues(of_signal uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone uuid[];
begin
  with taken as (
    delete from signal_identifiers m using indicators i
    where m.signal_id = of_signal and i.id = m.indicator_id and (i.kind = 'evidence' or m.role = 'not-meant')
    returning m.indicator_id)
  select array_agg(indicator_id) into gone from taken;
  -- What was asked of others about a clue stays on record, without saying what it was.
  update indicators i set value = 'sealed:' || i.id where i.id = any (gone)
    and not exists (select from signal_identifiers m where m.indicator_id = i.id)
    and exists (select from signal_lookups l where l.indicator_id = i.id);
  delete from indicators i where i.id = any (gone)
    and not exists (select from signal_identifiers m where m.indicator_id = i.id)
    and not exists (select from signal_lookups l where l.indicator_id = i.id);
end $$;

-- A tip that a case or another body holds stays whole: `my_signal_is_held` says the same to whoever withdraws it.
create function empty_clues_of_the_withdrawn() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.case_id is null
    and not exists (select from signal_forwards f where f.signal_id = new.id and f.state in ('sent', 'received')) then
    perform empty_clues(new.id);
  end if;
  return null;
end $$;
create trigger signals_withdrawn_lose_clues after update of state on signals
  for each row when (new.state = 'withdrawn' and old.state <> 'withdrawn') execute function empty_clues_of_the_withdrawn();

grant select, delete on signal_identifiers, indicators to lp_definer;
grant select on signal_lookups, signal_forwards, signals to lp_definer;
alter function empty_clues(uuid) owner to lp_definer;
alter function empty_clues_of_the_withdrawn() owner to lp_definer;
set local role lp_definer;
revoke all on function empty_clues(uuid), empty_clues_of_the_withdrawn() from public;
-- Tips that were withdrawn before.
select empty_clues(s.id) from signals s where s.state = 'withdrawn' and s.case_id is null
  and not exists (select from signal_forwards f where f.signal_id = s.id and f.state in ('sent', 'received'));
reset role;
