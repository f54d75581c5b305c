-- Why: the leader's page counts tips by trick, place and month; each of these is a walk of one index, planned on its own.
create function counts_by(grouping_of text, from_on date, to_on date, only_body uuid)
  returns table (figure text, key text, records bigint) language plpgsql stable as $$
begin
  case grouping_of
  when 'type' then return query
    select 'I.1', s.type, count(*) from signals s
    where s.received_at >= day_begins(from_on) and s.received_at < day_begins(to_on + 1)
      and (only_body is null and s.channel <> 'forwarded' or s.body_id = only_body) group by 2 limit 1000;
  when 'area' then return query
    select 'I.1', coalesce(s.place, ''), count(*) from signals s
    where s.received_at >= day_begins(from_on) and s.received_at < day_begins(to_on + 1)
      and (only_body is null and s.channel <> 'forwarded' or s.body_id = only_body) group by 2 limit 20000;
  when 'month' then return query
    select 'I.1', to_char(m, 'YYYY-MM'), (select count(*) from signals s
        where s.received_at >= day_begins(greatest(m::date, from_on))
          and s.received_at < day_begins(least((m + interval '1 month')::date, to_on + 1))
          and (only_body is null and s.channel <> 'forwarded' or s.body_id = only_body))
      from generate_series(date_trunc('month', from_on::timestamp), to_on::timestamp, interval '1 month') m
    union all
    select c.figure, to_char(c.first_on, 'YYYY-MM'), count(*) from case_figures c
      where c.figure in ('III.1.3', 'III.3.2') and c.first_on between from_on and to_on
        and (only_body is null or c.body_id = only_body) group by 1, 2;
  end case;
end $$;

create function province_counts_by(grouping_of text, from_on date, to_on date)
  returns table (figure text, key text, records bigint)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if current_officer() is null or not exists (select from bodies b where b.id = current_body() and b.kind <> 'enterprise') then
    raise exception 'the counts of the province are for officers of its agencies' using errcode = 'insufficient_privilege';
  end if;
  return query select c.* from counts_by(grouping_of, from_on, to_on, null) c;
end $$;
alter function province_counts_by(text, date, date) owner to lp_definer;
revoke all on function province_counts_by(text, date, date) from public;
grant execute on function province_counts_by(text, date, date) to lp_app;
