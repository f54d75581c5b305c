-- Why: a reform (bodies end, others succeed them) is planned beforehand, looked at, decided duty by duty, and applied on its day.

-- A plan: which bodies end on a day. Its state is one of four; who and when of each step is beside it and in the journal.
create table reforms (
  id           uuid not null default uuidv7(),
  title        text not null,
  -- The decision under which it is done, as its number is written.
  basis        text not null,
  effective_on date not null,
  state        text not null default 'draft',
  planned_at   timestamptz not null default acting_at(),
  planned_by   uuid references officers default current_officer(),
  confirmed_at timestamptz,
  confirmed_by uuid references officers,
  applied_at   timestamptz,
  cancelled_at timestamptz,
  cancelled_by uuid references officers,
  constraint reforms_pkey primary key (id),
  constraint reforms_state check (state in ('draft', 'confirmed', 'applied', 'cancelled')),
  constraint reforms_words check (length(title) between 1 and 300 and length(basis) between 1 and 500),
  constraint reforms_confirmed check (state not in ('confirmed', 'applied') or confirmed_at is not null),
  constraint reforms_applied check ((state = 'applied') = (applied_at is not null)),
  constraint reforms_cancelled check ((state = 'cancelled') = (cancelled_at is not null))
);
create index reforms_by_day on reforms (effective_on desc, id desc);
create index reforms_to_apply on reforms (effective_on) where state = 'confirmed';

-- Bodies that the reform founds; on the day the row becomes one of `bodies` under the same id.
create table reform_foundings (
  id        uuid not null default uuidv7(),
  reform_id uuid not null references reforms,
  name      text not null,
  kind      text not null,
  constraint reform_foundings_pkey primary key (id),
  constraint reform_foundings_of_reform unique (id, reform_id),
  constraint reform_foundings_once unique (reform_id, name),
  constraint reform_foundings_name check (length(name) between 1 and 300)
);

-- Who succeeds whom under this plan: a body that exists, or one that the plan founds.
create table reform_passings (
  id             uuid not null default uuidv7(),
  reform_id      uuid not null references reforms,
  body_before_id uuid not null references bodies,
  body_after_id  uuid references bodies,
  founding_id    uuid,
  share          text not null,
  constraint reform_passings_pkey primary key (id),
  constraint reform_passings_of_reform unique (id, reform_id),
  constraint reform_passings_founding foreign key (founding_id, reform_id) references reform_foundings (id, reform_id),
  constraint reform_passings_one_successor check (num_nonnulls(body_after_id, founding_id) = 1),
  constraint reform_passings_to_another check (body_after_id is distinct from body_before_id),
  constraint reform_passings_once unique nulls not distinct (reform_id, body_before_id, body_after_id, founding_id, share),
  constraint reform_passings_share check (length(share) between 1 and 500)
);
create index reform_passings_by_before on reform_passings (body_before_id);

-- Where several succeed: to whom a duty passes. Empty holder and duty: every duty of that body without a choice of its own.
create table reform_choices (
  reform_id      uuid not null references reforms,
  body_before_id uuid not null references bodies,
  holder         text not null default '',
  duty_id        text not null default '',
  -- Null: a copy to each successor.
  passing_id     uuid,
  chosen_at      timestamptz not null default acting_at(),
  chosen_by      uuid references officers default current_officer(),
  constraint reform_choices_pkey primary key (reform_id, body_before_id, holder, duty_id),
  constraint reform_choices_passing foreign key (passing_id, reform_id) references reform_passings (id, reform_id) on delete cascade,
  constraint reform_choices_whole_or_duty check ((holder = '') = (duty_id = ''))
);

-- What passed to whom, kept as it was called on the day.
create table reform_moves (
  id             bigint generated always as identity,
  reform_id      uuid not null references reforms,
  holder         text not null,
  duty_id        text not null,
  title          text not null,
  body_before_id uuid not null references bodies,
  body_after_id  uuid not null references bodies,
  how            text not null,
  constraint reform_moves_pkey primary key (id),
  constraint reform_moves_once unique (reform_id, holder, duty_id, body_after_id),
  constraint reform_moves_how check (how in ('moved', 'copied'))
);
create trigger reform_moves_are_append_only before update or delete on reform_moves
  for each row execute function refuse_change();

do $$ declare t text; begin
  foreach t in array array['reforms', 'reform_foundings', 'reform_passings', 'reform_choices', 'reform_moves'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to lp_job using (true) with check (true)', t || '_for_jobs', t);
    execute format('grant select on %I to lp_app, lp_job', t);
  end loop;
  foreach t in array array['reforms', 'reform_foundings', 'reform_passings', 'reform_choices'] loop
    execute format('create policy %I on %I to lp_app using ((select acting_keeps_chart())) with check ((select acting_keeps_chart()))',
      t || '_of_the_chart_keeper', t);
    execute format('grant insert on %I to lp_app', t);
  end loop;
end $$;
create policy reform_moves_read_by_the_chart_keeper on reform_moves for select to lp_app using ((select acting_keeps_chart()));
grant insert on reform_moves to lp_job;
grant update (state, confirmed_at, confirmed_by, cancelled_at, cancelled_by) on reforms to lp_app;
grant update (state, applied_at) on reforms to lp_job;
grant delete on reform_foundings, reform_passings, reform_choices to lp_app;
grant update (passing_id, chosen_at, chosen_by) on reform_choices to lp_app;
