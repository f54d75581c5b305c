/**
 * Every table, and by what it is isolated. A table of the catalogue that is missing here fails the build
 * (`isolation.test.ts`), so that nobody adds one without saying who may see its rows.
 *
 * `body`: rows belong to the body in this column. `shared`: rows belong to the bodies in these columns, and the
 * sentence says who else sees them; `open` is the condition of rows that are for everybody, where there are any.
 * `all`: public facts. `jobs`: only the worker and the sign-in door.
 */
export type Isolation =
  | { by: "body"; column: string }
  | { by: "shared"; columns: readonly string[]; why: string; open?: string }
  | { by: "all"; why: string }
  | { by: "jobs"; why: string }
  | { by: "none"; why: string }

const chart = { by: "all", why: "the organisation chart is public" } as const

const ofReform = {
  by: "shared",
  columns: [],
  why: "a reform is planned by the administrators of the body that keeps the chart, and seen by nobody else",
} as const

const ofAssignment = {
  by: "shared",
  columns: [],
  why: "what hangs on an assignment is seen by the two bodies that see the assignment",
} as const

const ofCase = {
  by: "shared",
  columns: ["body_id"],
  why: "the police see the file of a case while it is handed to them",
} as const

const ofPatrol = {
  by: "shared",
  columns: ["body_id"],
  why: "who patrols, the police and who oversees the field",
} as const

const ofCheck = {
  by: "shared",
  columns: ["body_id"],
  why: "a body that goes along with the check reads what hangs on it",
} as const

const ofAudience = {
  by: "shared",
  columns: ["body_id"],
  why: "what was released is seen by its audience within its TLP",
} as const

const ofAnswer = {
  by: "shared",
  columns: ["body_id", "owner_id"],
  why: "the body that answers and the one that shared the indicator",
} as const

const ofNotice = {
  by: "shared",
  columns: [],
  why: "the body that handles it, the body that signs, and whoever holds the code of the complaint or of the notice",
} as const

const ofProposal = {
  by: "shared",
  columns: [],
  why: "the body whose proposal it is, and whoever it was submitted to",
} as const

const ofLink = {
  by: "shared",
  columns: ["body_id"],
  why: "the body that invites, of its own people; whoever holds the link, of itself",
} as const

const ofReceipt = {
  by: "shared",
  columns: ["body_id"],
  why: "the body that received the tip, and whoever holds its receipt",
} as const

const ofAsset = {
  by: "shared",
  columns: ["body_id"],
  why: "its owner, who shares it or was shown it, and agencies; where exactly it stands only the first three and the police",
} as const

const ofIncident = {
  by: "shared",
  columns: [],
  why: "who told of it, whose network was hit, the police, the committee of the place; who oversees the field sees no exact place, words or pictures unless shown",
} as const

export const tableAccess: Readonly<Record<string, Isolation>> = {
  schema_migrations: { by: "none", why: "names of migrations; only lp_owner may read or write it" },
  journal: { by: "body", column: "body_id" },
  journal_seals: { by: "jobs", why: "the chain is sealed and verified by jobs" },
  journal_heads: { by: "all", why: "signed heads are published" },
  outbox: { by: "jobs", why: "written by whoever acts, read by the worker only" },
  job_locks: { by: "jobs", why: "a name for each work that one job does at a time; nothing of anybody" },
  job_wakes: { by: "jobs", why: "a name for each job that is woken; nothing of anybody" },
  installation: {
    by: "shared",
    columns: [],
    why: "what this installation is, for jobs; an administrator of the body that keeps the chart writes its two pictures and reads nothing",
  },
  setup_links: { by: "jobs", why: "the link of the set-up, until it is over" },
  setting_changes: {
    by: "shared",
    columns: [],
    why: "asked by administrators of the body that keeps the chart, agreed to by them or those of the lead department",
  },
  setup_answers: { by: "jobs", why: "sealed answers of the set-up, until it is over" },
  public_numbers: {
    by: "all",
    why: "numbers that people are told to call; the public sees the checked ones",
  },
  known_keys: { by: "jobs", why: "names of keys, never a key: asked when a process starts" },
  sendings: {
    by: "jobs",
    why: "keyed hashes of what was sent, with the short answer to a program; each transaction sees its own alone",
  },
  kept_forms: {
    by: "jobs",
    why: "sealed words of forms that came after their session ended; each officer opens his own alone",
  },
  network_bytes: {
    by: "jobs",
    why: "bytes that a network sent this hour, by a keyed hash that changes daily",
  },
  limit_counts: { by: "jobs", why: "keyed hashes counted against limits" },
  board_days: { by: "all", why: "the public board; small numbers are held back before a row is written" },
  bodies: chart,
  body_names: chart,
  body_groups: chart,
  body_group_members: chart,
  successions: chart,
  areas: chart,
  area_successions: chart,
  reforms: ofReform,
  reform_foundings: ofReform,
  reform_passings: ofReform,
  reform_choices: ofReform,
  reform_moves: ofReform,
  units: { by: "body", column: "body_id" },
  posts: {
    by: "shared",
    columns: ["body_id"],
    why: "the keeper of the chart gives other bodies their administrators",
  },
  officers: { by: "shared", columns: [], why: "an officer is seen by the bodies in which they hold a post" },
  delegations: { by: "body", column: "body_id" },
  number_books: { by: "body", column: "body_id" },
  body_symbols: { by: "body", column: "body_id" },
  document_numbers: { by: "body", column: "body_id" },
  official_documents: { by: "body", column: "body_id" },
  official_document_events: { by: "body", column: "body_id" },
  import_drafts: { by: "body", column: "body_id" },
  directives: { by: "shared", columns: ["issuer_body_id"], why: "the letter is read by each body it is for" },
  directive_bodies: {
    by: "shared",
    columns: ["issuer_body_id", "body_id"],
    why: "a body sees its own part in a letter",
  },
  clauses: { by: "shared", columns: ["issuer_body_id"], why: "a part of the letter" },
  tasks: {
    by: "shared",
    columns: ["issuer_body_id"],
    why: "a task is read by who leads, does or coordinates it",
  },
  task_bodies: {
    by: "shared",
    columns: ["issuer_body_id", "body_id"],
    why: "a body sees its own part in a task",
  },
  assignments: {
    by: "shared",
    columns: ["issuer_body_id", "body_id"],
    why: "an assignment is between two bodies and no third",
  },
  assignment_events: ofAssignment,
  served_assignments: {
    by: "shared",
    columns: ["body_id"],
    why: "whoever gave the task counts what was done for it; the record itself opens by its own rules",
  },
  progress_reports: ofAssignment,
  progress_figures: ofAssignment,
  evidence: ofAssignment,
  extensions: ofAssignment,
  assignment_comments: ofAssignment,
  sub_tasks: {
    by: "shared",
    columns: [],
    why: "inside the body that holds the assignment; its issuer does not see them",
  },
  reminders: { by: "shared", columns: [], why: "to the body that holds the assignment" },
  credentials: { by: "shared", columns: [], why: "an officer's own row, at whichever desk they sit" },
  recovery_codes: { by: "shared", columns: [], why: "an officer's own rows, at whichever desk they sit" },
  sessions: { by: "shared", columns: [], why: "an officer's own rows, at whichever desk they sit" },
  post_endings: {
    by: "shared",
    columns: ["body_id"],
    why: "the keeper of the chart also ends posts of other bodies' administrators",
  },
  invitations: {
    by: "shared",
    columns: ["body_id"],
    why: "the keeper of the chart invites other bodies' administrators",
  },
  account_notices: { by: "shared", columns: [], why: "an officer's own rows, at whichever desk they sit" },
  account_recoveries: {
    by: "shared",
    columns: [],
    why: "every administrator, for thirty days: an account was opened on the machine itself",
  },
  api_tokens: { by: "body", column: "body_id" },
  days_off: { by: "all", why: "the days off of the State are public" },
  clock_moves: {
    by: "shared",
    columns: ["body_id"],
    why: "the administrators of the body that keeps the chart, who entered the day off, see numbers and days",
  },
  case_numbers: { by: "body", column: "body_id" },
  cases: ofCase,
  case_acts: ofCase,
  sanctions: ofCase,
  case_clocks: ofCase,
  case_events: { ...ofCase, columns: [] },
  case_transfers: {
    by: "shared",
    columns: ["body_id", "to_body_id"],
    why: "a hand-over is between the body that handles a case and the police",
  },
  case_exhibits: ofCase,
  case_custody: {
    by: "shared",
    columns: ["by_body_id"],
    why: "whoever sees the case; written by the body that hands on",
  },
  case_dossiers: ofCase,
  case_origins: { by: "body", column: "body_id" },
  case_papers: { by: "body", column: "body_id" },
  case_money: ofCase,
  paper_numbers: { by: "body", column: "body_id" },
  case_conflicts: { ...ofCase, why: "whoever sees the case, save the officer who is named" },
  inspection_subjects: {
    by: "shared",
    columns: ["body_id"],
    why: "every authority reads the register, an enterprise does not",
  },
  field_devices: {
    by: "shared",
    columns: ["body_id"],
    why: "an officer sees their own devices wherever they work, and a body those of its officers",
  },
  inspection_imports: { by: "body", column: "body_id" },
  inspection_subject_events: {
    by: "shared",
    columns: ["body_id"],
    why: "every authority reads the register with what became of its rows, an enterprise does not",
  },
  inspections: {
    by: "shared",
    columns: ["body_id", "sent_to_body_id"],
    why: "Thanh tra tỉnh reads the plan that was sent to it, a body that goes along reads the check",
  },
  inspection_invitations: {
    by: "shared",
    columns: ["body_id", "to_body_id"],
    why: "the body that leads the check and the one that it asked",
  },
  inspection_publications: {
    by: "all",
    why: "a copy of what a person chose to publish of a plan or a conclusion",
  },
  inspection_joint_members: {
    by: "shared",
    columns: ["body_id"],
    why: "the body that names its members and the one that leads the check",
  },
  inspection_members: ofCheck,
  inspection_pauses: ofCheck,
  inspection_answers: ofCheck,
  inspection_recommendations: ofCheck,
  inspection_cases: { by: "body", column: "body_id" },
  inspection_papers: { by: "body", column: "body_id" },
  inspection_photos: ofCheck,
  inspection_events: ofCheck,
  prevention_requests: {
    by: "shared",
    columns: ["body_id", "enterprise_id"],
    why: "the enterprise that is asked sees the request and nothing else of the case",
  },
  shared_indicators: ofAudience,
  indicator_sources: { by: "body", column: "body_id" },
  indicator_recipients: {
    by: "shared",
    columns: ["body_id", "to_body_id"],
    why: "each receiver sees its own name",
  },
  indicator_sightings: ofAnswer,
  indicator_answers: ofAnswer,
  warnings: {
    ...ofAudience,
    why: "its audience once it is released; the public what was published to everybody",
  },
  shared_objects: {
    ...ofAudience,
    why: "the audience of what each object comes from; the public what is for everybody",
    // Markings, extension definitions, tricks of the catalogue and who gives them: they say nothing of anybody.
    open: "collection = 'enterprises' and body_id is null",
  },
  warning_subscriptions: {
    by: "shared",
    columns: ["body_id"],
    why: "who holds the link of a subscription's mails, a body its webhooks, and the worker; no officer reads who subscribed",
  },
  warning_deliveries: {
    by: "shared",
    columns: [],
    why: "what each subscriber was told: by the worker, and by a body of its webhooks",
  },
  shared_objects_end: { by: "jobs", why: "how far the table of objects was written" },
  sharing_sources: { by: "body", column: "body_id" },
  taxii_statuses: { by: "body", column: "body_id" },
  taxii_inbox: { by: "body", column: "body_id" },
  sharing_source_fetches: { by: "body", column: "body_id" },
  asset_imports: { by: "body", column: "body_id" },
  assets: ofAsset,
  asset_sites: ofAsset,
  incidents: { ...ofIncident, columns: ["body_id"] },
  incident_sites: ofIncident,
  incident_assets: ofIncident,
  incident_photos: ofIncident,
  incident_events: { ...ofIncident, columns: ["body_id"] },
  incident_cases: { ...ofIncident, columns: ["body_id"] },
  incident_goods: { ...ofIncident, columns: ["body_id"], why: "who sees the closed part of the incident" },
  incident_witnesses: {
    by: "shared",
    columns: ["body_id"],
    why: "who wrote it down, and the police: nobody else learns that there is a witness",
  },
  scrap_notices: {
    by: "shared",
    columns: ["body_id"],
    why: "who wrote it, the committees that bring it to dealers, the police, who oversees the field",
  },
  scrap_receipts: { by: "shared", columns: ["body_id"], why: "whoever sees the notice" },
  incident_series: {
    by: "shared",
    columns: ["body_id"],
    why: "who raised the alarm, the police, who oversees the field, and who was told",
  },
  series_incidents: { ...ofIncident, why: "of its incidents each sees those that it sees anyway" },
  series_receipts: { by: "shared", columns: ["body_id"], why: "whoever sees the series" },
  asset_protections: {
    by: "shared",
    columns: ["body_id"],
    why: "the owner, the police, and the committee that it names",
  },
  patrol_plans: ofPatrol,
  patrols: ofPatrol,
  patrol_checkpoints: {
    by: "shared",
    columns: ["body_id"],
    why: "who patrols, and the police: points tell exact places",
  },
  patrol_tracks: { by: "body", column: "body_id" },
  patrol_rules: { by: "all", why: "how long paths are kept: whoever patrols reads it" },
  joint_actions: { by: "shared", columns: ["body_id"], why: "the bodies that were asked to take part" },
  joint_action_bodies: {
    by: "shared",
    columns: ["body_id", "to_body_id"],
    why: "who leads it reads every answer, a partner its own line",
  },
  warning_indicators: { ...ofAudience, columns: [], why: "whoever sees both the warning and the indicator" },
  sharing_events: { by: "body", column: "body_id" },
  contests: { by: "body", column: "body_id" },
  warning_doubts: { by: "body", column: "body_id" },
  notices: { ...ofNotice, columns: ["body_id", "signing_body_id"] },
  notice_objections: ofNotice,
  notice_told: ofNotice,
  notice_events: ofNotice,
  child_alerts: {
    by: "shared",
    columns: ["body_id", "to_body_id"],
    why: "who tells of a child in danger and the committee that is told",
  },
  notice_papers: { by: "body", column: "body_id" },
  proposals: { ...ofProposal, columns: ["body_id", "to_body_id"] },
  proposal_snapshots: ofProposal,
  proposal_options: ofProposal,
  proposal_decisions: ofProposal,
  proposal_events: ofProposal,
  proposal_requests: {
    by: "shared",
    columns: ["body_id", "to_body_id"],
    why: "who asks reads every answer, a body that is asked its own request alone",
  },
  proposal_papers: { by: "body", column: "body_id" },
  proposal_letters: ofProposal,
  course_versions: {
    by: "shared",
    columns: ["body_id"],
    why: "what was published is for everybody; what waits for its own body",
    open: "state in ('published', 'replaced')",
  },
  campaigns: {
    by: "shared",
    columns: ["body_id"],
    why: "who runs it and whoever is asked to take part",
  },
  campaign_parts: {
    by: "shared",
    columns: ["body_id", "to_body_id"],
    why: "the body that asks and the one that is asked",
  },
  campaign_sessions: {
    by: "shared",
    columns: ["body_id", "owner_id"],
    why: "who holds it and who runs the campaign; whoever is asked reads the schedule of who runs it",
  },
  campaign_results: {
    by: "shared",
    columns: ["body_id", "owner_id"],
    why: "the body that did it and the one that runs the campaign",
  },
  materials: {
    by: "shared",
    columns: ["body_id"],
    why: "everybody reads a material of which a version is released",
    open: "exists (select from material_versions v where v.material_id = materials.id and v.state = 'released')",
  },
  material_versions: {
    by: "shared",
    columns: ["body_id"],
    why: "what a second person released is for everybody",
    open: "state = 'released'",
  },
  stories: {
    by: "shared",
    columns: ["body_id"],
    why: "the body that wrote it; what a second person released is read by everybody on the public pages",
  },
  course_rounds: ofLink,
  learners: ofLink,
  course_attempts: ofLink,
  certificates: ofLink,
  commitments: ofLink,
  prevention_answers: { by: "shared", columns: [], why: "the two sides of the request that it answers" },
  prevention_proofs: { by: "shared", columns: [], why: "the two sides of the request that it proves" },
  report_locks: {
    by: "shared",
    columns: ["body_id"],
    why: "agencies see the locked figures of the province; of a body only itself",
  },
  report_corrections: { by: "shared", columns: ["body_id"], why: "seen by who sees the lock" },
  report_campaigns: {
    by: "shared",
    columns: ["body_id"],
    why: "who asks for the parts of a report, and each body that is asked",
  },
  report_documents: { by: "body", column: "body_id" },
  report_texts: { by: "body", column: "body_id" },
  signals: {
    by: "shared",
    columns: ["body_id"],
    why: "the body that received it; whoever holds its receipt sees its public columns",
  },
  signal_lookups: { by: "body", column: "body_id" },
  desk_notes: { by: "body", column: "body_id" },
  desk_follow_ups: { by: "body", column: "body_id" },
  signal_batches: { by: "body", column: "body_id" },
  signal_batch_rows: { by: "body", column: "body_id" },
  signal_holds: { by: "body", column: "body_id" },
  signal_desk_mails: { by: "body", column: "body_id" },
  signal_desk_tellings: { by: "jobs", why: "how often each body was written to in the hour that runs" },
  signal_tallies: { by: "body", column: "body_id" },
  signal_tallied: { by: "all", why: "which half-months are counted: days, nothing of any body" },
  signal_marks: { by: "all", why: "half-months to count again: days, nothing of any body" },
  place_codes: { by: "jobs", why: "which commune each spelling of a place means, by a hash of it" },
  unread_places: { by: "jobs", why: "spellings of places of all bodies, until their commune is looked up" },
  intake_counts: {
    by: "jobs",
    why: "how many tips a network sent today; reached by a function that answers with a number",
  },
  signal_seals: {
    by: "shared",
    columns: ["body_id"],
    why: "sealed; read by the body, emptied of its identity by whoever holds the receipt",
  },
  signal_receipts: {
    by: "shared",
    columns: ["body_id"],
    why: "only by the keyed hash of the code, whoever asks",
  },
  indicators: { by: "body", column: "body_id" },
  signal_identifiers: { by: "body", column: "body_id" },
  signal_sealed_identifiers: ofReceipt,
  signal_evidence: ofReceipt,
  signal_messages: ofReceipt,
  signal_events: ofReceipt,
  signal_forwards: {
    by: "shared",
    columns: ["from_body_id", "to_body_id"],
    why: "a forwarding sheet is between two bodies",
  },
  signal_prints: { by: "jobs", why: "hashes of runs of words, compared by the worker" },
  signal_pairs: { by: "body", column: "body_id" },
  share_requests: {
    by: "shared",
    columns: ["body_id"],
    why: "the body that asks, and those that are asked",
  },
  share_answers: {
    by: "shared",
    columns: ["body_id", "asking_body_id"],
    why: "the body that is asked; the one that asks once the other has agreed",
  },
}

/** Schemas outside this isolation, with the reason. */
export const exemptSchemas: Readonly<Record<string, string>> = {
  graphile_worker: "the job queue: payloads are ids only; only its owner lp_queue reaches its tables",
}
