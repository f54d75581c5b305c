-- Why: checks that ended and subjects that were looked at count in the report from their records; a yearly limit that was passed by is named there with its reason (issue 19, III.1).

/* As the views of 0600: one row is one record in one figure. III.1.1 by the day of the conclusion, apart by plan and without;
   III.1.2 by the day of the record, each subject once however often it was looked at. What was stopped later was held all the same. */
create view inspection_figures with (security_invoker = true) as
  select 'III.1.1'::text as figure, case when i.ground in ('annual-plan', 'thematic-plan') then 'planned' else 'unplanned' end as part,
    'inspection'::text as record_kind, i.id as record_id, i.body_id, i.body_id as by_body_id, i.concluded_on as first_on,
    null::numeric as amount, null::uuid as once_of
  from inspections i where i.state in ('concluded', 'closed')
  union all
  select 'III.1.2', 'all', 'inspection', i.id, i.body_id, i.body_id, i.recorded_on, null, i.subject_id
  from inspections i where i.recorded_on is not null;
create index inspections_by_conclusion on inspections (concluded_on, body_id) where concluded_on is not null;
create index inspections_by_record on inspections (recorded_on, body_id) where recorded_on is not null;

create function count_inspection_figures(from_on date, to_on date, only_body uuid)
  returns table (figure text, part text, by_body_id uuid, records bigint, once bigint) language sql stable as $$
  select f.figure, f.part, f.by_body_id, count(*), count(distinct f.once_of) from inspection_figures f
  where f.first_on between from_on and to_on and (only_body is null or f.body_id = only_body)
  group by grouping sets ((f.figure, f.part), (f.figure, f.part, f.by_body_id)) $$;

create or replace function count_figures(from_on date, to_on date, only_body uuid)
  returns table (figure text, part text, by_body_id uuid, records bigint, amount numeric, middle numeric, once bigint)
  language sql stable as $$
  select s.*, null::numeric, null::bigint from count_signal_figures(from_on, to_on, only_body) s
  union all
  select c.* from count_case_figures(from_on, to_on, only_body) c
  union all
  select h.*, null, null from count_sharing_figures(from_on, to_on, only_body) h
  union all
  select n.*, null, null from count_infrastructure_figures(from_on, to_on, only_body) n
  union all
  select k.figure, k.part, k.by_body_id, k.records, null, null, k.once from count_inspection_figures(from_on, to_on, only_body) k
  union all
  select d.figure, d.part, d.by_body_id, count(*), null, null, null
    from (select x.figure, x.by_body_id,
        case when x.figure = 'II.2' then duty_part(x.due_on, x.done_on, to_on) else 'all' end as part
      from directive_figures x where x.first_on <= to_on and x.last_on >= from_on
        and (only_body is null or x.body_id = only_body)) d
    group by grouping sets ((d.figure, d.part), (d.figure, d.part, d.by_body_id)) $$;

/* Visits of a window that passed by the yearly limit, with the reason that was written: of begun visits only, and never whom they
   visited. Agencies read those of the province, an enterprise nothing. */
create function limit_passes(from_on date, to_on date, only_body uuid)
  returns table (code text, body_name text, on_day date, reason text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select 'KT-' || i.year || '-' || lpad(i.number::text, 3, '0'), b.name, i.announced_on, i.override_reason
  from inspections i join bodies b on b.id = i.numbered_by
  where i.override_reason is not null and i.announced_on between from_on and to_on and i.state <> 'dropped'
    and (only_body is null or i.body_id = only_body) and current_officer() is not null
    and exists (select from bodies me where me.id = current_body() and me.kind not in ('enterprise', 'other'))
  order by i.announced_on, 2, 1 limit 200
$$;

grant select on inspection_figures to lp_app, lp_definer;
grant select on inspection_events to lp_definer;
alter function limit_passes(date, date, uuid) owner to lp_definer;
set local role lp_definer;
revoke all on function limit_passes(date, date, uuid) from public;
grant execute on function limit_passes(date, date, uuid) to lp_app;

/* As in 0902, and of checks: from the day on which a body first entered a conclusion, a record, those count. */
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
  return query select case e.what when 'inspection.concluded' then 'III.1.1' else 'III.1.2' end, e.body_id, min(local_day(e.at))
    from inspection_events e where e.what in ('inspection.concluded', 'inspection.held')
    and (e.body_id = current_body() or exists (select from bodies b where b.id = current_body() and b.kind <> 'enterprise'))
    group by 1, 2 limit 5000;
end $$;
reset role;
