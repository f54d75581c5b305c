-- Why: a database in which tips came in before anybody could sign in keeps its chart (0800) and could not be set up: its province
-- goes on as it is, and `lienphong setup invite --body …` lets the first administrator in.
grant select on areas to lp_definer;
grant select, insert on installation to lp_definer;
set local role lp_definer;
insert into installation (province_code, province_name, province_kind, set_up_by, set_up_at)
  select code, name, 'tỉnh', 'before', now() from areas
  where kind = 'province' and exists (select from signals) and not exists (select from installation) limit 1;
reset role;
revoke select on areas from lp_definer;
revoke select, insert on installation from lp_definer;
