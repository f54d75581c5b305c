-- Why: an original that nobody wants kept lies in a store of its own until its copy without metadata is made. A backup that
-- left that store out lost the picture: after a restore no copy could be made any more.

/* Every original that still waits for its copy: it lies in the passing store. */
create function passing_hashes() returns table (holder text, hash text)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select distinct 'signal_evidence.sha256', sha256::text from signal_evidence
  where derivative = 'waiting' and not keeps_original
$$;

grant select (derivative) on signal_evidence to lp_definer;
alter function passing_hashes() owner to lp_definer;
set local role lp_definer;
revoke all on function passing_hashes() from public;
grant execute on function passing_hashes() to lp_job;
reset role;
