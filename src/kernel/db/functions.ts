/**
 * Every function of ours in the database: as whom it runs, which roles may call it, and why. The catalogue is compared with
 * these lists (`isolation.test.ts`): a function that is missing here, or that another role may call, fails the build.
 */
export type Role = "lp_app" | "lp_public" | "lp_job"

export type Definer = { may: readonly Role[]; why: string }

const officers = ["lp_app"] as const
const door = ["lp_public"] as const
const everyWay = ["lp_app", "lp_public", "lp_job"] as const

/** Functions that look past row security. All belong to lp_definer or lp_queue. */
export const definerFunctions: Readonly<Record<string, Definer>> = {
  acting_keeps_chart: { may: officers, why: "answers yes or no about the officer who acts" },
  acting_keeps_settings: { may: officers, why: "answers yes or no about the officer who acts" },
  acting_administers: { may: officers, why: "answers yes or no about the officer who acts" },
  session_holder: {
    may: door,
    why: "who holds the session whose keyed hash is given: asked before anybody acts",
  },
  token_holder: {
    may: door,
    why: "whose program token has the keyed hash that is given: asked before anybody acts",
  },
  my_desks: { may: officers, why: "an officer's own posts, in every body" },
  acting_conflicts: {
    may: officers,
    why: "ids of the cases that name the officer who acts, so that none of them is shown",
  },
  acting_conflict_signals: {
    may: officers,
    why: "ids of the tips of those cases, so that none of them is shown",
  },
  acting_conflict_half_months: {
    may: officers,
    why: "half-months in which those tips came, so that no sum holds one of them",
  },
  seals_beside_cases: {
    may: officers,
    why: "sealed boxes of the tips of cases that who acts sees, which no key in the database opens: the program masks by them what goes to other bodies",
  },
  acting_hidden_documents: {
    may: officers,
    why: "ids of the papers of those cases, so that none of them is shown among the body's documents",
  },
  serves_elsewhere: {
    may: officers,
    why: "answers yes or no about an officer of the administrator who asks",
  },
  take_identifiers: {
    may: ["lp_app", "lp_public"],
    why: "keeps a tip's identifiers and counts earlier tips that share one: a number, for one's own tip",
  },
  seal_identifier: {
    may: officers,
    why: "takes a clue of one's own tip out of the clear; its value too where no other tip of the body names it",
  },
  sent_signals: {
    may: ["lp_app"],
    why: "of the tips that the acting body handed in: what each named and where it stands, as its receipt would say; no id, no words",
  },
  limit_passes: {
    may: officers,
    why: "of begun checks that passed by the yearly limit: number, body, day and the written reason; never whom they visited, nothing for an enterprise",
  },
  network_tips_at_desks: {
    may: ["lp_app"],
    why: "for the lead department: how many tips about networks lie at each committee's desk and since when; no words, no code, no sender",
  },
  revoked_devices: {
    may: ["lp_app", "lp_public"],
    why: "of the parts that a device holds, known by keys that cannot be guessed, the ones that were revoked; nothing else of them",
  },
  campaigns_asked: {
    may: ["lp_app"],
    why: "in which campaigns the acting body was asked to take part: their ids, for the policies of what hangs on them",
  },
  campaigns_joined: {
    may: ["lp_app"],
    why: "in which campaigns the acting body takes part: their ids, for the policies of what it enters",
  },
  joined_inspections: {
    may: ["lp_app"],
    why: "which checks the acting body accepted to go along with: their ids, for the policies of what hangs on them",
  },
  undo_subject_import: {
    may: officers,
    why: "takes back a list of the acting body; a subject that another body has planned to look at stays, and only how many went is told",
  },
  visits_elsewhere: {
    may: officers,
    why: "what other authorities do with a subject in a year: before its plan is approved only that some body is busy with it",
  },
  independent_reports: {
    may: ["lp_job"],
    why: "how many independent tips of a body name a thing as the suspect's: a number, nothing of them",
  },
  warnings_told: {
    may: ["lp_app"],
    why: "of warnings of the acting body: how many messages went by mail, browser and webhook, and what came of them; no address",
  },
  warning_told: {
    may: ["lp_app"],
    why: "of a warning of the acting body: each message with its time and kind of fault under a mark made by chance; no address, no place",
  },
  my_tip_helped: {
    may: ["lp_public"],
    why: "of the tip whose receipt the caller holds: kinds of what was warned of or blocked, and when; no value, no body",
  },
  my_signal_is_held: {
    may: door,
    why: "answers yes or no about the tip whose receipt is shown: a case or another body holds it",
  },
  empty_my_signal: {
    may: door,
    why: "empties what could tell who wrote the tip whose receipt is shown, where nobody else holds it",
  },
  erase_signal: {
    may: ["lp_job"],
    why: "empties what could tell who wrote one tip that is over, where no file, hold or other body keeps it",
  },
  signal_is_kept: {
    may: ["lp_app", "lp_job"],
    why: "whether a file, a hold or another body keeps a tip of the acting body, or one that it was put into: yes or no",
  },
  empty_clues: {
    may: [],
    why: "called by the trigger below alone: takes the clues of a tip's files out of the clear",
  },
  empty_clues_of_the_withdrawn: {
    may: [],
    why: "a trigger: what a withdrawn tip leaves among the clues goes, unless a case or another body holds it",
  },
  mask_forwarded: {
    may: officers,
    why: "takes a clue of one's own tip, once it is said to be the reporter's, out of the copies that were forwarded: shows nothing of them",
  },
  held_elsewhere: {
    may: officers,
    why: "answers yes or no: another body also holds this suspect identifier",
  },
  follow_incident: {
    may: [],
    why: "a trigger's: the task that an incident names counts it on the day of its repair, whichever body repaired it",
  },
  follow_notice: {
    may: officers,
    why: "the task that a notice of the acting body names counts it on the day of its sending, whichever body signed it",
  },
  mark_signal: {
    may: [],
    why: "a trigger's: says with each tip which half-month is to be counted again: a day, nothing else",
  },
  note_place: {
    may: [],
    why: "a trigger's: puts a tip's place before the program that looks up its commune",
  },
  count_intake: {
    may: door,
    why: "counts a tip against its network's hash of today; answers with the number",
  },
  province_cases_by_place: {
    may: officers,
    why: "counts of cases by the commune of their first tip, a code, for officers of agencies",
  },
  province_case_days: {
    may: officers,
    why: "counts of cases by day without names, for officers of agencies",
  },
  province_tips_behind: {
    may: officers,
    why: "counts of one trick's or commune's tips by commune, trick and body, for officers of agencies",
  },
  province_counts_by: {
    may: officers,
    why: "counts by trick, commune and month without names, for officers of agencies",
  },
  province_figures: {
    may: officers,
    why: "counts of the province without names, for officers of its agencies; refuses an enterprise and whoever is no officer",
  },
  figures_since: { may: officers, why: "a day: since when the system knows anything at all" },
  issued_reports: {
    may: officers,
    why: "reports of the province as issued, for the body that locked them and the one that keeps the chart, to whom they go",
  },
  reported_figures: {
    may: officers,
    why: "what bodies reported in progress reports: figures without text, for officers of agencies and of the body",
  },
  ask_holders: {
    may: officers,
    why: "puts a request before the bodies that hold an identifier, without naming them to who asks",
  },
  named_hashes: {
    may: ["lp_job"],
    why: "which of the asked hashes any row names, so that no file is removed that somebody's row needs: hashes, nothing else",
  },
  file_hashes: {
    may: ["lp_job"],
    why: "hashes of the files that rows say they have, with the column's name, for `doctor`",
  },
  passing_hashes: {
    may: ["lp_job"],
    why: "hashes of the originals that still wait for their copy, for `doctor` and a backup: nothing of whom they came from",
  },
  acting_may_release: {
    may: ["lp_app", "lp_job"],
    why: "answers yes or no about the officer who acts: whether they head the body",
  },
  number_feed: { may: [], why: "a trigger's: numbers releases, recalls and expiries one after the other" },
  number_warning: { may: [], why: "a trigger's: gives a warning the next number of the province" },
  public_check: {
    may: ["lp_app", "lp_public"],
    why: "of the asked prints, those that everybody is warned of now: no value, no body, no name",
  },
  file_contest: {
    may: door,
    why: "keeps what a person contests with the body that warned of it; answers with how many bodies that are",
  },
  certificate_of: {
    may: door,
    why: "what a certificate says, to whoever holds its code: found by the code's keyed hash alone",
  },
  contest_figures: {
    may: ["lp_app", "lp_public"],
    why: "counts of all contests, those below five held back",
  },
  doubt_words_of: {
    may: ["lp_app"],
    why: "marks warnings that name what the acting body recalled; gives ids and which are its own to recall, no word",
  },
  doubt_words_of_received: {
    may: ["lp_job"],
    why: "marks warnings that name what its source took back; gives their ids, no word",
  },
  warnings_naming: {
    may: [],
    why: "asked by the two above: which warnings name what was recalled",
  },
  public_contested: {
    may: ["lp_app", "lp_public"],
    why: "answers yes or no about a published warning: whether somebody contests it",
  },
  public_doubted: {
    may: ["lp_app", "lp_public"],
    why: "answers yes or no about a published warning: whether its words name what was recalled, and its owner has not looked again",
  },
  recorded_since: {
    may: ["lp_app"],
    why: "for officers: the day since which a body keeps records of a figure; no record, no name",
  },
  tasks_behind: {
    may: ["lp_app"],
    why: "counts of the tasks that a proposal's letters gave, for whoever proposed it and whoever it went to: no task, no body",
  },
  public_notices: {
    may: ["lp_app", "lp_public"],
    why: "what became of each content notice that was sent: no address of the content, no name, no word of anybody",
  },
  public_prints: {
    may: door,
    why: "prints of one kind that everybody is warned of now, by their first five digits: no value, no body",
  },
  public_released_sites: {
    may: door,
    why: "sites of which everybody is warned, and which ended lately: no body, no reason, no number of a person",
  },
  public_feed_sites: {
    may: door,
    why: "sites of which everybody is warned, and those that ended lately, with when a warning that names them changed",
  },
  public_warning_indicators: {
    may: ["lp_app", "lp_public"],
    why: "what a published warning names, while everybody is warned of it",
  },
  weigh_invitation: { may: [], why: "a trigger's: whether a second person must agree to an invitation" },
  tell_account_owner: { may: [], why: "a trigger's: tells an officer what others did about their account" },
  tell_heads_of_post: {
    may: [],
    why: "a trigger's: tells the heads of a body of a post that is asked for in it",
  },
  tell_owner_of_post: { may: [], why: "a trigger's: tells an officer that their post was lowered or ended" },
  tell_delegator: { may: [], why: "a trigger's: tells an officer who was written down to sign for them" },
  may_agree: {
    may: [],
    why: "asked by the two below: whether who acts may be the second person for an invitation",
  },
  invitations_to_agree: {
    may: officers,
    why: "invitations of any body for which who acts may be the second person, and no other",
  },
  agree_to_invitation: {
    may: officers,
    why: "the second person's word, for an invitation of any body for which they may give it",
  },
  may_pass_drafts_to: {
    may: [],
    why: "asked by the next two alone: whether who acts administers, and who takes over",
  },
  pass_import_drafts: {
    may: officers,
    why: "an administrator gives letters that one officer is reading to another of the same body, unread",
  },
  pass_document_drafts: {
    may: officers,
    why: "an administrator gives the documents that one officer drafts to another of the same body, unread",
  },
  pass_shared_writing: {
    may: officers,
    why: "an administrator gives what one officer wrote to warn others, unreleased, to another of the same body, unread",
  },
  wake_job: {
    may: everyWay,
    why: "adds a job without payload to the queue's schema unless one waits already",
  },
  enqueue_job: {
    may: everyWay,
    why: "adds a job to the queue's schema, whose tables only lp_queue reaches",
  },
}

/** Functions that run with the rights of who calls them, so that all may: they show nothing that the caller could not read. */
export const callersFunctions: Readonly<Record<string, string>> = {
  acting_area: "of the acting body: bodies are public",
  acting_kind: "of the acting body: bodies are public",
  acting_oversees: "of the acting body: bodies are public",
  acting_at: "the program's clock",
  acting_on: "the program's clock, as a day",
  announce: "writes the journal and the outbox as who acts",
  case_days: "counts what the caller sees",
  case_moves: "a constant: which state a case may pass to",
  owners_in: "owners of the assets that the caller sees",
  paper_number_key: "a number of a paper as people compare it",
  cases_by_place: "counts what the caller sees",
  check_case_move: "a trigger's",
  check_no_clock_outlives: "a trigger's",
  check_sanction_order: "a trigger's",
  count_case_figures: "counts what the caller sees",
  count_figures: "counts what the caller sees",
  count_infrastructure_figures: "counts what the caller sees",
  count_awareness_figures: "counts what the caller sees",
  count_inspection_figures: "counts what the caller sees",
  count_notice_figures: "counts what the caller sees",
  count_proposal_figures: "counts what the caller sees",
  count_sharing_figures: "counts what the caller sees",
  count_signal_figures: "counts what the caller sees",
  counts_by: "counts what the caller sees",
  current_body: "a setting of the transaction",
  current_job: "a setting of the transaction",
  current_officer: "a setting of the transaction",
  current_receipt: "a setting of the transaction",
  current_request: "a setting of the transaction",
  current_scopes: "a setting of the transaction",
  day_begins: "arithmetic of days",
  duty_part: "arithmetic of days",
  proposal_part: "reads what the caller sees",
  keep_first_submission: "a trigger's",
  erasure_begins: "a day: thirty after the upgrade that brought it",
  give_document_number: "a trigger's",
  guard_shared: "a trigger's",
  half_month: "arithmetic of days",
  hash_columns: "the catalogue: which columns hold hashes, and whether these name files",
  half_month_after: "arithmetic of days",
  local_day: "arithmetic of days",
  is_set_up: "answers yes or no; asked by jobs and their policies",
  keep_received_tlp: "a trigger's",
  live_signal: "the tip into which one was merged, under the caller's policies",
  my_signal: "the tip whose receipt the caller holds, under the policies of receipts",
  place_hash: "a place, as a number that finds its commune",
  plain_text: "letters without accents",
  post_is_held: "whether a row that the caller has read is in force today",
  acting_for_authority: "answers yes or no about the body that acts: bodies are public",
  guard_inspection: "a trigger's",
  guard_inspection_answer: "a trigger's",
  guard_prevention_answer: "a trigger's",
  inspection_moves: "a constant: which state a check may pass to",
  guard_course_version: "a trigger's, under the policies of who decides",
  guard_course_attempt: "a trigger's",
  guard_campaign: "a trigger's",
  guard_campaign_result: "a trigger's, under the policies of who enters it",
  guard_child_alert: "a trigger's, under the policies of who acts",
  guard_story: "a trigger's, under the policies of who decides",
  guard_material_version: "a trigger's, under the policies of who decides",
  guard_certificate: "a trigger's, under the policies of who learns",
  guard_commitment: "a trigger's, under the policies of who learns",
  guard_notice: "a trigger's, under the policies of who handles it",
  guard_notice_objection: "a trigger's, under the policies of who decides",
  guard_notice_paper: "a trigger's, under the policies of who signs",
  notice_moves: "a constant: which state a notice may pass to",
  guard_proposal: "a trigger's, under the policies of who writes it and of whoever it goes to",
  guard_proposal_request: "a trigger's, under the policies of who asks and who is asked",
  proposal_moves: "a constant: which state a proposal may pass to",
  guard_contest: "a trigger's, under the policies of who decides",
  print_indicator: "a trigger's",
  refuse_begun_book: "a trigger's",
  refuse_change: "a trigger's",
  refuse_change_but_passing_on: "a trigger's",
  refuse_changed_answer: "a trigger's",
  refuse_late_attachment: "a trigger's",
  refuse_late_recipient: "a trigger's",
  refuse_other_kinds: "a trigger's: bodies are public",
  refuse_public_of_others: "a trigger's: bodies are public",
  refuse_raised_post: "a trigger's",
  remember_high_standing: "a trigger's",
  stands_high: "reads the row that it is given",
  is_sanctioning_title: "a constant: titles of posts that sanction",
  reports_range: "a constant: ranges of a number",
  needle_of: "a constant: what of a value stands in words",
  site_print: "a constant: the second print of a link, of its site",
  sharing_moves: "a constant: which state an indicator or a warning may pass to",
  take_tip: "takes a tip in as who hands it in",
  tips_behind: "counts what the caller sees",
  tips_by: "counts what the caller sees",
  wake_objects: "a trigger's: wakes the job that writes objects",
  wake_objects_of_sighting: "a trigger's: wakes the job that writes objects",
  wake_recount: "a trigger's: wakes the job that counts independent reports again",
  wake_subscriptions: "a trigger's: wakes the job that tells subscribers",
  with_writer: "a list with the officer who acts",
}

/** Functions that run with the rights of who calls them and are closed to all but these roles all the same. */
export const closedFunctions: Readonly<Record<string, Definer>> = {
  tally_signals: { may: ["lp_job"], why: "counts half-months that are over: the worker's" },
}
