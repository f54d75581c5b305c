-- Why: the same number of a record or a decision stood in two cases of a year without a word (88/QĐ twice). A number is taken in the
-- book of whoever gives it together with the step that records its paper, typed or from the office's own book; what stands in the
-- database already is entered, the earliest first, and a number that was used twice stays with the case that had it first.
create table paper_numbers (
  -- The body in whose book the number stands: it recorded the paper, and keeps the number after the case has passed to another.
  body_id    uuid not null default current_body() references bodies,
  -- 'record', 'hearing', 'decision'; 'decision:POST' for one that somebody outside the body signed.
  book       text not null,
  year       int not null,
  -- As people compare it: "088/QĐ-XPHC" and "88/qđ - xphc" are one number.
  key        text not null,
  number     text not null,
  case_id    uuid not null references cases,
  taken_at   timestamptz not null default acting_at(),
  constraint paper_numbers_pkey primary key (body_id, book, year, key),
  constraint paper_numbers_book check (book ~ '^(record|hearing|decision)(:[a-z-]+)?$'),
  constraint paper_numbers_year check (year between 2000 and 2200),
  constraint paper_numbers_key check (length(key) between 1 and 300)
);
create index paper_numbers_by_case on paper_numbers (case_id);

alter table paper_numbers enable row level security;
alter table paper_numbers force row level security;
create policy paper_numbers_for_jobs on paper_numbers to lp_job using (true) with check (true);
create policy paper_numbers_of_my_body on paper_numbers for select to lp_app using (body_id = (select current_body()));
create policy paper_numbers_taken_by_my_body on paper_numbers for insert to lp_app
  with check (body_id = (select current_body()) and exists (select from cases c where c.id = case_id));
grant select, insert on paper_numbers to lp_app;
grant select on paper_numbers to lp_job;

create function paper_number_key(number text) returns text language sql immutable parallel safe as $$
  select regexp_replace(regexp_replace(upper(normalize(number, nfc)), '\s', '', 'g'), '^0+(?=\d)', '') $$;

-- The migrating role passes row security of these tables while it enters what older versions left out.
alter table case_events no force row level security;
alter table cases no force row level security;
alter table sanctions no force row level security;
alter table paper_numbers no force row level security;
insert into paper_numbers (body_id, book, year, key, number, case_id, taken_at)
select distinct on (n.body_id, n.book, n.year, paper_number_key(n.number))
  n.body_id, n.book, n.year, paper_number_key(n.number), n.number, n.case_id, n.at
from (
  select coalesce(e.by_body_id, c.body_id) as body_id, case e.what when 'case.recorded' then 'record' else 'hearing' end as book,
    extract(year from e.happened_on)::int as year, left(e.details->>'number', 300) as number, e.case_id, e.at
  from case_events e join cases c on c.id = e.case_id
  where e.what in ('case.recorded', 'case.explained') and coalesce(e.details->>'number', '') <> ''
  union all
  select c.body_id, case when s.decided_by is null then 'decision:' || s.office else 'decision' end,
    extract(year from s.decided_on)::int, left(s.number, 300), s.case_id, s.decided_on::timestamptz
  from sanctions s join cases c on c.id = s.case_id where coalesce(s.number, '') <> '') n
where paper_number_key(n.number) <> '' and n.year between 2000 and 2200
order by n.body_id, n.book, n.year, paper_number_key(n.number), n.at
on conflict do nothing;
alter table case_events force row level security;
alter table cases force row level security;
alter table sanctions force row level security;
alter table paper_numbers force row level security;

-- Whom a case names learns nothing of it, not the numbers of its papers either.
create policy paper_numbers_not_of_whom_they_name on paper_numbers as restrictive for select to lp_app
  using (not (case_id = any ((select acting_conflicts())::uuid[])));
