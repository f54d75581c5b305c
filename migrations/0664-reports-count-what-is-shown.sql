-- Why: a sum of a half-month held the tips that row security hides from the officer whom their case names; a count of the tips does not.

-- Days, of the tips that are hidden from whoever acts; for tips_by, which then counts what is shown.
create function acting_conflict_half_months() returns date[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct half_month(local_day(s.received_at))), '{}') from signals s where s.id = any (acting_conflict_signals()) $$;
alter function acting_conflict_half_months() owner to lp_definer;
revoke all on function acting_conflict_half_months() from public;
grant execute on function acting_conflict_half_months() to lp_app;

/* Tips of the days from `from_on` to `to_on` by half-month, body and `breakdown_of`: whole half-months that are counted and have no
   mark as they were counted, all other days from the tips themselves. Under the row security of whoever asks: where it hides a
   tip from the officer (0530), a body's own half-month is counted from the tips that are shown. */
create or replace function tips_by(breakdown_of text, from_on date, to_on date, only_body uuid)
  returns table (half_month date, body_id uuid, key text, tips bigint, losses bigint, loss_vnd numeric) language sql stable as $$
  with spans as materialized (
    select h.half_month, greatest(h.half_month, from_on) as first_on, least(half_month_after(h.half_month), to_on + 1) as until_on,
      h.half_month >= from_on and half_month_after(h.half_month) <= to_on + 1
        and exists (select from signal_tallied t where t.half_month = h.half_month)
        and not exists (select from signal_marks m where m.half_month = h.half_month)
        and (only_body is null or h.half_month <> all ((select acting_conflict_half_months())::date[])) as is_tallied
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
