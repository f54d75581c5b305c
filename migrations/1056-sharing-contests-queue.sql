-- Why: from twenty contests that waited on, the next was refused: one machine that sent twenty shut the owner of a number out.
-- How much one network sends is limited at the form; here everybody is queued, and only a flood is not.
drop function file_contest(bytea[], int, bytea, date, text);
create function file_contest(asked bytea[], warning int, sealed_words bytea, due date, rule text) returns int
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
      select i.id from shared_indicators i where i.digest = any (asked[1:200]) and i.state = 'released' and i.audience = 'public')
    or c.warning_id in (select w.id from warnings w where w.code = warning));
  if waiting >= 2000 then return -1; end if;
  insert into contests (body_id, indicator_id, sealed, receipt_hash, due_on, due_rule)
    select i.body_id, i.id, sealed_words, receipt, due, rule from shared_indicators i
    where i.digest = any (asked[1:200]) and i.state = 'released' and i.audience = 'public' and i.valid_until >= acting_on()
    order by i.released_at limit 5;
  insert into contests (body_id, warning_id, sealed, receipt_hash, due_on, due_rule)
    select w.body_id, w.id, sealed_words, receipt, due, rule from warnings w
    where w.code = warning and w.state = 'released' and w.audience = 'public' and w.expires_on >= acting_on()
      and not exists (select from contests c where c.receipt_hash = receipt);
  return (select count(*) from contests c where c.receipt_hash = receipt);
end $$;
alter function file_contest(bytea[], int, bytea, date, text) owner to lp_definer;
set local role lp_definer;
revoke all on function file_contest(bytea[], int, bytea, date, text) from public;
grant execute on function file_contest(bytea[], int, bytea, date, text) to lp_public;
reset role;
