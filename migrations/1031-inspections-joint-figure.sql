-- Why: a check that several bodies made together stood in the report of the one that led it alone; each that went along counts it in its own, the province once (issue 19, III.1.1).

/* As in 0944; a joint check also as a row of each body that accepted to go along. `is_joint`: such a row, which the province's sum leaves out. */
create or replace view inspection_figures with (security_invoker = true) as
  select 'III.1.1'::text as figure, case when i.ground in ('annual-plan', 'thematic-plan') then 'planned' else 'unplanned' end as part,
    'inspection'::text as record_kind, i.id as record_id, i.body_id, i.body_id as by_body_id, i.concluded_on as first_on,
    null::numeric as amount, null::uuid as once_of, false as is_joint
  from inspections i where i.state in ('concluded', 'closed')
  union all
  select 'III.1.1', case when i.ground in ('annual-plan', 'thematic-plan') then 'planned' else 'unplanned' end, 'inspection', i.id,
    v.to_body_id, v.to_body_id, i.concluded_on, null, null, true
  from inspections i join inspection_invitations v on v.inspection_id = i.id and v.state = 'accepted' where i.state in ('concluded', 'closed')
  union all
  select 'III.1.2', 'all', 'inspection', i.id, i.body_id, i.body_id, i.recorded_on, null, i.subject_id, false
  from inspections i where i.recorded_on is not null;

create or replace function count_inspection_figures(from_on date, to_on date, only_body uuid)
  returns table (figure text, part text, by_body_id uuid, records bigint, once bigint) language sql stable as $$
  select f.figure, f.part, f.by_body_id, count(*), count(distinct f.once_of) from inspection_figures f
  where f.first_on between from_on and to_on and case when only_body is null then not f.is_joint else f.body_id = only_body end
  group by grouping sets ((f.figure, f.part), (f.figure, f.part, f.by_body_id)) $$;

set local role lp_definer;
/* As in 0944; for a body that only went along, from the first conclusion of a check with it. */
create or replace function recorded_since() returns table (figure text, body_id uuid, since date)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if current_officer() is null then
    raise exception 'for officers' using errcode = 'insufficient_privilege';
  end if;
  return query select 'III.4.3'::text, w.body_id, min(local_day(w.released_at)) from warnings w where w.released_at is not null
    and (w.body_id = current_body() or exists (select from bodies b where b.id = current_body() and b.kind <> 'enterprise'))
    group by w.body_id limit 5000;
  return query select f.id, coalesce(i.owner_ids[1], i.body_id), min(local_day(i.entered_at)) from incidents i,
      unnest(array['III.2.1', 'III.2.2', 'III.2.3']) f (id)
    where i.state <> 'dismissed' and (coalesce(i.owner_ids[1], i.body_id) = current_body()
      or exists (select from bodies b where b.id = current_body() and b.kind <> 'enterprise'))
    group by 1, 2 limit 5000;
  return query select h.id, h.by_id, min(local_day(h.on_at)) from (
      select case e.what when 'inspection.concluded' then 'III.1.1' else 'III.1.2' end as id, e.body_id as by_id, e.at as on_at
        from inspection_events e where e.what in ('inspection.concluded', 'inspection.held')
      union all
      select 'III.1.1', v.to_body_id, e.at from inspection_events e
        join inspection_invitations v on v.inspection_id = e.inspection_id and v.state = 'accepted' where e.what = 'inspection.concluded') h
    where h.by_id = current_body() or exists (select from bodies b where b.id = current_body() and b.kind <> 'enterprise')
    group by 1, 2 limit 5000;
end $$;
reset role;
