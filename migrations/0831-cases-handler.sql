-- Why: a case has somebody who sees to it (người thụ lý), so that a leaver's cases are listed and handed over, and a desk knows whose it is.
alter table cases add column handler_id uuid references officers, add column handler_name text,
  add constraint cases_handler_whole check ((handler_id is null) = (handler_name is null));
create index cases_by_handler on cases (handler_id, body_id, sort_on, id) where handler_id is not null and state <> 'closed';
grant update (handler_id, handler_name) on cases to lp_app;
-- A reform passes the case to another body: who sees to it there, that body says.
grant update (handler_id, handler_name) on cases to lp_job;
