-- Why: a number carries what its body is called in short, and that is the body's own to say, not this program's to guess (issue 16).
create table body_symbols (
  body_id      uuid not null default current_body() references bodies,
  -- "SKHCN": closes the symbol of a named kind ("BC-SKHCN") and opens that of a công văn.
  abbreviation text not null,
  -- "BCVT": the unit or field that closes the symbol of a công văn ("SKHCN-BCVT"); none: the abbreviation alone.
  field        text,
  changed_by   uuid not null default current_officer() references officers,
  changed_at   timestamptz not null default acting_at(),
  constraint body_symbols_pkey primary key (body_id),
  constraint body_symbols_abbreviation check (abbreviation ~ '^[[:alnum:]]+(-[[:alnum:]]+)*$' and length(abbreviation) <= 20),
  constraint body_symbols_field check (field ~ '^[[:alnum:]]+(-[[:alnum:]]+)*$' and length(field) <= 15)
);
alter table body_symbols enable row level security;
alter table body_symbols force row level security;
create policy body_symbols_of_my_body on body_symbols for select to lp_app using (body_id = (select current_body()));
create policy body_symbols_first_said on body_symbols for insert to lp_app
  with check (body_id = (select current_body()) and (select acting_administers()));
create policy body_symbols_said_anew on body_symbols for update to lp_app
  using (body_id = (select current_body()) and (select acting_administers()))
  with check (body_id = (select current_body()) and changed_by = (select current_officer()));
grant select, insert (abbreviation, field), update (abbreviation, field, changed_by, changed_at) on body_symbols to lp_app;
