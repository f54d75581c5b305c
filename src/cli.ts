/**
 * The command line: `lienphong NOUN VERB …`. Each command lives in the slice whose work it is and is loaded
 * only when called, so that reading a letter does not start a database.
 *
 * Exit status: 0 done, 1 refused or not found (the reason on stderr), 2 wrong usage.
 */
type Command = (args: string[]) => Promise<number>

const commands: Record<string, () => Promise<Command>> = {
  "letter read": async () => (await import("./letters/command.ts")).letterRead,
  "clock due": async () => (await import("./kernel/clock-command.ts")).clockDue,
  "signal read": async () => (await import("./signals/command.ts")).signalRead,
}

const [noun = "", verb = "", ...args] = process.argv.slice(2)
const load = commands[`${noun} ${verb}`]
if (load === undefined) {
  process.stderr.write(`Cách dùng: lienphong ${Object.keys(commands).join(" | ")} …\n`)
  process.exitCode = 2
} else {
  const command = await load()
  process.exitCode = await command(args)
}
