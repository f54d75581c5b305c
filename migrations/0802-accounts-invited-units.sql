-- Why: a list of officers says in which unit each serves; the post has it from the invitation (issue 16, officers by list).
alter table invitations add column unit_id uuid references units;
grant insert (unit_id) on invitations to lp_app;
