-- Why: a province shows its own crest and draws its own communes; both may come with the set-up, later, or never (issue 16).

alter table installation
  -- A PNG, drawn anew by us.
  add column crest bytea,
  -- The communes as the maps draw them (src/kernel/outlines), made once from the file that was given.
  add column outlines jsonb,
  add constraint installation_crest_is_small check (octet_length(crest) <= 200000),
  add constraint installation_outlines_are_small check (pg_column_size(outlines) <= 2000000);
grant update (crest, outlines) on installation to lp_job;

/* An administrator of the body that keeps the chart changes both alone: neither leads links, mails or calls astray. */
create policy installation_pictures_by_the_keeper on installation for update to lp_app
  using ((select acting_keeps_chart())) with check ((select acting_keeps_chart()));
grant update (crest, outlines) on installation to lp_app;
