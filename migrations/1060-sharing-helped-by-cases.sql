-- Why: a number that an enterprise blocked because a case asked it to was never told to whoever had reported it.

/* As in 0823, and what was blocked or suspended at the request of the tip's case. */
set local role lp_definer;
create or replace function my_tip_helped() returns table (thing int, kind text, what text, at timestamptz, hours int)
  language sql stable security definer set search_path = public, pg_temp as $$
  with mine as (select s.id, s.received_at from signals s where s.id = my_signal() and s.withdrawn_at is null),
  things as (
    select row_number() over (order by i.kind, i.value)::int as thing, i.kind, i.value, m.received_at
    from mine m join signal_identifiers n on n.signal_id = m.id and n.role = 'suspect' join indicators i on i.id = n.indicator_id
    where i.kind <> 'evidence' limit 50),
  shared as (
    select t.thing, t.kind, t.received_at, x.id, x.audience, x.state, x.released_at, x.tlp
    from things t join shared_indicators x on x.kind = t.kind and x.value = t.value
      or t.kind = 'phone' and x.kind = 'phone-range' and x.value = left(t.value, length(t.value) - x.open_digits)
    where x.state in ('released', 'expired') and x.tlp in ('clear', 'green')),
  done as (
    select s.thing, s.kind, s.received_at, l.answer, l.done_at from shared s
      cross join lateral (select distinct on (a.body_id) a.answer, a.done_at from indicator_answers a where a.indicator_id = s.id
        order by a.body_id, a.id desc) l
    where l.answer in ('blocked', 'taken-down')
    union all
    select t.thing, t.kind, t.received_at, 'blocked', l.done_at from things t
      join signals s on s.id = my_signal()
      join prevention_requests r on r.case_id = s.case_id and r.asks in ('block', 'suspend') and r.withdrawn_on is null
      cross join lateral (select distinct on (a.target) a.target, a.answer, a.done_at from prevention_answers a
        where a.request_id = r.id order by a.target, a.id desc) l
    where l.answer = 'done' and length(needle_of(t.value)) >= 4 and (position(needle_of(t.value) in lower(l.target)) > 0
      or position(needle_of(t.value) in regexp_replace(l.target, '[^0-9]', '', 'g')) > 0))
  select s.thing, s.kind, 'warned', min(s.released_at), null::int from shared s where s.audience = 'public' group by 1, 2
  union all
  select d.thing, d.kind, d.answer, min(d.done_at),
    case when min(d.done_at) >= min(d.received_at) then ceil(extract(epoch from min(d.done_at) - min(d.received_at)) / 3600)::int end
    from done d group by 1, 2, 3
  order by 1, 3
$$;
reset role;
