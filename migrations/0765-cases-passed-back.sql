-- Why: an act whose file a criminal body passed back is punishable a year longer since 2025-07-01, the time with that body counted in
-- (Luật XLVPHC Đ6.1.c, as amended by Luật 88/2025/QH15); what had run out before that day does not live again. The nightly count sets
-- the days of the clocks that change here.

-- The migrating role passes row security of these tables while it fills in what older versions left out.
alter table case_clocks no force row level security;
alter table case_transfers no force row level security;
update case_clocks k set rule_id = 'XP-THI-HIEU-CHUYEN', events = k.events || jsonb_build_array(jsonb_build_object(
    'kind', 'period', 'quantity', case k.rule_id when 'XP-THI-HIEU-2Y' then 2 else 1 end, 'unit', 'year'))
where k.purpose = 'limitation' and k.stopped_on is null and k.rule_id in ('XP-THI-HIEU-1Y', 'XP-THI-HIEU-2Y')
  and jsonb_array_length(k.events) < 18
  and left(k.start_at, 10)::date + case k.rule_id when 'XP-THI-HIEU-2Y' then interval '2 years' else interval '1 year' end >= date '2025-07-01'
  and exists (select from case_transfers t where t.case_id = k.case_id and t.result = 'returned' and t.result_on >= date '2025-07-01');
alter table case_clocks force row level security;
alter table case_transfers force row level security;
