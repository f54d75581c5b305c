/**
 * `doctor [--json]`: what is amiss on this installation, worst first, each line with the sentence that puts it right. An
 * installation that does not open is answered for as well; nothing of it is changed.
 * Exit status: 0 in order, else 1; which of the other two answers it is stands in the last line and in `--json`.
 */
import { parseArgs } from "node:util"
import { commandConfig } from "../commands.ts"
import { type OpenHouse, openHouse } from "../house.ts"
import { examine } from "./examine.ts"
import { answerOf, type Finding } from "./findings.ts"
import { examineShut } from "./shut.ts"
import { sentencesOf, words } from "./words.ts"

export async function doctor(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: "boolean" } } })
  const config = commandConfig()
  let house: OpenHouse
  try {
    house = await openHouse(config, { prepares: false })
  } catch (error) {
    return tell(config, await examineShut({ config }, error), values.json === true)
  }
  try {
    return tell(config, await examine(house, { files: true }), values.json === true)
  } finally {
    await house.close()
  }
}

function tell(
  { dataDir, keysDir, databaseUrl }: { dataDir: string; keysDir: string; databaseUrl: string | null },
  findings: readonly Finding[],
  asJson: boolean,
): number {
  const answer = answerOf(findings)
  const t = words.vi
  const lines = findings.map((one) => ({ ...one, ...sentencesOf("vi", one) }))
  if (asJson) {
    const told = lines.map(({ check, level, said, remedy }) => ({ check, level, said, remedy }))
    process.stdout.write(`${JSON.stringify({ answer, data: dataDir, keys: keysDir, findings: told })}\n`)
  } else {
    process.stdout.write(`${t.examined({ dataDir, keysDir, isOwnServer: databaseUrl !== null })}\n`)
    for (const { check, level, said, remedy } of lines)
      process.stderr.write(`${t.levels[level]} · ${t.checks[check]}: ${said}\n  → ${remedy}\n`)
    if (answer === "in-order") process.stdout.write(`${t.done}\n`)
    else process.stderr.write(`${t.answers[answer]}.\n`)
  }
  return answer === "in-order" ? 0 : 1
}
