-- Why: the check finds a warned link by its site (1058), and the owner of the site who contested its name was told that nothing is warned of.

/* As in 1056, and by the second print of a link; what was named itself comes first. */
set local role lp_definer;
create or replace function file_contest(asked bytea[], warning int, sealed_words bytea, due date, rule text) returns int
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  receipt text := current_receipt();
  waiting int;
begin
  if receipt is null then return 0; end if;
  if exists (select from contests c where c.receipt_hash = receipt) then
    return (select count(*) from contests c where c.receipt_hash = receipt);
  end if;
  select count(*) into waiting from contests c where c.state = 'open' and (c.indicator_id in (
      select i.id from shared_indicators i where (i.digest = any (asked[1:200]) or i.site_digest = any (asked[1:200]))
        and i.state = 'released' and i.audience = 'public')
    or c.warning_id in (select w.id from warnings w where w.code = warning));
  if waiting >= 2000 then return -1; end if;
  insert into contests (body_id, indicator_id, sealed, receipt_hash, due_on, due_rule)
    select i.body_id, i.id, sealed_words, receipt, due, rule from shared_indicators i
    where (i.digest = any (asked[1:200]) or i.site_digest = any (asked[1:200]))
      and i.state = 'released' and i.audience = 'public' and i.valid_until >= acting_on()
    order by i.digest = any (asked[1:200]) desc, i.released_at limit 5;
  insert into contests (body_id, warning_id, sealed, receipt_hash, due_on, due_rule)
    select w.body_id, w.id, sealed_words, receipt, due, rule from warnings w
    where w.code = warning and w.state = 'released' and w.audience = 'public' and w.expires_on >= acting_on()
      and not exists (select from contests c where c.receipt_hash = receipt);
  return (select count(*) from contests c where c.receipt_hash = receipt);
end $$;
reset role;
