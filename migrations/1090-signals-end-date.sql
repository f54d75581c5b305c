-- Why: personal data of those who report had no end date (Luật 91/2025/QH15, not read word by word; months stand in data/signals/retention.csv).
-- A tip that is over and in nobody's file loses who sent it, how to reach them, the raw words, the reporter's messages, the files and the
-- desk's notes; the masked words, the counts and the journal stay. A hold by an officer, with a reason, keeps it whole until it is lifted.
alter table signals add column erased_at timestamptz;
create index signals_to_erase on signals (body_id, changed_at)
  where state in ('closed', 'merged') and case_id is null and erased_at is null;

create table signal_holds (
  signal_id uuid not null,
  body_id   uuid not null,
  reason    text not null,
  by_name   text not null,
  at        timestamptz not null default acting_at(),
  constraint signal_holds_pkey primary key (signal_id),
  constraint signal_holds_signal foreign key (signal_id, body_id) references signals (id, body_id) on update cascade,
  constraint signal_holds_length check (length(reason) between 1 and 1000)
);
alter table signal_holds enable row level security;
alter table signal_holds force row level security;
create policy signal_holds_of_my_body on signal_holds to lp_app
  using (body_id = (select current_body()) and exists (select from signals s where s.id = signal_id))
  with check (body_id = (select current_body()) and exists (select from signals s where s.id = signal_id));
create policy signal_holds_for_jobs on signal_holds for select to lp_job using (true);
grant select, insert (signal_id, body_id, reason, by_name), delete on signal_holds to lp_app;
grant select on signal_holds to lp_job;

-- A desk that has old tips is told a month before the first of them is emptied: nothing is erased before this day.
do $$ begin
  execute format('create function erasure_begins() returns timestamptz language sql stable parallel safe as $f$ select %L::timestamptz $f$',
    now() + interval '30 days');
end $$;

-- Of one tip, by the job that counts days: false where a file, a hold or another body keeps it.
grant select (signal_id), delete on desk_notes, desk_follow_ups to lp_definer;
grant select (signal_id) on signal_holds to lp_definer;
create function erase_signal(one uuid, blank bytea) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from signals s where s.id = one and s.state in ('closed', 'merged') and s.case_id is null and s.erased_at is null for update;
  if not found then return false; end if;
  if exists (select from signal_holds h where h.signal_id = one)
    or exists (select from signal_forwards f where f.signal_id = one and f.state in ('sent', 'received'))
    or exists (select from incidents i where i.sent_key = 'tip-' || one::text) then return false; end if;
  update signal_seals set identity = null, raw_text = blank where signal_id = one;
  update signal_messages set sealed = blank where signal_id = one and side = 'reporter';
  delete from signal_sealed_identifiers where signal_id = one;
  update signal_evidence set sha256 = repeat('0', 64), keeps_original = false, derivative = 'withdrawn',
    derivative_sha256 = null, derivative_type = null where signal_id = one;
  delete from desk_notes where signal_id = one;
  delete from desk_follow_ups where signal_id = one;
  update signals set erased_at = acting_at() where id = one;
  return true;
end $$;
alter function erase_signal(uuid, bytea) owner to lp_definer;
set local role lp_definer;
revoke all on function erase_signal(uuid, bytea) from public;
grant execute on function erase_signal(uuid, bytea) to lp_job;
reset role;
