-- Why: a tip about a network that lies at a commune's desk is seen by nobody else; so that none is lost between two desks the lead department sees how many lie where, and since when (issue 19).
/* Of each committee's desk: tips about networks that are open, those that nobody there has touched, and since when the oldest of these lies.
   The lead department alone asks; no words, no number of a tip, no place but the committee's own. */
create function network_tips_at_desks() returns table (body_id uuid, body_name text, open int, untouched int, oldest_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select b.id, b.name, count(*)::int, count(*) filter (where s.state = 'received')::int,
      min(s.received_at) filter (where s.state = 'received')
    from signals s join bodies b on b.id = s.body_id
    where s.path = 'infrastructure' and s.state in ('received', 'reviewing', 'asked')
      and b.kind in ('commune-committee', 'district-committee') and b.id <> current_body()
      and current_officer() is not null and exists (select from bodies me where me.id = current_body() and me.is_lead)
    group by b.id, b.name order by 5 nulls last, b.name limit 500
$$;
alter function network_tips_at_desks() owner to lp_definer;
set local role lp_definer;
revoke all on function network_tips_at_desks() from public;
grant execute on function network_tips_at_desks() to lp_app;
reset role;
