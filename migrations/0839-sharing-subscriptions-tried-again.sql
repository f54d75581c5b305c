-- Why: a mail to confirm that could not be sent was never sent again (issue 18): it is tried as often as the mail of a warning.
alter table warning_subscriptions
  add column attempts smallint not null default 0,
  add column next_at timestamptz not null default acting_at(),
  add column fault text,
  add constraint warning_subscriptions_fault check (length(fault) <= 300);
grant update (attempts, next_at, fault) on warning_subscriptions to lp_job;
-- How many mails to confirm an address got within a day, over all places and tricks.
create index warning_subscriptions_mailed on warning_subscriptions (address_hash, mailed_at) where mailed_at is not null;
