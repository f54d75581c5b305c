-- Why: what came of a forwarded tip flows back to the body that had it, and from there to the reporter, by a job.
grant update (state, public_note, close_reason, changed_at) on signals to lp_job;
grant insert on signal_events to lp_job;
