-- Why: a program of a body is told of a warning, and of its recall, by a webhook (issue 18): one table of subscribers, one log, one rule for recalls.
alter table warning_subscriptions
  add column channel text not null default 'mail',
  -- Of a webhook: the body whose program it is, what it is called, where it listens, who added it.
  add column body_id uuid references bodies,
  add column name text,
  add column url text,
  add column added_name text,
  add constraint warning_subscriptions_channel check (channel in ('mail', 'hook')),
  add constraint warning_subscriptions_hook_is_whole check ((channel = 'hook') = (num_nonnulls(body_id, name, url, added_name) = 4)
    and (channel = 'hook' or num_nonnulls(body_id, name, url, added_name) = 0)),
  add constraint warning_subscriptions_hook_sizes check (length(name) between 1 and 80 and length(url) between 8 and 1000 and length(added_name) <= 200);
create index warning_subscriptions_of_body on warning_subscriptions (body_id) where body_id is not null;

-- A message keeps its id when it is sent again, so that whoever had it already knows it.
alter table warning_deliveries
  add column id uuid not null default uuidv7(),
  add column replayed_at timestamptz,
  add constraint warning_deliveries_id unique (id);

create policy warning_subscriptions_of_my_body on warning_subscriptions to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()) and channel = 'hook');
create policy warning_deliveries_of_my_body on warning_deliveries to lp_app
  using (exists (select from warning_subscriptions s where s.id = subscription_id));
grant select (id, channel, body_id, name, url, added_name, state, asked_at),
  insert (channel, body_id, name, url, added_name, sealed, address_hash, state, confirmed_at),
  update (state, left_at, sealed, address_hash) on warning_subscriptions to lp_app;
grant select, update (state, attempts, next_at, sent_at, replayed_at) on warning_deliveries to lp_app;
grant update (body_id) on warning_subscriptions to lp_job;
