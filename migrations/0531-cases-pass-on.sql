-- Why: on a reform day (journey 11) cases, tips, requests and hand-overs pass to who succeeds a body, with everything that hangs on
-- them; what was written under the old name stays as it was written.

-- A row that is only ever added to still follows its record to another body, on a reform day and in nothing else.
create function refuse_change_but_passing_on() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_job() = 'organizations.reform-day'
    and to_jsonb(new) - 'body_id' - 'from_body_id' = to_jsonb(old) - 'body_id' - 'from_body_id' then return new; end if;
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
do $$ declare t record; begin
  for t in select * from (values ('case_exhibits', 'case_exhibits_are_append_only'), ('case_dossiers', 'case_dossiers_are_append_only'),
    ('signal_events', 'signal_events_are_append_only')) as of(name, guard) loop
    execute format('drop trigger %I on %I', t.guard, t.name);
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change_but_passing_on()', t.guard, t.name);
  end loop;
end $$;

-- What hangs on a case or a tip by (id, body_id) follows it.
do $$ declare k record; begin
  for k in select conname, conrelid::regclass as child, pg_get_constraintdef(oid) as def from pg_constraint
    where contype = 'f' and confupdtype = 'a' and cardinality(conkey) > 1
      and confrelid in ('cases'::regclass, 'case_acts'::regclass, 'signals'::regclass) loop
    execute format('alter table %s drop constraint %I', k.child, k.conname);
    execute format('alter table %s add constraint %I %s on update cascade', k.child, k.conname, k.def);
  end loop;
end $$;

-- A case keeps its number, which letters cite; null: numbered by the body that handles it.
alter table cases add column numbered_by uuid references bodies;
alter table cases drop constraint cases_number;
create unique index cases_number on cases (coalesce(numbered_by, body_id), number);

-- A case may pass to the very police that hold its file, a tip to the body to which it was forwarded: only a new one must go elsewhere.
alter table case_transfers drop constraint case_transfers_to_another;
drop policy case_transfers_by_the_handler on case_transfers;
create policy case_transfers_by_the_handler on case_transfers for insert to lp_app
  with check (body_id = (select current_body()) and to_body_id <> body_id);
alter table signal_forwards drop constraint signal_forwards_elsewhere;
drop policy signal_forwards_sent_by_my_body on signal_forwards;
create policy signal_forwards_sent_by_my_body on signal_forwards for insert to lp_app
  with check (from_body_id = (select current_body()) and state = 'sent' and to_body_id <> from_body_id);

grant update (body_id, numbered_by, changed_at) on cases to lp_job;
grant update (enterprise_id) on prevention_requests to lp_job;
grant update (to_body_id) on case_transfers to lp_job;
grant update (body_id, handler_id, handler_name, compared_at) on signals to lp_job;
grant insert on indicators to lp_job;
grant update (indicator_id) on signal_identifiers to lp_job;
grant delete on signal_pairs to lp_job;
grant update (to_body_id) on signal_forwards to lp_job;
grant update (body_id) on share_requests to lp_job;
grant update (body_id, asking_body_id) on share_answers to lp_job;
