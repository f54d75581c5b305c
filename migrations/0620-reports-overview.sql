-- Why: the leader's page shows what rose, when and where: counts of the province by trick, place and month, never a row.

create function overview_counts(grouping_of text, from_on date, to_on date, only_body uuid)
  returns table (figure text, key text, records bigint) language sql stable as $$
  select 'I.1', case grouping_of when 'type' then s.type when 'area' then coalesce(s.place, '')
      else to_char((s.received_at at time zone 'Asia/Ho_Chi_Minh')::date, 'YYYY-MM') end, count(*)
    from signals s where (s.received_at at time zone 'Asia/Ho_Chi_Minh')::date between from_on and to_on
      and (only_body is null and s.channel <> 'forwarded' or s.body_id = only_body) group by 2
  union all
  select c.figure, to_char(c.first_on, 'YYYY-MM'), count(*) from case_figures c
    where grouping_of = 'month' and c.figure in ('III.1.3', 'III.3.2') and c.first_on between from_on and to_on
      and (only_body is null or c.body_id = only_body) group by 1, 2
  limit 20000 $$;
grant execute on function overview_counts(text, date, date, uuid) to lp_app, lp_definer;

create function province_overview(grouping_of text, from_on date, to_on date)
  returns table (figure text, key text, records bigint)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if current_officer() is null or not exists (select from bodies b where b.id = current_body() and b.kind <> 'enterprise') then
    raise exception 'the counts of the province are for officers of its agencies' using errcode = 'insufficient_privilege';
  end if;
  return query select c.* from overview_counts(grouping_of, from_on, to_on, null) c;
end $$;
alter function province_overview(text, date, date) owner to lp_definer;
revoke all on function province_overview(text, date, date) from public;
grant execute on function province_overview(text, date, date) to lp_app;
