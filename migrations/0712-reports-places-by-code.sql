-- Why: counts of the province by place gave every agency the words in which a reporter named it, and such words may name a
-- person. What crosses from one body to another is now the code of a commune of the official list; all other words are ''.

/* What each spelling of a place was found to be. The spelling itself is not kept: a hash finds its code, nothing finds it. */
create table place_codes (
  place_hash bigint not null,
  code       text not null,
  -- The list of communes, and the reading of it, by which the code was found.
  read_by    text not null,
  constraint place_codes_pkey primary key (place_hash),
  constraint place_codes_code check (code ~ '^(\d{5})?$')
);
create index place_codes_by_reading on place_codes (read_by);
/* Spellings that nobody has read yet, until the program reads them. Rows are only added and taken away: two tips never wait
   for each other. */
create table unread_places (place text not null);

do $$ declare t text; begin
  foreach t in array array['place_codes', 'unread_places'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to lp_job using (true) with check (true)', t || '_for_jobs', t);
    execute format('grant select, insert, delete on %I to lp_job', t);
  end loop;
end $$;
grant update (code, read_by) on place_codes to lp_job;
grant select on place_codes to lp_definer;
grant insert on unread_places to lp_definer;
alter table job_locks no force row level security;
insert into job_locks (name) values ('reports.places');
alter table job_locks force row level security;

create function place_hash(place text) returns bigint language sql immutable parallel safe as $$ select hashtextextended(place, 0) $$;

create function note_place() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from place_codes p where p.place_hash = place_hash(new.place)) then
    insert into unread_places values (new.place);
  end if;
  return null;
end $$;
create trigger signals_note_their_place after insert on signals
  for each row when (new.place is not null) execute function note_place();
create trigger signals_note_a_new_place after update of place on signals
  for each row when (new.place is not null and new.place is distinct from old.place) execute function note_place();

alter function note_place() owner to lp_definer;

set local role lp_definer;
revoke all on function note_place() from public;
insert into unread_places select distinct place from signals where place is not null;

create or replace function province_counts_by(grouping_of text, from_on date, to_on date)
  returns table (figure text, key text, records bigint)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if current_officer() is null or not exists (select from bodies b where b.id = current_body() and b.kind <> 'enterprise') then
    raise exception 'the counts of the province are for officers of its agencies' using errcode = 'insufficient_privilege';
  end if;
  if grouping_of = 'area' then return query
    select 'I.1', coalesce(p.code, ''), sum(t.tips)::bigint
      from (select x.key, sum(x.tips) as tips from tips_by('place', from_on, to_on, null) x group by 1) t
        left join place_codes p on p.place_hash = place_hash(t.key) group by 2;
  else return query select c.* from counts_by(grouping_of, from_on, to_on, null) c;
  end if;
end $$;
create or replace function province_cases_by_place(from_on date, to_on date) returns table (key text, records bigint)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if current_officer() is null or not exists (select from bodies b where b.id = current_body() and b.kind <> 'enterprise') then
    raise exception 'the counts of the province are for officers of its agencies' using errcode = 'insufficient_privilege';
  end if;
  return query select coalesce(p.code, ''), count(*) from cases_by_place(from_on, to_on, null) c
    left join place_codes p on p.place_hash = place_hash(c.place) group by 1;
end $$;
/* `keys`: tricks, or codes of communes. `place` is a code. */
create or replace function province_tips_behind(grouping_of text, keys text[], from_on date, to_on date)
  returns table (type text, place text, body_id uuid, tips bigint)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if current_officer() is null or not exists (select from bodies b where b.id = current_body() and b.kind <> 'enterprise') then
    raise exception 'the counts of the province are for officers of its agencies' using errcode = 'insufficient_privilege';
  end if;
  return query select s.type, coalesce(p.code, ''), s.body_id, count(*) from signals s
    left join place_codes p on p.place_hash = place_hash(s.place)
    where s.received_at >= day_begins(from_on) and s.received_at < day_begins(to_on + 1) and s.channel <> 'forwarded'
      and case grouping_of when 'type' then s.type = any (keys) when 'area' then coalesce(p.code, '') = any (keys) end
    group by 1, 2, 3 order by 4 desc limit 5000;
end $$;
reset role;
