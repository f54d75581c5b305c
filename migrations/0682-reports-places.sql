-- Why: the leader's map shows cases beside tips, and each count opens down to the records behind it (issue 5).
create index cases_by_opening on cases (opened_on) include (body_id);

-- A case has no place of its own: it lies where its first tip that names one does.
create function cases_by_place(from_on date, to_on date, only_body uuid)
  returns table (id uuid, body_id uuid, opened_on date, place text) language sql stable as $$
  select c.id, c.body_id, c.opened_on, (select s.place from signals s where s.case_id = c.id and s.place is not null
      order by s.received_at limit 1)
  from cases c where c.opened_on between from_on and to_on and (only_body is null or c.body_id = only_body) $$;

create function province_cases_by_place(from_on date, to_on date) returns table (key text, records bigint)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if current_officer() is null or not exists (select from bodies b where b.id = current_body() and b.kind <> 'enterprise') then
    raise exception 'the counts of the province are for officers of its agencies' using errcode = 'insufficient_privilege';
  end if;
  return query select coalesce(c.place, ''), count(*) from cases_by_place(from_on, to_on, null) c group by 1 limit 20000;
end $$;
grant select on cases to lp_definer;
alter function province_cases_by_place(date, date) owner to lp_definer;
revoke all on function province_cases_by_place(date, date) from public;
grant execute on function province_cases_by_place(date, date) to lp_app;

-- The tips behind a count by trick or by place, as whoever asks: row-level security decides which are shown.
create function tips_behind(grouping_of text, keys text[], from_on date, to_on date, only_body uuid)
  returns table (id uuid, body_id uuid, received_on date, type text, place text) language sql stable as $$
  select s.id, s.body_id, (s.received_at at time zone 'Asia/Ho_Chi_Minh')::date, s.type, s.place from signals s
  where s.received_at >= day_begins(from_on) and s.received_at < day_begins(to_on + 1)
    and (only_body is null and s.channel <> 'forwarded' or s.body_id = only_body)
    and case grouping_of when 'type' then s.type = any (keys) when 'area' then coalesce(s.place, '') = any (keys) end $$;
