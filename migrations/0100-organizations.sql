-- Why: every later row belongs to a body; bodies change by law and on a date, and duty passes to their successors.

-- Bodies are public facts (an organisation chart), so that every officer reads all of them.
create table bodies (
  id            uuid not null default uuidv7(),
  slug          text not null,
  name          text not null,
  short_name    text,
  kind          text not null,
  parent_id     uuid references bodies,
  area_code     text,
  -- The one body whose administrators keep the organisation chart of the province (Văn phòng UBND tỉnh).
  keeps_chart   boolean not null default false,
  -- The lead department of the field: it receives signs of violation (formerly Sở TTTT, now Sở KH&CN).
  is_lead       boolean not null default false,
  valid_from    date not null default '1900-01-01',
  valid_to      date,
  source        text not null default '',
  verified      boolean not null default false,
  constraint bodies_pkey primary key (id),
  constraint bodies_slug unique (slug),
  constraint bodies_kind check (kind in ('province-committee', 'province-office', 'department', 'board', 'police', 'sector-body',
    'district-committee', 'commune-committee', 'enterprise', 'ministry', 'other')),
  constraint bodies_end_after_start check (valid_to >= valid_from)
);
create index bodies_by_name on bodies (name);

create table body_names (
  body_id uuid not null references bodies,
  name    text not null,
  constraint body_names_pkey primary key (body_id, name)
);

-- Groups that letters address; how each resolves on a date is `rule` (data/administrative-units/groups.csv).
create table body_groups (
  id          uuid not null default uuidv7(),
  slug        text not null,
  name        text not null,
  other_names text[] not null default '{}',
  rule        text not null,
  valid_from  date not null default '1900-01-01',
  valid_to    date,
  constraint body_groups_pkey primary key (id),
  constraint body_groups_slug unique (slug),
  constraint body_groups_rule check (rule in ('members', 'communes', 'none-fixed'))
);
create table body_group_members (
  group_id   uuid not null references body_groups,
  body_id    uuid not null references bodies,
  valid_from date not null default '1900-01-01',
  valid_to   date,
  constraint body_group_members_pkey primary key (group_id, body_id, valid_from)
);
create index body_group_members_by_body on body_group_members (body_id);

-- Who succeeds whom, for which share of the duties, from when. One-to-many is the rule, not the exception.
create table successions (
  id             uuid not null default uuidv7(),
  body_before_id uuid not null references bodies,
  body_after_id  uuid not null references bodies,
  share          text not null,
  effective_on   date not null,
  basis          text not null,
  verified       boolean not null default false,
  constraint successions_pkey primary key (id),
  constraint successions_once unique (body_before_id, body_after_id, effective_on, share)
);
create index successions_by_before on successions (body_before_id, effective_on);
create index successions_by_after on successions (body_after_id);

-- Areas: communes of 2025 (official code), districts until 2025-06-30; boundaries stay in data/.
create table areas (
  code        text not null,
  name        text not null,
  kind        text not null,
  parent_code text references areas,
  valid_from  date not null default '1900-01-01',
  valid_to    date,
  constraint areas_pkey primary key (code),
  constraint areas_kind check (kind in ('province', 'district', 'commune'))
);
create table area_successions (
  code_before  text not null references areas,
  code_after   text not null references areas,
  effective_on date not null,
  constraint area_successions_pkey primary key (code_before, code_after)
);

create table units (
  id         uuid not null default uuidv7(),
  body_id    uuid not null references bodies,
  name       text not null,
  parent_id  uuid references units,
  valid_from date not null default '1900-01-01',
  valid_to   date,
  constraint units_pkey primary key (id)
);
create index units_by_body on units (body_id);

create table officers (
  id         uuid not null default uuidv7(),
  full_name  text not null,
  email      text not null,
  phone      text,
  language   text not null default 'vi',
  created_at timestamptz not null default acting_at(),
  left_on    date,
  constraint officers_pkey primary key (id),
  constraint officers_language check (language in ('vi', 'en')),
  constraint officers_email_small check (email = lower(email) and length(email) <= 254)
);
create unique index officers_by_email on officers (email);

-- A post: which officer acts for which body, in which role. Roles are one readable table in accounts/policy.ts.
create table posts (
  id         uuid not null default uuidv7(),
  officer_id uuid not null references officers,
  body_id    uuid not null references bodies,
  unit_id    uuid references units,
  title      text not null,
  role       text not null,
  valid_from date not null default '1900-01-01',
  valid_to   date,
  constraint posts_pkey primary key (id),
  constraint posts_role check (role in ('clerk', 'officer', 'leader', 'administrator', 'observer')),
  constraint posts_end_after_start check (valid_to >= valid_from)
);
create index posts_by_officer on posts (officer_id);
create index posts_by_body on posts (body_id);

-- Signing for another: KT. (deputy for head), TL. (by order), TUQ. (by authorisation), TM. and Q. need no row.
create table delegations (
  id           uuid not null default uuidv7(),
  body_id      uuid not null references bodies,
  from_post_id uuid not null references posts,
  to_post_id   uuid not null references posts,
  form         text not null,
  scope        text not null,
  basis        text not null,
  valid_from   date not null,
  valid_to     date,
  constraint delegations_pkey primary key (id),
  constraint delegations_form check (form in ('KT', 'TL', 'TUQ')),
  constraint delegations_tuq_ends check (form <> 'TUQ' or valid_to is not null),
  constraint delegations_to_another check (from_post_id <> to_post_id)
);
create index delegations_by_body on delegations (body_id);

-- Whether who acts is an administrator of the body that keeps the chart; looks past row security, tells yes or no.
create function acting_keeps_chart() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from posts p join bodies b on b.id = p.body_id
    where p.officer_id = current_officer() and p.body_id = current_body() and p.role = 'administrator'
      and acting_on() between p.valid_from and coalesce(p.valid_to, 'infinity') and b.keeps_chart)
$$;
create function acting_administers() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from posts p
    where p.officer_id = current_officer() and p.body_id = current_body() and p.role = 'administrator'
      and acting_on() between p.valid_from and coalesce(p.valid_to, 'infinity'))
$$;
alter function acting_keeps_chart() owner to lp_definer;
alter function acting_administers() owner to lp_definer;
grant select on posts, bodies, units, officers to lp_definer;

do $$ declare t text; begin
  foreach t in array array['bodies', 'body_names', 'body_groups', 'body_group_members', 'successions', 'areas', 'area_successions'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I for select to lp_app, lp_public, lp_job using (true)', t || '_are_known_to_all', t);
    execute format('create policy %I on %I to lp_app using ((select acting_keeps_chart())) with check ((select acting_keeps_chart()))',
      t || '_kept_by_the_administrator', t);
    execute format('create policy %I on %I to lp_job using (true) with check (true)', t || '_for_jobs', t);
    execute format('grant select on %I to lp_public', t);
    execute format('grant select, insert, update on %I to lp_app, lp_job', t);
  end loop;
end $$;
grant delete on body_names, body_group_members to lp_app;

alter table units enable row level security;
alter table units force row level security;
create policy units_of_my_body on units to lp_app using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy units_for_jobs on units to lp_job using (true) with check (true);
grant select, insert, update on units to lp_app, lp_job;

alter table posts enable row level security;
alter table posts force row level security;
create policy posts_of_my_body on posts for select to lp_app using (body_id = (select current_body()) or (select acting_keeps_chart()));
create policy posts_given_by_my_administrator on posts for insert to lp_app
  with check ((body_id = (select current_body()) and (select acting_administers())) or (select acting_keeps_chart()));
create policy posts_changed_by_my_administrator on posts for update to lp_app
  using ((body_id = (select current_body()) and (select acting_administers())) or (select acting_keeps_chart()));
create policy posts_for_jobs on posts to lp_job using (true) with check (true);
grant select, insert, update on posts to lp_app, lp_job;

alter table officers enable row level security;
alter table officers force row level security;
create policy officers_of_my_body on officers for select to lp_app
  using (id = (select current_officer()) or exists (select from posts p where p.officer_id = officers.id));
create policy officers_change_themselves on officers for update to lp_app using (id = (select current_officer()));
create policy officers_for_jobs on officers to lp_job using (true) with check (true);
grant select, update (full_name, phone, language) on officers to lp_app;
grant select, insert, update on officers to lp_job;

alter table delegations enable row level security;
alter table delegations force row level security;
create policy delegations_of_my_body on delegations to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()) and (select acting_administers()));
create policy delegations_for_jobs on delegations to lp_job using (true) with check (true);
grant select, insert, update (valid_to) on delegations to lp_app;
grant select on delegations to lp_job;
