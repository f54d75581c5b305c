-- Why: a body with accounts follows what it handed in, all of it in one list, instead of one receipt after another (issue 17, fault F10).

/* The tips that the acting body sent, the newest first: when, by which door, what they named as a suspect's, where they stand in the
   words for reporters. No id: the tip itself is the receiving body's to open. What was passed on from a queue is not sent but forwarded. */
create function sent_signals(most int, skipped int) returns table (received_at timestamptz, channel text, state text, close_reason text,
  public_note text, named text, holder text, changed_at timestamptz, total bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.received_at, s.channel, s.state, s.close_reason, s.public_note,
    (select min(i.value) from signal_identifiers m join indicators i on i.id = m.indicator_id
      where m.signal_id = s.id and m.role = 'suspect' and i.kind <> 'evidence'), b.name, s.changed_at, count(*) over ()
  from signals s join bodies b on b.id = s.body_id
  where s.from_body_id = current_body() and current_officer() is not null and s.channel in ('form', 'file', 'api')
  order by s.received_at desc, s.id limit least(most, 5000) offset greatest(skipped, 0)
$$;
alter function sent_signals(int, int) owner to lp_definer;
set local role lp_definer;
revoke all on function sent_signals(int, int) from public;
grant execute on function sent_signals(int, int) to lp_app;
reset role;
