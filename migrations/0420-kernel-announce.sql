-- Why: most changes write the same entry to the journal and to the outbox and wake who delivers it; one statement instead
-- of three, its plans kept on the connection. Runs as whoever acts, under the same policies as the three did.
create function announce(what text, record_kind text, record_id text, details jsonb) returns void
  language plpgsql as $$
begin
  insert into journal (what, record_kind, record_id, details)
    values (announce.what, announce.record_kind, announce.record_id, announce.details);
  insert into outbox (event, record_id, details) values (announce.what, announce.record_id, announce.details);
  -- Made by the set-up of the queue, see src/kernel/db/prepare.ts.
  perform wake_job('outbox.deliver');
end $$;
