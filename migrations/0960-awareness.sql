-- Why: agents, workers and officers take a course, hold a certificate that anybody checks, and sign what they promise (issue 20, journey 9).

-- A course as it was put before a second person: its words stand as they were read. The newest published one is taken.
create table course_versions (
  id               uuid not null default uuidv7(),
  body_id          uuid not null references bodies default current_body(),
  -- Slug of data/courses.
  course           text not null,
  content          jsonb not null,
  -- SHA-256 of the content as text: whether the repository says something else by now.
  fingerprint      text not null,
  state            text not null default 'waiting',
  -- Questions that the second person held back: they are never drawn.
  held_back        text[] not null default '{}',
  put_forward_by   uuid not null references officers default current_officer(),
  put_forward_name text not null,
  put_forward_at   timestamptz not null default acting_at(),
  decided_by       uuid references officers,
  decided_name     text,
  decided_at       timestamptz,
  note             text,
  constraint course_versions_pkey primary key (id),
  constraint course_versions_course check (course ~ '^[a-z0-9-]{1,60}$'),
  constraint course_versions_content check (length(content::text) <= 400000),
  constraint course_versions_state check (state in ('waiting', 'published', 'refused', 'replaced')),
  constraint course_versions_held_back check (cardinality(held_back) <= 200),
  constraint course_versions_note check (length(note) <= 4000),
  constraint course_versions_refused_says_why check (state <> 'refused' or length(note) > 0),
  constraint course_versions_decided_is_whole check (num_nonnulls(decided_by, decided_name, decided_at) = case when state = 'waiting' then 0 else 3 end),
  constraint course_versions_decided_by_another check (decided_by <> put_forward_by)
);
create unique index course_versions_one_published on course_versions (course) where state = 'published';
create unique index course_versions_one_waiting on course_versions (course, body_id) where state = 'waiting';
create index course_versions_by_body on course_versions (body_id, course, put_forward_at desc);

/* Whoever the statement comes from: a version is decided once, by another than put it forward; its words never change. */
create function guard_course_version() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - array['state', 'held_back', 'decided_by', 'decided_name', 'decided_at', 'note', 'body_id']
    is distinct from to_jsonb(old) - array['state', 'held_back', 'decided_by', 'decided_name', 'decided_at', 'note', 'body_id'] then
    raise exception 'what was read stands as it is' using errcode = 'check_violation', constraint = 'course_versions_stand';
  end if;
  if old.state = 'waiting' and new.state in ('published', 'refused') then
    new.decided_by := current_officer();
    new.decided_at := acting_at();
    return new;
  end if;
  if (new.state = old.state or old.state = 'published' and new.state = 'replaced')
    and new.held_back = old.held_back and new.note is not distinct from old.note then
    new.decided_by := old.decided_by; new.decided_name := old.decided_name; new.decided_at := old.decided_at;
    return new;
  end if;
  raise exception 'it is decided once' using errcode = 'check_violation', constraint = 'course_versions_decided_once';
end $$;
create trigger course_versions_guard before update on course_versions for each row execute function guard_course_version();

-- A body runs a course for its own people: an enterprise for its agents, an agency for its staff.
create table course_rounds (
  id        uuid not null default uuidv7(),
  body_id   uuid not null references bodies default current_body(),
  course    text not null,
  title     text not null,
  closes_on date not null,
  -- What they sign after they passed; null: nothing.
  pledge    text,
  made_by   uuid references officers default current_officer(),
  made_name text not null,
  made_at   timestamptz not null default acting_at(),
  constraint course_rounds_pkey primary key (id),
  constraint course_rounds_with_body unique (id, body_id),
  constraint course_rounds_course check (course ~ '^[a-z0-9-]{1,60}$'),
  constraint course_rounds_title check (length(title) between 1 and 160),
  constraint course_rounds_pledge check (pledge ~ '^[a-z0-9-]{1,60}$')
);
create index course_rounds_by_body on course_rounds (body_id, closes_on desc, id);

-- Who is invited: a shop or a person by the name that the body calls them. The link is made of the id and a key outside.
create table learners (
  id           uuid not null default uuidv7(),
  body_id      uuid not null default current_body(),
  round_id     uuid not null,
  name         text not null,
  place        text,
  receipt_hash text not null,
  made_at      timestamptz not null default acting_at(),
  opened_at    timestamptz,
  removed_at   timestamptz,
  constraint learners_pkey primary key (id),
  constraint learners_with_body unique (id, body_id),
  constraint learners_receipt unique (receipt_hash),
  constraint learners_round foreign key (round_id, body_id) references course_rounds (id, body_id) on update cascade,
  constraint learners_name check (length(name) between 1 and 160),
  constraint learners_place check (length(place) between 1 and 160)
);
create index learners_by_round on learners (round_id, name, id);

create table course_attempts (
  id         uuid not null default uuidv7(),
  body_id    uuid not null,
  learner_id uuid not null,
  nth        int not null,
  version_id uuid not null references course_versions,
  -- [{ "id", "order": [0, 2, 1] }]: the questions that were drawn, and in which order their answers stand.
  drawn      jsonb not null,
  -- { question: option }, as it stands in the course.
  answers    jsonb not null default '{}',
  begun_at   timestamptz not null default acting_at(),
  ended_at   timestamptz,
  right_of   smallint,
  asked      smallint not null,
  is_passed  boolean,
  constraint course_attempts_pkey primary key (id),
  constraint course_attempts_with_body unique (id, body_id),
  constraint course_attempts_in_order unique (learner_id, nth),
  constraint course_attempts_learner foreign key (learner_id, body_id) references learners (id, body_id) on update cascade,
  constraint course_attempts_nth check (nth between 1 and 50),
  constraint course_attempts_asked check (asked between 1 and 60 and jsonb_array_length(drawn) = asked),
  constraint course_attempts_ended_is_whole check (num_nonnulls(ended_at, right_of, is_passed) in (0, 3)),
  constraint course_attempts_right_of check (right_of between 0 and asked)
);
create unique index course_attempts_one_open on course_attempts (learner_id) where ended_at is null;

-- What was answered and how it ended stands.
create function guard_course_attempt() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - array['answers', 'ended_at', 'right_of', 'is_passed', 'body_id']
    is distinct from to_jsonb(old) - array['answers', 'ended_at', 'right_of', 'is_passed', 'body_id']
    or old.ended_at is not null and to_jsonb(new) - 'body_id' is distinct from to_jsonb(old) - 'body_id'
    or not new.answers @> old.answers then
    raise exception 'what was answered stands' using errcode = 'check_violation', constraint = 'course_attempts_stand';
  end if;
  return new;
end $$;
create trigger course_attempts_guard before update on course_attempts for each row execute function guard_course_attempt();

-- The certificate of an attempt that passed. Its code is made of the id and a key outside; the database has its hash.
create table certificates (
  id          uuid not null default uuidv7(),
  body_id     uuid not null,
  learner_id  uuid not null,
  attempt_id  uuid not null,
  code_hash   text not null,
  name        text not null,
  course      text not null,
  course_vi   text not null,
  course_en   text not null,
  right_of    smallint not null,
  asked       smallint not null,
  passed_on   date not null default acting_on(),
  valid_until date not null,
  constraint certificates_pkey primary key (id),
  constraint certificates_once unique (attempt_id),
  constraint certificates_code unique (code_hash),
  constraint certificates_learner foreign key (learner_id, body_id) references learners (id, body_id) on update cascade,
  constraint certificates_attempt foreign key (attempt_id, body_id) references course_attempts (id, body_id) on update cascade,
  constraint certificates_valid check (valid_until > passed_on),
  constraint certificates_words check (length(name) <= 160 and length(course_vi) <= 200 and length(course_en) <= 200)
);
create index certificates_by_learner on certificates (learner_id, passed_on desc);

create function guard_certificate() returns trigger language plpgsql as $$
begin
  if not exists (select from course_attempts a where a.id = new.attempt_id and a.learner_id = new.learner_id and a.is_passed
    and a.right_of = new.right_of and a.asked = new.asked) then
    raise exception 'a certificate is of an attempt that passed' using errcode = 'check_violation', constraint = 'certificates_of_passed';
  end if;
  return new;
end $$;
create trigger certificates_guard before insert on certificates for each row execute function guard_certificate();

-- A commitment (cam kết): the words that were signed are kept; it is renewed each year.
create table commitments (
  id          uuid not null default uuidv7(),
  body_id     uuid not null,
  learner_id  uuid not null,
  pledge      text not null,
  words       text not null,
  signed_name text not null,
  signed_on   date not null default acting_on(),
  valid_until date not null,
  constraint commitments_pkey primary key (id),
  constraint commitments_once_a_day unique (learner_id, signed_on),
  constraint commitments_learner foreign key (learner_id, body_id) references learners (id, body_id) on update cascade,
  constraint commitments_words check (length(words) between 1 and 8000),
  constraint commitments_signed_name check (length(signed_name) between 2 and 160),
  constraint commitments_valid check (valid_until > signed_on)
);
create index commitments_by_body on commitments (body_id, signed_on);

create function guard_commitment() returns trigger language plpgsql as $$
begin
  if not exists (select from certificates c where c.learner_id = new.learner_id and c.valid_until >= new.signed_on) then
    raise exception 'who signs has passed' using errcode = 'check_violation', constraint = 'commitments_after_passing';
  end if;
  return new;
end $$;
create trigger commitments_guard before insert on commitments for each row execute function guard_commitment();

alter table course_versions enable row level security;
alter table course_versions force row level security;
alter table course_rounds enable row level security;
alter table course_rounds force row level security;
alter table learners enable row level security;
alter table learners force row level security;
alter table course_attempts enable row level security;
alter table course_attempts force row level security;
alter table certificates enable row level security;
alter table certificates force row level security;
alter table commitments enable row level security;
alter table commitments force row level security;

create policy course_versions_seen on course_versions for select to lp_app
  using (state in ('published', 'replaced') or body_id = (select current_body()));
-- What everybody learns is put forward by the body that leads the field.
create policy course_versions_put_forward on course_versions for insert to lp_app with check (body_id = (select current_body())
  and state = 'waiting' and put_forward_by = (select current_officer())
  and exists (select from bodies b where b.id = (select current_body()) and b.is_lead));
create policy course_versions_decided on course_versions for update to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy course_versions_public on course_versions for select to lp_public using (state in ('published', 'replaced'));
create policy course_versions_for_jobs on course_versions to lp_job using (true) with check (true);

create policy course_rounds_of_my_body on course_rounds to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy course_rounds_of_my_link on course_rounds for select to lp_public
  using (exists (select from learners l where l.round_id = course_rounds.id and l.receipt_hash = (select current_receipt())));
create policy course_rounds_for_jobs on course_rounds to lp_job using (true) with check (true);

create policy learners_of_my_body on learners to lp_app
  using (body_id = (select current_body())) with check (body_id = (select current_body()));
create policy learners_of_my_link on learners for select to lp_public
  using (receipt_hash = (select current_receipt()) and removed_at is null);
create policy learners_open on learners for update to lp_public
  using (receipt_hash = (select current_receipt()) and removed_at is null) with check (receipt_hash = (select current_receipt()));
create policy learners_for_jobs on learners to lp_job using (true) with check (true);

-- A body reads how its own people did; only who holds the link answers.
create policy course_attempts_of_my_body on course_attempts for select to lp_app using (body_id = (select current_body()));
create policy course_attempts_of_my_link on course_attempts for select to lp_public
  using (exists (select from learners l where l.id = learner_id));
create policy course_attempts_begun on course_attempts for insert to lp_public
  with check (exists (select from learners l where l.id = learner_id) and ended_at is null);
create policy course_attempts_answered on course_attempts for update to lp_public
  using (exists (select from learners l where l.id = learner_id)) with check (exists (select from learners l where l.id = learner_id));
create policy course_attempts_for_jobs on course_attempts to lp_job using (true) with check (true);

create policy certificates_of_my_body on certificates for select to lp_app using (body_id = (select current_body()));
create policy certificates_of_my_link on certificates for select to lp_public
  using (exists (select from learners l where l.id = learner_id));
create policy certificates_earned on certificates for insert to lp_public
  with check (exists (select from learners l where l.id = learner_id));
create policy certificates_for_jobs on certificates to lp_job using (true) with check (true);

create policy commitments_of_my_body on commitments for select to lp_app using (body_id = (select current_body()));
create policy commitments_of_my_link on commitments for select to lp_public
  using (exists (select from learners l where l.id = learner_id));
create policy commitments_signed on commitments for insert to lp_public
  with check (exists (select from learners l where l.id = learner_id));
create policy commitments_for_jobs on commitments to lp_job using (true) with check (true);

grant select, insert, update (state, held_back, decided_name, note) on course_versions to lp_app;
grant select on course_versions to lp_public;
grant select, update (body_id) on course_versions to lp_job;
grant select, insert on course_rounds to lp_app;
grant select on course_rounds to lp_public;
grant select, update (body_id) on course_rounds to lp_job;
grant select, insert, update (removed_at) on learners to lp_app;
grant select, update (opened_at) on learners to lp_public;
grant select on learners to lp_job;
grant select on course_attempts to lp_app;
grant select, insert, update (answers, ended_at, right_of, is_passed) on course_attempts to lp_public;
grant select on course_attempts to lp_job;
grant select on certificates to lp_app;
grant select, insert on certificates to lp_public;
grant select on certificates to lp_job;
grant select on commitments to lp_app;
grant select, insert on commitments to lp_public;
grant select on commitments to lp_job;
grant select on certificates, commitments to lp_definer;

/* For everybody who holds a certificate's code: what it says, and whether a commitment runs beside it. */
create function certificate_of(hash text) returns table (name text, course_vi text, course_en text, right_of smallint,
  asked smallint, passed_on date, valid_until date, body_name text, committed_until date)
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.name, c.course_vi, c.course_en, c.right_of, c.asked, c.passed_on, c.valid_until, b.name,
    (select max(m.valid_until) from commitments m where m.learner_id = c.learner_id)
  from certificates c join bodies b on b.id = c.body_id where c.code_hash = hash
$$;
alter function certificate_of(text) owner to lp_definer;
set local role lp_definer;
revoke all on function certificate_of(text) from public;
grant execute on function certificate_of(text) to lp_public;
reset role;
