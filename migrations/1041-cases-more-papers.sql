-- Why: the notice of a session, the decision to keep what was seized and the decision to enforce were written elsewhere, and their
-- numbers typed into the case.
alter table case_papers drop constraint case_papers_kind,
  add constraint case_papers_kind check (kind in ('record', 'session', 'hearing', 'keeping', 'sanction', 'remedy', 'enforcement', 'request'));
