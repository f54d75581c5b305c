-- Why: a report that was handed in must not change by itself: a lock keeps its figures, and what is found later is a correction.

-- `figures` is the exact text whose hash is kept here, printed in the report and written in the journal.
create table report_locks (
  id          uuid not null default uuidv7(),
  body_id     uuid not null references bodies default current_body(),
  period      text not null,
  scope       text not null,
  from_on     date not null,
  to_on       date not null,
  figures     text not null,
  sha256      text not null,
  locked_at   timestamptz not null default acting_at(),
  locked_by   uuid references officers default current_officer(),
  locked_name text not null,
  constraint report_locks_pkey primary key (id),
  constraint report_locks_with_body unique (id, body_id),
  constraint report_locks_scope check (scope in ('province', 'own')),
  constraint report_locks_sha256 check (sha256 = encode(sha256(convert_to(figures, 'UTF8')), 'hex')),
  constraint report_locks_after_its_end check (to_on < (locked_at at time zone 'Asia/Ho_Chi_Minh')::date),
  constraint report_locks_small check (length(figures) <= 100000)
);
create unique index report_locks_once_for_the_province on report_locks (period) where scope = 'province';
create unique index report_locks_once_for_a_body on report_locks (body_id, period) where scope = 'own';

create table report_corrections (
  id           uuid not null default uuidv7(),
  lock_id      uuid not null,
  body_id      uuid not null default current_body(),
  figure       text not null,
  value_before numeric,
  value_after  numeric,
  reason       text not null,
  at           timestamptz not null default acting_at(),
  by_officer   uuid references officers default current_officer(),
  by_name      text not null,
  constraint report_corrections_pkey primary key (id),
  constraint report_corrections_lock foreign key (lock_id, body_id) references report_locks (id, body_id),
  constraint report_corrections_change check (value_before is distinct from value_after),
  constraint report_corrections_reason check (length(reason) between 1 and 2000)
);
create index report_corrections_by_lock on report_corrections (lock_id, figure, id);

-- What the clerk writes beside the figures, one text a part of the report.
create table report_texts (
  body_id    uuid not null references bodies default current_body(),
  period     text not null,
  scope      text not null,
  section    text not null,
  text       text not null,
  changed_at timestamptz not null default acting_at(),
  changed_by uuid references officers default current_officer(),
  constraint report_texts_pkey primary key (body_id, period, scope, section),
  constraint report_texts_bounded check (length(text) <= 20000)
);

do $$ declare t text; begin
  foreach t in array array['report_locks', 'report_corrections', 'report_texts'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to lp_app', t);
  end loop;
  foreach t in array array['report_locks', 'report_corrections'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', t || '_are_append_only', t);
  end loop;
end $$;
create policy report_locks_read on report_locks for select to lp_app using (body_id = (select current_body())
  or scope = 'province' and exists (select from bodies b where b.id = (select current_body()) and b.kind <> 'enterprise'));
create policy report_locks_by_who_reports on report_locks for insert to lp_app with check (body_id = (select current_body())
  and locked_by = (select current_officer()) and (scope = 'own'
    or exists (select from bodies b where b.id = (select current_body()) and (b.is_lead or b.keeps_chart))));
create policy report_corrections_read on report_corrections for select to lp_app
  using (exists (select from report_locks l where l.id = lock_id));
create policy report_corrections_by_who_locked on report_corrections for insert to lp_app
  with check (body_id = (select current_body()) and by_officer = (select current_officer()));
create policy report_texts_of_my_body on report_texts to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
grant update (text, changed_at, changed_by) on report_texts to lp_app;
