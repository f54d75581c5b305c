-- Why: a tip is one statement instead of nine, so that a busy evening (one scam message, thousands of reports) is taken in
-- at a better pace. It runs as whoever hands the tip in, under the same policies as before; what is in the rows is decided
-- by the program, which gives them ready. Returns how many earlier tips share a suspect identifier or a file.
create function take_tip(tip jsonb, receipt jsonb, signature bytea, identity bytea, raw_text bytea, files jsonb, named jsonb,
    details jsonb) returns int language plpgsql as $$
declare
  signal uuid := (tip ->> 'id')::uuid;
  holder uuid := (tip ->> 'body_id')::uuid;
  alike int := 0;
begin
  insert into signals (id, body_id, from_body_id, channel, path, state, urgency, type, loss_vnd, place, redacted_text,
      is_anonymous, received_at, changed_at)
    select signal, holder, t.from_body_id, t.channel, t.path, t.state, t.urgency, t.type, t.loss_vnd, t.place,
      t.redacted_text, t.is_anonymous, t.received_at, t.received_at
    from jsonb_to_record(tip) as t(from_body_id uuid, channel text, path text, state text, urgency text, type text,
      loss_vnd bigint, place text, redacted_text text, is_anonymous boolean, received_at timestamptz);
  insert into signal_receipts (signal_id, body_id, code_hash, salt, hash, at, key_id, signature)
    select signal, holder, r.code_hash, r.salt, r.hash, r.at, r.key_id, take_tip.signature
    from jsonb_to_record(receipt) as r(code_hash text, salt text, hash text, at timestamptz, key_id text);
  -- From here on row security sees that whoever hands it in holds its receipt.
  insert into signal_seals (signal_id, body_id, identity, raw_text)
    values (signal, holder, take_tip.identity, take_tip.raw_text);
  insert into signal_events (signal_id, body_id, what, state_after)
    values (signal, holder, 'signal.received', tip ->> 'state');
  if files <> '[]' then
    insert into signal_evidence (id, signal_id, body_id, position, media_type, bytes, sha256, keeps_original, declared_at, side)
      select f.id, signal, holder, f.position, f.media_type, f.bytes, f.sha256, f.keeps_original, f.declared_at, f.side
      from jsonb_to_recordset(files) as f(id uuid, position int, media_type text, bytes bigint, sha256 text,
        keeps_original boolean, declared_at timestamptz, side text);
  end if;
  if named <> '[]' then
    alike := take_identifiers(signal, named);
  end if;
  perform announce('signal.received', 'signal', signal::text, details || jsonb_build_object('alike', alike));
  return alike;
end $$;
