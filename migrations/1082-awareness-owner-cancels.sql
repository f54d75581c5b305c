-- Why: a public entry that another body put into the schedule stood in the public calendar although the body that runs the campaign wanted it gone.

create policy campaign_sessions_cancelled_by_owner on campaign_sessions for update to lp_app
  using (owner_id = (select current_body())) with check (owner_id = (select current_body()));
