-- Why: who shared a bank's hotline by mistake and recalled it lost every own warning that advises calling it; "bit.ly" took each that prints
-- bit.ly/anything; and digits were found inside longer numbers, or over two numbers side by side.

set local role lp_definer;
drop function warnings_naming(shared_indicators);
/* Released warnings that name in words what was recalled: of its own body, and of others where everybody was told of it. Where nobody
   attached the value, what people are advised to do is left out, and short values, which stand in other words by chance. Digits stand alone,
   in groups or not; a site is not named by an address within it. */
create function warnings_naming(gone shared_indicators) returns table (warning_id uuid, body_id uuid, attached boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  with needle as (
    select n, n ~ '^[0-9]+$' as is_number, case when n ~ '^[0-9]+$'
      then '(^|[^0-9])(0|(00)?84)?' || regexp_replace(n, '([0-9])(?=[0-9])', '\1[ .()-]{0,2}', 'g')
        || case when gone.open_digits > 0 then '[0-9]{0,' || gone.open_digits || '}' else '' end || '(?![0-9])'
      else '(^|[^a-z0-9.-])(www[.])?' || regexp_replace(n, '([^a-z0-9 ])', '\\\1', 'g') || '(?![.]?[a-z0-9-]|/[a-z0-9])' end as pattern
    from needle_of(gone.value) n where length(n) >= 4)
  select w.id, w.body_id, a.attached from needle, warnings w,
    lateral (select exists (select from warning_indicators b join shared_indicators i on i.id = b.indicator_id
      where b.warning_id = w.id and i.kind = gone.kind and i.value = gone.value) as attached) a,
    lateral (select lower(concat_ws(' | ', w.title, w.looks_like, array_to_string(w.signs, ' | '), w.spoken,
      case when a.attached then array_to_string(w.what_to_do, ' | ') end)) as words) s
  where w.state = 'released' and (w.body_id = gone.body_id or gone.audience = 'public')
    and case when a.attached and not is_number then position(n in words) > 0
      else (a.attached or length(n) >= case when is_number then 8 else 6 end) and words ~ pattern end
  order by w.id limit 200
$$;
revoke all on function warnings_naming(shared_indicators) from public;

drop function doubt_words_of(uuid);
/* As in 1075; an own warning to which nobody attached it is marked as well: its owner looks at it again. `goes_too`: is recalled with it. */
create function doubt_words_of(recalled uuid) returns table (id uuid, goes_too boolean)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone shared_indicators;
begin
  select * into gone from shared_indicators i where i.id = recalled and i.body_id = current_body() and i.state = 'recalled';
  if gone.id is null then return; end if;
  return query
    with naming as (select n.warning_id, n.body_id = gone.body_id and n.attached as goes, n.body_id from warnings_naming(gone) n), marked as (
      insert into warning_doubts (warning_id, body_id, indicator_id, by_name)
        select n.warning_id, n.body_id, gone.id, (select b.name from bodies b where b.id = gone.body_id) from naming n
        where not n.goes on conflict do nothing)
    select n.warning_id, n.goes from naming n order by 1;
end $$;
revoke all on function doubt_words_of(uuid) from public;
grant execute on function doubt_words_of(uuid) to lp_app;
reset role;
