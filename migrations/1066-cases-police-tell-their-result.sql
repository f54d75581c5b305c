-- Why: the police owe word of their result within three days, and the handling body, closing its part first, ended that duty. As in 0533 otherwise.
create or replace function check_no_clock_outlives() returns trigger language plpgsql as $$
begin
  if new.state = 'closed' and exists (select from case_clocks k
    where k.case_id = new.id and k.stopped_on is null and k.purpose <> 'tell-result') then
    raise exception 'a closed case has no running clock' using errcode = 'check_violation', constraint = 'cases_close_stops_clocks';
  end if;
  return null;
end $$;
