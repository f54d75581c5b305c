-- Why: what an act costs depends on the number of subscriber numbers or points it is about (NĐ 174/2026 Đ34), and that number
-- stood in nobody's record: the officer chose a row, and nothing held the one against the other.
alter table case_acts add column units int, add column unit_kind text,
  add constraint case_acts_units_whole check (num_nonnulls(units, unit_kind) in (0, 2)),
  add constraint case_acts_units check (units between 1 and 10000000),
  add constraint case_acts_unit_kind check (unit_kind in ('number', 'point'));
