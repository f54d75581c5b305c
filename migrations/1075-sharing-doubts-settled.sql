-- Why: a body that recalled what only some were told of marked a public warning of the police; an owner that looked again and kept its
-- warning could not say so; and what a source took back stayed in the words of the body's own warnings.

-- The owner has looked at the warning again and keeps it as it is.
alter table warning_doubts add column settled_at timestamptz;
alter table warning_doubts add column settled_name text;
alter table warning_doubts add constraint warning_doubts_settled_by_somebody check ((settled_at is null) = (settled_name is null));
create policy warning_doubts_settled_by_my_body on warning_doubts for update to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
grant update (settled_at, settled_name) on warning_doubts to lp_app;

-- Marks on others' warnings by what not everybody was told of.
grant delete on warning_doubts to lp_definer;
set local role lp_definer;
delete from warning_doubts d using shared_indicators gone
  where gone.id = d.indicator_id and gone.audience <> 'public' and gone.body_id <> d.body_id;
reset role;
revoke delete on warning_doubts from lp_definer;

/* Released warnings that attach the value of what was recalled and name it in words: of its own body, and of others where everybody was
   told of it. */
create function warnings_naming(gone shared_indicators) returns table (warning_id uuid, body_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct w.id, w.body_id from shared_indicators i join warning_indicators a on a.indicator_id = i.id
    join warnings w on w.id = a.warning_id and w.state = 'released'
  where i.kind = gone.kind and i.value = gone.value and length(needle_of(gone.value)) >= 4
    and (w.body_id = gone.body_id or gone.audience = 'public')
    and position(needle_of(gone.value) in regexp_replace(lower(concat_ws(' | ', w.title, w.looks_like, array_to_string(w.signs, ' | '),
      array_to_string(w.what_to_do, ' | '), w.spoken)), '(?<=[0-9])[ .()-]{1,3}(?=[0-9])', '', 'g')) > 0
  order by w.id limit 200
$$;
alter function warnings_naming(shared_indicators) owner to lp_definer;

/* What its source took back: nobody is at a desk to recall the words, so the body's own warnings are marked as well. */
create function doubt_words_of_received(recalled uuid[]) returns setof uuid
  language sql security definer set search_path = public, pg_temp as $$
  with gone as (select i from shared_indicators i
      where i.id = any (recalled) and i.state = 'recalled' and i.origin = 'received'),
    marked as (
      insert into warning_doubts (warning_id, body_id, indicator_id, by_name)
        select n.warning_id, n.body_id, (g.i).id, case when n.body_id = (g.i).body_id then (g.i).recalled_name
          else (select b.name from bodies b where b.id = (g.i).body_id) end
        from gone g cross join lateral warnings_naming(g.i) n on conflict do nothing returning warning_id)
  select distinct warning_id from marked
$$;
alter function doubt_words_of_received(uuid[]) owner to lp_definer;

/* A warning that everybody reads and whose words name what was recalled, until its owner has looked at it again. */
create function public_doubted(asked int) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from warning_doubts d join warnings w on w.id = d.warning_id
    where w.code = asked and w.audience = 'public' and w.state = 'released' and d.settled_at is null)
$$;
alter function public_doubted(int) owner to lp_definer;

set local role lp_definer;
create or replace function doubt_words_of(recalled uuid) returns table (id uuid, is_own boolean)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone shared_indicators;
begin
  select * into gone from shared_indicators i where i.id = recalled and i.body_id = current_body() and i.state = 'recalled';
  if gone.id is null then return; end if;
  return query
    with naming as (select n.warning_id, n.body_id from warnings_naming(gone) n), marked as (
      insert into warning_doubts (warning_id, body_id, indicator_id, by_name)
        select n.warning_id, n.body_id, gone.id, (select b.name from bodies b where b.id = gone.body_id) from naming n
        where n.body_id <> gone.body_id on conflict do nothing)
    select n.warning_id, n.body_id = gone.body_id from naming n order by 1;
end $$;
create or replace function public_contested(asked int) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from contests c join warnings w on w.id = c.warning_id
    where w.code = asked and w.audience = 'public' and c.state = 'open')
$$;
revoke all on function warnings_naming(shared_indicators), doubt_words_of_received(uuid[]), public_doubted(int) from public;
grant execute on function doubt_words_of_received(uuid[]) to lp_job;
grant execute on function public_doubted(int) to lp_public, lp_app;
reset role;
