-- Sites of frauds give each victim a link of their own. Two tips that name other pages of one site do not share a clue, but
-- the site is a weaker lead: its host, read backwards, so that names under one domain stand together.
alter table indicators add column site_backwards text generated always as (
  case when kind in ('url', 'domain')
    then reverse(regexp_replace(substring(lower(value) from '^(?:[a-z]+://)?([^/:?#]+)'), '^www\.', '')) end
) stored;
create index indicators_by_site on indicators (body_id, site_backwards text_pattern_ops) where site_backwards is not null;
