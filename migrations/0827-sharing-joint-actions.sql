-- Why: enterprises and agencies act together on one thing, with somebody who leads it and a day (issue 17, clause 3 of the letter).
create table joint_actions (
  id         uuid not null default uuidv7(),
  -- Who leads it.
  body_id    uuid not null references bodies default current_body(),
  title      text not null,
  what       text not null,
  due_on     date not null,
  state      text not null default 'open',
  made_by    uuid references officers default current_officer(),
  made_name  text not null,
  made_at    timestamptz not null default acting_at(),
  ended_at   timestamptz,
  ended_name text,
  outcome    text,
  constraint joint_actions_pkey primary key (id),
  constraint joint_actions_with_body unique (id, body_id),
  constraint joint_actions_title check (length(title) between 1 and 160),
  constraint joint_actions_what check (length(what) between 1 and 4000),
  constraint joint_actions_state check (state in ('open', 'done', 'dropped')),
  constraint joint_actions_outcome check (length(outcome) between 1 and 4000),
  constraint joint_actions_ended_is_whole check (num_nonnulls(ended_at, ended_name, outcome) = case when state = 'open' then 0 else 3 end)
);
create index joint_actions_by_body on joint_actions (body_id, state, due_on, id);

-- Each body that takes part, and what it said last.
create table joint_action_bodies (
  action_id     uuid not null,
  body_id       uuid not null default current_body(),
  to_body_id    uuid not null references bodies,
  answer        text,
  note          text,
  answered_at   timestamptz,
  answered_name text,
  constraint joint_action_bodies_pkey primary key (action_id, to_body_id),
  constraint joint_action_bodies_action foreign key (action_id, body_id) references joint_actions (id, body_id) on update cascade,
  constraint joint_action_bodies_answer check (answer in ('joins', 'done', 'cannot')),
  constraint joint_action_bodies_note check (length(note) <= 2000),
  constraint joint_action_bodies_says_why check (answer is distinct from 'cannot' or length(note) > 0),
  constraint joint_action_bodies_answer_is_whole check ((answer is null) = (answered_at is null) and (answer is null) = (answered_name is null))
);
create index joint_action_bodies_by_receiver on joint_action_bodies (to_body_id, action_id);

alter table joint_actions enable row level security;
alter table joint_actions force row level security;
alter table joint_action_bodies enable row level security;
alter table joint_action_bodies force row level security;
create policy joint_actions_seen on joint_actions for select to lp_app using (body_id = (select current_body())
  or exists (select from joint_action_bodies b where b.action_id = joint_actions.id and b.to_body_id = (select current_body())));
create policy joint_actions_made on joint_actions for insert to lp_app with check (body_id = (select current_body()) and state = 'open');
create policy joint_actions_ended on joint_actions for update to lp_app
  using (body_id = (select current_body()) and state = 'open') with check (body_id = (select current_body()));
create policy joint_actions_for_jobs on joint_actions to lp_job using (true) with check (true);
-- Who acts together sees who does what; nothing else of each other.
create policy joint_action_bodies_seen on joint_action_bodies for select to lp_app
  using (body_id = (select current_body()) or to_body_id = (select current_body()));
-- The key names the body that leads the action: nobody is asked into another's.
create policy joint_action_bodies_asked on joint_action_bodies for insert to lp_app with check (body_id = (select current_body())
  and answer is null and to_body_id <> body_id);
create policy joint_action_bodies_answered on joint_action_bodies for update to lp_app
  using (to_body_id = (select current_body())) with check (to_body_id = (select current_body()));
create policy joint_action_bodies_for_jobs on joint_action_bodies to lp_job using (true) with check (true);
grant select, insert, update (state, ended_at, ended_name, outcome) on joint_actions to lp_app;
grant select, update (body_id) on joint_actions to lp_job;
grant select, insert, update (answer, note, answered_at, answered_name) on joint_action_bodies to lp_app;
grant select, update (body_id, to_body_id) on joint_action_bodies to lp_job;
