-- Why: the letter of a notice could still be signed and sent after the notice was given back or taken back.

/* A document of a notice leaves its draft only while the notice stands as it was assessed when the document was made. Back to a draft it
   goes always. A notice that its body no longer sees was assessed anew for another to sign. */
create function guard_notice_paper() returns trigger language plpgsql as $$
begin
  if exists (select from notice_papers p left join notices n on n.id = p.notice_id where p.document_id = new.id
      and (n.id is null or n.state in ('received', 'refused', 'reversed') or p.made_at < n.assessed_at)) then
    raise exception 'the notice does not stand as it did' using errcode = 'check_violation', constraint = 'notice_papers_stand';
  end if;
  return new;
end $$;
create trigger official_documents_of_notices before update of state on official_documents for each row
  when (new.state is distinct from old.state and new.state not in ('draft', 'archived')) execute function guard_notice_paper();
