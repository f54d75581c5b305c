-- Why: the hashes of a tip's words hang on the tip and its body. Without a cascade a tip that has them could not move to the
-- succeeding body on the day of a reform.
alter table signal_prints drop constraint signal_prints_signal;
alter table signal_prints add constraint signal_prints_signal
  foreign key (signal_id, body_id) references signals (id, body_id) on update cascade;
