-- Why: two owners that became one had each a cabinet of one code, and the reform of the whole province stopped at it: what is taken over
-- keeps its code with its number behind.
grant update (code) on asset_sites to lp_job;
