-- Why: an officer asks for the screenshot and the reporter adds it on the page where the tip is followed. Which words a file
-- came with stands in its row; what only brings files has no words.
alter table signal_messages add constraint signal_messages_id_of_signal unique (id, signal_id);
alter table signal_messages drop constraint signal_messages_length,
  add constraint signal_messages_length check (length(text) <= 6000 and (side = 'reporter' or length(text) >= 1));
alter table signal_evidence add column message_id uuid,
  add constraint signal_evidence_message foreign key (message_id, signal_id) references signal_messages (id, signal_id);
grant select (message_id) on signal_evidence to lp_public;
