-- Why: a recall by a transaction that names no job (a token, a hand on the database) passed the guard of 0990: "not (null)" is null.
create or replace function guard_shared() returns trigger language plpgsql as $$
declare
  known text[] := array['state', 'body_id', 'writers', 'written_by', 'sent_at', 'released_by', 'released_name', 'released_at',
    'recalled_by', 'recalled_name', 'recalled_at', 'recall_reason', 'ended_at', 'changed_at', 'code', 'reports'];
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception 'it begins as a draft' using errcode = 'check_violation', constraint = tg_table_name || '_begin_as_drafts';
    end if;
    new.written_by := current_officer();
    new.writers := case when new.written_by is null then '{}'::uuid[] else array[new.written_by] end;
    new.released_by := null; new.released_at := null; new.sent_at := null; new.ended_at := null;
    new.recalled_by := null; new.recalled_at := null; new.recall_reason := null;
    return new;
  end if;
  new.writers := old.writers;
  -- Only `pass_shared_writing` below passes it on, with the post of who leaves.
  if current_user <> 'lp_definer' then new.written_by := old.written_by; end if;
  if to_jsonb(new) - known is distinct from to_jsonb(old) - known then
    if old.state <> 'draft' then
      raise exception 'what was sent stands as it is' using errcode = 'check_violation', constraint = tg_table_name || '_stand_once_sent';
    end if;
    new.writers := with_writer(new.writers);
  end if;
  if new.state = old.state then
    new.released_by := old.released_by; new.released_at := old.released_at;
    new.recalled_by := old.recalled_by; new.recalled_at := old.recalled_at; new.recall_reason := old.recall_reason;
    return new;
  end if;
  if not (old.state || ' ' || new.state = any (sharing_moves())) then
    raise exception 'it does not go from % to %', old.state, new.state using errcode = 'check_violation', constraint = tg_table_name || '_move';
  end if;
  if new.state = 'waiting' then
    new.writers := with_writer(new.writers);
    new.written_by := coalesce(new.written_by, current_officer());
    new.sent_at := acting_at();
  elsif new.state = 'released' then
    if current_officer() is null or current_officer() = any (new.writers) then
      raise exception 'who wrote it does not release it' using errcode = 'check_violation', constraint = tg_table_name || '_released_by_two';
    end if;
    if not acting_may_release() then
      raise exception 'a head of the body releases it' using errcode = 'check_violation', constraint = tg_table_name || '_released_by_a_head';
    end if;
    new.released_by := current_officer();
    new.released_at := acting_at();
  elsif new.state = 'recalled' then
    -- Only what it gave, and only away: the job that reads sources brings nothing out.
    if current_officer() is null and (current_job() = 'sharing.sources' and to_jsonb(old) ->> 'origin' = 'received') is not true then
      raise exception 'an officer or its source recalls it' using errcode = 'check_violation', constraint = tg_table_name || '_recalled_by_somebody';
    end if;
    new.recalled_by := current_officer();
    new.recalled_at := acting_at();
    new.ended_at := acting_at();
  elsif new.state = 'expired' then
    if coalesce(to_jsonb(new) ->> 'valid_until', to_jsonb(new) ->> 'expires_on')::date >= acting_on() then
      raise exception 'it has not come to its day' using errcode = 'check_violation', constraint = tg_table_name || '_expire_on_their_day';
    end if;
    new.ended_at := acting_at();
  end if;
  return new;
end $$;
