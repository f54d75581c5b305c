/**
 * `doctor [--json]`: what is amiss on this installation, worst first, each line with the sentence that puts it right.
 * Exit status: 0 in order, else 1; which of the other two answers it is stands in the last line and in `--json`.
 */
import { parseArgs } from "node:util"
import { inHouse } from "../commands.ts"
import { examine } from "./examine.ts"
import { answerOf } from "./findings.ts"
import { sentencesOf, words } from "./words.ts"

export function doctor(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: "boolean" } } })
  return inHouse(async (house) => {
    const findings = await examine(house, { files: true })
    const answer = answerOf(findings)
    const lines = findings.map((one) => ({ ...one, ...sentencesOf("vi", one) }))
    const t = words.vi
    if (values.json)
      process.stdout.write(
        `${JSON.stringify({ answer, findings: lines.map(({ check, level, said, remedy }) => ({ check, level, said, remedy })) })}\n`,
      )
    else {
      for (const { check, level, said, remedy } of lines)
        process.stderr.write(`${t.levels[level]} · ${t.checks[check]}: ${said}\n  → ${remedy}\n`)
      if (answer === "in-order") process.stdout.write(`${t.done}\n`)
      else process.stderr.write(`${t.answers[answer]}.\n`)
    }
    return answer === "in-order" ? 0 : 1
  })
}
