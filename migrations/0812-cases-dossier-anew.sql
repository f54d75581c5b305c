-- Why: an officer may say only after a hand-over whose a number is. A dossier that prints it is then made anew: the police get the
-- newest, the first stays with the body that made it. `seals` marks by a keyed hash what was known of reporters when it was made.
alter table case_dossiers add column seals text not null default '';
alter table case_dossiers add constraint case_dossiers_seals check (seals ~ '^(?:[0-9a-f]{64})?$');
alter table case_dossiers drop constraint case_dossiers_pkey;
alter table case_dossiers add constraint case_dossiers_pkey primary key (transfer_id, seals);
