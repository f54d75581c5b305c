-- Why: where two bodies would visit one subject they go as one team: the other body is asked, names its members and reads the check (issue 19).
create table inspection_invitations (
  id            uuid not null default uuidv7(),
  inspection_id uuid not null,
  -- The body that leads the check and asks.
  body_id       uuid not null default current_body(),
  to_body_id    uuid not null references bodies,
  -- As much of the plan as who is asked needs to answer; the check itself is read once it accepted.
  code          text not null,
  subject       text not null,
  matter        text not null,
  planned_on    date not null,
  note          text not null,
  asked_name    text not null,
  asked_at      timestamptz not null default acting_at(),
  state         text not null default 'asked',
  reason        text,
  answered_name text,
  answered_at   timestamptz,
  constraint inspection_invitations_pkey primary key (id),
  constraint inspection_invitations_with_body unique (id, to_body_id),
  constraint inspection_invitations_inspection foreign key (inspection_id, body_id) references inspections (id, body_id) on update cascade,
  constraint inspection_invitations_once unique (inspection_id, to_body_id),
  constraint inspection_invitations_to_another check (to_body_id <> body_id),
  -- Withdrawn: the plan was approved, dropped or stopped before an answer came.
  constraint inspection_invitations_state check (state in ('asked', 'accepted', 'declined', 'withdrawn')),
  constraint inspection_invitations_note check (length(note) between 1 and 2000),
  constraint inspection_invitations_answered_is_whole check (num_nonnulls(answered_name, answered_at) = case when state in ('accepted', 'declined') then 2 else 0 end),
  constraint inspection_invitations_declined_says_why check ((state = 'declined') = (reason is not null) and length(reason) between 1 and 2000)
);
create index inspection_invitations_to on inspection_invitations (to_body_id, state, asked_at);
create index inspection_invitations_by_body on inspection_invitations (body_id);

create table inspection_joint_members (
  id            uuid not null default uuidv7(),
  invitation_id uuid not null,
  -- The body that was asked: it names its own.
  body_id       uuid not null default current_body(),
  name          text not null,
  title         text not null,
  -- Each says before the decision that no interest of theirs stands against it.
  declared_on   date not null,
  constraint inspection_joint_members_pkey primary key (id),
  constraint inspection_joint_members_invitation foreign key (invitation_id, body_id) references inspection_invitations (id, to_body_id) on update cascade,
  constraint inspection_joint_members_once unique (invitation_id, name, title),
  constraint inspection_joint_members_words check (length(name) between 1 and 100 and length(title) between 1 and 200)
);

/* Checks with which the acting body accepted to go along. Asked by the policies of the check and of what hangs on it, once a statement. */
create function joined_inspections() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select v.inspection_id from inspection_invitations v where v.to_body_id = current_body() and v.state = 'accepted'
$$;

alter table inspection_invitations enable row level security;
alter table inspection_invitations force row level security;
create policy inspection_invitations_seen on inspection_invitations for select to lp_app
  using (body_id = (select current_body()) or to_body_id = (select current_body()));
create policy inspection_invitations_sent on inspection_invitations for insert to lp_app
  with check (body_id = (select current_body()) and state = 'asked' and (select acting_for_authority()));
create policy inspection_invitations_answered on inspection_invitations for update to lp_app
  using (to_body_id = (select current_body()) and state = 'asked')
  with check (to_body_id = (select current_body()) and state in ('accepted', 'declined'));
create policy inspection_invitations_withdrawn on inspection_invitations for update to lp_app
  using (body_id = (select current_body()) and state = 'asked') with check (body_id = (select current_body()) and state = 'withdrawn');
create policy inspection_invitations_for_jobs on inspection_invitations to lp_job using (true) with check (true);
grant select, insert, update (state, reason, answered_name, answered_at) on inspection_invitations to lp_app;
grant select, update (body_id, to_body_id) on inspection_invitations to lp_job;
grant select on inspection_invitations to lp_definer;

-- Who leads the check reads whom the other body sends; nobody but that body names them.
alter table inspection_joint_members enable row level security;
alter table inspection_joint_members force row level security;
create policy inspection_joint_members_seen on inspection_joint_members for select to lp_app
  using (body_id = (select current_body()) or exists (select from inspection_invitations v where v.id = invitation_id and v.body_id = (select current_body())));
create policy inspection_joint_members_named on inspection_joint_members for insert to lp_app with check (body_id = (select current_body()));
create policy inspection_joint_members_for_jobs on inspection_joint_members to lp_job using (true) with check (true);
grant select, insert on inspection_joint_members to lp_app;
grant select, update (body_id) on inspection_joint_members to lp_job;

alter function joined_inspections() owner to lp_definer;
set local role lp_definer;
revoke all on function joined_inspections() from public;
grant execute on function joined_inspections() to lp_app;
reset role;

-- A body that goes along reads the check and what hangs on it; it writes nothing of it.
create policy inspections_joined on inspections for select to lp_app using (id in (select joined_inspections()));
create policy inspection_members_joined on inspection_members for select to lp_app using (inspection_id in (select joined_inspections()));
create policy inspection_pauses_joined on inspection_pauses for select to lp_app using (inspection_id in (select joined_inspections()));
create policy inspection_answers_joined on inspection_answers for select to lp_app using (inspection_id in (select joined_inspections()));
create policy inspection_recommendations_joined on inspection_recommendations for select to lp_app using (inspection_id in (select joined_inspections()));
create policy inspection_photos_joined on inspection_photos for select to lp_app using (inspection_id in (select joined_inspections()));
create policy inspection_events_joined on inspection_events for select to lp_app using (inspection_id in (select joined_inspections()));
