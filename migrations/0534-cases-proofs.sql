-- Why: an enterprise answers a request with proof (journey 6): files, sealed like evidence, seen by the two sides of the request.

create table prevention_proofs (
  id          uuid not null default uuidv7(),
  request_id  uuid not null references prevention_requests,
  position    int not null,
  sha256      text not null,
  media_type  text not null,
  bytes       bigint not null,
  -- Who read the declaration that it holds no state secret, and when.
  declared_at timestamptz not null default acting_at(),
  added_by    uuid references officers default current_officer(),
  added_name  text not null,
  constraint prevention_proofs_pkey primary key (id),
  constraint prevention_proofs_order unique (request_id, position),
  constraint prevention_proofs_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint prevention_proofs_position check (position between 1 and 5)
);
create trigger prevention_proofs_are_append_only before update or delete on prevention_proofs for each row execute function refuse_change();
alter table prevention_proofs enable row level security;
alter table prevention_proofs force row level security;
create policy prevention_proofs_for_jobs on prevention_proofs to lp_job using (true) with check (true);
create policy prevention_proofs_of_the_request on prevention_proofs for select to lp_app
  using (exists (select from prevention_requests r where r.id = request_id));
-- Before the answer, in its transaction: an answered request takes no more.
create policy prevention_proofs_by_the_enterprise on prevention_proofs for insert to lp_app with check (
  added_by is not distinct from (select current_officer()) and exists (select from prevention_requests r
    where r.id = request_id and r.enterprise_id = (select current_body()) and r.answer is null));
grant select, insert on prevention_proofs to lp_app;
grant select on prevention_proofs to lp_job;
