-- Why: a token of a body in which nobody is in office any more opened everything as before (issue 17): nobody answered for its program, and nobody could end it. It opens nothing until somebody holds a post there again.
drop function token_holder(text);
create function token_holder(hash text) returns table (token_id uuid, body_id uuid, scopes text[], used_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select t.id, t.body_id, t.scopes, t.used_on from api_tokens t join bodies b on b.id = t.body_id
  where t.token_hash = hash and t.revoked_at is null and t.expires_on >= acting_on()
    and acting_on() <= coalesce(b.valid_to, 'infinity')
    and exists (select from posts p join officers o on o.id = p.officer_id
      where p.body_id = t.body_id and post_is_held(p) and (o.left_on is null or o.left_on > acting_on()))
$$;
alter function token_holder(text) owner to lp_definer;
set local role lp_definer;
revoke all on function token_holder(text) from public;
grant execute on function token_holder(text) to lp_public;
reset role;
