/** Reading letters: the real one in its three forms, and how the time grows with length. */
import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { readFileBytes } from "../../src/letters/read/letter.ts"
import { flag, percentile, print, timed } from "./figure.ts"

const root = join(import.meta.dirname, "../..")
const fixtures = join(root, "src/letters/fixtures")
const runs = flag("--runs", 30)
const bytesOf = (form: string) => readFileSync(join(fixtures, `hung-yen-2023.${form}`))

for (const form of ["txt", "docx", "pdf"]) {
  const bytes = bytesOf(form)
  const times = await timed(runs, () => readFileBytes(Uint8Array.from(bytes)))
  const against = form === "txt" ? "goal 50 ms" : null
  const p50 = percentile(times, 0.5)
  print({
    name: `letters.read.${form}.p50`,
    value: p50,
    unit: "ms",
    ratio: against && p50 / 50,
    against,
    n: runs,
  })
  print({
    name: `letters.read.${form}.p95`,
    value: percentile(times, 0.95),
    unit: "ms",
    ratio: null,
    against: null,
    n: runs,
  })
}

/** The body of the letter repeated: ten times the length should take ten times as long. */
const text = bytesOf("txt").toString("utf8")
const cut = text.indexOf("\n1.") > 0 ? text.indexOf("\n1.") : Math.floor(text.length / 3)
const longer = (times: number) => Buffer.from(`${text.slice(0, cut)}${text.slice(cut).repeat(times)}`)
const perCharacter = async (times: number) => {
  const bytes = longer(times)
  return (
    percentile(await timed(Math.max(3, Math.floor(runs / times)), () => readFileBytes(bytes)), 0.5) /
    bytes.length
  )
}
const one = await perCharacter(1)
for (const times of [10, 50]) {
  const ratio = (await perCharacter(times)) / one
  print({
    name: `letters.growth.x${times}`,
    value: ratio,
    unit: "ratio",
    ratio,
    against: "time per character at x1",
    n: Math.max(3, Math.floor(runs / times)),
  })
}

const cli = await timed(5, () =>
  spawnSync(join(root, "bin/lienphong"), ["letter", "read", join(fixtures, "hung-yen-2023.txt"), "--json"]),
)
print({
  name: "letters.command.p50",
  value: percentile(cli, 0.5),
  unit: "ms",
  ratio: null,
  against: null,
  n: 5,
})
