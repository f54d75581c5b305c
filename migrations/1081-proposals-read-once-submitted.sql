-- Why: a proposal that was sent back for more was read, while it was worked on again, by whoever it went to, and by a body named later to which it never went up.

/* Whoever it goes to reads what lies with it or was decided by it; worked on again it is its body's alone until it goes up once more. */
alter policy proposals_seen on proposals using (body_id = (select current_body())
  or to_body_id = (select current_body()) and submitted_on is not null and state not in ('draft', 'consulting', 'ready', 'withdrawn'));
alter policy proposals_changed on proposals
  using (body_id = (select current_body())
    or to_body_id = (select current_body()) and submitted_on is not null and state not in ('draft', 'consulting', 'ready', 'withdrawn'))
  with check (body_id = (select current_body())
    or to_body_id = (select current_body()) and submitted_on is not null and state not in ('draft', 'consulting', 'ready', 'withdrawn'));

/* As in 1025; once it was submitted, whoever it goes to stands. */
create or replace function guard_proposal() returns trigger language plpgsql as $$
begin
  if row(new.title, new.problem, new.to_name, new.to_body_id) is distinct from row(old.title, old.problem, old.to_name, old.to_body_id)
    and old.state not in ('draft', 'ready', 'returned') and current_job() is null then
    raise exception 'it stands while others read it' using errcode = 'check_violation', constraint = 'proposals_stand';
  end if;
  if current_body() is distinct from old.body_id and current_job() is null
    and (to_jsonb(new) - 'state' is distinct from to_jsonb(old) - 'state' or old.state <> 'submitted') then
    raise exception 'whoever it goes to decides, and writes nothing of it' using errcode = 'check_violation', constraint = 'proposals_decided_only';
  end if;
  if old.submitted_on is not null and new.to_body_id is distinct from old.to_body_id and current_job() is null then
    raise exception 'it was submitted there' using errcode = 'check_violation', constraint = 'proposals_addressee_stands';
  end if;
  if new.state = old.state then return new; end if;
  if not exists (select from proposal_moves() m where m.before = old.state and m.after = new.state) then
    raise exception '% does not become %', old.state, new.state using errcode = 'check_violation', constraint = 'proposals_move';
  end if;
  if old.state = 'draft' and new.state = 'ready' and new.unasked_reason is null then
    raise exception 'it says why nobody was asked' using errcode = 'check_violation', constraint = 'proposals_unasked';
  end if;
  if new.state = 'submitted' and exists (select from proposal_requests r where r.proposal_id = new.id and r.state = 'answered' and r.taken is null) then
    raise exception 'an opinion waits to be dealt with' using errcode = 'check_violation', constraint = 'proposals_opinions_taken';
  end if;
  if old.state = 'submitted' and not exists (select from proposal_decisions d where d.proposal_id = new.id and d.outcome = new.state
    and d.decided_on >= old.submitted_on) then
    raise exception 'no decision is written down' using errcode = 'check_violation', constraint = 'proposals_decided';
  end if;
  return new;
end $$;
