-- Why: each body writes its part of the half-year report as a task with a deadline; a figure from before the system is unknown, not zero.

-- The campaign is a letter like any other (directives): reminders, lateness, extensions and acceptance come with it.
create table report_campaigns (
  directive_id uuid not null references directives,
  body_id      uuid not null references bodies default current_body(),
  period       text not null,
  due_on       date not null,
  started_at   timestamptz not null default acting_at(),
  started_by   uuid references officers default current_officer(),
  constraint report_campaigns_pkey primary key (directive_id),
  constraint report_campaigns_once unique (body_id, period)
);
alter table report_campaigns enable row level security;
alter table report_campaigns force row level security;
create policy report_campaigns_of_parties on report_campaigns for select to lp_app using (body_id = (select current_body())
  or exists (select from directives d where d.id = directive_id));
create policy report_campaigns_started_by_me on report_campaigns for insert to lp_app with check (body_id = (select current_body()));
grant select, insert on report_campaigns to lp_app;

-- The first day of which the system knows anything: before it a count is not nought but unknown.
create function figures_since() returns date language sql stable security definer set search_path = public, pg_temp as $$
  select least((select min((received_at at time zone 'Asia/Ho_Chi_Minh')::date) from signals),
    (select min(issued_on) from directives), (select min(decided_on) from sanctions)) $$;
alter function figures_since() owner to lp_definer;
revoke all on function figures_since() from public;
grant execute on function figures_since() to lp_app;
