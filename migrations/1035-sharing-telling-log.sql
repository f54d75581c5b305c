-- Why: a body reads who was told of its warnings by mail and by browser, and what a recall did to that (issue 18); whose address it is nobody reads.
grant select on warning_deliveries to lp_definer;
grant select (id, channel) on warning_subscriptions to lp_definer;

/* Of warnings of the acting body alone: messages by channel and outcome. */
create function warnings_told(asked uuid[]) returns table (warning uuid, channel text, what text, state text, messages int)
  language sql stable security definer set search_path = public, pg_temp as $$
  select d.warning_id, s.channel, d.what, d.state, count(*)::int
  from warning_deliveries d join warning_subscriptions s on s.id = d.subscription_id
    join warnings w on w.id = d.warning_id and w.body_id = (select current_body())
  where d.warning_id = any (asked)
  group by 1, 2, 3, 4
$$;

/* One message a row, the last one first. `mark`: the end of the subscription's id, by which a warning and its recall to one place are known
   as such; it is made by chance and says nothing of anybody. */
create function warning_told(asked uuid, most int, skipped int)
  returns table (mark text, channel text, what text, state text, attempts int, at timestamptz, fault text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select right(s.id::text, 6), s.channel, d.what, d.state, d.attempts::int, coalesce(d.sent_at, d.next_at),
    -- A mail server repeats in its refusal whom it refused.
    regexp_replace(d.fault, '\S*@\S*', '…', 'g')
  from warning_deliveries d join warning_subscriptions s on s.id = d.subscription_id
    join warnings w on w.id = d.warning_id and w.body_id = (select current_body())
  where d.warning_id = asked order by d.id desc limit least(most, 200) offset skipped
$$;
alter function warnings_told(uuid[]) owner to lp_definer;
alter function warning_told(uuid, int, int) owner to lp_definer;
set local role lp_definer;
revoke all on function warnings_told(uuid[]), warning_told(uuid, int, int) from public;
grant execute on function warnings_told(uuid[]), warning_told(uuid, int, int) to lp_app;
reset role;
