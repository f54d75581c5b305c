-- Why: a thing seized on one day and entered on another was printed with the day of the typing, and a hand-over to the police
-- was signed by nobody in particular: it is a decision, of a person with a title.

-- The day on which it was taken, or handed on; null in what older versions wrote: the day of the entry.
alter table case_exhibits add column taken_on date;
alter table case_custody add column happened_on date;

-- Who decides the hand-over, as the decision is signed; null in what older versions wrote.
alter table case_transfers add column decided_name text, add column decided_title text,
  add constraint case_transfers_decider_whole check (num_nonnulls(decided_name, decided_title) in (0, 2)),
  add constraint case_transfers_decider_said check (length(decided_name) <= 200 and length(decided_title) <= 200);
