-- Why: a check keeps the number that its body gave it when another body takes it over (issue 19, reform day).
alter table inspections add column numbered_by uuid references bodies default current_body();
-- `lp_definer` looks past row security: every check that is there was numbered by the body that holds it.
grant update (numbered_by) on inspections to lp_definer;
set local role lp_definer;
update inspections set numbered_by = body_id where numbered_by is null;
reset role;
revoke update (numbered_by) on inspections from lp_definer;
alter table inspections alter column numbered_by set not null;
alter table inspections drop constraint inspections_number;
alter table inspections add constraint inspections_number unique (numbered_by, year, number);
