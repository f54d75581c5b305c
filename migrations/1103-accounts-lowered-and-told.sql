-- Why: an administrator alone made a leader an observer first and set a new password for that account next; gave an officer's post the title
-- of one that sanctions; wrote down who signs for whom. A post that stood high lately still counts, such a title takes a second person too,
-- and whoever a change concerns is told of it at once.

alter table posts add column stood_high_until timestamptz;
create function remember_high_standing() returns trigger language plpgsql as $$
begin
  new.stood_high_until := acting_at();
  return new;
end $$;
create trigger posts_remember_high_standing before update of role on posts for each row
  when (old.role in ('leader', 'administrator') and new.role not in ('leader', 'administrator')) execute function remember_high_standing();

-- A post of high standing, held today, to come, or lowered or ended within thirty days.
create function stands_high(p posts) returns boolean language sql stable set search_path = public, pg_temp as $$
  select p.role in ('leader', 'administrator') and coalesce(p.valid_to, 'infinity') > acting_on() - 30
    or coalesce(p.stood_high_until > acting_at() - interval '30 days', false)
$$;
-- Titles of posts that sanction (Luật XLVPHC, `data/competence.csv`), and of their deputies.
create function is_sanctioning_title(title text) returns boolean language sql immutable parallel safe set search_path = public, pg_temp as $$
  select plain_text(title) ~ '\m(thanh tra vien|chanh thanh tra|giam doc|chu tich|cuc truong|truong cong an|truong don|doi truong|truong doan|truong phong (an ninh|canh sat|cong an))\M'
$$;

set local role lp_definer;
create or replace function weigh_invitation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.approved_by := null;
  new.approved_at := null;
  new.needs_second := new.invited_by is not null and (new.role in ('leader', 'administrator')
    or is_sanctioning_title(new.title)
    or exists (select from officers o where o.id = new.invited_by
      and (o.email = new.email
        or lower(normalize(btrim(regexp_replace(o.full_name, '\s+', ' ', 'g')), NFC))
          = lower(normalize(btrim(regexp_replace(new.full_name, '\s+', ' ', 'g')), NFC))))
    or new.purpose = 'password' and exists (select from posts p join officers o on o.id = p.officer_id
      where o.email = new.email and stands_high(p)));
  return new;
end $$;
reset role;

-- `about`: the person and the post of whom the notice tells, where that is somebody else.
alter table account_notices add column about text;
alter table account_notices drop constraint account_notices_what;
alter table account_notices add constraint account_notices_what check (what in ('reset-asked', 'recovered', 'link-asked', 'link-made', 'post-asked',
  'password-replaced', 'post-lowered', 'post-ended', 'post-in-body', 'delegated'));

-- The heads of a body are told of every post that is asked for in it.
create function tell_heads_of_post() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into account_notices (officer_id, what, by_name, about)
    select distinct p.officer_id, 'post-in-body', (select b.full_name from officers b where b.id = new.invited_by), new.full_name || ', ' || new.title
    from posts p join officers o on o.id = p.officer_id
    where p.body_id = new.body_id and p.role = 'leader' and post_is_held(p) and p.officer_id is distinct from new.invited_by and o.email <> new.email;
  return null;
end $$;
create trigger invitations_tell_the_heads after insert on invitations for each row
  when (new.purpose = 'post' and new.invited_by is not null) execute function tell_heads_of_post();

-- Whoever's leader's or administrator's post somebody lowers or ends is told.
create function tell_owner_of_post() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into account_notices (officer_id, what, by_name, about)
    select new.officer_id, case when new.role <> old.role then 'post-lowered' else 'post-ended' end,
      (select b.full_name from officers b where b.id = current_officer()), new.title
    where current_officer() is not null and current_officer() <> new.officer_id;
  return null;
end $$;
create trigger posts_tell_their_owner after update of role, valid_to on posts for each row
  when (old.role in ('leader', 'administrator') and (new.role not in ('leader', 'administrator') or old.valid_to is distinct from new.valid_to))
  execute function tell_owner_of_post();

-- Whoever another signs for is told by whom that was written down.
create function tell_delegator() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into account_notices (officer_id, what, by_name, about)
    select p.officer_id, 'delegated', (select b.full_name from officers b where b.id = current_officer()),
      (select o.full_name || ', ' || t.title || ' (' || new.form || '.)' from posts t join officers o on o.id = t.officer_id where t.id = new.to_post_id)
    from posts p where p.id = new.from_post_id and current_officer() is not null and current_officer() <> p.officer_id;
  return null;
end $$;
create trigger delegations_tell_the_delegator after insert on delegations for each row execute function tell_delegator();

alter function tell_heads_of_post() owner to lp_definer;
alter function tell_owner_of_post() owner to lp_definer;
alter function tell_delegator() owner to lp_definer;
set local role lp_definer;
revoke all on function tell_heads_of_post(), tell_owner_of_post(), tell_delegator() from public;
reset role;
