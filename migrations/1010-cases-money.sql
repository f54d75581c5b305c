-- Why: money comes in parts, and the law eases the payment of a fine (Luật XLVPHC Đ76, Đ77, Đ79). What was really paid could not be
-- entered, and a charge for lateness was counted on days on which the law lets none be counted.
create table case_money (
  id          uuid not null default uuidv7(),
  case_id     uuid not null,
  body_id     uuid not null default current_body(),
  what        text not null,
  -- The day of the payment, or of the decision that eases it.
  happened_on date not null,
  -- Of a receipt from the treasury, or of the decision.
  number      text not null,
  -- Đồng that were paid, or by which the fine was reduced.
  amount      bigint,
  -- The last day that a decision gives.
  until_on    date,
  -- What is to be paid by when, where a fine is paid in parts: [{"on": "2023-10-15", "amount": 8000000}, …].
  plan        jsonb,
  by_name     text not null,
  entered_at  timestamptz not null default acting_at(),
  constraint case_money_pkey primary key (id),
  -- A case passes to a successor with what was paid.
  constraint case_money_case foreign key (case_id, body_id) references cases (id, body_id) on update cascade,
  constraint case_money_what check (what in ('paid', 'instalments', 'postponed', 'reduced')),
  constraint case_money_amount check ((amount is not null) = (what in ('paid', 'reduced')) and (amount is null or amount between 1 and 1000000000000)),
  constraint case_money_until check ((until_on is not null) = (what in ('instalments', 'postponed')) and (until_on is null or until_on >= happened_on)),
  constraint case_money_plan check ((plan is not null) = (what = 'instalments') and (plan is null or pg_column_size(plan) <= 2000)),
  constraint case_money_number check (length(number) between 1 and 300),
  -- A receipt is entered once.
  constraint case_money_once unique (case_id, what, number)
);

alter table case_money enable row level security;
alter table case_money force row level security;
create policy case_money_for_jobs on case_money to lp_job using (true) with check (true);
create policy case_money_of_the_case on case_money for select to lp_app using (exists (select from cases c where c.id = case_id));
create policy case_money_by_the_handler on case_money for insert to lp_app
  with check (body_id = (select current_body()) and exists (select from cases c where c.id = case_id));
grant select, insert on case_money to lp_app;
grant select on case_money to lp_job;
