-- Why: a decision is made by the post of whoever signs it (Luật XLVPHC Đ38–Đ54), a deputy by a delegation that it cites; where the law's
-- amounts for a post are not at hand a legal officer says under their own name that they were held against the text.

alter table sanctions drop constraint sanctions_office;
-- The four first are of decisions made before posts were kept.
alter table sanctions add constraint sanctions_office check (office in ('inspectorate', 'committee-chair', 'police', 'department-head',
    'inspector', 'team-head', 'chief-inspector', 'science-head', 'culture-head', 'commune-chair', 'district-chair', 'province-chair',
    'police-officer', 'police-team-head', 'commune-police-head', 'district-police-head', 'police-division-head', 'province-police-head')),
  add column signer_title text not null default '',
  add column delegation text,
  add column delegated_on date,
  add column checked_name text,
  add constraint sanctions_delegation_whole check (num_nonnulls(delegation, delegated_on) in (0, 2)),
  add constraint sanctions_delegated_before check (delegated_on is null or delegated_on <= decided_on);

alter table cases add column checked_office text, add column checked_source text, add column checked_by uuid references officers,
  add column checked_name text, add column checked_on date,
  add constraint cases_checked_whole check (num_nonnulls(checked_office, checked_source, checked_by, checked_name, checked_on) in (0, 5));
grant update (checked_office, checked_source, checked_by, checked_name, checked_on) on cases to lp_app;
