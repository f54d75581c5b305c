-- Why: among a million tips the few that are in a case or were forwarded are found without walking past all others.
create index signals_in_other_hands on signals (body_id, state, received_at desc, id) where state in ('in-case', 'forwarded');
