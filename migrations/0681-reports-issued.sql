-- Why: the next directive cites the half-year report by its number, and takes up what it recommended (issue 5): the body that
-- keeps the chart reads the reports of the province that were handed to it, as issued; of a draft it sees nothing.
-- `with_model`: the report whose words are wanted, by its lock; the others come by name only.
create function issued_reports(with_model uuid)
  returns table (lock_id uuid, period text, body_id uuid, number int, symbol text, dated_on date, subject text, file_sha256 text,
    model jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select l.id, l.period, l.body_id, d.number, d.model ->> 'symbol', d.dated_on, d.subject, d.file_sha256,
    case when l.id = with_model then d.model end
  from report_locks l join report_documents r on r.lock_id = l.id join official_documents d on d.id = r.document_id
  where l.scope = 'province' and d.state in ('issued', 'archived') and current_officer() is not null
    and (l.body_id = current_body() or exists (select from bodies b where b.id = current_body() and b.keeps_chart))
  order by l.to_on desc, d.dated_on desc, l.id limit 12 $$;
alter function issued_reports(uuid) owner to lp_definer;
revoke all on function issued_reports(uuid) from public;
grant execute on function issued_reports(uuid) to lp_app;
grant select on report_documents, official_documents, report_locks to lp_definer;
