-- Why: a column that holds a keyed hash says so in its name; what looks for hashes of files passes it over.
alter table case_dossiers rename column seals to seals_keyed;
