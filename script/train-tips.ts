/**
 * Makes the models that read tips (`data/signals/models`) from the labelled tips (`src/signals/fixtures`): the same tips
 * give the same files. `--check` writes nothing and exits 1 where a file differs from its tips. `--cross [AUTHOR]` writes
 * nothing and prints what models made without one author's tips make of that author's; AUTHOR: names each error too.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fold } from "../src/signals/read/fold.ts"
import { readTable } from "../src/signals/read/reference.ts"
import { roleLabels } from "../src/signals/read/role-model.ts"
import { textSigns } from "../src/signals/read/text-signs.ts"
import { typeIn } from "../src/signals/read/type-model.ts"
import { urgencies } from "../src/signals/read/urgency.ts"
import { urgencyIn, urgencySignsOf } from "../src/signals/read/urgency-model.ts"
import { scoreRoles } from "./train.d/cross.ts"
import { averaged, type Example, type Linear, type Training, train } from "./train.d/logistic.ts"
import { authorOf, type Labelled, labelledTips, roleExamples } from "./train.d/tips.ts"

const modelsDir = join(import.meta.dirname, "../data/signals/models")

/** Several trainings are averaged: each by itself is too sure of what it saw last. */
type Maker = { labels: readonly string[]; hows: readonly Training[]; examples: (tip: Labelled) => Example[] }
const makers: Readonly<Record<"roles" | "types" | "urgency", Maker>> = {
  roles: {
    labels: roleLabels,
    hows: [
      { epochs: 25, rate: 0.15, penalty: 0.01, seenAtLeast: 1 },
      { epochs: 25, rate: 0.15, penalty: 0.01, seenAtLeast: 1, isReversed: true },
      { epochs: 25, rate: 0.15, penalty: 0.03, seenAtLeast: 2 },
    ],
    examples: roleExamples,
  },
  types: {
    labels: readTable("signals/scam-types.csv").map((row) => row.slug ?? ""),
    hows: [{ epochs: 15, rate: 0.1, penalty: 0.002, seenAtLeast: 2 }],
    examples: (tip) => [{ signs: textSigns(fold(tip.text)), label: tip.type }],
  },
  urgency: {
    labels: urgencies,
    hows: [{ epochs: 15, rate: 0.1, penalty: 0.003, seenAtLeast: 2 }],
    examples: (tip) => [{ signs: urgencySignsOf(fold(tip.text), tip.type), label: tip.urgency }],
  },
}

const made = ({ labels, hows, examples }: Maker, tips: readonly Labelled[]): Linear => {
  const all = tips.flatMap(examples)
  return averaged(hows.map((how) => train(all, labels, how)))
}

const fileOf = ({ labels, weights }: Linear): string => {
  const lines = [...weights].map(([sign, row]) => `${JSON.stringify(sign)}:[${row.join(",")}]`)
  return `{"labels":${JSON.stringify(labels)},"weights":{\n${lines.join(",\n")}\n}}\n`
}

function make(isCheck: boolean): void {
  const tips = labelledTips()
  for (const [name, maker] of Object.entries(makers)) {
    const text = fileOf(made(maker, tips))
    const path = join(modelsDir, `${name}.json`)
    if (!isCheck) writeFileSync(path, text)
    else if (readFileSync(path, "utf8") !== text) {
      process.stderr.write(
        `data/signals/models/${name}.json khác với các tin đã gắn nhãn: chạy node script/train-tips.ts\n`,
      )
      process.exitCode = 1
    }
  }
}

function cross(told: string | undefined): void {
  const tips = labelledTips()
  for (const author of new Set(tips.map(authorOf))) {
    const [seen, unseen] = [
      tips.filter((tip) => authorOf(tip) !== author),
      tips.filter((tip) => authorOf(tip) === author),
    ]
    const roles = scoreRoles(unseen, made(makers.roles, seen), told === author ? console.log : undefined)
    const [types, urgency] = [made(makers.types, seen), made(makers.urgency, seen)]
    let [typesRight, urgenciesRight] = [0, 0]
    for (const tip of unseen) {
      const folded = fold(tip.text)
      const type = typeIn(folded, null, types)
      typesRight += Number(type === tip.type)
      urgenciesRight += Number(urgencyIn(folded, type, urgency) === tip.urgency)
    }
    const share = (n: number) => (n / unseen.length).toFixed(2)
    console.log(
      `${author}: ${unseen.length} tips, suspects F1 ${roles.f1.toFixed(3)} (P ${roles.precision.toFixed(2)} R ${roles.recall.toFixed(2)}), own taken for a suspect's ${roles.bared}/${roles.own}, official ${roles.official}, unclear ${roles.unclear}, type ${share(typesRight)}, urgency ${share(urgenciesRight)}`,
    )
  }
}

const at = process.argv.indexOf("--cross")
if (at >= 0) cross(process.argv[at + 1])
else make(process.argv.includes("--check"))
