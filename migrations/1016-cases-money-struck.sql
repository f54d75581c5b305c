-- Why: a receipt of 900.000 typed as 9.000.000 stood for good, and who owed the rest was let go. A wrong entry is struck out by whoever
-- handles the case, with a reason; it stays in the database, and its number may be entered again.
alter table case_money add column struck_on date, add column struck_name text, add column struck_reason text,
  add constraint case_money_struck_whole check (num_nonnulls(struck_on, struck_name, struck_reason) in (0, 3)),
  add constraint case_money_struck_reason check (length(struck_reason) between 1 and 2000);
alter table case_money drop constraint case_money_once;
create unique index case_money_once on case_money (case_id, what, number) where struck_on is null;
create policy case_money_struck_by_the_handler on case_money for update to lp_app
  using (body_id = (select current_body()) and struck_on is null and exists (select from cases c where c.id = case_id and c.state = 'decided'))
  with check (body_id = (select current_body()));
grant update (struck_on, struck_name, struck_reason) on case_money to lp_app;
