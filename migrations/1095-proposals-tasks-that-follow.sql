-- Why: whoever decided a proposal gives its tasks where it stands, and the report of whoever proposed says what became of them (issue 20).

/* Whoever it goes to names the letter of its own decision, and sees the letters that were named. */
create policy proposal_letters_seen_above on proposal_letters for select to lp_app
  using (exists (select from proposals p where p.id = proposal_id and p.to_body_id = (select current_body())));
create policy proposal_letters_named_above on proposal_letters for insert to lp_app
  with check (exists (select from proposals p where p.id = proposal_id and p.body_id = proposal_letters.body_id
    and p.to_body_id = (select current_body()) and p.state in ('approved', 'partly')));

/* How many tasks the letters of a proposal gave by the end of a day, and where they stood then: counts alone, for whoever proposed it and
   whoever it went to. The tasks themselves are read by who gives them and who does them. */
create function tasks_behind(proposal uuid, on_day date) returns table (given int, done int, overdue int)
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int, count(*) filter (where d.part like 'done%')::int, count(*) filter (where d.part = 'overdue')::int
  from (select duty_part(a.due_on, case when a.state in ('done', 'accepted') then a.done_on end, on_day) as part
    from proposals p join proposal_letters l on l.proposal_id = p.id join assignments a on a.directive_id = l.directive_id
    where p.id = proposal and current_body() in (p.body_id, p.to_body_id) and current_officer() is not null
      and a.state <> 'withdrawn' and a.issued_on <= on_day) d $$;
alter function tasks_behind(uuid, date) owner to lp_definer;
set local role lp_definer;
revoke all on function tasks_behind(uuid, date) from public;
grant execute on function tasks_behind(uuid, date) to lp_app;
reset role;
grant select on proposal_letters to lp_definer;
