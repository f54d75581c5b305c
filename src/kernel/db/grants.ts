/**
 * What each role may do with each table and view, and with which columns. The catalogue is compared with this list
 * (`isolation.test.ts`): a grant that is missing here, or that the database has more or less of, fails the build. Rows are
 * narrowed by row security besides. A privilege without columns covers all of them, those of later migrations too.
 */
export const tableGrants: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  account_notices: {
    lp_app: "select, update (seen_at)",
    lp_definer: "insert",
    lp_job: "select, delete",
  },
  account_recoveries: {
    lp_app: "select",
    lp_job: "select, insert",
  },
  api_tokens: {
    lp_app: "select, insert, update (revoked_at, revoked_by)",
    lp_definer: "select",
    lp_job: "select, update (used_on)",
  },
  area_successions: {
    lp_app: "select, insert, update",
    lp_job: "select, insert, update",
    lp_public: "select",
  },
  areas: {
    lp_app: "select, insert, update",
    lp_job: "select, insert, update",
    lp_public: "select",
  },
  asset_imports: {
    lp_app: "select, insert, update (undone_at, undone_name)",
    lp_job: "select, update (body_id)",
  },
  asset_numbers: {
    lp_app: "usage",
  },
  asset_protections: {
    lp_app:
      "select, insert, update (changed_at, changed_name, check_note, checked_on, committee_contact, committee_id, drilled_on, measures, next_check_on, owner_contact, police_contact, police_id)",
    lp_job: "select, update (committee_id, police_id)",
  },
  asset_sites: {
    lp_app: "select, insert, update (code, name, place, shape)",
    lp_job: "select, update (code)",
  },
  assets: {
    lp_app:
      "select, insert, update (area_code, cell_lat, cell_lon, changed_at, criticality, granted_ids, kind, shared_ids, state), delete",
    lp_job: "select, update (body_id, changed_at, granted_ids, shared_ids)",
  },
  assignment_comments: {
    lp_app: "select, insert",
    lp_job: "select, insert",
  },
  assignment_events: {
    lp_app: "select, insert",
    lp_job: "select, insert",
  },
  assignments: {
    lp_app:
      "select, insert, update (changed_at, done_on, due_on, handler_id, handler_name, percent, plan_text, planned_until, state, unit_id)",
    lp_definer: "select",
    lp_job:
      "select, insert, update (body_id, changed_at, done_on, due_on, first_due_on, handler_id, handler_name, percent, plan_text, planned_until, state, unit_id)",
  },
  awareness_figures: {
    lp_app: "select",
    lp_definer: "select",
  },
  notice_figures: {
    lp_app: "select",
    lp_definer: "select",
  },
  proposal_figures: {
    lp_app: "select",
    lp_definer: "select",
  },
  board_days: {
    lp_app: "select",
    lp_job: "select, insert, update (figures, written_at)",
    lp_public: "select",
  },
  bodies: {
    lp_app: "select, insert, update",
    lp_definer: "select",
    lp_job: "select, insert, update",
    lp_public: "select",
  },
  body_group_members: {
    lp_app: "select, insert, update, delete",
    lp_job: "select, insert, update",
    lp_public: "select",
  },
  body_groups: {
    lp_app: "select, insert, update",
    lp_job: "select, insert, update",
    lp_public: "select",
  },
  body_names: {
    lp_app: "select, insert, update, delete",
    lp_job: "select, insert, update",
    lp_public: "select",
  },
  body_symbols: {
    lp_app: "select, insert (abbreviation, field), update (abbreviation, changed_at, changed_by, field)",
  },
  campaign_parts: {
    lp_app: "select, insert, update (answered_at, answered_name, reason, state)",
    lp_definer: "select",
    lp_job: "select, update (body_id, state, to_body_id)",
  },
  campaign_results: {
    lp_app: "select, insert, update (struck_at, struck_name, struck_reason)",
    lp_definer: "select",
    lp_job: "select, update (body_id)",
  },
  campaign_sessions: {
    lp_app: "select, insert, update (cancelled_at)",
    lp_job: "select, update (body_id)",
    lp_public:
      "select (area_code, begins_at, body_id, campaign_id, cancelled_at, channel, ends_at, held_on, id, is_public, made_at, place, what)",
  },
  campaigns: {
    lp_app:
      "select, insert, update (aim, areas, audiences, begins_on, channels, ended_on, ends_on, led_by, led_name, outcome, public_summary, started_on, state, title)",
    lp_job: "select, update (body_id)",
    lp_public:
      "select (areas, audiences, begins_on, body_id, channels, ended_on, ends_on, id, public_summary, started_on, state, title)",
  },
  case_acts: {
    lp_app:
      "select, insert, update (range_article, range_confirmed_by, range_max, range_min, range_source, range_typed_by, unit_kind, units)",
    lp_definer: "select",
    lp_job: "select, insert",
  },
  case_clocks: {
    lp_app: "select, insert, update (due, events, is_provisional, rule_id, stopped_on)",
    lp_job: "select, insert, update (due, is_provisional)",
  },
  case_conflicts: {
    lp_app: "select, insert",
    lp_definer: "select",
    lp_job: "select, insert",
  },
  case_custody: {
    lp_app: "select, insert",
    lp_job: "select",
  },
  case_dossiers: {
    lp_app: "select, insert",
    lp_definer: "select (sha256)",
    lp_job: "select",
  },
  case_events: {
    lp_app: "select, insert",
    lp_job: "select, insert",
  },
  case_exhibits: {
    lp_app: "select, insert",
    lp_definer: "select (sha256)",
    lp_job: "select",
  },
  case_figures: {
    lp_app: "select",
    lp_definer: "select",
  },
  case_money: {
    lp_app: "select, insert, update (struck_name, struck_on, struck_reason)",
    lp_job: "select",
  },
  case_numbers: {
    lp_app: "select, insert, update (last)",
    lp_job: "select, insert",
  },
  case_origins: {
    lp_app: "select, insert",
    lp_job: "select, update (body_id)",
  },
  case_papers: {
    lp_app: "select, insert, update (answers, recorded_on)",
    lp_definer: "select",
    lp_job: "select",
  },
  case_transfers: {
    lp_app: "select, insert, update (result, result_name, result_note, result_on, signed_name, signed_on)",
    lp_definer: "select",
    lp_job: "select, insert, update (to_body_id)",
  },
  cases: {
    lp_app:
      "select, insert, update (changed_at, checked_by, checked_name, checked_office, checked_on, checked_source, due_on, halted_number, halted_on, handler_id, handler_name, outcome, returns_to, state, summary, title)",
    lp_definer: "select",
    lp_job: "select, insert, update (body_id, changed_at, due_on, handler_id, handler_name, numbered_by)",
  },
  certificates: {
    lp_app: "select",
    lp_definer: "select",
    lp_job: "select",
    lp_public: "select, insert",
  },
  clauses: {
    lp_app: "select, insert",
    lp_job: "select, insert",
  },
  clock_moves: {
    lp_app: "select",
    lp_job: "select, insert",
  },
  commitments: {
    lp_app: "select",
    lp_definer: "select",
    lp_job: "select",
    lp_public: "select, insert",
  },
  contests: {
    lp_app: "select, update (decided_name, reasons, state)",
    lp_definer: "select, insert",
    lp_job: "select, update (body_id)",
    lp_public:
      "select (body_id, decided_at, due_on, due_rule, filed_at, id, reasons, receipt_hash, sealed, state)",
  },
  course_attempts: {
    lp_app: "select",
    lp_job: "select",
    lp_public: "select, insert, update (answers, ended_at, is_passed, right_of)",
  },
  stories: {
    lp_app:
      "select, insert (basis, source_id, source_kind, title, told, trick, turn, written_name), update (decided_name, ended_name, note, state)",
    lp_job: "select, update (body_id)",
    lp_public: "select (basis, decided_at, id, state, title, told, trick, turn)",
  },
  course_rounds: {
    lp_app: "select, insert",
    lp_definer: "select",
    lp_job: "select, update (body_id)",
    lp_public: "select",
  },
  course_versions: {
    lp_app: "select, insert, update (decided_name, held_back, note, state)",
    lp_job: "select, update (body_id)",
    lp_public: "select",
  },
  credentials: {
    lp_app: "select, update",
    lp_job: "select, insert, update",
  },
  days_off: {
    lp_app: "select, insert, update (removed_at, removed_name)",
    lp_job: "select",
    lp_public: "select",
  },
  delegations: {
    lp_app: "select, insert, update (valid_to)",
    lp_job: "select",
  },
  directive_bodies: {
    lp_app: "select, insert, update (seen_at, seen_by)",
    lp_job: "select, insert",
  },
  directive_figures: {
    lp_app: "select",
    lp_definer: "select",
  },
  desk_follow_ups: {
    lp_definer: "select (signal_id), delete",
    lp_app:
      "select, insert (body_id, by_name, case_id, follow_on, signal_id, what), update (by_name, follow_on, set_at, what), delete",
    lp_job: "select, update (body_id)",
  },
  desk_notes: {
    lp_app: "select, insert (body_id, by_name, by_officer, case_id, signal_id, text)",
    lp_definer: "select (signal_id), delete",
    lp_job: "select, update (body_id)",
  },
  directives: {
    lp_app: "select, insert",
    lp_definer: "select",
    lp_job: "select, insert",
  },
  document_numbers: {
    lp_app: "select, insert",
    lp_job: "select, insert",
  },
  evidence: {
    lp_app: "select, insert",
    lp_definer: "select (sha256)",
    lp_job: "select, insert",
  },
  extensions: {
    lp_app: "select, insert, update (answer, decided_at, decided_by, decided_name, decision, granted_on)",
    lp_job: "select, insert",
  },
  import_drafts: {
    lp_app:
      "select, insert, update (changed_at, corrections, directive_id, letter_key, prints, reading, state, subject, text_sha256, version), delete",
    lp_definer: "select, update (changed_at, version, written_by)",
    lp_job: "select, delete",
  },
  incident_assets: {
    lp_app: "select, insert",
    lp_job: "select",
  },
  incident_cases: {
    lp_app: "select, insert",
    lp_job: "select, update (body_id)",
  },
  incident_events: {
    lp_app: "select, insert",
    lp_job: "select, insert, update (body_id)",
  },
  incident_goods: {
    lp_app: "select, insert, update (returned_on, returned_to)",
    lp_job: "select, update (body_id)",
  },
  incident_numbers: {
    lp_app: "usage",
  },
  incident_photos: {
    lp_app: "select, insert",
    lp_definer: "select (sha256)",
    lp_job: "select",
  },
  incident_series: {
    lp_app: "select, insert",
    lp_job: "select, update (body_id, told_ids)",
  },
  incident_sites: {
    lp_app: "select, insert",
    lp_job: "select",
  },
  incident_witnesses: {
    lp_app: "select, insert",
    lp_job: "select, update (body_id)",
  },
  infrastructure_figures: {
    lp_app: "select",
    lp_definer: "select",
  },
  incidents: {
    lp_app: "select, insert, update (changed_at, granted_ids, resolved_at, state)",
    lp_definer: "select",
    lp_job: "select, update (body_id, changed_at, granted_ids, owner_ids)",
  },
  indicator_answers: {
    lp_app: "select, insert",
    lp_definer: "select",
    lp_job: "select, update (body_id, owner_id)",
  },
  indicator_feed: {
    lp_definer: "usage",
  },
  indicator_recipients: {
    lp_app: "select, insert, delete",
    lp_job: "select, update (body_id, to_body_id)",
  },
  indicator_sightings: {
    lp_app: "select, insert",
    lp_job: "select, update (body_id, owner_id)",
  },
  indicator_sources: {
    lp_app: "select, insert",
    lp_job: "select, insert, update (body_id)",
  },
  indicators: {
    lp_app: "select",
    lp_definer: "select, insert, update, delete",
    lp_job: "select, insert",
  },
  intake_counts: {
    lp_definer: "select, insert, update, delete",
  },
  field_devices: {
    lp_app: "select, insert, update (revoked_at, revoked_name)",
    lp_definer: "select",
  },
  inspection_answers: {
    lp_app: "select, insert, update (answer, at, by_name, counts, note)",
    lp_job: "select, update (body_id)",
  },
  inspection_cases: {
    lp_app: "select, insert",
    lp_job: "select, update (body_id)",
  },
  inspection_events: {
    lp_app: "select, insert",
    lp_definer: "select",
    lp_job: "select, update (body_id)",
  },
  inspection_figures: {
    lp_app: "select",
    lp_definer: "select",
  },
  inspection_imports: {
    lp_app: "select, insert",
    lp_definer: "select, update (undone_at, undone_name)",
    lp_job: "select, update (body_id)",
  },
  inspection_invitations: {
    lp_app: "select, insert, update (answered_at, answered_name, reason, state)",
    lp_definer: "select",
    lp_job: "select, update (body_id, state, to_body_id)",
  },
  inspection_joint_members: {
    lp_app: "select, insert",
    lp_job: "select, update (body_id)",
  },
  inspection_members: {
    lp_app: "select, insert, update (name, officer_id, title), delete",
    lp_job: "select, update (body_id)",
  },
  inspection_papers: {
    lp_app: "select, insert",
    lp_job: "select, update (body_id)",
  },
  inspection_pauses: {
    lp_app: "select, insert, update (until_on)",
    lp_job: "select, update (body_id)",
  },
  inspection_photos: {
    lp_app: "select, insert",
    lp_definer: "select (sha256)",
    lp_job: "select, update (body_id)",
  },
  inspection_publications: {
    lp_app: "select, insert, update (withdrawn_at, withdrawn_name)",
    lp_job: "select, update (body_id)",
    lp_public: "select (body_name, code, id, matter, on_day, power, published_at, subject, text, what)",
  },
  inspection_recommendations: {
    lp_app: "select, insert, update (done_name, done_note, done_on)",
    lp_job: "select, update (body_id)",
  },
  inspection_subject_events: {
    lp_app: "select, insert",
    lp_definer: "select",
  },
  inspection_subjects: {
    lp_app: "select, insert, update",
    lp_definer: "select, delete",
    lp_job: "select, update (body_id)",
  },
  inspections: {
    lp_app: "select, insert, update",
    lp_definer: "select",
    lp_job: "select, update (body_id, sent_to_body_id)",
  },
  installation: {
    lp_app: "update (crest, outlines)",
    lp_job:
      "select, insert, update (backup_dir, crest, keys_copied_to, mail_from, mail_sealed, outlines, public_url)",
  },
  invitations: {
    lp_app:
      "select, insert (body_id, email, expires_at, full_name, invited_by, purpose, role, title, token_hash, unit_id), update (revoked_at)",
    lp_definer: "select, update (approved_at, approved_by, expires_at, token_hash)",
    lp_job: "select, insert, update (accepted_at, mailed_at, revoked_at, token_hash, told_at), delete",
  },
  job_locks: {
    lp_job: "select, update (taken_at)",
  },
  job_wakes: {
    lp_queue: "select, insert, update",
  },
  joint_action_bodies: {
    lp_app: "select, insert, update (answer, answered_at, answered_name, note)",
    lp_job: "select, update (body_id, to_body_id)",
  },
  joint_actions: {
    lp_app: "select, insert, update (ended_at, ended_name, outcome, state)",
    lp_job: "select, update (body_id)",
  },
  journal: {
    lp_app: "select, insert (corrects_id, details, record_id, record_kind, rule, what)",
    lp_job: "select, insert (corrects_id, details, record_id, record_kind, rule, what)",
    lp_public: "insert (corrects_id, details, record_id, record_kind, rule, what)",
  },
  journal_heads: {
    lp_app: "select",
    lp_job: "select, insert",
    lp_public: "select",
  },
  journal_seals: {
    lp_job: "select, insert",
  },
  kept_forms: {
    lp_app: "select, delete",
    lp_job: "select, insert (key, officer_id, sealed), delete",
  },
  known_keys: {
    lp_job: "select, insert",
  },
  learners: {
    lp_app: "select, insert, update (removed_at)",
    lp_definer: "select",
    lp_job: "select",
    lp_public: "select, update (opened_at)",
  },
  limit_counts: {
    lp_job: "select, insert, update, delete",
  },
  material_versions: {
    lp_app: "select, insert, update (decided_name, note, state)",
    lp_job: "select",
    lp_public:
      "select (body_id, decided_at, id, lang, lead, material_id, nth, points, spoken, state, title, to_do)",
  },
  materials: {
    lp_app: "select, insert",
    lp_job: "select, update (body_id)",
    lp_public: "select (body_id, campaign_id, code, id)",
  },
  notice_events: {
    lp_app: "select, insert",
    lp_job: "select, insert",
    lp_public: "insert (body_id, notice_id, state_after, state_before, what)",
  },
  notice_objections: {
    lp_app: "select, update (decided_name, outcome, reasons)",
    lp_definer: "select",
    lp_job: "select",
    lp_public:
      "select (decided_at, due_on, due_rule, filed_at, id, level, notice_id, outcome, reasons), insert (body_id, due_on, due_rule, level, notice_id, sealed)",
  },
  child_alerts: {
    lp_app:
      "select, insert (body_id, due_at, due_rule, notice_id, sealed, sent_name, to_body_id), update (done_name, received_name, sealed_done)",
    lp_job: "select, update (mail_tries, mailed_at, to_body_id)",
  },
  notice_papers: {
    lp_app: "select, insert",
    lp_job: "select, update (body_id)",
  },
  notice_told: {
    lp_app: "select, insert, update (how, told_at, told_name)",
    lp_job: "select",
  },
  notices: {
    lp_app:
      "select, update (approved_name, approved_title, asked_on, assessed_name, closed_reason, commune, commune_due_at, commune_how, commune_told_at, counted, due_at, due_rule, emergency, ground, lesser, measure, objection_hash, outcome, outcome_at, outcome_note, platform_address, proportionality, reviewed_at, reviewed_by, reviewed_name, sealed_holder, signing_body_id, state)",
    lp_definer: "select",
    lp_job: "select, update (body_id, signing_body_id)",
    lp_public:
      "select (body_id, closed_reason, complaint_hash, filed_at, ground, id, measure, objection_hash, outcome, platform, sent_at, state, stopped_at, url), insert (body_id, complaint_hash, copy_hash, holder, platform, sealed, seen_at, standing, url), update (state)",
  },
  number_books: {
    lp_app: "select, insert",
    lp_job: "select, insert",
  },
  network_bytes: {
    lp_job: "select, insert, update (bytes), delete",
  },
  officers: {
    lp_app: "select, update (full_name, language, phone)",
    lp_definer: "select",
    lp_job: "select, insert, update",
  },
  official_document_events: {
    lp_app: "select, insert",
    lp_job: "select",
  },
  official_documents: {
    lp_app:
      "select, insert, update (assigns, changed_at, dated_on, file_sha256, filed_under, is_signed, kind, model, number, signer_id, state, subject, typed_text, version)",
    lp_definer: "select, update (changed_at, drafted_by, drafted_name, version)",
    lp_job: "select",
  },
  outbox: {
    lp_app: "insert (details, event, record_id)",
    lp_job: "select, insert (details, event, record_id), update, delete",
    lp_public: "insert (details, event, record_id)",
  },
  paper_numbers: {
    lp_app: "select, insert",
    lp_job: "select",
  },
  patrol_checkpoints: {
    lp_app: "select, insert, update (incident_id)",
    lp_job: "select",
  },
  patrol_numbers: {
    lp_app: "usage",
  },
  patrol_plan_numbers: {
    lp_app: "usage",
  },
  patrol_plans: {
    lp_app:
      "select, insert, update (area_codes, changed_at, ended_on, from_on, kinds, leader_id, leader_name, name, proposed, segments, team_ids, team_names, times_month, until_on)",
    lp_job: "select, update (body_id)",
  },
  patrol_rules: {
    lp_app: "select, insert",
    lp_job: "select, update (body_id)",
  },
  patrol_tracks: {
    lp_app: "select, insert",
    lp_job: "select, delete",
  },
  patrols: {
    lp_app: "select, insert",
    lp_job: "select",
  },
  place_codes: {
    lp_definer: "select",
    lp_job: "select, insert, update (code, read_by), delete",
  },
  post_endings: {
    lp_app: "select, insert",
    lp_definer: "select",
    lp_job: "select, insert",
  },
  posts: {
    lp_app: "select, update (role, valid_to)",
    lp_definer: "select",
    lp_job: "select, insert, update",
  },
  prevention_proofs: {
    lp_app: "select, insert",
    lp_definer: "select (sha256)",
    lp_job: "select",
  },
  prevention_answers: {
    lp_app: "select, insert",
    lp_definer: "select",
    lp_job: "select",
  },
  prevention_requests: {
    lp_app:
      "select, insert, update (answer, answer_text, answered_at, answered_by, answered_name, done_targets, reminded_at, withdrawn_name, withdrawn_on, withdrawn_reason)",
    lp_definer: "select",
    lp_job: "select, insert, update (enterprise_id)",
  },
  progress_figures: {
    lp_app: "select, insert",
    lp_definer: "select",
    lp_job: "select, insert",
  },
  progress_reports: {
    lp_app: "select, insert",
    lp_definer: "select",
    lp_job: "select, insert",
  },
  proposal_decisions: {
    lp_app: "select, insert",
    lp_definer: "select",
  },
  proposal_events: {
    lp_app: "select, insert",
  },
  proposal_letters: {
    lp_app: "select, insert, delete",
    lp_definer: "select",
  },
  proposal_options: {
    lp_app: "select, insert, update (cost, effects, is_proposed, title), delete",
  },
  proposal_papers: {
    lp_app: "select, insert",
  },
  proposal_requests: {
    lp_app:
      "select, insert, update (answered_at, answered_name, opinion, stance, state, taken, taken_at, taken_name, taken_note)",
    lp_job: "select, update (body_id, to_body_id)",
  },
  proposal_snapshots: {
    lp_app: "select, insert, delete",
  },
  proposals: {
    lp_app:
      "select, insert, update (keeper_id, keeper_name, problem, state, submitted_number, submitted_on, title, to_body_id, to_name, unasked_reason)",
    lp_definer: "select",
    lp_job: "select, update (body_id, to_body_id)",
  },
  recovery_codes: {
    lp_app: "select, insert, update (used_at), delete",
    lp_job: "select, update (used_at), delete",
  },
  public_numbers: {
    lp_app: "select",
    lp_job: "select, insert, update, delete",
    lp_public: "select",
  },
  reform_choices: {
    lp_app: "select, insert, update (chosen_at, chosen_by, passing_id), delete",
    lp_job: "select",
  },
  reform_foundings: {
    lp_app: "select, insert, delete",
    lp_job: "select",
  },
  reform_moves: {
    lp_app: "select",
    lp_job: "select, insert",
  },
  reform_passings: {
    lp_app: "select, insert, delete",
    lp_job: "select",
  },
  reforms: {
    lp_app: "select, insert, update (cancelled_at, cancelled_by, confirmed_at, confirmed_by, state)",
    lp_job: "select, update (applied_at, state)",
  },
  reminders: {
    lp_app: "select, update (read_at, read_by)",
    lp_job: "select, insert, update (mailed_at)",
  },
  report_campaigns: {
    lp_app: "select, insert",
  },
  report_corrections: {
    lp_app: "select, insert",
  },
  report_documents: {
    lp_app: "select, insert",
    lp_definer: "select",
  },
  report_locks: {
    lp_app: "select, insert",
    lp_definer: "select",
  },
  report_texts: {
    lp_app: "select, insert, update (changed_at, changed_by, text)",
  },
  sanctions: {
    lp_app: "select, insert, update (paid, paid_on, served_on)",
    lp_definer: "select",
    lp_job: "select, insert",
  },
  sendings: {
    lp_app: "select, insert (content_hash, key, request_id), update (answer, location, request_id), delete",
    lp_job: "select, delete",
    lp_public: "select, insert (key, request_id), update (location, request_id), delete",
  },
  series_incidents: {
    lp_app: "select, insert",
    lp_job: "select",
  },
  scrap_notices: {
    lp_app: "select, insert, update (withdrawn_at)",
    lp_job: "select, update (body_id, told_ids)",
  },
  scrap_numbers: {
    lp_app: "usage",
  },
  scrap_receipts: {
    lp_app: "select, insert",
    lp_job: "select, update (body_id), delete",
  },
  series_numbers: {
    lp_app: "usage",
  },
  series_receipts: {
    lp_app: "select, insert",
    lp_job: "select, update (body_id), delete",
  },
  sessions: {
    lp_app: "select, insert, update (post_id, revoked_at, revoked_why, seen_at)",
    lp_definer: "select",
    lp_job: "select, update (revoked_at, revoked_why), delete",
  },
  share_answers: {
    lp_app: "select, update (answer, answered_at, answered_by, answered_name, state)",
    lp_definer: "select, insert",
    lp_job: "select, update (asking_body_id, body_id)",
  },
  share_requests: {
    lp_app: "select, insert",
    lp_definer: "select",
    lp_job: "select, update (body_id)",
  },
  served_assignments: {
    lp_app:
      "select, insert, update (amount, assignment_id, done_on, served_at, served_by, served_name), delete",
    lp_definer: "select, update (done_on), delete",
    lp_job: "select, update (body_id)",
  },
  shared_indicators: {
    lp_app:
      "select, insert, update (audience, changed_at, confidence, reasons, recall_reason, recalled_name, released_name, reports, state, tlp, trick, valid_from, valid_until)",
    lp_definer: "select, update (written_by)",
    lp_job: "select, insert, update (body_id, changed_at, recall_reason, recalled_name, reports, state)",
  },
  shared_objects: {
    lp_app: "select",
    lp_job: "select, insert, update (is_first, is_last), delete",
    lp_public: "select",
  },
  shared_objects_end: {
    lp_job: "select, update (added, feed_seq)",
  },
  sharing_figures: {
    lp_app: "select",
    lp_definer: "select",
  },
  sharing_source_fetches: {
    lp_app: "select",
    lp_job: "select, insert, delete",
  },
  sharing_sources: {
    lp_app:
      "select (added_after, added_at, added_by, added_name, body_id, failures, id, name, next_at, state, url), insert (added_name, name, sealed, url), update (next_at, sealed, state)",
    lp_job: "select, update (added_after, body_id, failures, next_at, next_page, sealed, state)",
  },
  taxii_inbox: {
    lp_app: "select, insert, delete",
    lp_job: "select, delete",
  },
  taxii_statuses: {
    lp_app: "select, insert",
    lp_job: "select, update (answers, body_id, state), delete",
  },
  sharing_events: {
    lp_app: "select, insert",
    lp_job: "select, insert, update (body_id)",
  },
  signal_batch_rows: {
    lp_app: "select, insert, update (refused)",
  },
  signal_batches: {
    lp_app: "select, insert (act, body_id, officer_id, to_name), update (undone_at), delete",
  },
  signal_desk_mails: {
    lp_app: "select, insert (body_id, officer_id, wants), update (changed_at, wants)",
    lp_job: "select",
  },
  signal_desk_tellings: {
    lp_job: "select, insert, update",
  },
  signal_events: {
    lp_app: "select, insert",
    lp_definer: "insert (body_id, by_name, by_officer, note, signal_id, state_after, state_before, what)",
    lp_job: "select, insert",
    lp_public: "insert",
  },
  signal_evidence: {
    lp_app: "select, insert",
    lp_definer:
      "select (derivative, derivative_sha256, keeps_original, sha256, signal_id), update (derivative, derivative_sha256, derivative_type, keeps_original, sha256)",
    lp_job: "select, update (derivative, derivative_sha256, derivative_type, keeps_original)",
    lp_public:
      "select (at, bytes, derivative, derivative_sha256, id, keeps_original, media_type, message_id, position, sha256, signal_id), insert",
  },
  signal_figures: {
    lp_app: "select",
    lp_definer: "select",
  },
  signal_forwards: {
    lp_app: "select, insert, update (answer, answered_at, answered_by, answered_name, state, taken_as)",
    lp_definer: "select, update (sheet)",
    lp_job: "select, update (to_body_id)",
  },
  signal_holds: {
    lp_app: "select, insert (body_id, by_name, reason, signal_id), delete",
    lp_definer: "select (signal_id)",
    lp_job: "select",
  },
  signal_identifiers: {
    lp_app: "select, update (role, source)",
    lp_definer: "select, insert, update, delete",
    lp_job: "select, update (indicator_id)",
  },
  signal_lookups: {
    lp_app: "select, insert",
    lp_definer: "select",
    lp_job: "select",
  },
  signal_marks: {
    lp_app: "select",
    lp_definer: "select, insert",
    lp_job: "select, insert, delete",
  },
  signal_messages: {
    lp_app: "select, insert, update (seen_at)",
    lp_definer: "select (id, sealed, side, signal_id), update (sealed)",
    lp_job: "select",
    lp_public: "select (at, id, sealed, seen_at, side, signal_id, text), insert, update (seen_at)",
  },
  signal_pairs: {
    lp_app: "select",
    lp_job: "select, insert, delete",
  },
  signal_prints: {
    lp_job: "select, insert, delete",
  },
  signal_receipts: {
    lp_app: "select, insert",
    lp_definer: "select",
    lp_job: "select",
    lp_public: "select, insert",
  },
  signal_sealed_identifiers: {
    lp_app: "select, insert, update (role, source), delete",
    lp_definer:
      "select (role, sealed, signal_id), insert (body_id, kind, role, sealed, signal_id, source), delete",
    lp_job: "select",
    lp_public: "insert (before, behind, body_id, kind, role, sealed, signal_id, source)",
  },
  signal_seals: {
    lp_app: "select, insert",
    lp_definer: "select (identity, raw_text, signal_id), update (identity, raw_text)",
    lp_job: "select",
    lp_public: "select (identity, signal_id), insert",
  },
  signal_tallied: {
    lp_app: "select",
    lp_definer: "select, delete",
    lp_job: "select, insert, delete",
  },
  signal_tallies: {
    lp_app: "select",
    lp_definer: "select, delete",
    lp_job: "select, insert, delete",
  },
  setting_changes: {
    lp_app: "select, insert (asked_name, part, sealed), update (agreed_at, agreed_by, withdrawn_at)",
    lp_job: "select, update (applied_at)",
  },
  setup_answers: {
    lp_job: "select, insert, update (kept_at, sealed), delete",
  },
  setup_links: {
    lp_job: "select, insert, update (expires_at, session_hash, spent_at), delete",
  },
  signals: {
    lp_app:
      "select, insert, update (case_id, changed_at, close_reason, handler_id, handler_name, into_id, loss_vnd, moving_at, place, public_note, redacted_text, redaction_checked_at, state, type, urgency)",
    lp_definer: "select, update",
    lp_job:
      "select, update (body_id, changed_at, close_reason, compared_at, desk_told_at, handler_id, handler_name, public_note, state)",
    lp_public:
      "select (body_id, changed_at, close_reason, id, is_anonymous, path, public_note, received_at, state, withdrawn_at), insert, update (changed_at, state, withdrawn_at)",
  },
  sub_tasks: {
    lp_app: "select, insert, update (assignee_name, done_at, done_by, officer_id)",
    lp_job: "select, insert",
  },
  successions: {
    lp_app: "select, insert, update",
    lp_job: "select, insert, update",
    lp_public: "select",
  },
  task_bodies: {
    lp_app: "select, insert",
    lp_job: "select, insert",
  },
  tasks: {
    lp_app: "select, insert",
    lp_job: "select, insert",
  },
  unread_places: {
    lp_definer: "insert",
    lp_job: "select, insert, delete",
  },
  units: {
    lp_app: "select, insert, update",
    lp_definer: "select",
    lp_job: "select, insert, update",
  },
  warning_doubts: {
    lp_app: "select, update (settled_at, settled_name)",
    lp_definer: "select, insert",
    lp_job: "select, update (body_id)",
  },
  warning_indicators: {
    lp_app: "select, insert, delete",
    lp_definer: "select",
    lp_job: "select, update (body_id)",
  },
  warning_deliveries: {
    lp_app: "select, update (attempts, next_at, replayed_at, sent_at, state)",
    lp_definer: "select",
    lp_job: "select, insert, update (attempts, fault, next_at, sent_at, state)",
  },
  warning_subscriptions: {
    lp_app:
      "select (added_name, asked_at, body_id, channel, id, name, state, url), insert (added_name, address_hash, body_id, channel, confirmed_at, name, sealed, state, url), update (address_hash, left_at, sealed, state)",
    lp_definer: "select (channel, id)",
    lp_job:
      "select, update (address_hash, attempts, body_id, confirmed_at, fault, left_at, mailed_at, next_at, sealed, state, token_hash, told_seq), delete",
    lp_public:
      "select (address_hash, area, channel, id, state, token_hash, trick), insert (address_hash, area, channel, sealed, trick), update (address_hash, confirmed_at, left_at, sealed, state)",
  },
  warnings: {
    lp_app:
      "select, insert, update (areas, audience, changed_at, expires_on, looks_like, recall_reason, recalled_name, released_name, severity, signs, spoken, state, tips, tips_since, title, trick, what_to_do)",
    lp_definer: "select, update (written_by)",
    lp_job: "select, update (body_id, changed_at, state)",
    lp_public:
      "select (areas, audience, body_id, code, ended_at, expires_on, id, looks_like, recall_reason, recalled_at, released_at, replaces, severity, signs, spoken, state, tips_since, title, trick, what_to_do)",
  },
}
