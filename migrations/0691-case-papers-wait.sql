-- Why: the page of my work says which issued papers the cases have not taken yet; it is opened often, the list is short.
create index case_papers_waiting on case_papers (body_id, id) include (case_id, document_id) where recorded_on is null and kind <> 'request';
