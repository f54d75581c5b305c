-- Why: an officer proves who they are, on each device apart, and a program of a body proves whose it is (issue 3, sign-in).

-- One row an officer: argon2id of the password, the TOTP secret sealed with a key outside the database.
create table credentials (
  officer_id          uuid not null references officers,
  password_hash       text not null,
  password_changed_at timestamptz not null default acting_at(),
  -- Set up but not yet proven with a first code; sign-in does not ask for it.
  totp_pending        bytea,
  totp_sealed         bytea,
  -- The last time step that was accepted: a code works once, also for two requests at the same moment.
  totp_last_step      bigint not null default 0,
  constraint credentials_pkey primary key (officer_id),
  constraint credentials_argon2id check (password_hash like '$argon2id$%')
);
alter table credentials enable row level security;
alter table credentials force row level security;
create policy credentials_of_mine on credentials to lp_app
  using (officer_id = (select current_officer())) with check (officer_id = (select current_officer()));
create policy credentials_for_jobs on credentials to lp_job using (true) with check (true);
grant select, update on credentials to lp_app;
grant select, insert, update on credentials to lp_job;

-- Recovery codes as keyed hashes; a used one stays, so that the page can count what is left.
create table recovery_codes (
  officer_id uuid not null references officers,
  code_hash  text not null,
  made_at    timestamptz not null default acting_at(),
  used_at    timestamptz,
  constraint recovery_codes_pkey primary key (officer_id, code_hash)
);
alter table recovery_codes enable row level security;
alter table recovery_codes force row level security;
create policy recovery_codes_of_mine on recovery_codes to lp_app
  using (officer_id = (select current_officer())) with check (officer_id = (select current_officer()));
create policy recovery_codes_for_jobs on recovery_codes to lp_job using (true) with check (true);
grant select, insert, delete, update (used_at) on recovery_codes to lp_app;
grant select, delete on recovery_codes to lp_job;

-- A post that ended at once, by whom. `posts.valid_to` alone lasts until midnight.
create table post_endings (
  post_id  uuid not null references posts,
  body_id  uuid not null references bodies,
  ended_at timestamptz not null default acting_at(),
  ended_by uuid references officers,
  constraint post_endings_pkey primary key (post_id)
);
create index post_endings_by_body on post_endings (body_id);
alter table post_endings enable row level security;
alter table post_endings force row level security;
create policy post_endings_of_my_body on post_endings for select to lp_app
  using (body_id = (select current_body()) or (select acting_keeps_chart()));
create policy post_endings_by_my_administrator on post_endings for insert to lp_app
  with check (ended_by = (select current_officer())
    and ((body_id = (select current_body()) and (select acting_administers())) or (select acting_keeps_chart())));
create policy post_endings_for_jobs on post_endings to lp_job using (true) with check (true);
grant select, insert on post_endings to lp_app, lp_job;

-- A session: the token is in the cookie only; here its keyed hash. `post_id` is the desk at which the officer sits.
create table sessions (
  id            uuid not null default uuidv7(),
  officer_id    uuid not null references officers,
  post_id       uuid not null references posts,
  token_hash    text not null,
  device        text not null,
  began_at      timestamptz not null default acting_at(),
  seen_at       timestamptz not null default acting_at(),
  ends_at       timestamptz not null,
  -- Which second proof was given.
  second_factor text not null,
  -- Wrong tries on this account, from anywhere, in the hour before.
  refused_before int not null default 0,
  revoked_at    timestamptz,
  revoked_why   text,
  constraint sessions_pkey primary key (id),
  constraint sessions_token unique (token_hash),
  constraint sessions_end_after_start check (ends_at > began_at),
  constraint sessions_second_factor check (second_factor in ('none', 'totp', 'recovery')),
  constraint sessions_revoked_for_a_reason check ((revoked_at is null) = (revoked_why is null)),
  constraint sessions_revoked_why check (revoked_why in ('signed-out', 'revoked', 'password-changed', 'replaced'))
);
create index sessions_by_officer on sessions (officer_id, began_at desc);
alter table sessions enable row level security;
alter table sessions force row level security;
create policy sessions_of_mine on sessions to lp_app
  using (officer_id = (select current_officer())) with check (officer_id = (select current_officer()));
create policy sessions_for_jobs on sessions to lp_job using (true) with check (true);
grant select, insert, update (post_id, seen_at, revoked_at, revoked_why) on sessions to lp_app;
grant select, update (revoked_at, revoked_why), delete on sessions to lp_job;

-- An invitation by link: for a post, or to set a new password. The link holds the token, here is its keyed hash.
create table invitations (
  id          uuid not null default uuidv7(),
  body_id     uuid not null references bodies,
  purpose     text not null,
  token_hash  text not null,
  email       text not null,
  full_name   text not null,
  title       text not null,
  role        text not null,
  invited_by  uuid references officers,
  invited_at  timestamptz not null default acting_at(),
  expires_at  timestamptz not null,
  accepted_at timestamptz,
  revoked_at  timestamptz,
  constraint invitations_pkey primary key (id),
  constraint invitations_token unique (token_hash),
  constraint invitations_purpose check (purpose in ('post', 'password')),
  constraint invitations_role check (role in ('clerk', 'officer', 'leader', 'administrator', 'observer')),
  constraint invitations_email_small check (email = lower(email) and length(email) <= 254),
  constraint invitations_one_end check (accepted_at is null or revoked_at is null)
);
create index invitations_by_body on invitations (body_id, invited_at desc);
alter table invitations enable row level security;
alter table invitations force row level security;
create policy invitations_by_my_administrator on invitations to lp_app
  using (body_id = (select current_body()) and (select acting_administers()))
  with check (body_id = (select current_body()) and (select acting_administers()) and invited_by = (select current_officer()));
create policy invitations_of_administrators on invitations to lp_app
  using (role = 'administrator' and (select acting_keeps_chart()))
  with check (role = 'administrator' and (select acting_keeps_chart()) and invited_by = (select current_officer()));
create policy invitations_for_jobs on invitations to lp_job using (true) with check (true);
grant select, insert, update (revoked_at) on invitations to lp_app;
grant select, insert, update (accepted_at, revoked_at), delete on invitations to lp_job;

-- A program of a body: what it may do is `scopes`. The token is shown once.
create table api_tokens (
  id         uuid not null default uuidv7(),
  body_id    uuid not null references bodies,
  name       text not null,
  token_hash text not null,
  scopes     text[] not null,
  made_by    uuid not null references officers,
  made_at    timestamptz not null default acting_at(),
  expires_on date not null,
  used_on    date,
  revoked_at timestamptz,
  revoked_by uuid references officers,
  constraint api_tokens_pkey primary key (id),
  constraint api_tokens_token unique (token_hash),
  constraint api_tokens_name check (length(name) between 1 and 80),
  constraint api_tokens_scopes check (cardinality(scopes) between 1 and 20)
);
create index api_tokens_by_body on api_tokens (body_id, made_at desc);
alter table api_tokens enable row level security;
alter table api_tokens force row level security;
create policy api_tokens_of_my_body on api_tokens to lp_app
  using (body_id = (select current_body()) and (select acting_administers()))
  with check (body_id = (select current_body()) and (select acting_administers()));
create policy api_tokens_for_jobs on api_tokens to lp_job using (true) with check (true);
grant select, insert, update (revoked_at, revoked_by) on api_tokens to lp_app;
grant select, update (used_on) on api_tokens to lp_job;

-- Posts held today: by the calendar, and not ended at once.
create function post_is_held(p posts) returns boolean language sql stable set search_path = public, pg_temp as $$
  select acting_on() between p.valid_from and coalesce(p.valid_to, 'infinity')
    and not exists (select from post_endings e where e.post_id = p.id)
$$;

-- The one look-up of each request: who holds this session, at which desk. Nothing for a session that is over.
create function session_holder(hash text, idle interval) returns table (
  session_id uuid, officer_id uuid, name text, language text, body_id uuid, body_name text, body_kind text, unit_id uuid,
  post_id uuid, title text, role text, is_lead boolean, keeps_chart boolean, seen_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, o.id, o.full_name, o.language, b.id, b.name, b.kind, p.unit_id,
    p.id, p.title, p.role, b.is_lead, b.keeps_chart, s.seen_at
  from sessions s
    join officers o on o.id = s.officer_id
    join posts p on p.id = s.post_id and p.officer_id = s.officer_id
    join bodies b on b.id = p.body_id
  where s.token_hash = hash and s.revoked_at is null and s.ends_at > acting_at() and s.seen_at > acting_at() - idle
    and (o.left_on is null or o.left_on > acting_on()) and post_is_held(p)
    and acting_on() <= coalesce(b.valid_to, 'infinity')
$$;

-- The one look-up of a program's request.
create function token_holder(hash text) returns table (token_id uuid, body_id uuid, scopes text[], used_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select t.id, t.body_id, t.scopes, t.used_on from api_tokens t join bodies b on b.id = t.body_id
  where t.token_hash = hash and t.revoked_at is null and t.expires_on >= acting_on()
    and acting_on() <= coalesce(b.valid_to, 'infinity')
$$;

-- The desks of who acts, in every body: an officer may hold posts in several.
create function my_desks() returns table (post_id uuid, body_id uuid, body_name text, title text, role text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, b.id, b.name, p.title, p.role from posts p join bodies b on b.id = p.body_id
  where p.officer_id = current_officer() and post_is_held(p) and acting_on() <= coalesce(b.valid_to, 'infinity')
  order by p.valid_from, p.id limit 50
$$;

-- Whether an officer also holds a post that who acts does not administer; tells yes or no.
create function serves_elsewhere(officer uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from posts p where p.officer_id = officer and p.body_id <> current_body() and post_is_held(p))
$$;

grant select on post_endings, sessions, api_tokens to lp_definer;
alter function session_holder(text, interval) owner to lp_definer;
alter function token_holder(text) owner to lp_definer;
alter function my_desks() owner to lp_definer;
alter function serves_elsewhere(uuid) owner to lp_definer;
revoke all on function session_holder(text, interval), token_holder(text), my_desks(), serves_elsewhere(uuid) from public;
grant execute on function session_holder(text, interval), token_holder(text) to lp_public;
grant execute on function my_desks(), serves_elsewhere(uuid) to lp_app;
