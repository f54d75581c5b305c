-- Why: what was warned of was not found where it was asked about in another of its shapes: a link under a path by its site, a
-- wallet by its number, an address of a crypto wallet in capitals.

/* A link's second print, of its site without "www.": SHA-256 of `url-site:host`. The check never asks for a platform's. */
alter table shared_indicators add column site_digest bytea;
create function site_print(kind text, value text) returns bytea language sql immutable parallel safe as $$
  select case when kind = 'url' then sha256(convert_to('url-site:' ||
    regexp_replace(lower(substring(value from '^https?://\[?([^/:?#\]]+|[0-9a-f:]+)')), '^www[.]', ''), 'UTF8')) end
$$;
create or replace function print_indicator() returns trigger language plpgsql as $$
begin
  new.digest := sha256(convert_to(new.kind || ':' || new.value, 'UTF8'));
  new.site_digest := site_print(new.kind, new.value);
  return new;
end $$;

-- What is out stands as it is: only how it is written is mended here, to what the reader writes today.
alter table shared_indicators disable trigger user;
grant update (value, digest, site_digest) on shared_indicators to lp_definer;
set local role lp_definer;
update shared_indicators i set value = m.value, digest = sha256(convert_to(m.kind || ':' || m.value, 'UTF8'))
  from (
    select id, kind, case kind
      when 'crypto' then lower(value)
      else regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(value,
        '^ví(điệntử)?(?=[^:])', ''), ':84(?=[0-9]{9}$)', ':0'), '^viettelpay:', 'viettelmoney:'), '^vnptpay:', 'vnptmoney:'),
        '^airpay:', 'shopeepay:'), '^mobifonepay:', 'mobifonemoney:') end as value
    from shared_indicators
    where kind = 'crypto' and value ~* '^(0x|bc1)' and value <> lower(value)
      or kind = 'e-wallet' and value ~ '^(ví|viettelpay:|vnptpay:|airpay:|mobifonepay:)|:84[0-9]{9}$') m
  where m.id = i.id and m.value <> i.value;
update shared_indicators set site_digest = site_print(kind, value) where kind = 'url';
reset role;
revoke update (value, digest, site_digest) on shared_indicators from lp_definer;
alter table shared_indicators enable trigger user;
create index shared_indicators_public_sites on shared_indicators (site_digest)
  where state = 'released' and audience = 'public' and site_digest is not null;

/* As in 0820, and by the second print of a link. */
drop function public_check(bytea[]);
create function public_check(asked bytea[]) returns table (digest bytea, kind text, trick text, since date, until date,
  reports_range text, warning_code int, contested boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct on (f.print) f.print, i.kind, i.trick, (i.released_at at time zone 'Asia/Ho_Chi_Minh')::date, i.valid_until,
    reports_range(i.reports), (select max(w.code) from warning_indicators a join warnings w on w.id = a.warning_id
      where a.indicator_id = i.id and w.state = 'released' and w.audience = 'public' and w.expires_on >= acting_on()),
    exists (select from contests c where c.state = 'open' and c.indicator_id = i.id)
      or exists (select from warning_indicators a join contests c on c.warning_id = a.warning_id
        where a.indicator_id = i.id and c.state = 'open')
  from (
    select s.id, s.digest as print from shared_indicators s
      where s.digest = any (asked[1:200]) and s.state = 'released' and s.audience = 'public'
    union all select s.id, s.site_digest from shared_indicators s
      where s.site_digest = any (asked[1:200]) and s.state = 'released' and s.audience = 'public') f
  join shared_indicators i on i.id = f.id
  where i.valid_until >= acting_on()
  order by f.print, i.released_at
$$;
alter function public_check(bytea[]) owner to lp_definer;

set local role lp_definer;
revoke all on function public_check(bytea[]) from public;
grant execute on function public_check(bytea[]) to lp_public, lp_app;
reset role;
