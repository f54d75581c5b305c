-- Why: a reporter learns that the tip helped (issue 17): what it named was warned of, blocked or taken down. Nobody is named.

-- A site or an account is taken down by who hosts it: an answer of its own, with its time, like a block.
alter table indicator_answers drop constraint indicator_answers_answer,
  add constraint indicator_answers_answer check (answer in ('blocked', 'taken-down', 'not-ours', 'more-information', 'refused', 'withdrawn')),
  drop constraint indicator_answers_block_has_a_time,
  add constraint indicator_answers_block_has_a_time check ((answer in ('blocked', 'taken-down')) = (done_at is not null));

/* Of the tip whose receipt the caller holds: for each thing that it named as a suspect's, since when everybody is warned of it,
   and when it was first blocked or taken down. It gives kinds and times, no value, no body. What its owner keeps to named
   receivers (TLP:AMBER and closer) is not told; what was recalled warns nobody. A tip that was taken back is told nothing. */
create function my_tip_helped() returns table (thing int, kind text, what text, at timestamptz, hours int)
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
    where l.answer in ('blocked', 'taken-down'))
  select s.thing, s.kind, 'warned', min(s.released_at), null::int from shared s where s.audience = 'public' group by 1, 2
  union all
  select d.thing, d.kind, d.answer, min(d.done_at),
    case when min(d.done_at) >= min(d.received_at) then ceil(extract(epoch from min(d.done_at) - min(d.received_at)) / 3600)::int end
    from done d group by 1, 2, 3
  order by 1, 3
$$;
alter function my_tip_helped() owner to lp_definer;
set local role lp_definer;
revoke all on function my_tip_helped() from public;
grant execute on function my_tip_helped() to lp_public;
reset role;
