-- Why: a form that is sent twice (a second press, a reload, a lost answer that is tried again) must act once. What a form did
-- and the note that it was sent are committed together, so that a twin finds the note or waits for it. The key is an HMAC of
-- who sent, where to, the form's own random token and what was in it: it says nothing of any of them, and nobody can guess one.
create table sendings (
  key         text not null,
  request_id  text not null,
  -- Where its answer led, for a twin to be led there too; null until the answer has left, or when the answer was a page.
  location    text,
  at          timestamptz not null default now(),
  constraint sendings_pkey primary key (key),
  constraint sendings_key_is_keyed check (key ~ '^[0-9a-f]{64}$'),
  constraint sendings_location_short check (length(location) <= 2000)
);
create index sendings_at on sendings (at);
alter table sendings enable row level security;
alter table sendings force row level security;
-- Each transaction says its own key and sees that one row.
create policy sendings_of_the_form on sendings to lp_app, lp_public
  using (key = nullif(current_setting('app.once', true), '')) with check (key = nullif(current_setting('app.once', true), ''));
create policy sendings_for_jobs on sendings to lp_job using (true);
grant select, insert (key, request_id), update (request_id, location), delete on sendings to lp_app, lp_public;
grant select, delete on sendings to lp_job;
