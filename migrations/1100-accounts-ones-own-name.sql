-- Why: an administrator whose installation sends no mail is handed the links that he makes. A post for a person of his own
-- name under another address was his to take alone; it waits for a second person as one under his own address does.
set local role lp_definer;
create or replace function weigh_invitation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.approved_by := null;
  new.approved_at := null;
  new.needs_second := new.invited_by is not null and (new.role in ('leader', 'administrator')
    or exists (select from officers o where o.id = new.invited_by
      and (o.email = new.email
        or lower(normalize(btrim(regexp_replace(o.full_name, '\s+', ' ', 'g')), NFC))
          = lower(normalize(btrim(regexp_replace(new.full_name, '\s+', ' ', 'g')), NFC))))
    or new.purpose = 'password' and exists (select from posts p join officers o on o.id = p.officer_id
      where o.email = new.email and p.role in ('leader', 'administrator') and post_is_held(p)));
  return new;
end $$;
reset role;
