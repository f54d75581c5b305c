-- Why: "Số của văn bản là số thứ tự … trong một năm" (Nghị định 30/2020/NĐ-CP, Phụ lục I): each body's book gives numbers one after
-- another, none twice and none left out, whoever asks at the same moment and whoever's work is undone.

-- Where a book does not begin at 1: numbers of that year already given on paper.
create table number_books (
  body_id     uuid not null references bodies default current_body(),
  year        int not null,
  series      text not null,
  last_before int not null,
  opened_by   uuid references officers default current_officer(),
  opened_at   timestamptz not null default acting_at(),
  constraint number_books_pkey primary key (body_id, year, series),
  constraint number_books_last_before check (last_before between 0 and 999999),
  constraint number_books_series check (series ~ '^[a-z-]{1,30}$')
);

-- A line of the book. It is never changed or taken out: a document withdrawn later keeps its number.
create table document_numbers (
  body_id     uuid not null references bodies default current_body(),
  year        int not null,
  series      text not null,
  -- Given by the trigger below, never by who inserts.
  number      int not null,
  symbol      text not null,
  subject     text not null,
  dated_on    date not null,
  record_kind text not null,
  record_id   text not null,
  taken_by    uuid references officers default current_officer(),
  taken_at    timestamptz not null default acting_at(),
  constraint document_numbers_pkey primary key (body_id, year, series, number),
  constraint document_numbers_once_a_record unique (body_id, record_kind, record_id),
  constraint document_numbers_series check (series ~ '^[a-z-]{1,30}$'),
  constraint document_numbers_subject check (length(subject) between 1 and 1000)
);
create index document_numbers_newest on document_numbers (body_id, year, series, number desc);

-- Whoever else asks the same book waits until we commit or roll back; only then is the last number certain. A sequence would not do:
-- it keeps what a rolled back transaction took, and leaves a gap.
create function give_document_number() returns trigger language plpgsql as $$
begin
  new.year := extract(year from new.dated_on);
  perform pg_advisory_xact_lock(hashtextextended('document-number/' || new.body_id || '/' || new.year || '/' || new.series, 0));
  new.number := 1 + coalesce(
    (select max(n.number) from document_numbers n where n.body_id = new.body_id and n.year = new.year and n.series = new.series),
    (select b.last_before from number_books b where b.body_id = new.body_id and b.year = new.year and b.series = new.series),
    0);
  return new;
end $$;
create trigger document_numbers_are_given before insert on document_numbers
  for each row execute function give_document_number();
create trigger document_numbers_are_append_only before update or delete on document_numbers
  for each row execute function refuse_change();

-- A book that has given a number has begun; where it began can no longer be said otherwise.
create function refuse_begun_book() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('document-number/' || new.body_id || '/' || new.year || '/' || new.series, 0));
  if exists (select from document_numbers n where n.body_id = new.body_id and n.year = new.year and n.series = new.series) then
    raise exception 'the book has begun' using errcode = 'check_violation', constraint = 'number_books_not_begun';
  end if;
  return new;
end $$;
create trigger number_books_not_begun before insert on number_books for each row execute function refuse_begun_book();
create trigger number_books_are_append_only before update or delete on number_books
  for each row execute function refuse_change();

do $$ declare t text; begin
  foreach t in array array['number_books', 'document_numbers'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I for select to lp_app using (body_id = (select current_body()))', t || '_of_my_body', t);
    execute format('create policy %I on %I for insert to lp_app with check (body_id = (select current_body())
      and %I is not distinct from (select current_officer()))', t || '_written_by_me', t,
      case t when 'number_books' then 'opened_by' else 'taken_by' end);
    execute format('create policy %I on %I to lp_job using (true) with check (true)', t || '_for_jobs', t);
    execute format('grant select, insert on %I to lp_app, lp_job', t);
  end loop;
end $$;
