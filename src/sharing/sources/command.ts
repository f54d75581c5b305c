/** `sharing fetch`: asks each source of every body now, and says what came of it (docs/contracts.md). Exit 1 where one failed. */
import { inHouse } from "../../kernel/commands.ts"
import { fetchSources } from "./actions/fetching.ts"
import { isFailed } from "./domain/source.ts"
import { sourceWords } from "./words.ts"

export function sharingFetch(): Promise<number> {
  const t = sourceWords.vi
  return inHouse(async (house) => {
    const fetched = await fetchSources(house, { all: true })
    if (fetched.length === 0) process.stdout.write(`${t.command.none}\n`)
    for (const { name, fault, made, takenBack } of fetched) {
      const out = isFailed(fault) ? process.stderr : process.stdout
      out.write(
        `${name}\t${t.command.line(made, takenBack)}\t${fault === null ? t.whole : t.faults[fault]}\n`,
      )
    }
    return fetched.some(({ fault }) => isFailed(fault)) ? 1 : 0
  })
}
