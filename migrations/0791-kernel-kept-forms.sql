-- Why: a form that is sent after its session ended is kept until the same officer has signed in again, so that nothing typed is
-- lost. The words are sealed under a key outside the database; the key of the row is an HMAC of a ticket that only the sender's
-- browser has. A row goes when its form has been sent, and within the hour (job forms.tidy).
create table kept_forms (
  key         text not null,
  officer_id  uuid not null,
  sealed      bytea not null,
  kept_at     timestamptz not null default now(),
  constraint kept_forms_pkey primary key (key),
  constraint kept_forms_key_is_keyed check (key ~ '^[0-9a-f]{64}$'),
  constraint kept_forms_bounded check (length(sealed) <= 600000)
);
create index kept_forms_by_officer on kept_forms (officer_id, kept_at);
create index kept_forms_kept_at on kept_forms (kept_at);
alter table kept_forms enable row level security;
alter table kept_forms force row level security;
create policy kept_forms_of_the_officer on kept_forms to lp_app using (officer_id = (select current_officer()));
-- Nobody is signed in when it is written: the door writes it, as it writes refused sign-ins.
create policy kept_forms_for_jobs on kept_forms to lp_job using (true) with check (true);
grant select, delete on kept_forms to lp_app;
grant select, insert (key, officer_id, sealed), delete on kept_forms to lp_job;
