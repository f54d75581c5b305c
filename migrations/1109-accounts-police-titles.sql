-- Why: in a body of the police every head of a division and every constable may sanction (`data/competence.csv`); such a title was given by
-- one administrator alone. It takes a second person too.
set local role lp_definer;
create or replace function weigh_invitation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.approved_by := null;
  new.approved_at := null;
  new.needs_second := new.invited_by is not null and (new.role in ('leader', 'administrator')
    or is_sanctioning_title(new.title)
    or exists (select from bodies b where b.id = new.body_id and b.kind = 'police' and plain_text(new.title) ~ '\m(truong phong|chien si)\M')
    or exists (select from officers o where o.id = new.invited_by
      and (o.email = new.email
        or lower(normalize(btrim(regexp_replace(o.full_name, '\s+', ' ', 'g')), NFC))
          = lower(normalize(btrim(regexp_replace(new.full_name, '\s+', ' ', 'g')), NFC))))
    or new.purpose = 'password' and exists (select from posts p join officers o on o.id = p.officer_id
      where o.email = new.email and stands_high(p)));
  return new;
end $$;
reset role;
