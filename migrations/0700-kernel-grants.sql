-- Why: after `alter function … owner to lp_definer` the owner of the schema may neither revoke nor grant, so that PostgreSQL
-- passed over these statements of earlier migrations with a warning, and every role could call every function that looks past
-- row security. They are said again as the one who may say them. The list that a test compares: src/kernel/db/functions.ts.
set local role lp_definer;
alter default privileges revoke execute on functions from public;
revoke all on function acting_keeps_chart(), acting_administers(), acting_conflicts(), acting_conflict_signals(),
  acting_conflict_half_months(), acting_hidden_documents(), my_desks(), serves_elsewhere(uuid), session_holder(text, interval),
  token_holder(text), take_identifiers(uuid, jsonb), held_elsewhere(text, text), ask_holders(uuid), mark_signal(), count_intake(text),
  province_figures(date, date), province_counts_by(text, date, date), province_cases_by_place(date, date),
  province_case_days(date, date), province_tips_behind(text, text[], date, date), reported_figures(text[]), issued_reports(uuid),
  figures_since() from public;
grant execute on function acting_keeps_chart(), acting_administers(), acting_conflicts(), acting_conflict_signals(),
  acting_conflict_half_months(), acting_hidden_documents(), my_desks(), serves_elsewhere(uuid), take_identifiers(uuid, jsonb),
  held_elsewhere(text, text), ask_holders(uuid), province_figures(date, date), province_counts_by(text, date, date),
  province_cases_by_place(date, date), province_case_days(date, date), province_tips_behind(text, text[], date, date),
  reported_figures(text[]), issued_reports(uuid), figures_since() to lp_app;
grant execute on function session_holder(text, interval), token_holder(text), take_identifiers(uuid, jsonb), count_intake(text)
  to lp_public;
reset role;

-- An entry's number, its transaction, its time and who made it are the database's to say: `xid` orders the sealing, and an
-- entry with one far ahead would never be sealed.
revoke insert on journal from lp_app, lp_public, lp_job;
grant insert (what, record_kind, record_id, rule, corrects_id, details) on journal to lp_app, lp_public, lp_job;
revoke insert on outbox from lp_app, lp_public, lp_job;
grant insert (event, record_id, details) on outbox to lp_app, lp_public, lp_job;

-- Work that one job does at a time waits on a row that only jobs can lock: an advisory lock can be held by whoever knows its name.
create table job_locks (
  name     text not null,
  taken_at timestamptz,
  constraint job_locks_pkey primary key (name)
);
insert into job_locks (name) values ('journal.seal'), ('signals.tally');
alter table job_locks enable row level security;
alter table job_locks force row level security;
create policy job_locks_for_jobs on job_locks to lp_job using (true) with check (true);
grant select, update (taken_at) on job_locks to lp_job;

/* As before (0661), behind a row instead of an advisory lock. */
create or replace function tally_signals(most int) returns int language plpgsql as $$
declare
  due date;
  done int := 0;
begin
  perform from job_locks where name = 'signals.tally' for update;
  for due in
    select h.half_month from (select distinct half_month(d::date) as half_month
        from generate_series((select local_day(min(s.received_at)) from signals s)::timestamp, acting_on()::timestamp, interval '14 days') d) h
      where half_month_after(h.half_month) <= acting_on()
        and (not exists (select from signal_tallied t where t.half_month = h.half_month)
          or exists (select from signal_marks m where m.half_month = h.half_month))
      order by 1 limit most
  loop
    delete from signal_marks where half_month = due;
    delete from signal_tallied where half_month = due;
    delete from signal_tallies where half_month = due;
    insert into signal_tallied (half_month) values (due);
    insert into signal_tallies
      select due, b.breakdown, g.body_id, g.channel = 'forwarded', b.key, sum(g.tips), sum(g.losses), coalesce(sum(g.loss), 0)
      from (select s.body_id, s.from_body_id, s.channel, s.type, s.place, count(*) as tips, count(s.loss_vnd) as losses, sum(s.loss_vnd) as loss
          from signals s where s.received_at >= day_begins(due) and s.received_at < day_begins(half_month_after(due))
          group by 1, 2, 3, 4, 5) g
        cross join lateral (values ('channel', g.channel), ('sender', g.from_body_id::text), ('type', g.type),
          ('place', coalesce(g.place, ''))) b (breakdown, key)
      where b.key is not null group by 2, 3, 4, 5;
    done := done + 1;
  end loop;
  return done;
end $$;
