-- Why: addresses of crypto wallets that tips named before 1058 stand in capitals, and are not found by the reader's small letters: nobody's
-- reports were counted for them, and nobody was told that their tip helped.

-- One body may hold an address in both: tips and questions of the one in capitals go to the other before it leaves.
grant update (indicator_id) on signal_lookups to lp_definer;
set local role lp_definer;
do $$
declare
  twin record;
begin
  for twin in select t.id, t.kept from (
      select i.id, first_value(i.id) over (partition by i.body_id, lower(i.value) order by i.value = lower(i.value) desc, i.id) as kept
      from indicators i where i.kind = 'crypto' and i.value ~* '^(0x|bc1)') t
    where t.id <> t.kept
  loop
    update signal_identifiers k set role = m.role, source = m.source from signal_identifiers m
      where m.indicator_id = twin.id and k.indicator_id = twin.kept and k.signal_id = m.signal_id and m.role = 'suspect';
    delete from signal_identifiers m using signal_identifiers k
      where m.indicator_id = twin.id and k.indicator_id = twin.kept and k.signal_id = m.signal_id;
    update signal_identifiers set indicator_id = twin.kept where indicator_id = twin.id;
    update signal_lookups set indicator_id = twin.kept where indicator_id = twin.id;
    delete from indicators where id = twin.id;
  end loop;
end $$;
update indicators set value = lower(value) where kind = 'crypto' and value ~* '^(0x|bc1)' and value <> lower(value);
reset role;
revoke update (indicator_id) on signal_lookups from lp_definer;
