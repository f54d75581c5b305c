-- Why: what came from elsewhere is passed on no wider than who gave it allowed (issue 18): its TLP may be narrowed here, never opened.
create function keep_received_tlp() returns trigger language plpgsql as $$
declare
  from_open_to_closed constant text[] := array['clear', 'green', 'amber', 'amber+strict', 'red'];
begin
  if old.origin = 'received' and array_position(from_open_to_closed, new.tlp) < array_position(from_open_to_closed, old.tlp) then
    raise exception 'its source allowed less' using errcode = 'check_violation', constraint = 'shared_indicators_within_source_tlp';
  end if;
  return new;
end $$;
create trigger shared_indicators_within_source before update of tlp on shared_indicators
  for each row execute function keep_received_tlp();
-- An officer who imports may not say that it is the body's own: where it came from stands as it was received.
create index indicator_sources_of_elsewhere on indicator_sources (body_id, ref) where kind = 'agency';
