-- Why: recalling a number took it out of the check and of every list, while a warning that prints it in its words went on
-- being read, put up and passed on. Those of the same body are recalled with it; the others' are marked, and their owners told.

/* A released warning of another body whose words name what was recalled. */
create table warning_doubts (
  warning_id   uuid not null,
  body_id      uuid not null,
  indicator_id uuid not null,
  -- The body that recalled it, as it was called then.
  by_name      text not null,
  at           timestamptz not null default acting_at(),
  constraint warning_doubts_pkey primary key (warning_id, indicator_id),
  constraint warning_doubts_warning foreign key (warning_id, body_id) references warnings (id, body_id) on update cascade,
  constraint warning_doubts_indicator foreign key (indicator_id) references shared_indicators
);
create index warning_doubts_by_body on warning_doubts (body_id, warning_id);
alter table warning_doubts enable row level security;
alter table warning_doubts force row level security;
create policy warning_doubts_of_my_body on warning_doubts for select to lp_app using (body_id = (select current_body()));
create policy warning_doubts_for_jobs on warning_doubts to lp_job using (true) with check (true);
grant select on warning_doubts to lp_app;
grant select, update (body_id) on warning_doubts to lp_job;
grant select, insert on warning_doubts to lp_definer;

/* What of a value stands in words: the digits after the trunk zero, or the name after its kind, in small letters. */
create function needle_of(value text) returns text language sql immutable parallel safe as $$
  select case
    when bare ~ '^[+]?[0-9]{5,}$' then regexp_replace(bare, '^([+]84|0)', '')
    else regexp_replace(lower(bare), '^https?://(www[.])?|/$', '', 'g') end
  from (select regexp_replace(value, '^[a-z0-9-]+:(?!//)', '') as bare) s
$$;

/* Released warnings that attach the value of an indicator which the acting body has just recalled, and name it in words.
   Its own are given back, to be recalled; those of other bodies are marked. */
create function doubt_words_of(recalled uuid) returns table (id uuid, is_own boolean)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone shared_indicators;
  needle text;
begin
  select * into gone from shared_indicators i where i.id = recalled and i.body_id = current_body() and i.state = 'recalled';
  if gone.id is null then return; end if;
  needle := needle_of(gone.value);
  if length(needle) < 4 then return; end if;
  return query
    with naming as (
      select distinct w.id, w.body_id from shared_indicators i join warning_indicators a on a.indicator_id = i.id
        join warnings w on w.id = a.warning_id and w.state = 'released'
      where i.kind = gone.kind and i.value = gone.value
        and position(needle in regexp_replace(lower(concat_ws(' | ', w.title, w.looks_like, array_to_string(w.signs, ' | '),
          array_to_string(w.what_to_do, ' | '), w.spoken)), '(?<=[0-9])[ .()-]{1,3}(?=[0-9])', '', 'g')) > 0
      limit 200), marked as (
      insert into warning_doubts (warning_id, body_id, indicator_id, by_name)
        select n.id, n.body_id, gone.id, (select b.name from bodies b where b.id = gone.body_id) from naming n
        where n.body_id <> gone.body_id on conflict do nothing)
    select n.id, n.body_id = gone.body_id from naming n order by 1;
end $$;

/* Also while another body's warning names in words what its owner has not looked at again. */
drop function public_contested(int);
create function public_contested(asked int) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from contests c join warnings w on w.id = c.warning_id
      where w.code = asked and w.audience = 'public' and c.state = 'open')
    or exists (select from warning_doubts d join warnings w on w.id = d.warning_id
      where w.code = asked and w.audience = 'public' and w.state = 'released')
$$;
alter function doubt_words_of(uuid) owner to lp_definer;
alter function public_contested(int) owner to lp_definer;
set local role lp_definer;
revoke all on function doubt_words_of(uuid), public_contested(int) from public;
grant execute on function doubt_words_of(uuid) to lp_app;
grant execute on function public_contested(int) to lp_public, lp_app;
reset role;
