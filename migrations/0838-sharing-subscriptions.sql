-- Why: people who asked for it hear of a warning, and of its recall, by mail (issue 18): only who confirmed, and one press ends it.
create table warning_subscriptions (
  id           uuid not null default uuidv7(),
  -- The address under the seal of identities; empty once it was left.
  sealed       bytea not null,
  address_hash text not null,
  -- A place that warnings name, a trick; empty: any.
  area         text not null default '',
  trick        text not null default '',
  -- Keyed hash of what stands in the links of its mails; given by the job that sends the first.
  token_hash   text,
  state        text not null default 'asked',
  asked_at     timestamptz not null default acting_at(),
  mailed_at    timestamptz,
  confirmed_at timestamptz,
  left_at      timestamptz,
  -- Up to which change of warnings it was told; none: it was not looked at since it was confirmed.
  told_seq     bigint,
  constraint warning_subscriptions_pkey primary key (id),
  constraint warning_subscriptions_token unique (token_hash),
  constraint warning_subscriptions_state check (state in ('asked', 'live', 'left')),
  constraint warning_subscriptions_confirmed check (state <> 'live' or confirmed_at is not null),
  constraint warning_subscriptions_left_keeps_nothing check ((state = 'left') = (left_at is not null) and (state <> 'left' or sealed = ''::bytea)),
  constraint warning_subscriptions_sizes check (length(sealed) <= 2000 and length(area) <= 200 and length(trick) <= 100)
);
-- Whoever asks for somebody again and again sends one mail.
create unique index warning_subscriptions_one_each on warning_subscriptions (address_hash, area, trick) where state <> 'left';
create index warning_subscriptions_to_mail on warning_subscriptions (id) where state = 'asked' and mailed_at is null;
create index warning_subscriptions_live on warning_subscriptions (told_seq) where state = 'live';

-- What each subscriber was told, when, and what went wrong.
create table warning_deliveries (
  subscription_id uuid not null references warning_subscriptions on delete cascade,
  warning_id      uuid not null references warnings,
  what            text not null,
  state           text not null default 'waiting',
  attempts        smallint not null default 0,
  next_at         timestamptz not null default acting_at(),
  sent_at         timestamptz,
  fault           text,
  constraint warning_deliveries_pkey primary key (subscription_id, warning_id, what),
  constraint warning_deliveries_what check (what in ('released', 'recalled')),
  constraint warning_deliveries_state check (state in ('waiting', 'sent', 'failed', 'dropped')),
  constraint warning_deliveries_sent check ((state = 'sent') = (sent_at is not null)),
  constraint warning_deliveries_fault check (length(fault) <= 300)
);
create index warning_deliveries_waiting on warning_deliveries (next_at) where state = 'waiting';
create index warning_deliveries_of_warning on warning_deliveries (warning_id);

alter table warning_subscriptions enable row level security;
alter table warning_subscriptions force row level security;
alter table warning_deliveries enable row level security;
alter table warning_deliveries force row level security;
create policy warning_subscriptions_asked on warning_subscriptions for insert to lp_public
  with check (state = 'asked' and token_hash is null and confirmed_at is null);
-- Who holds the link of its mails reads and ends it, and sees no other.
create policy warning_subscriptions_by_link on warning_subscriptions for select to lp_public using (token_hash = (select current_receipt()));
create policy warning_subscriptions_answered on warning_subscriptions for update to lp_public using (token_hash = (select current_receipt()))
  with check (token_hash = (select current_receipt()));
create policy warning_subscriptions_for_jobs on warning_subscriptions to lp_job using (true) with check (true);
create policy warning_deliveries_for_jobs on warning_deliveries to lp_job using (true) with check (true);
grant select (id, area, trick, state, token_hash), insert (sealed, address_hash, area, trick),
  update (state, sealed, address_hash, confirmed_at, left_at) on warning_subscriptions to lp_public;
grant select, update (token_hash, mailed_at, told_seq), delete on warning_subscriptions to lp_job;
grant select, insert, update (state, attempts, next_at, sent_at, fault) on warning_deliveries to lp_job;

create function wake_subscriptions() returns trigger language plpgsql as $$
begin
  if new.feed_seq is distinct from old.feed_seq then perform wake_job('sharing.subscriptions'); end if;
  return null;
end $$;
create trigger warnings_wake_subscriptions after update on warnings for each row execute function wake_subscriptions();
