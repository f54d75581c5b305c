-- Why: "how many independent reports" was counted once, when an indicator was proposed (issue 17): tips that were withdrawn, merged, or handed in by one body many times counted each for itself.

/* Independent reports of a thing at a body: tips that name it as the suspect's and were not withdrawn. Tips that were merged are one, and
   what one body handed in is one, however often. */
create function independent_reports(of_body uuid, asked_kind text, asked_value text) returns int
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(distinct coalesce(s.from_body_id, s.into_id, s.id))::int
  from indicators i join signal_identifiers m on m.indicator_id = i.id and m.role = 'suspect'
    join signals s on s.id = m.signal_id and s.withdrawn_at is null
  where i.body_id = of_body and i.kind = asked_kind and i.value = asked_value
$$;
alter function independent_reports(uuid, text, text) owner to lp_definer;
set local role lp_definer;
revoke all on function independent_reports(uuid, text, text) from public;
grant execute on function independent_reports(uuid, text, text) to lp_job;
reset role;

create function wake_recount() returns trigger language plpgsql as $$
begin
  perform wake_job('sharing.recount');
  return null;
end $$;
create trigger signals_wake_recount after update of state, withdrawn_at, into_id on signals for each row
  when (new.withdrawn_at is distinct from old.withdrawn_at or new.into_id is distinct from old.into_id)
  execute function wake_recount();
