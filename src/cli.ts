/**
 * The command line: `lienphong NOUN VERB …`. Each command lives in the slice whose work it is and is loaded
 * only when called, so that reading a letter does not start a database.
 *
 * Exit status: 0 done, 1 refused or not found (the reason on stderr), 2 wrong usage.
 */
type Command = (args: string[]) => Promise<number>

const commands: Record<string, () => Promise<Command>> = {
  "database migrate": async () => (await import("./kernel/commands.ts")).databaseMigrate,
  "journal verify": async () => (await import("./kernel/commands.ts")).journalVerify,
  "journal head": async () => (await import("./kernel/commands.ts")).journalHead,
  "keys backed-up": async () => (await import("./kernel/commands.ts")).keysBackedUp,
  "keys renew-signing": async () => (await import("./kernel/commands.ts")).keysRenewSigning,
  backup: async () => (await import("./kernel/backup/command.ts")).backup,
  restore: async () => (await import("./kernel/backup/command.ts")).restore,
  doctor: async () => (await import("./kernel/doctor/command.ts")).doctor,
  setup: async () => (await import("./setup/command.ts")).setup,
  "account recover": async () => (await import("./accounts/command.ts")).accountRecover,
  "letter read": async () => (await import("./letters/command.ts")).letterRead,
  "clock due": async () => (await import("./kernel/clock-command.ts")).clockDue,
  "dossier verify": async () => (await import("./cases/command.ts")).dossierVerify,
  "receipt verify": async () => (await import("./signals/command.ts")).receiptVerify,
  "sharing export": async () => (await import("./sharing/feeds/command.ts")).sharingExport,
  "sharing fetch": async () => (await import("./sharing/sources/command.ts")).sharingFetch,
  "sharing import": async () => (await import("./sharing/imports/command.ts")).sharingImport,
  "signal read": async () => (await import("./signals/command.ts")).signalRead,
}

const [noun = "", verb = "", ...rest] = process.argv.slice(2)
const isSingle = commands[noun] !== undefined
const load = commands[isSingle ? noun : `${noun} ${verb}`]
if (load === undefined) usage()
else {
  try {
    const command = await load()
    process.exitCode = await command(isSingle ? process.argv.slice(3) : rest)
  } catch (error) {
    process.exitCode = refused(error)
  }
}

function usage(): void {
  process.stderr.write(
    `Cách dùng:\n${Object.keys(commands)
      .map((name) => `  lienphong ${name}`)
      .join("\n")}\n`,
  )
  process.exitCode = 2
}

/** A wrong flag is wrong usage (2); anything else is a refusal with its reason (1). */
function refused(error: unknown): number {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  const code = error instanceof Error && "code" in error ? String(error.code) : ""
  return code.startsWith("ERR_PARSE_ARGS") ? 2 : 1
}
