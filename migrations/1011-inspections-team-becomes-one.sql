-- Why: a body that had asked another to go along with its check was merged into that other, and the reform of the whole province
-- stopped at "a body asks another". Who asks still asks another; that the two became one later is history.
alter table inspection_invitations drop constraint inspection_invitations_to_another;
drop policy inspection_invitations_sent on inspection_invitations;
create policy inspection_invitations_sent on inspection_invitations for insert to lp_app
  with check (body_id = (select current_body()) and to_body_id <> body_id and state = 'asked' and (select acting_for_authority()));
grant update (state) on inspection_invitations to lp_job;
