-- Why: a notice that went out at once is reviewed within 24 hours; that it was not is written down by the clock, once (issue 20).
grant insert on notice_events to lp_job;
create index notices_to_review on notices (sent_at) where emergency is not null and reviewed_by is null and approved_by is null and state <> 'reversed';
