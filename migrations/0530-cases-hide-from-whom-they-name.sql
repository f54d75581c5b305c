-- Why: an officer named in a case can neither see nor decide it: not through its tips, its requests or the journal either. The police
-- too may name an officer of theirs while the file is with them.

-- Tips of the cases that name the acting officer, with those merged into them; one who is accused must not read who reported it.
create function acting_conflict_signals() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  with named as (select s.id from case_conflicts c join signals s on s.case_id = c.case_id where c.officer_id = current_officer())
  select coalesce(array_agg(id), '{}') from (select id from named union select s.id from signals s join named n on s.into_id = n.id) a
$$;
alter function acting_conflict_signals() owner to lp_definer;
revoke all on function acting_conflict_signals() from public;
grant execute on function acting_conflict_signals() to lp_app;

do $$ declare t text; begin
  foreach t in array array['signal_seals', 'signal_receipts', 'signal_identifiers', 'signal_evidence', 'signal_messages',
    'signal_events', 'signal_forwards'] loop
    execute format('create policy %I on %I as restrictive to lp_app
      using (not (signal_id = any ((select acting_conflict_signals())::uuid[])))', t || '_not_of_whom_they_name', t);
  end loop;
end $$;
create policy signals_not_of_whom_they_name on signals as restrictive to lp_app
  using (not (id = any ((select acting_conflict_signals())::uuid[])));
create policy signal_pairs_not_of_whom_they_name on signal_pairs as restrictive to lp_app
  using (not (signal_id = any ((select acting_conflict_signals())::uuid[]) or other_id = any ((select acting_conflict_signals())::uuid[])));

-- The enterprise's own officer, too, when the case names them.
create policy prevention_requests_not_of_whom_they_name on prevention_requests as restrictive to lp_app
  using (not (case_id = any ((select acting_conflicts())::uuid[])));

-- Reading the journal tells who acts on which case.
create policy journal_not_of_whom_they_name on journal as restrictive for select to lp_app using (
  record_id is null or not (record_id = any ((select acting_conflicts())::text[]) or record_id = any ((select acting_conflict_signals())::text[])));

-- Names as they were on the day: officers of another body are not there to look up.
alter table case_conflicts add column officer_name text not null default '', add column noted_name text not null default '';
drop policy case_conflicts_of_my_body on case_conflicts;
drop policy case_conflicts_noted_by_me on case_conflicts;
create policy case_conflicts_of_the_case on case_conflicts for select to lp_app
  using (officer_id is distinct from (select current_officer()) and exists (select from cases c where c.id = case_id));
create policy case_conflicts_noted_by_me on case_conflicts for insert to lp_app with check (
  noted_by = (select current_officer()) and officer_id is distinct from noted_by
  and exists (select from cases c where c.id = case_id and c.body_id = case_conflicts.body_id));

-- Who else is in the file: the same offender and the same file, whichever body handles the case.
create index case_acts_same_offender on case_acts (offender_hash) where offender_hash is not null;
create index case_exhibits_same_file on case_exhibits (sha256) where sha256 is not null;
