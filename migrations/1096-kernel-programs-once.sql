-- Why: a program that lost the answer to a report asks again with the same `Idempotency-Key`. The report is kept once and the first
-- answer is given again: it lies beside the key, in the transaction that wrote the report. `content_hash` is a keyed hash of what was
-- sent: the same key with other words is a mistake of the program, told to it.
alter table sendings add content_hash text, add answer text,
  add constraint sendings_content_is_keyed check (content_hash ~ '^[0-9a-f]{64}$'),
  add constraint sendings_answer_short check (length(answer) <= 4000);
grant insert (content_hash), update (answer) on sendings to lp_app;
