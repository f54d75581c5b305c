-- Why: awareness counts in the report from its records, and nothing is added twice (issue 20, III.4.1, III.4.2).

/* As the views of 0600: one row is one record in one figure. III.4.1: each result of a campaign by its day, and each round of a course to
   which somebody was invited, by the day on which it was opened. III.4.2: people reached, as far as somebody counted them, and each learner
   by the day of the first certificate. What was struck out counts nowhere. */
create view awareness_figures with (security_invoker = true) as
  with done as (
    select r.*, case r.channel when 'meeting' then 'meeting' when 'loudspeaker' then 'broadcast' when 'poster' then 'poster' when 'web' then 'article'
      else 'message' end as part
    from campaign_results r where r.struck_at is null)
  select 'III.4.1'::text as figure, d.part, 'campaign'::text as record_kind, d.campaign_id as record_id, d.body_id, d.body_id as by_body_id,
    d.held_on as first_on, 1::numeric as amount
  from done d
  union all
  select 'III.4.1', 'course', 'course-round', c.id, c.body_id, c.body_id, local_day(c.made_at), 1
  from course_rounds c where exists (select from learners l where l.round_id = c.id)
  union all
  select 'III.4.2', d.part, 'campaign', d.campaign_id, d.body_id, d.body_id, d.held_on, d.reached
  from done d where d.reached is not null
  union all
  select 'III.4.2', 'course', 'course-round', l.round_id, l.body_id, l.body_id, f.passed_on, 1
  from learners l join (select x.learner_id, min(x.passed_on) as passed_on from certificates x group by 1) f on f.learner_id = l.id;
create index course_rounds_by_opening on course_rounds (local_day(made_at), body_id);

create function count_awareness_figures(from_on date, to_on date, only_body uuid)
  returns table (figure text, part text, by_body_id uuid, records bigint, amount numeric) language sql stable as $$
  select f.figure, f.part, f.by_body_id, count(*), sum(f.amount) from awareness_figures f
  where f.first_on between from_on and to_on and (only_body is null or f.body_id = only_body)
  group by grouping sets ((f.figure, f.part), (f.figure, f.part, f.by_body_id)) $$;

create or replace function count_figures(from_on date, to_on date, only_body uuid)
  returns table (figure text, part text, by_body_id uuid, records bigint, amount numeric, middle numeric, once bigint)
  language sql stable as $$
  select s.*, null::numeric, null::bigint from count_signal_figures(from_on, to_on, only_body) s
  union all
  select c.* from count_case_figures(from_on, to_on, only_body) c
  union all
  select h.*, null, null from count_sharing_figures(from_on, to_on, only_body) h
  union all
  select n.*, null, null from count_infrastructure_figures(from_on, to_on, only_body) n
  union all
  select k.figure, k.part, k.by_body_id, k.records, null, null, k.once from count_inspection_figures(from_on, to_on, only_body) k
  union all
  select a.*, null, null from count_awareness_figures(from_on, to_on, only_body) a
  union all
  select d.figure, d.part, d.by_body_id, count(*), null, null, null
    from (select x.figure, x.by_body_id,
        case when x.figure = 'II.2' then duty_part(x.due_on, x.done_on, to_on) else 'all' end as part
      from directive_figures x where x.first_on <= to_on and x.last_on >= from_on
        and (only_body is null or x.body_id = only_body)) d
    group by grouping sets ((d.figure, d.part), (d.figure, d.part, d.by_body_id)) $$;

grant select on awareness_figures to lp_app, lp_definer;
grant select on campaign_results, course_rounds, learners to lp_definer;
