-- Why: a province could begin in the demo only. What the installation is (which province, at which address) and how far its
-- set-up has come are kept here, so that the set-up can be left, resumed and never done twice.

-- One row, written by the transaction that completes the set-up; without it no page but the set-up's is served.
create table installation (
  only_one         boolean not null default true,
  province_code    text not null references areas,
  province_name    text not null,
  province_kind    text not null,
  -- What the environment does not say (docs/contracts.md, "Start and stop"); sealed, since it may hold a password.
  public_url       text,
  mail_sealed      bytea,
  mail_from        text,
  backup_dir       text,
  keys_copied_to   text,
  set_up_at        timestamptz not null default acting_at(),
  set_up_by        text not null,
  constraint installation_pkey primary key (only_one),
  constraint installation_is_one check (only_one),
  constraint installation_kind check (province_kind in ('tỉnh', 'thành phố')),
  constraint installation_way check (set_up_by in ('pages', 'file', 'data', 'before'))
);

-- Whether the set-up is over: somebody administers, or the row above is there. No policy below lets anybody past it.
create function is_set_up() returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from installation) or exists (select from posts where role = 'administrator')
$$;

alter table installation enable row level security;
alter table installation force row level security;
create policy installation_for_jobs on installation for select to lp_job using (true);
create policy installation_changed_by_jobs on installation for update to lp_job using (true) with check (true);
create policy installation_begun_once on installation for insert to lp_job
  with check (not exists (select from posts where role = 'administrator'));
grant select, insert, update (public_url, mail_sealed, mail_from, backup_dir, keys_copied_to) on installation to lp_job;

-- The link that the server prints. Looking at it spends nothing; the first form sent from it does, and binds the rest to one browser.
create table setup_links (
  token_hash   text not null,
  made_at      timestamptz not null default acting_at(),
  expires_at   timestamptz not null,
  spent_at     timestamptz,
  session_hash text,
  constraint setup_links_pkey primary key (token_hash),
  constraint setup_links_session unique (session_hash),
  constraint setup_links_spent_for_somebody check ((spent_at is null) = (session_hash is null))
);
-- What was answered so far, a step each; gone when the set-up is done.
create table setup_answers (
  step    text not null,
  sealed  bytea not null,
  kept_at timestamptz not null default acting_at(),
  constraint setup_answers_pkey primary key (step)
);
do $$ declare t text; begin
  foreach t in array array['setup_links', 'setup_answers'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to lp_job using (not is_set_up()) with check (not is_set_up())', t || '_until_set_up', t);
  end loop;
end $$;
grant select, insert, delete, update (spent_at, session_hash, expires_at) on setup_links to lp_job;
grant select, insert, delete, update (sealed, kept_at) on setup_answers to lp_job;

-- Numbers that people are told to call; without who compared it with its source a number is not shown to the public.
create table public_numbers (
  number     text not null,
  name       text not null,
  shown_for  text not null,
  source     text not null,
  checked_by text,
  checked_on date,
  constraint public_numbers_pkey primary key (number, shown_for),
  constraint public_numbers_kind check (shown_for in ('police', 'sim', 'other')),
  constraint public_numbers_check_is_whole check ((checked_by is null) = (checked_on is null))
);
alter table public_numbers enable row level security;
alter table public_numbers force row level security;
create policy public_numbers_checked on public_numbers for select to lp_public using (checked_by is not null);
create policy public_numbers_for_officers on public_numbers for select to lp_app using (true);
create policy public_numbers_for_jobs on public_numbers to lp_job using (true) with check (true);
grant select on public_numbers to lp_public, lp_app;
grant select, insert, update on public_numbers to lp_job;

-- An installation from before goes on as the province of its chart. A chart that nobody works with yet (earlier versions laid
-- one at the first start) makes room for the set-up.
grant select on areas, officers, bodies to lp_definer;
grant insert on installation to lp_definer;
grant delete on successions, body_group_members, body_groups, body_names, area_successions, areas, bodies to lp_definer;
set local role lp_definer;
insert into installation (province_code, province_name, province_kind, set_up_by, set_up_at)
  select code, name, 'tỉnh', 'before', now() from areas where kind = 'province' and exists (select from officers) limit 1;
do $$ begin
  if not exists (select from officers) then
    delete from successions; delete from body_group_members; delete from body_groups; delete from body_names;
    delete from area_successions; delete from bodies; delete from areas where kind = 'commune'; delete from areas where kind = 'district';
    delete from areas;
  end if;
exception when foreign_key_violation then null;
end $$;
reset role;
revoke select on areas from lp_definer;
revoke insert on installation from lp_definer;
revoke delete on successions, body_group_members, body_groups, body_names, area_successions, areas, bodies from lp_definer;
