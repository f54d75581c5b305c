-- Why: a tip may have been forwarded before an officer says that a number in it is the reporter's. It is masked then wherever the
-- tip went on: in what waits to be signed for, in what was signed for, and in what was forwarded from there.
grant update (sheet) on signal_forwards to lp_definer;
grant insert (signal_id, body_id, kind, role, source, sealed) on signal_sealed_identifiers to lp_definer;
grant insert (signal_id, body_id, what, state_before, state_after, by_officer, by_name, note) on signal_events to lp_definer;

-- `spellings`: as it stands in the words. `box`: the clue sealed, for who received it. Returns how many copies were masked.
create function mask_forwarded(of_signal uuid, clue_kind text, clue_value text, clue_role text, spellings text[], box bytea, told text)
  returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
  f record;
  mine record;
  one text;
  words text;
  copies int := 0;
begin
  perform from signals s where s.id = of_signal and s.body_id = current_body();
  if not found then raise exception 'not a tip of whoever asks' using errcode = 'insufficient_privilege'; end if;
  for f in
    with recursive gone as (
      select w.id, w.taken_as, w.sheet, 1 as depth from signal_forwards w
        where w.signal_id = of_signal and w.state in ('sent', 'received')
      union all select w.id, w.taken_as, w.sheet, g.depth + 1 from gone g join signal_forwards w on w.signal_id = g.taken_as
        where w.state in ('sent', 'received') and g.depth < 5)
    select * from gone
  loop
    copies := copies + 1;
    words := f.sheet ->> 'text';
    foreach one in array spellings loop
      if length(one) >= 4 then words := replace(words, one, '[đã che]'); end if;
    end loop;
    update signal_forwards set sheet = f.sheet || jsonb_build_object('text', words, 'identifiers', coalesce((
      select jsonb_agg(i) from jsonb_array_elements(f.sheet -> 'identifiers') i
      where not (i ->> 'kind' = clue_kind and i ->> 'value' = clue_value)), '[]'::jsonb)) where id = f.id;
    continue when f.taken_as is null;
    select s.id, s.body_id, s.state, s.redacted_text into mine from signals s where s.id = f.taken_as for update;
    words := mine.redacted_text;
    foreach one in array spellings loop
      if length(one) >= 4 then words := replace(words, one, '[đã che]'); end if;
    end loop;
    update signals set redacted_text = words where id = mine.id;
    delete from signal_identifiers m using indicators i where m.signal_id = mine.id and i.id = m.indicator_id
      and i.kind = clue_kind and i.value = clue_value;
    continue when not found;
    -- What was asked of others about it stays on record, without saying what it was.
    update indicators i set value = 'sealed:' || i.id where i.body_id = mine.body_id and i.kind = clue_kind and i.value = clue_value
      and not exists (select from signal_identifiers m where m.indicator_id = i.id)
      and exists (select from signal_lookups l where l.indicator_id = i.id);
    delete from indicators i where i.body_id = mine.body_id and i.kind = clue_kind and i.value = clue_value
      and not exists (select from signal_identifiers m where m.indicator_id = i.id);
    insert into signal_sealed_identifiers (signal_id, body_id, kind, role, source, sealed)
      values (mine.id, mine.body_id, clue_kind, clue_role, 'officer', box);
    insert into signal_events (signal_id, body_id, what, state_before, state_after, by_officer, by_name, note)
      values (mine.id, mine.body_id, 'signal.identifier-corrected', mine.state, mine.state, null, '', told);
  end loop;
  return copies;
end $$;
alter function mask_forwarded(uuid, text, text, text, text[], bytea, text) owner to lp_definer;
set local role lp_definer;
revoke all on function mask_forwarded(uuid, text, text, text, text[], bytea, text) from public;
grant execute on function mask_forwarded(uuid, text, text, text, text[], bytea, text) to lp_app;
reset role;
