/** Each finding in English, and the sentence that puts it right. */
import { lines, list, type Pair } from "./pair.ts"

export const en: Readonly<Record<string, Pair>> = {
  "start.keys": {
    said: ({ why }) => `It does not open, a key is missing: ${why}`,
    remedy: () => "Copy the keys folder back, or point LIENPHONG_KEYS to it, and start again.",
  },
  "start.nothing": {
    said: ({ why }) => `${why}`,
    remedy: () => "Set LIENPHONG_DATA, LIENPHONG_KEYS (and DATABASE_URL, if any) as the service has them.",
  },
  "start.behind": {
    said: ({ why }) => `The database does not fit the program: ${why}`,
    remedy: () => "Back up, then run bin/lienphong database migrate, or start the program again.",
  },
  "start.misconfigured": {
    said: ({ why }) => `${why}`,
    remedy: () =>
      "Change the environment (the service's EnvironmentFile) as the sentence says and start again.",
  },
  "start.full": {
    said: ({ why }) => `The disk is full: ${why}`,
    remedy: () => "Free or add room, then start again.",
  },
  "start.database": {
    said: ({ why }) => `The database does not open: ${why}`,
    remedy: () =>
      "See whether PostgreSQL runs and DATABASE_URL (host, port, password) is right; for the embedded one see postgres.log in the data folder.",
  },
  "setup.not-done": {
    said: () => "No province is set up: nobody can use it yet.",
    remedy: () => "Run bin/lienphong setup link and open that address.",
  },
  "people.nobody": {
    said: () => "Nobody administers, and no invitation is valid any more: nobody can invite officers.",
    remedy: () => "Run bin/lienphong setup invite and hand the new links over in person.",
  },
  "people.awaited": {
    said: () => "Neither of the first administrators has taken the invitation yet.",
    remedy: () => "Remind them of their link; where it is lost, run bin/lienphong setup invite.",
  },
  "numbers.programs-own": {
    said: () => "Citizens see the numbers that come with the program, which nobody has compared.",
    remedy: () =>
      "Enter the province's own, with source and who compared, at /quan-tri/cai-dat/so-dien-thoai.",
  },
  "numbers.unchecked": {
    said: ({ names }) => `Numbers that nobody compared, and citizens do not see: ${list(names)}.`,
    remedy: () => "Compare each with its source and say who did, at /quan-tri/cai-dat/so-dien-thoai.",
  },
  "version.old": {
    said: ({ version }) => `PostgreSQL is version ${version}; 18 or newer is needed.`,
    remedy: () => "Upgrade PostgreSQL to 18 and start again.",
  },
  "grants.other": {
    said: ({ n, names }) => `Rights on ${n} tables or functions are not as declared: ${list(names)}.`,
    remedy: () =>
      "Find who granted or revoked by hand and put it back; if nobody knows, restore a backup into a new database.",
  },
  "search.slow": {
    said: () => "Search will be slow.",
    remedy: () => "The DBA runs: alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof;",
  },
  "disk.full": {
    said: ({ mb, dir }) => `The disk of ${dir} has ${mb} MB left: tips with files will be refused.`,
    remedy: () => "Free or add room now.",
  },
  "disk.filling": {
    said: ({ mb, dir }) => `The disk of ${dir} has ${mb} MB left.`,
    remedy: () => "Add room so that at least 5 GB are free.",
  },
  "files.missing": {
    said: ({ n, names }) => `${n} files that rows name are gone:${lines(names)}`,
    remedy: () => "Copy them back from a backup (folder files).",
  },
  "files.unnamed": {
    said: ({ n, names }) => `${n} files are older than a day and no row names them:${lines(names)}`,
    remedy: () => "The worker removes them every night: see whether it runs.",
  },
  "jobs.gave-up": {
    said: ({ names }) => `Jobs have used up their attempts: ${list(names)}.`,
    remedy: () => "The worker's log says why; once mended, the job runs again at its next hour.",
  },
  "jobs.waiting": {
    said: ({ n }) => `${n} jobs have waited for more than an hour.`,
    remedy: () => "See whether the worker runs; where the machine is overloaded, add processors.",
  },
  "jobs.silent": {
    said: ({ since }) =>
      since === "" ? "The worker has never run." : `The worker has done nothing since ${since}.`,
    remedy: () => "Start the program again, or run node src/main.ts worker where web and worker run apart.",
  },
  "keys.not-copied": {
    said: ({ ids }) => `Keys without a copy: ${list(ids)}.`,
    remedy: ({ dir }) => `Copy ${dir} to another place, then run bin/lienphong keys backed-up.`,
  },
  "keys.same-disk": {
    said: ({ dir }) => `The keys at ${dir} lie on the data's disk: whoever has the disk can read everything.`,
    remedy: () => "Move the keys folder to another disk and set LIENPHONG_KEYS.",
  },
  "backup.absent": {
    said: ({ dir }) =>
      `There is no backup folder ${dir}: its disk is not mounted, or nobody made the folder.`,
    remedy: () =>
      "Mount the disk (or make the folder), then back up now with bin/lienphong backup NEW-FOLDER.",
  },
  "backup.unwritable": {
    said: ({ dir }) => `The backup folder ${dir} cannot be written to.`,
    remedy: () =>
      "See whether the disk is full or mounted read-only, and whether the program's user may write there.",
  },
  "backup.same-disk": {
    said: ({ dir }) => `The backup folder ${dir} lies on the data's disk: when it breaks, both are lost.`,
    remedy: () => "Mount another disk there, or name another folder at /quan-tri/cai-dat.",
  },
  "backup.full": {
    said: ({ mb, dir }) => `The backup disk of ${dir} has ${mb} MB left.`,
    remedy: () => "Free or add room, or keep fewer (LIENPHONG_BACKUP_KEEP).",
  },
  "backup.unset": {
    said: () => "No nightly backup is made.",
    remedy: () =>
      "Name a folder on another disk at /quan-tri/cai-dat, or set LIENPHONG_BACKUP_DIR and start again.",
  },
  "backup.failed": {
    said: ({ at, why }) => `The backup at ${at} failed: ${why}`,
    remedy: () => "Once mended, run bin/lienphong backup NEW-FOLDER.",
  },
  "backup.old": {
    said: ({ at, dir }) => `The newest backup in ${dir}: ${at === "" ? "none" : at}.`,
    remedy: () => "See whether the worker runs; back up now with bin/lienphong backup NEW-FOLDER.",
  },
  "clock.apart": {
    said: ({ seconds }) => `The clocks of this machine and of the database are ${seconds} seconds apart.`,
    remedy: () => "Switch time synchronisation on (timedatectl set-ntp true) on both.",
  },
  "clock.behind": {
    said: ({ at }) =>
      `The journal has an entry of ${at}, later than this machine's time: its clock is slow or was set back.`,
    remedy: () =>
      "Stop the program, switch time synchronisation on (timedatectl set-ntp true), check the day, start again.",
  },
  "clock.stands": {
    said: ({ day }) => `The program stands still on ${day} (LIENPHONG_TODAY) instead of the real day.`,
    remedy: () => "Remove LIENPHONG_TODAY and start again.",
  },
  "days-off.undecided": {
    said: ({ years }) => `The State's days off of ${list(years)} are not known: deadlines are provisional.`,
    remedy: () =>
      "Once announced, enter each day at /quan-tri/lich-nghi; deadlines are counted again at once.",
  },
  "mail.unset": {
    said: () => "No mail server is set: reminders and invitations stand in the program only.",
    remedy: () => "Set LIENPHONG_SMTP and LIENPHONG_MAIL_FROM and start again.",
  },
  "mail.refused": {
    said: ({ why }) => `The mail server does not take mail: ${why}`,
    remedy: () => "Check LIENPHONG_SMTP (address, port, password) and the firewall.",
  },
  "address.unset": {
    said: () => "No public address is set: links in mails and QR codes do not work from elsewhere.",
    remedy: () => "Set LIENPHONG_URL, for example https://lienphong.example, and start again.",
  },
  "address.plain": {
    said: ({ url }) =>
      `The public address ${url} is not encrypted: whoever stands on the way can read along.`,
    remedy: () => "Put an HTTPS server in front and change LIENPHONG_URL to https://.",
  },
  "proxy.unbelieved": {
    said: ({ peers }) => `${list(peers)} sends X-Forwarded-For and is not believed.`,
    remedy: () => "If it is your own proxy, name its address in LIENPHONG_PROXIES; otherwise leave it.",
  },
  "demo.public": {
    said: () => "Demo data, with passwords that everybody knows, is served at a public address.",
    remedy: () => "For a real province take a new data folder and LIENPHONG_DEMO=0.",
  },
  unknown: {
    said: ({ why }) => `Could not be looked at: ${why}`,
    remedy: () => "Put the cause right and look again.",
  },
}
