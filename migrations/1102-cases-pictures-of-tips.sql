-- Why: a picture of a tip is not masked. Carried by an incident into a case it stood open to whoever reads the case; it is shown to
-- whom may read the tip's raw text, and a dossier leaves without it for everybody else.
alter table case_exhibits add column from_tip boolean not null default false;

-- Those that are there already: the same file hangs at an incident that was made of a tip.
alter table case_exhibits no force row level security;
alter table incident_photos no force row level security;
alter table incidents no force row level security;
alter table case_exhibits disable trigger case_exhibits_are_append_only;
update case_exhibits e set from_tip = true
  from incident_photos p join incidents i on i.id = p.incident_id
  where i.origin = 'tip' and p.sha256 = e.sha256;
alter table case_exhibits enable trigger case_exhibits_are_append_only;
alter table incidents force row level security;
alter table incident_photos force row level security;
alter table case_exhibits force row level security;
