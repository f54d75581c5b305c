-- Why: a number that an enterprise blocked because a case asked for it, and that was shared as well, is one blocked number (issue 17).
create or replace view sharing_figures with (security_invoker = true) as
  select 'III.4.3'::text as figure, 'all'::text as part, 'warning'::text as record_kind, w.id as record_id, w.body_id,
    w.body_id as by_body_id, local_day(w.released_at) as first_on, null::numeric as amount
  from warnings w where w.released_at is not null
  union all
  select 'III.5.2', 'shared', 'indicator', b.indicator_id, b.owner_id, b.body_id, local_day(b.done_at), 1
  from (select distinct on (l.body_id, i.kind, i.value) l.indicator_id, l.owner_id, l.body_id, l.done_at
      from (select distinct on (a.indicator_id, a.body_id) a.indicator_id, a.owner_id, a.body_id, a.answer, a.done_at
          from indicator_answers a order by a.indicator_id, a.body_id, a.id desc) l
        join shared_indicators i on i.id = l.indicator_id and i.kind in ('phone', 'phone-range')
        join bodies b on b.id = l.body_id and b.kind = 'enterprise'
      where l.answer = 'blocked'
        -- Targets stand as people write them: "0912 000 171" is "+84912000171".
        and not exists (select from prevention_requests r join prevention_answers p on p.request_id = r.id
          where r.enterprise_id = l.body_id and r.asks in ('block', 'suspend') and p.answer = 'done' and i.kind = 'phone'
            and '+84' || substr(translate(p.target, ' .', ''), 2) = i.value
            and not exists (select from prevention_answers n where n.request_id = p.request_id and n.target = p.target and n.id > p.id))
      order by l.body_id, i.kind, i.value, l.done_at) b;
grant select on prevention_answers to lp_definer;
