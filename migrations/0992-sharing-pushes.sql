-- Why: people are told of warnings by their browser, by area (issue 18): the same table, log and rule for recalls as mails and webhooks.
alter table warning_subscriptions drop constraint warning_subscriptions_channel;
alter table warning_subscriptions add constraint warning_subscriptions_channel check (channel in ('mail', 'hook', 'push'));
create index warning_subscriptions_to_push on warning_subscriptions (next_at) where state = 'asked' and channel = 'push';
-- Whoever holds the address of a browser, which it and its push service alone know, ends what it was asked for.
create policy warning_subscriptions_of_browser on warning_subscriptions for select to lp_public
  using (channel = 'push' and address_hash = (select current_receipt()));
create policy warning_subscriptions_left_by_browser on warning_subscriptions for update to lp_public
  using (channel = 'push' and address_hash = (select current_receipt())) with check (channel = 'push' and state = 'left');
grant insert (channel), select (channel, address_hash) on warning_subscriptions to lp_public;
-- The first notification is the proof that the browser is there: the worker makes it live, and ends one whose browser is gone.
grant update (state, confirmed_at, left_at, sealed, address_hash) on warning_subscriptions to lp_job;
