-- Why: the log of what went out told a body at which host or address another body's program is told, and what mail servers say of one.

/* As in 1035; of a fault only its kind: the status of a mail server (RFC 5321, RFC 3463), or why a program was not reached. */
set local role lp_definer;
create or replace function warning_told(asked uuid, most int, skipped int)
  returns table (mark text, channel text, what text, state text, attempts int, at timestamptz, fault text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select right(s.id::text, 6), s.channel, d.what, d.state, d.attempts::int, coalesce(d.sent_at, d.next_at),
    case when d.fault is null then null
      when s.channel = 'mail' then coalesce(
        substring(d.fault from '(?<![0-9.])[245][0-9]{2}(?![0-9]|[.][0-9])(?:[ -][245][.][0-9]{1,3}[.][0-9]{1,3}(?![.]?[0-9]))?'), 'SMTP')
      else split_part(d.fault, ':', 1) end
  from warning_deliveries d join warning_subscriptions s on s.id = d.subscription_id
    join warnings w on w.id = d.warning_id and w.body_id = (select current_body())
  where d.warning_id = asked order by d.id desc limit least(most, 200) offset skipped
$$;
reset role;
