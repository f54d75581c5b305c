-- Why: a day off moves what directives ask for as well as the clocks of cases. One list keeps what moved, whoever holds the
-- deadline: `case_number` is the case's, or the letter's number with the task's place in it.

alter table clock_moves alter column case_id drop not null,
  add column assignment_id uuid references assignments,
  add constraint clock_moves_of_one check (num_nonnulls(case_id, assignment_id) = 1),
  add constraint clock_moves_body foreign key (body_id) references bodies;
create index clock_moves_by_assignment on clock_moves (assignment_id) where assignment_id is not null;
drop policy clock_moves_not_of_whom_they_name on clock_moves;
create policy clock_moves_not_of_whom_they_name on clock_moves as restrictive to lp_app
  using (case_id is null or not (case_id = any ((select acting_conflicts())::uuid[])));
grant update (first_due_on) on assignments to lp_job;
