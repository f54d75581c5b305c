-- Why: the leader's page counts with province_counts_by since 0605; a definer function that nobody calls is a door left open.
drop function province_overview(text, date, date);
drop function overview_counts(text, date, date, uuid);
