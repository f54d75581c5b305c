-- Why: what is written in a case reaches the police and the enterprises that it asks, who hold no seal of its tips. So that the
-- program can mask for them what lies under those seals, it reads the sealed boxes, which nothing in the database opens.
grant select (identity, raw_text) on signal_seals to lp_definer;
grant select (role, sealed) on signal_sealed_identifiers to lp_definer;
grant select (id, sealed) on signal_messages to lp_definer;

-- One row a tip of those cases that the acting body handles, received or was asked about, with the tips merged into it. Never
-- of a case that names the acting officer. `meant`: what officers or the words say to be a suspect's, in the clear.
create function seals_beside_cases(asked uuid[])
  returns table (case_id uuid, identity bytea, raw_text bytea, theirs bytea[], unsure bytea[], messages bytea[], meant text[])
  language sql stable security definer set search_path = public, pg_temp as $$
  with recursive seen as (
    select c.id from cases c where c.id = any (asked) and not (c.id = any (acting_conflicts()))
      and (c.body_id = current_body()
        or exists (select from case_transfers t where t.case_id = c.id and t.to_body_id = current_body()
          and t.result is distinct from 'returned')
        or exists (select from prevention_requests p where p.case_id = c.id and p.enterprise_id = current_body()))
  ), together(in_case, id, depth) as (
    select s.case_id, s.id, 0 from signals s join seen on seen.id = s.case_id
    union select t.in_case, s.id, t.depth + 1 from together t join signals s on s.into_id = t.id and s.state = 'merged' where t.depth < 10
  ), first as (
    select in_case, id, row_number() over (partition by in_case order by depth, id) as n
    from (select in_case, id, min(depth) as depth from together group by in_case, id) once
  )
  select f.in_case, l.identity, l.raw_text,
    array(select i.sealed from signal_sealed_identifiers i where i.signal_id = f.id and i.role = 'theirs' limit 100),
    array(select i.sealed from signal_sealed_identifiers i where i.signal_id = f.id and i.role = 'unclear' limit 100),
    array(select m.sealed from signal_messages m where m.signal_id = f.id and m.side = 'reporter' and m.sealed is not null
      order by m.id desc limit 50),
    array(select i.value from signal_identifiers m join indicators i on i.id = m.indicator_id
      where m.signal_id = f.id and m.role in ('suspect', 'official-mentioned') and i.kind <> 'evidence' limit 500)
  from first f join signal_seals l on l.signal_id = f.id
    join signals s on s.id = f.id and s.state <> 'withdrawn'
  where f.n <= 50 $$;
alter function seals_beside_cases(uuid[]) owner to lp_definer;
set local role lp_definer;
revoke all on function seals_beside_cases(uuid[]) from public;
grant execute on function seals_beside_cases(uuid[]) to lp_app;
reset role;
