-- Why: thefts, damage and outages count in the report from their records; what an enterprise tells in a letter stands beside and is added to nothing (issue 19, III.2).

/* As the views of 0600: one row is one record in one figure, of the body whose network was hit, else of the one that told of it.
   III.2.1 and III.2.2 by the day on which it happened (theft, sabotage, obstruction); III.2.3 hours without service, by the day on which it
   worked again. What was dropped as a mistake or a duplicate counts nowhere. */
create view infrastructure_figures with (security_invoker = true) as
  with told as (
    select i.id, i.kind, i.happened_at, i.resolved_at, i.damage_vnd, i.outage_hours, coalesce(i.owner_ids[1], i.body_id) as of_body
    from incidents i where i.state <> 'dismissed')
  select 'III.2.1'::text as figure, 'all'::text as part, 'incident'::text as record_kind, t.id as record_id, t.of_body as body_id,
    t.of_body as by_body_id, local_day(t.happened_at) as first_on, null::numeric as amount
  from told t where t.kind in ('theft', 'sabotage', 'obstruction')
  union all
  select 'III.2.2', 'all', 'incident', t.id, t.of_body, t.of_body, local_day(t.happened_at), t.damage_vnd
  from told t where t.kind in ('theft', 'sabotage', 'obstruction') and t.damage_vnd is not null
  union all
  select 'III.2.3', 'all', 'incident', t.id, t.of_body, t.of_body, local_day(t.resolved_at), t.outage_hours
  from told t where t.resolved_at is not null and t.outage_hours is not null;

create function count_infrastructure_figures(from_on date, to_on date, only_body uuid)
  returns table (figure text, part text, by_body_id uuid, records bigint, amount numeric) language sql stable as $$
  select f.figure, f.part, f.by_body_id, count(*), sum(f.amount) from infrastructure_figures f
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
  select d.figure, d.part, d.by_body_id, count(*), null, null, null
    from (select x.figure, x.by_body_id,
        case when x.figure = 'II.2' then duty_part(x.due_on, x.done_on, to_on) else 'all' end as part
      from directive_figures x where x.first_on <= to_on and x.last_on >= from_on
        and (only_body is null or x.body_id = only_body)) d
    group by grouping sets ((d.figure, d.part), (d.figure, d.part, d.by_body_id)) $$;

grant select on infrastructure_figures to lp_app, lp_definer;
grant select on incidents to lp_definer;
set local role lp_definer;
/* As in 0822, and of incidents: from the day on which a body's first one entered the system its records count. */
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
end $$;
reset role;
