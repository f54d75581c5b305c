-- Why: who acts, the journal, the outbox and the limits are there before any slice (docs/contracts.md).

-- Who acts. Every transaction sets these first; after it a local setting reads '' and not NULL, hence nullif.
create function current_body() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.body', true), '')::uuid $$;
create function current_officer() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.officer', true), '')::uuid $$;
create function current_receipt() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.receipt', true), '') $$;
create function current_job() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.job', true), '') $$;
create function current_scopes() returns text[] language sql stable parallel safe
  as $$ select string_to_array(nullif(current_setting('app.scopes', true), ''), ' ') $$;
create function current_request() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.request', true), '') $$;
-- The program's clock (the demo stands still on a day), so that rows and pages agree on "now".
create function acting_at() returns timestamptz language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $$;
create function acting_on() returns date language sql stable parallel safe
  as $$ select (acting_at() at time zone 'Asia/Ho_Chi_Minh')::date $$;

-- Without accents and in small letters: "lua dao dak lak" finds "lừa đảo Đắk Lắk", in generated columns too.
create function plain_text(text) returns text language sql immutable parallel safe strict
  as $$ select lower(public.unaccent('public.unaccent'::regdictionary, $1)) $$;

-- The journal: who, when, what, which record, under which rule; keyed hashes of values; no free text, no personal data.
create table journal (
  id          bigint generated always as identity,
  xid         xid8 not null default pg_current_xact_id(),
  at          timestamptz not null default acting_at(),
  what        text not null,
  record_kind text,
  record_id   text,
  rule        text,
  corrects_id bigint references journal (id),
  body_id     uuid default current_body(),
  officer_id  uuid default current_officer(),
  acted_as    text not null default current_user,
  job         text default current_job(),
  request_id  text default current_request(),
  details     jsonb not null default '{}',
  constraint journal_pkey primary key (id),
  constraint journal_what_is_an_event check (what ~ '^[a-z-]+\.[a-z-]+$'),
  constraint journal_details_are_small check (pg_column_size(details) <= 4000)
);
create index journal_by_record on journal (record_kind, record_id, id);
create index journal_by_body on journal (body_id, id desc);
create index journal_in_order on journal (xid, id);
alter table journal enable row level security;
alter table journal force row level security;
create policy journal_of_my_body on journal for select to lp_app using (body_id = (select current_body()));
create policy journal_written_by_me on journal for insert to lp_app with check (
  body_id is not distinct from (select current_body()) and officer_id is not distinct from (select current_officer()));
create policy journal_written_by_the_public on journal for insert to lp_public
  with check (officer_id is null and body_id is null);
create policy journal_for_jobs on journal to lp_job using (true) with check (true);
grant select, insert on journal to lp_app, lp_job;
grant insert on journal to lp_public;

-- One seal an entry, in the order of the chain; `hash` covers the previous hash and the whole entry.
create table journal_seals (
  position   bigint not null,
  journal_id bigint not null references journal (id),
  hash       bytea not null,
  constraint journal_seals_pkey primary key (position),
  constraint journal_seals_once unique (journal_id),
  constraint journal_seals_position check (position > 0)
);
create table journal_heads (
  position  bigint not null references journal_seals (position),
  hash      bytea not null,
  key_id    text not null,
  signature bytea not null,
  signed_at timestamptz not null default acting_at(),
  constraint journal_heads_pkey primary key (position)
);
alter table journal_seals enable row level security;
alter table journal_seals force row level security;
alter table journal_heads enable row level security;
alter table journal_heads force row level security;
create policy journal_seals_for_jobs on journal_seals to lp_job using (true) with check (true);
create policy journal_heads_for_jobs on journal_heads to lp_job using (true) with check (true);
create policy journal_heads_are_public on journal_heads for select to lp_app, lp_public using (true);
grant select, insert on journal_seals, journal_heads to lp_job;
grant select on journal_heads to lp_app, lp_public;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger journal_is_append_only before update or delete on journal
  for each row execute function refuse_change();
create trigger journal_is_not_emptied before truncate on journal
  for each statement execute function refuse_change();
create trigger journal_seals_are_append_only before update or delete on journal_seals
  for each row execute function refuse_change();
create trigger journal_heads_are_append_only before update or delete on journal_heads
  for each row execute function refuse_change();

-- The outbox: the same event for another slice's subscriber; gone once handled.
create table outbox (
  id          bigint generated always as identity,
  at          timestamptz not null default acting_at(),
  event       text not null,
  body_id     uuid default current_body(),
  record_id   text not null,
  details     jsonb not null default '{}',
  attempts    int not null default 0,
  constraint outbox_pkey primary key (id),
  constraint outbox_event_name check (event ~ '^[a-z-]+\.[a-z-]+$')
);
alter table outbox enable row level security;
alter table outbox force row level security;
create policy outbox_written_by_me on outbox for insert to lp_app, lp_public
  with check (body_id is not distinct from (select current_body()));
create policy outbox_for_jobs on outbox to lp_job using (true) with check (true);
grant insert on outbox to lp_app, lp_public;
grant select, insert, update, delete on outbox to lp_job;

-- Attempts against a limit (sign-in, portal), counted under a keyed hash, never under an address.
create table limit_counts (
  bucket    text not null,
  window_at timestamptz not null,
  count     int not null,
  constraint limit_counts_pkey primary key (bucket, window_at)
);
alter table limit_counts enable row level security;
alter table limit_counts force row level security;
create policy limit_counts_for_jobs on limit_counts to lp_job using (true) with check (true);
grant select, insert, update, delete on limit_counts to lp_job;
