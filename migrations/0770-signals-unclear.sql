-- Identifiers of a tip that are nobody's business yet: the reader does not know whose they are (`unclear`), or an officer
-- said that they are the reporter's or a victim's (`theirs`). The value lies under the seal, so that it correlates with
-- nothing and no search finds it; the masked words around it say enough to decide.
create table signal_sealed_identifiers (
  id         uuid not null default uuidv7(),
  signal_id  uuid not null,
  body_id    uuid not null,
  kind       text not null,
  role       text not null,
  source     text not null,
  -- Masked words before and behind it.
  before     text not null default '',
  behind     text not null default '',
  -- {"value"}, sealed with the key of identities.
  sealed     bytea not null,
  at         timestamptz not null default acting_at(),
  constraint signal_sealed_identifiers_pkey primary key (id),
  constraint signal_sealed_identifiers_signal foreign key (signal_id, body_id) references signals (id, body_id) on update cascade,
  constraint signal_sealed_identifiers_kind check (kind in ('phone', 'bank-account', 'url', 'domain', 'ip', 'email', 'social')),
  constraint signal_sealed_identifiers_role check (role in ('unclear', 'theirs')),
  constraint signal_sealed_identifiers_source check (source in ('read', 'given', 'officer')),
  constraint signal_sealed_identifiers_words check (length(before) <= 300 and length(behind) <= 300)
);
create index signal_sealed_identifiers_by_signal on signal_sealed_identifiers (signal_id);

alter table signal_sealed_identifiers enable row level security;
alter table signal_sealed_identifiers force row level security;
create policy signal_sealed_identifiers_for_jobs on signal_sealed_identifiers to lp_job using (true) with check (true);
create policy signal_sealed_identifiers_of_my_body on signal_sealed_identifiers for select to lp_app
  using (body_id = (select current_body()));
create policy signal_sealed_identifiers_made_at_intake on signal_sealed_identifiers for insert to lp_app, lp_public
  with check (signal_id = (select my_signal()));
create policy signal_sealed_identifiers_put_back on signal_sealed_identifiers for insert to lp_app
  with check (body_id = (select current_body()));
create policy signal_sealed_identifiers_decided on signal_sealed_identifiers for update to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy signal_sealed_identifiers_taken_out on signal_sealed_identifiers for delete to lp_app
  using (body_id = (select current_body()));
create policy signal_sealed_identifiers_not_of_whom_they_name on signal_sealed_identifiers as restrictive to lp_app
  using (not (signal_id = any ((select acting_conflict_signals())::uuid[])));
grant select, insert, delete, update (role, source) on signal_sealed_identifiers to lp_app;
grant insert (signal_id, body_id, kind, role, source, before, behind, sealed) on signal_sealed_identifiers to lp_public;
grant select on signal_sealed_identifiers to lp_job;

-- A decision takes a clue out of the clear. Nobody may read other tips to see whether they name it too, hence a definer
-- function: the tip loses it, and the value goes with it where no other tip of the body names it.
create function seal_identifier(signal uuid, indicator uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from signal_identifiers m where m.signal_id = signal and m.indicator_id = indicator and m.body_id = current_body();
  if not found then return false; end if;
  if not exists (select from signal_identifiers m where m.indicator_id = indicator) then
    -- What was asked of others about it stays on record, without saying what it was.
    if exists (select from signal_lookups l where l.indicator_id = indicator) then
      update indicators i set value = 'sealed:' || i.id where i.id = indicator;
    else
      delete from indicators i where i.id = indicator;
    end if;
  end if;
  return true;
end $$;
alter function seal_identifier(uuid, uuid) owner to lp_definer;
grant delete on signal_identifiers, indicators to lp_definer;
grant select on signal_lookups to lp_definer;
set local role lp_definer;
revoke all on function seal_identifier(uuid, uuid) from public;
grant execute on function seal_identifier(uuid, uuid) to lp_app;
reset role;
