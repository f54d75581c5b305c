-- Why: a half-year that runs is held against as many days of the one before, and of the same one last year: cases by day, once.
create function case_days(from_on date, to_on date, only_body uuid)
  returns table (figure text, day date, records bigint, amount numeric) language sql stable as $$
  select c.figure, c.first_on, count(*), sum(c.amount) from case_figures c
  where c.figure in ('III.1.3', 'III.3.2', 'III.5.2') and c.first_on between from_on and to_on
    and (only_body is null or c.body_id = only_body) group by 1, 2 limit 20000 $$;

create function province_case_days(from_on date, to_on date)
  returns table (figure text, day date, records bigint, amount numeric)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if current_officer() is null or not exists (select from bodies b where b.id = current_body() and b.kind <> 'enterprise') then
    raise exception 'the counts of the province are for officers of its agencies' using errcode = 'insufficient_privilege';
  end if;
  return query select c.* from case_days(from_on, to_on, null) c;
end $$;
alter function province_case_days(date, date) owner to lp_definer;
revoke all on function province_case_days(date, date) from public;
grant execute on function province_case_days(date, date) to lp_app;
