-- Why: feeds tell everybody of sites that the public is warned of (issue 18); numbers, accounts and profiles of people stay one at a time.

/* Sites released to the public now, and those that ended since then: a reader of feeds must hear that too. */
create function public_released_sites(since timestamptz, at_most int) returns table (id uuid, kind text, value text, open_digits smallint,
  tlp text, trick text, confidence smallint, valid_from date, valid_until date, released_at timestamptz, ended_at timestamptz, state text,
  warnings int[])
  language sql stable security definer set search_path = public, pg_temp as $$
  select i.id, i.kind, i.value, i.open_digits, i.tlp, i.trick, i.confidence, i.valid_from, i.valid_until, i.released_at, i.ended_at, i.state,
    array(select w.code from warning_indicators a join warnings w on w.id = a.warning_id
      where a.indicator_id = i.id and w.audience = 'public' and w.state in ('released', 'recalled') order by 1)
  from shared_indicators i
  where i.kind in ('url', 'domain', 'ip') and i.audience = 'public' and i.released_at is not null
    and (i.state = 'released' and i.valid_until >= acting_on() or i.ended_at >= since)
  order by i.released_at desc, i.id
  limit least(at_most, 20000)
$$;
alter function public_released_sites(timestamptz, int) owner to lp_definer;
set local role lp_definer;
revoke all on function public_released_sites(timestamptz, int) from public;
grant execute on function public_released_sites(timestamptz, int) to lp_public;
reset role;
create index shared_indicators_sites on shared_indicators (released_at desc, id)
  where audience = 'public' and kind in ('url', 'domain', 'ip') and released_at is not null;
