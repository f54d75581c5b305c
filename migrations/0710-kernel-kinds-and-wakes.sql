-- Why: which kinds of bodies may open a case, take one over as the police or issue a directive stood in the program alone,
-- and whoever knew the name of an advisory lock could keep the worker asleep.

/* Arguments: the column that names the body, then the kinds that may. Raises check_violation; a body of another kind stays out. */
create function refuse_other_kinds() returns trigger language plpgsql as $$
declare
  body uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
  if body is not null and not exists (select from bodies b where b.id = body and b.kind = any (tg_argv[1:])) then
    raise exception 'a body of this kind may not stand in %.%', tg_table_name, tg_argv[0]
      using errcode = 'check_violation', constraint = tg_table_name || '_kind_of_body';
  end if;
  return new;
end $$;

-- The kinds with a post that sanctions in this field (data/competence.csv), as in src/accounts/policy.ts.
create trigger cases_kind_of_body before insert or update of body_id on cases for each row execute function
  refuse_other_kinds('body_id', 'province-committee', 'department', 'police', 'district-committee', 'commune-committee');
create trigger case_transfers_kind_of_body before insert or update of to_body_id on case_transfers for each row
  execute function refuse_other_kinds('to_body_id', 'police');
create trigger directives_kind_of_body before insert or update of issuer_body_id on directives for each row execute function
  refuse_other_kinds('issuer_body_id', 'province-committee', 'province-office', 'department', 'board', 'police', 'sector-body',
    'district-committee', 'commune-committee', 'ministry');

-- One row a job that is woken: `wake_job` (src/kernel/db/prepare.ts) locks it, which only the queue's owner can.
create table job_wakes (
  task text not null,
  constraint job_wakes_pkey primary key (task)
);
alter table job_wakes enable row level security;
alter table job_wakes force row level security;
create policy job_wakes_for_the_queue on job_wakes to lp_queue using (true) with check (true);
grant select, insert, update on job_wakes to lp_queue;
