-- Why: the sign-in door (a job) must mark a recovery code as used in the statement that accepts it.
grant update (used_at) on recovery_codes to lp_job;
