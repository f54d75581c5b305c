-- Why: each opened desk counts the open tips by word of mouth whose reporters nobody has told; they are few among all open ones.
create index signals_by_word_of_mouth on signals (body_id, received_at)
  where state in ('received', 'reviewing', 'asked') and channel in ('phone', 'walk-in', 'forwarded');
