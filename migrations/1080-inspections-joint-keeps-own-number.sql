-- Why: a body that went along on one check lost its own number of checks from the province's sum, which leaves joint checks out.

/* As in 1065; since when a body keeps records of III.1.1 tells the checks that it leads alone: a joint one counts in its own report by its row. */
set local role lp_definer;
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
  return query select a.figure, a.body_id, min(a.first_on) from awareness_figures a
    where a.body_id = current_body() or exists (select from bodies b where b.id = current_body() and b.kind <> 'enterprise')
    group by 1, 2 limit 5000;
end $$;
reset role;
