-- Why: an incident made of a tip holds its masked words and the copies of its pictures, which other bodies read. Whoever took
-- the tip back was told that everything was emptied.
set local role lp_definer;
create or replace function my_signal_is_held() returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from signals s where s.id = my_signal() and (s.case_id is not null or s.state = 'in-case'))
    or exists (select from signal_forwards f where f.signal_id = my_signal() and f.state in ('sent', 'received'))
    or exists (select from incidents i where i.sent_key = 'tip-' || my_signal()::text) $$;
reset role;
