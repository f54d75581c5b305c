-- Why: whoever is warned about by mistake is heard, by a date, and another officer decides (issue 17, journey 10).
create table contests (
  id           uuid not null default uuidv7(),
  -- The body that released what is contested.
  body_id      uuid not null references bodies,
  indicator_id uuid,
  warning_id   uuid,
  -- {"named", "said", "who", "contact"}, sealed with the key of identities, which the database does not have.
  sealed       bytea not null,
  receipt_hash text not null,
  filed_at     timestamptz not null default acting_at(),
  due_on       date not null,
  -- Id of the rule in data/legal-rules.csv under which the day was counted.
  due_rule     text not null,
  state        text not null default 'open',
  -- For who contests and for the public record: in words that name nobody.
  reasons      text,
  decided_by   uuid references officers,
  decided_name text,
  decided_at   timestamptz,
  constraint contests_pkey primary key (id),
  constraint contests_once unique nulls not distinct (receipt_hash, indicator_id, warning_id),
  constraint contests_indicator foreign key (indicator_id, body_id) references shared_indicators (id, body_id) on update cascade,
  constraint contests_warning foreign key (warning_id, body_id) references warnings (id, body_id) on update cascade,
  constraint contests_of_one check (num_nonnulls(indicator_id, warning_id) = 1),
  constraint contests_state check (state in ('open', 'kept', 'removed')),
  constraint contests_reasons check (length(reasons) between 1 and 4000),
  constraint contests_decided_is_whole check (num_nonnulls(decided_by, decided_name, decided_at, reasons) = case when state = 'open' then 0 else 4 end)
);
create index contests_by_body on contests (body_id, state, due_on, id);
create index contests_open_of_indicators on contests (indicator_id) where state = 'open';
create index contests_open_of_warnings on contests (warning_id) where state = 'open';
create index contests_by_receipt on contests (receipt_hash);

/* Whoever the statement comes from: it is decided once, by an officer who had no hand in what is contested, and what is
   removed has been recalled before. Who decided, and when, is written here and not believed. */
create function guard_contest() returns trigger language plpgsql as $$
declare
  hands uuid[];
  standing text;
begin
  if to_jsonb(new) - array['state', 'reasons', 'decided_by', 'decided_name', 'decided_at', 'body_id']
    is distinct from to_jsonb(old) - array['state', 'reasons', 'decided_by', 'decided_name', 'decided_at', 'body_id'] then
    raise exception 'what was sent stands as it is' using errcode = 'check_violation', constraint = 'contests_stand_as_sent';
  end if;
  if new.state = old.state and new.reasons is not distinct from old.reasons then
    new.decided_by := old.decided_by; new.decided_name := old.decided_name; new.decided_at := old.decided_at;
    return new;
  end if;
  if old.state <> 'open' then
    raise exception 'it is decided once' using errcode = 'check_violation', constraint = 'contests_decided_once';
  end if;
  if current_officer() is null then
    raise exception 'an officer decides' using errcode = 'check_violation', constraint = 'contests_decided_by_somebody';
  end if;
  select i.writers || i.released_by, i.state into hands, standing from shared_indicators i where i.id = old.indicator_id
    union all select w.writers || w.released_by, w.state from warnings w where w.id = old.warning_id;
  -- A subject that cannot be seen cannot be shown to be somebody else's work.
  if hands is null or current_officer() = any (hands) then
    raise exception 'who wrote or released it does not decide' using errcode = 'check_violation', constraint = 'contests_decided_by_another';
  end if;
  if new.state = 'removed' and standing = 'released' then
    raise exception 'it is recalled first' using errcode = 'check_violation', constraint = 'contests_removed_is_recalled';
  end if;
  new.decided_by := current_officer();
  new.decided_at := acting_at();
  return new;
end $$;
create trigger contests_guard before update on contests for each row execute function guard_contest();

alter table contests enable row level security;
alter table contests force row level security;
create policy contests_of_my_body on contests for select to lp_app using (body_id = (select current_body()));
create policy contests_decided on contests for update to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy contests_of_my_receipt on contests for select to lp_public using (receipt_hash = (select current_receipt()));
create policy contests_for_jobs on contests to lp_job using (true) with check (true);
grant select, update (state, reasons, decided_name) on contests to lp_app;
grant select (id, body_id, sealed, receipt_hash, filed_at, due_on, due_rule, state, reasons, decided_at) on contests to lp_public;
grant select, update (body_id) on contests to lp_job;
grant select, insert on contests to lp_definer;

/* From the public form: what is contested is found by its prints or by the number of its warning, as the public check finds
   it, and only there. One row for each body that warned; the same form again adds none. Gives how many rows its receipt has;
   -1: too many wait already. */
create function file_contest(asked bytea[], warning int, sealed_words bytea, due date, rule text) returns int
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  receipt text := current_receipt();
  waiting int;
begin
  if receipt is null then return 0; end if;
  if exists (select from contests c where c.receipt_hash = receipt) then
    return (select count(*) from contests c where c.receipt_hash = receipt);
  end if;
  select count(*) into waiting from contests c where c.state = 'open' and (c.indicator_id in (
      select i.id from shared_indicators i where i.digest = any (asked[1:200]) and i.state = 'released' and i.audience = 'public')
    or c.warning_id in (select w.id from warnings w where w.code = warning));
  if waiting >= 20 then return -1; end if;
  insert into contests (body_id, indicator_id, sealed, receipt_hash, due_on, due_rule)
    select i.body_id, i.id, sealed_words, receipt, due, rule from shared_indicators i
    where i.digest = any (asked[1:200]) and i.state = 'released' and i.audience = 'public' and i.valid_until >= acting_on()
    order by i.released_at limit 5;
  insert into contests (body_id, warning_id, sealed, receipt_hash, due_on, due_rule)
    select w.body_id, w.id, sealed_words, receipt, due, rule from warnings w
    where w.code = warning and w.state = 'released' and w.audience = 'public' and w.expires_on >= acting_on()
      and not exists (select from contests c where c.receipt_hash = receipt);
  return (select count(*) from contests c where c.receipt_hash = receipt);
end $$;

/* For everybody: how many, and what came of them. Below five nothing is told of a part, nor of the part that the difference
   would give away. */
create function contest_figures() returns table (filed int, waiting int, kept int, removed int, median_days numeric)
  language sql stable security definer set search_path = public, pg_temp as $$
  with counted as (
    select count(*)::int as filed, count(*) filter (where state = 'open')::int as waiting, count(*) filter (where state = 'kept')::int as kept,
      count(*) filter (where state = 'removed')::int as removed,
      percentile_cont(0.5) within group (order by extract(epoch from decided_at - filed_at) / 86400)
        filter (where state <> 'open') as median_days
    from contests), held as (
    select *, exists (select from (values (waiting), (kept), (removed)) v(n) where n between 1 and 4) as is_held from counted)
  select case when filed >= 5 then filed end, case when not is_held then waiting end, case when not is_held then kept end,
    case when not is_held then removed end, case when kept + removed >= 5 then round(median_days::numeric, 1) end
  from held where filed > 0
$$;

create function public_contested(asked int) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from contests c join warnings w on w.id = c.warning_id
    where w.code = asked and w.audience = 'public' and c.state = 'open')
$$;
alter function file_contest(bytea[], int, bytea, date, text) owner to lp_definer;
alter function contest_figures() owner to lp_definer;
alter function public_contested(int) owner to lp_definer;
set local role lp_definer;
revoke all on function file_contest(bytea[], int, bytea, date, text), contest_figures(), public_contested(int) from public;
grant execute on function file_contest(bytea[], int, bytea, date, text) to lp_public;
grant execute on function contest_figures(), public_contested(int) to lp_public, lp_app;
reset role;

/* As in 0810, and says while a contest is open that one is: of the indicator, or of a warning that names it. */
drop function public_check(bytea[]);
create function public_check(asked bytea[]) returns table (digest bytea, kind text, trick text, since date, until date,
  reports_range text, warning_code int, contested boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct on (i.digest) i.digest, i.kind, i.trick, (i.released_at at time zone 'Asia/Ho_Chi_Minh')::date, i.valid_until,
    reports_range(i.reports), (select max(w.code) from warning_indicators a join warnings w on w.id = a.warning_id
      where a.indicator_id = i.id and w.state = 'released' and w.audience = 'public' and w.expires_on >= acting_on()),
    exists (select from contests c where c.state = 'open' and c.indicator_id = i.id)
      or exists (select from warning_indicators a join contests c on c.warning_id = a.warning_id
        where a.indicator_id = i.id and c.state = 'open')
  from shared_indicators i
  where i.digest = any (asked[1:200]) and i.state = 'released' and i.audience = 'public' and i.valid_until >= acting_on()
  order by i.digest, i.released_at
$$;
alter function public_check(bytea[]) owner to lp_definer;
set local role lp_definer;
revoke all on function public_check(bytea[]) from public;
grant execute on function public_check(bytea[]) to lp_public, lp_app;
reset role;

/* The private look-up: every print of one kind that begins with these five hex digits. The program pads the answer. */
create function public_prints(asked_kind text, asked_prefix text) returns table (print text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct encode(i.digest, 'hex') from shared_indicators i
  where asked_prefix ~ '^[0-9a-f]{5}$' and i.kind = asked_kind and i.state = 'released' and i.audience = 'public'
    and i.valid_until >= acting_on()
    and i.digest >= decode(asked_prefix || '0', 'hex')
    and i.digest < decode(asked_prefix || 'f', 'hex') || decode(repeat('ff', 30), 'hex')
    and substr(encode(i.digest, 'hex'), 1, 5) = asked_prefix
  limit 2000
$$;
alter function public_prints(text, text) owner to lp_definer;
set local role lp_definer;
revoke all on function public_prints(text, text) from public;
grant execute on function public_prints(text, text) to lp_public;
reset role;
