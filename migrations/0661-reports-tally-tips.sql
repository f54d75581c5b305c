-- Why: a leader's page counted a million tips eight times; half-months that are over are counted once, by a job (decision 0006).

/* The year in half-months that begin on the 1st and the 15th: calendar months and the windows of Nghị định 09/2019, Điều 12,
   are both made of whole ones. */
create function half_month(day date) returns date language sql immutable parallel safe
  as $$ select (date_trunc('month', day::timestamp))::date + case when extract(day from day) >= 15 then 14 else 0 end $$;
create function half_month_after(day date) returns date language sql immutable parallel safe
  as $$ select case when extract(day from day) < 15 then (date_trunc('month', day::timestamp))::date + 14
    else (date_trunc('month', day::timestamp) + interval '1 month')::date end $$;

-- Half-months that have been counted; without a row, or with a mark beside it, the tips themselves are counted.
create table signal_tallied (
  half_month date not null,
  tallied_at timestamptz not null default acting_at(),
  constraint signal_tallied_pkey primary key (half_month),
  constraint signal_tallied_half_month check (half_month = half_month(half_month))
);
create table signal_tallies (
  half_month   date not null,
  breakdown    text not null,
  body_id      uuid not null references bodies,
  is_passed_on boolean not null,
  -- A channel, a sender's id, a trick or a place as written; '' where none was named.
  key          text not null,
  tips         int not null,
  losses       int not null,
  loss_vnd     numeric not null,
  constraint signal_tallies_pkey primary key (half_month, breakdown, body_id, is_passed_on, key),
  constraint signal_tallies_breakdown check (breakdown in ('channel', 'sender', 'type', 'place')),
  constraint signal_tallies_of_something check (tips > 0)
);
/* One row each time a tip of a half-month came, changed or went: written with it, in its transaction. Rows are only added and
   taken away, never updated: two tips never wait for each other. */
create table signal_marks (half_month date not null);
create index signal_marks_by_half_month on signal_marks (half_month);

do $$ declare t text; begin
  foreach t in array array['signal_tallied', 'signal_tallies', 'signal_marks'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to lp_job using (true) with check (true)', t || '_for_jobs', t);
    execute format('grant select, insert, delete on %I to lp_job', t);
    execute format('grant select on %I to lp_app, lp_definer', t);
  end loop;
end $$;
create policy signal_tallied_read on signal_tallied for select to lp_app using (true);
create policy signal_marks_read on signal_marks for select to lp_app using (true);
create policy signal_tallies_of_my_body on signal_tallies for select to lp_app using (body_id = (select current_body()));
grant insert on signal_marks to lp_definer;
grant delete on signal_tallied, signal_tallies to lp_definer;

create function mark_signal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'TRUNCATE' then
    delete from signal_tallied;
    delete from signal_tallies;
    return null;
  end if;
  if tg_op <> 'DELETE' then
    insert into signal_marks values (half_month(local_day(new.received_at)));
  end if;
  if tg_op = 'DELETE' or tg_op = 'UPDATE' and old.received_at <> new.received_at then
    insert into signal_marks values (half_month(local_day(old.received_at)));
  end if;
  return null;
end $$;
alter function mark_signal() owner to lp_definer;
revoke all on function mark_signal() from public;
create trigger signals_mark_their_half_month after insert or delete on signals for each row execute function mark_signal();
create trigger signals_mark_when_counted_otherwise after update of body_id, from_body_id, channel, type, place, loss_vnd, received_at
  on signals for each row when (row(old.body_id, old.from_body_id, old.channel, old.type, old.place, old.loss_vnd, old.received_at)
    is distinct from row(new.body_id, new.from_body_id, new.channel, new.type, new.place, new.loss_vnd, new.received_at))
  execute function mark_signal();
create trigger signals_forget_when_emptied after truncate on signals for each statement execute function mark_signal();

/* Counts half-months that are over and that nobody has counted, or that a mark names: the oldest first, at most `most`.
   Marks go before the count: a tip that the count does not see committed later, and its mark is still there. */
create function tally_signals(most int) returns int language plpgsql as $$
declare
  due date;
  done int := 0;
begin
  perform pg_advisory_xact_lock(hashtext('signals.tally'));
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
revoke all on function tally_signals(int) from public;
grant execute on function tally_signals(int) to lp_job;

/* Tips of the days from `from_on` to `to_on` by half-month, body and `breakdown_of`: whole half-months that are counted and have no
   mark as they were counted, all other days from the tips themselves. Under the row security of whoever asks. */
create function tips_by(breakdown_of text, from_on date, to_on date, only_body uuid)
  returns table (half_month date, body_id uuid, key text, tips bigint, losses bigint, loss_vnd numeric) language sql stable as $$
  with spans as materialized (
    select h.half_month, greatest(h.half_month, from_on) as first_on, least(half_month_after(h.half_month), to_on + 1) as until_on,
      h.half_month >= from_on and half_month_after(h.half_month) <= to_on + 1
        and exists (select from signal_tallied t where t.half_month = h.half_month)
        and not exists (select from signal_marks m where m.half_month = h.half_month) as is_tallied
    from (select m::date + d.days as half_month from generate_series(date_trunc('month', from_on::timestamp), to_on::timestamp,
        interval '1 month') m, (values (0), (14)) d (days)) h
    where half_month_after(h.half_month) > from_on and h.half_month <= to_on)
  select t.half_month, t.body_id, t.key, t.tips, t.losses, t.loss_vnd from spans s join signal_tallies t on t.half_month = s.half_month
    where s.is_tallied and t.breakdown = breakdown_of and (only_body is null and not t.is_passed_on or t.body_id = only_body)
  union all
  select s.half_month, l.body_id, l.key, l.tips, l.losses, l.loss_vnd
    from spans s cross join lateral (
      select x.body_id, case breakdown_of when 'channel' then x.channel when 'sender' then x.from_body_id::text when 'type' then x.type
          else coalesce(x.place, '') end as key, count(*) as tips, count(x.loss_vnd) as losses, coalesce(sum(x.loss_vnd), 0) as loss_vnd
      from signals x where x.received_at >= day_begins(s.first_on) and x.received_at < day_begins(s.until_on)
        and (only_body is null and x.channel <> 'forwarded' or x.body_id = only_body)
        and (breakdown_of <> 'sender' or x.from_body_id is not null)
      group by 1, 2) l
    where not s.is_tallied $$;

create or replace function count_signal_figures(from_on date, to_on date, only_body uuid)
  returns table (figure text, part text, by_body_id uuid, records bigint, amount numeric) language sql stable as $$
  with tips as materialized (
    select t.key, t.body_id, sum(t.tips) as n, sum(t.losses) as losses, sum(t.loss_vnd) as loss
    from tips_by('channel', from_on, to_on, only_body) t group by 1, 2),
  passed as (
    select s.figure, s.part, s.by_body_id, count(*) as n, sum(s.amount) as amount
    from signal_figures s where s.figure in ('III.3.1', 'III.3.4') and s.at >= day_begins(from_on) and s.at < day_begins(to_on + 1)
      and (only_body is null or s.body_id = only_body)
    group by s.figure, s.part, s.by_body_id),
  cells as (
    select 'I.1' as figure, t.key as part, t.body_id as by_body_id, t.n, null::numeric as amount from tips t
    union all select 'I.2', 'unverified', t.body_id, t.losses, t.loss from tips t where t.losses > 0
    union all select 'III.5.1', 'all', b.id, t.tips, null from tips_by('sender', from_on, to_on, only_body) t
      join bodies b on b.id = t.key::uuid and b.kind = 'enterprise'
    union all select * from passed)
  select c.figure, c.part, c.by_body_id, sum(c.n)::bigint, sum(c.amount) from cells c
  group by grouping sets ((c.figure, c.part), (c.figure, c.part, c.by_body_id)) $$;

create or replace function counts_by(grouping_of text, from_on date, to_on date, only_body uuid)
  returns table (figure text, key text, records bigint) language plpgsql stable as $$
begin
  case grouping_of
  when 'type' then return query
    select 'I.1', t.key, sum(t.tips)::bigint from tips_by('type', from_on, to_on, only_body) t group by 2 limit 1000;
  when 'area' then return query
    select 'I.1', t.key, sum(t.tips)::bigint from tips_by('place', from_on, to_on, only_body) t group by 2 limit 20000;
  when 'month' then return query
    select 'I.1', to_char(m, 'YYYY-MM'), coalesce(t.tips, 0)::bigint
      from generate_series(date_trunc('month', from_on::timestamp), to_on::timestamp, interval '1 month') m
        left join (select date_trunc('month', c.half_month::timestamp) as month, sum(c.tips) as tips
          from tips_by('channel', from_on, to_on, only_body) c group by 1) t on t.month = m
    union all
    select c.figure, to_char(c.first_on, 'YYYY-MM'), count(*) from case_figures c
      where c.figure in ('III.1.3', 'III.3.2') and c.first_on between from_on and to_on
        and (only_body is null or c.body_id = only_body) group by 1, 2;
  end case;
end $$;
