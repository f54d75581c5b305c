-- Why: who may not open the records behind a count still sees where they lie, of which trick, and which body keeps them.
create function province_tips_behind(grouping_of text, keys text[], from_on date, to_on date)
  returns table (type text, place text, body_id uuid, tips bigint)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if current_officer() is null or not exists (select from bodies b where b.id = current_body() and b.kind <> 'enterprise') then
    raise exception 'the counts of the province are for officers of its agencies' using errcode = 'insufficient_privilege';
  end if;
  return query select t.type, coalesce(t.place, ''), t.body_id, count(*) from tips_behind(grouping_of, keys, from_on, to_on, null) t
    group by 1, 2, 3 order by 4 desc limit 5000;
end $$;
alter function province_tips_behind(text, text[], date, date) owner to lp_definer;
revoke all on function province_tips_behind(text, text[], date, date) from public;
grant execute on function province_tips_behind(text, text[], date, date) to lp_app;
