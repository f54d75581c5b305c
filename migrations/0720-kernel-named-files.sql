-- Why: files are kept once, by the hash of their bytes, for all bodies: whether one may go is a question to every row of every
-- table. The columns are found in the catalogue, so that a later slice's is not forgotten; each says in its comment whether
-- it names a file ("file", "file if CONDITION") or not ("no file: why"), and a test fails where one says nothing.
comment on column directives.original_sha256 is 'file';
comment on column directives.text_sha256 is 'no file: tells whether two letters have the same words';
comment on column evidence.sha256 is 'file';
comment on column import_drafts.original_sha256 is 'file';
comment on column import_drafts.text_sha256 is 'no file: tells whether two letters have the same words';
comment on column signal_evidence.sha256 is 'file if keeps_original';
comment on column signal_evidence.derivative_sha256 is 'file';
comment on column case_exhibits.sha256 is 'file';
comment on column case_dossiers.sha256 is 'file';
comment on column prevention_proofs.sha256 is 'file';
comment on column report_locks.sha256 is 'no file: of the figures in the same row';
comment on column official_documents.file_sha256 is 'file';

create function hash_columns() returns table (holder regclass, named name, said text)
  language sql stable set search_path = pg_catalog, public as $$
  select c.oid::regclass, a.attname, coalesce(col_description(c.oid, a.attnum), '')
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and a.attname like '%sha256' and not a.attisdropped
  order by c.relname, a.attname
$$;

-- A column of a later migration is granted there: without it both functions fail, and nothing is removed.
do $$
declare
  one record;
begin
  for one in select * from hash_columns() loop
    if not has_column_privilege('lp_definer', one.holder, one.named, 'select') then
      execute format('grant select (%I) on %s to lp_definer', one.named, one.holder);
    end if;
  end loop;
end $$;
grant select (keeps_original) on signal_evidence to lp_definer;

/* Which of the asked hashes any row names, whatever its column says of it: in doubt a file stays. */
create function named_hashes(asked text[]) returns table (hash text)
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  one record;
begin
  for one in select * from hash_columns() loop
    return query execute format('select %1$I::text from %2$s where %1$I = any ($1)', one.named, one.holder) using asked;
  end loop;
end $$;

/* Every file that a row says it has: for the one who looks whether all are there. */
create function file_hashes() returns table (holder text, hash text)
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  one record;
begin
  for one in select * from hash_columns() where said ~ '^file( if |$)' loop
    return query execute format('select distinct %L::text, %2$I::text from %3$s where %2$I is not null and (%4$s)',
      one.holder || '.' || one.named, one.named, one.holder, coalesce(substring(one.said from '^file if (.+)$'), 'true'));
  end loop;
end $$;

alter function named_hashes(text[]) owner to lp_definer;
alter function file_hashes() owner to lp_definer;
set local role lp_definer;
revoke all on function named_hashes(text[]), file_hashes() from public;
grant execute on function named_hashes(text[]), file_hashes() to lp_job;
reset role;
