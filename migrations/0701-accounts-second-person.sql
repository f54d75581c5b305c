-- Why: one administrator could become anybody of the body. A link or a post of higher standing, and a post for oneself, takes
-- a second person; the owner of an account is told of every link made for it; what was done on the machine itself is shown.

alter table invitations
  add column needs_second      boolean not null default false,
  add column asked_from        uuid default current_body() references bodies,
  add column approved_by       uuid references officers,
  add column approved_at       timestamptz,
  -- When the link, and the word that somebody asks for one, went to the officer’s own mail.
  add column mailed_at         timestamptz,
  add column told_at           timestamptz,
  -- Asked by the owner of the account: the second step of signing in stays.
  add column keeps_second_step boolean not null default false,
  add constraint invitations_agreed_by_another check (approved_by is null or approved_by is distinct from invited_by),
  add constraint invitations_agreement_is_whole check ((approved_by is null) = (approved_at is null)),
  add constraint invitations_taken_when_agreed check (accepted_at is null or not needs_second or approved_by is not null);

-- Links that are out already, for a leader or an administrator, wait for a second person too; those taken stay as they were.
grant select, update (needs_second) on invitations to lp_definer;
set local role lp_definer;
update invitations set needs_second = true where role in ('leader', 'administrator') and accepted_at is null and revoked_at is null;
reset role;
revoke update (needs_second) on invitations from lp_definer;

-- What others did about an officer's account, told to that officer and to nobody else.
create table account_notices (
  id         uuid not null default uuidv7(),
  officer_id uuid not null references officers,
  at         timestamptz not null default acting_at(),
  what       text not null,
  by_name    text,
  seen_at    timestamptz,
  constraint account_notices_pkey primary key (id),
  constraint account_notices_what check (what in ('reset-asked', 'recovered', 'link-asked', 'link-made', 'post-asked', 'password-replaced'))
);
create index account_notices_unseen on account_notices (officer_id, at desc) where seen_at is null;
alter table account_notices enable row level security;
alter table account_notices force row level security;
create policy account_notices_of_mine on account_notices to lp_app
  using (officer_id = (select current_officer())) with check (officer_id = (select current_officer()));
create policy account_notices_for_jobs on account_notices to lp_job using (true) with check (true);
grant select, update (seen_at) on account_notices to lp_app;
grant select, delete on account_notices to lp_job;
grant insert on account_notices to lp_definer;

-- Accounts opened from the machine itself, past everybody: every administrator sees them for thirty days.
create table account_recoveries (
  id         uuid not null default uuidv7(),
  at         timestamptz not null default acting_at(),
  officer_id uuid not null references officers,
  full_name  text not null,
  body_name  text not null,
  constraint account_recoveries_pkey primary key (id)
);
create index account_recoveries_by_time on account_recoveries (at desc);
alter table account_recoveries enable row level security;
alter table account_recoveries force row level security;
create policy account_recoveries_for_administrators on account_recoveries for select to lp_app
  using (at > acting_at() - interval '30 days' and (select acting_administers()));
create policy account_recoveries_for_jobs on account_recoveries to lp_job using (true) with check (true);
grant select on account_recoveries to lp_app;
grant select, insert on account_recoveries to lp_job;

-- Whether a second person must agree is the database's to say, whoever writes the row.
create function weigh_invitation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.approved_by := null;
  new.approved_at := null;
  new.needs_second := new.invited_by is not null and (new.role in ('leader', 'administrator')
    or exists (select from officers o where o.id = new.invited_by and o.email = new.email)
    or new.purpose = 'password' and exists (select from posts p join officers o on o.id = p.officer_id
      where o.email = new.email and p.role in ('leader', 'administrator') and post_is_held(p)));
  return new;
end $$;
create trigger invitations_are_weighed before insert on invitations for each row execute function weigh_invitation();

-- The owner of the account is told in the same statement, so that nobody can forget to.
create function tell_account_owner() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  happened text;
begin
  if tg_op = 'INSERT' then
    happened := case when new.purpose = 'post' then 'post-asked' when new.keeps_second_step then 'reset-asked'
      when new.invited_by is null then 'recovered' when new.needs_second then 'link-asked' else 'link-made' end;
  elsif old.approved_at is null and new.approved_at is not null and new.purpose = 'password' then
    happened := 'link-made';
  elsif old.accepted_at is null and new.accepted_at is not null and new.purpose = 'password' then
    happened := 'password-replaced';
  else
    return null;
  end if;
  insert into account_notices (officer_id, what, by_name)
    select o.id, happened, (select b.full_name from officers b where b.id = case when tg_op = 'INSERT' then new.invited_by else new.approved_by end)
    from officers o where o.email = new.email;
  return null;
end $$;
create trigger invitations_tell_the_owner after insert or update of approved_at, accepted_at on invitations
  for each row execute function tell_account_owner();

/* Who may be the second: another administrator or the head, of the body it is for or of the one that asks. Where there is nobody
   else, an administrator of the lead department; where that one asks, of the body that keeps the chart. Never who asks, nor
   whom it is for. */
create function may_agree(asked invitations) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select asked.needs_second and asked.approved_by is null and asked.accepted_at is null and asked.revoked_at is null
    and asked.expires_at > acting_at() and current_officer() is not null
    and asked.invited_by is distinct from current_officer()
    and not exists (select from officers o where o.id = current_officer() and o.email = asked.email)
    and exists (
      select from posts p join bodies b on b.id = p.body_id
      where p.officer_id = current_officer() and p.body_id = current_body() and post_is_held(p)
        and (p.role in ('leader', 'administrator') and p.body_id in (asked.body_id, asked.asked_from)
          or p.role = 'administrator' and (b.is_lead or b.keeps_chart) and not exists (
            select from posts q join officers o on o.id = q.officer_id
            where q.role in ('leader', 'administrator') and q.body_id in (asked.body_id, asked.asked_from) and post_is_held(q)
              and q.officer_id is distinct from asked.invited_by and o.email <> asked.email)))
$$;
create function invitations_to_agree() returns table (id uuid, body_name text, purpose text, email text, full_name text, title text,
  role text, asked_by text, invited_at timestamptz, expires_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select i.id, b.name, i.purpose, i.email, i.full_name, i.title, i.role, o.full_name, i.invited_at, i.expires_at
  from invitations i join bodies b on b.id = i.body_id left join officers o on o.id = i.invited_by
  where may_agree(i) order by i.invited_at limit 100
$$;
-- The link that is good from now on is a new one: nobody who asked has seen it.
create function agree_to_invitation(asked uuid, new_token_hash text, hours int) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update invitations i set approved_by = current_officer(), approved_at = acting_at(), token_hash = new_token_hash,
    expires_at = acting_at() + make_interval(hours => hours)
  where i.id = asked and may_agree(i);
  return found;
end $$;
grant update (approved_by, approved_at, token_hash, expires_at) on invitations to lp_definer;
alter function weigh_invitation() owner to lp_definer;
alter function tell_account_owner() owner to lp_definer;
alter function may_agree(invitations) owner to lp_definer;
alter function invitations_to_agree() owner to lp_definer;
alter function agree_to_invitation(uuid, text, int) owner to lp_definer;
set local role lp_definer;
revoke all on function weigh_invitation(), tell_account_owner(), may_agree(invitations), invitations_to_agree(),
  agree_to_invitation(uuid, text, int) from public;
grant execute on function invitations_to_agree(), agree_to_invitation(uuid, text, int) to lp_app;
reset role;

-- Who asks says what is asked; the rest is the database's, or the second's, or the worker's that mails the link.
revoke insert on invitations from lp_app;
grant insert (body_id, purpose, token_hash, email, full_name, title, role, invited_by, expires_at) on invitations to lp_app;
grant update (token_hash, mailed_at, told_at) on invitations to lp_job;

-- A post comes by an invitation that was taken, as a job. Whoever keeps accounts changes what a post is, and never upwards.
drop policy posts_given_by_my_administrator on posts;
revoke insert, update on posts from lp_app;
grant update (role, valid_to) on posts to lp_app;
create function refuse_raised_post() returns trigger language plpgsql as $$
begin
  if current_user = 'lp_app' and (new.role in ('leader', 'administrator') or new.officer_id = current_officer()) then
    raise exception 'a post is raised by an invitation to which a second person agreed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger posts_are_not_raised_alone before update of role on posts for each row
  when (new.role is distinct from old.role) execute function refuse_raised_post();
