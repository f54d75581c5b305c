-- Why: a warning that prints a number in its words, to which nobody attached the number as an indicator, went on when the number was recalled.

/* As in 1075, and also where the value stands in words alone: from eight digits on, or as a whole name. Shorter ones stand in other words by chance. */
set local role lp_definer;
create or replace function warnings_naming(gone shared_indicators) returns table (warning_id uuid, body_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  with needle as (select n, regexp_replace(n, '([^a-z0-9 ])', '\\\1', 'g') as quoted from needle_of(gone.value) n where length(n) >= 4)
  select w.id, w.body_id from needle, warnings w,
    lateral (select regexp_replace(lower(concat_ws(' | ', w.title, w.looks_like, array_to_string(w.signs, ' | '),
      array_to_string(w.what_to_do, ' | '), w.spoken)), '(?<=[0-9])[ .()-]{1,3}(?=[0-9])', '', 'g') as words) s
  where w.state = 'released' and (w.body_id = gone.body_id or gone.audience = 'public') and position(n in words) > 0
    and (exists (select from warning_indicators a join shared_indicators i on i.id = a.indicator_id
        where a.warning_id = w.id and i.kind = gone.kind and i.value = gone.value)
      or n ~ '^[0-9]{8,}$'
      or n ~ '[^0-9]' and length(n) >= 6 and words ~ ('(^|[^a-z0-9.-])(www[.])?' || quoted || '(?![.]?[a-z0-9-])'))
  order by w.id limit 200
$$;
reset role;
