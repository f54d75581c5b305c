-- Why: what the set-up asked can be changed later; what could lead people or mails astray waits for a second administrator (issue 16).

create table setting_changes (
  id           uuid not null default uuidv7(),
  part         text not null,
  -- The wanted settings, sealed: they may hold the password of a mail server.
  sealed       bytea not null,
  needs_second boolean not null generated always as (part <> 'keeping') stored,
  asked_by     uuid not null references officers default current_officer(),
  asked_name   text not null,
  asked_at     timestamptz not null default acting_at(),
  agreed_by    uuid references officers,
  agreed_at    timestamptz,
  withdrawn_at timestamptz,
  applied_at   timestamptz,
  constraint setting_changes_pkey primary key (id),
  constraint setting_changes_part check (part in ('numbers', 'reach', 'keeping')),
  constraint setting_changes_agreed_by_another check (agreed_by is null or agreed_by <> asked_by),
  constraint setting_changes_agreement_is_whole check ((agreed_by is null) = (agreed_at is null)),
  constraint setting_changes_applied_when_agreed check (applied_at is null or withdrawn_at is null and (part = 'keeping' or agreed_by is not null)),
  constraint setting_changes_small check (octet_length(sealed) <= 200000)
);
-- One at a time waits for each part: two that wait could not be told apart by who agrees.
create unique index setting_changes_one_waits on setting_changes (part) where applied_at is null and withdrawn_at is null;
create index setting_changes_newest on setting_changes (asked_at desc);

/* Administrators of the body that keeps the chart, and of the lead department: the set-up made the first two of them. */
create function acting_keeps_settings() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from posts p join bodies b on b.id = p.body_id
    where p.officer_id = current_officer() and p.body_id = current_body() and p.role = 'administrator' and post_is_held(p)
      and (b.keeps_chart or b.is_lead))
$$;
alter function acting_keeps_settings() owner to lp_definer;
set local role lp_definer;
revoke all on function acting_keeps_settings() from public;
grant execute on function acting_keeps_settings() to lp_app;
reset role;

alter table setting_changes enable row level security;
alter table setting_changes force row level security;
create policy setting_changes_for_administrators on setting_changes for select to lp_app using ((select acting_keeps_settings()));
create policy setting_changes_asked_by_the_keeper on setting_changes for insert to lp_app
  with check ((select acting_keeps_chart()) and asked_by = (select current_officer()) and agreed_by is null and applied_at is null);
create policy setting_changes_agreed_by_me on setting_changes for update to lp_app
  using ((select acting_keeps_settings()) and applied_at is null and withdrawn_at is null)
  with check (agreed_by is null or agreed_by = (select current_officer()));
create policy setting_changes_for_jobs on setting_changes to lp_job using (true) with check (true);
grant select, insert (part, sealed, asked_name), update (agreed_by, agreed_at, withdrawn_at) on setting_changes to lp_app;
grant select, update (applied_at) on setting_changes to lp_job;
grant delete on public_numbers to lp_job;
