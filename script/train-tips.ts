/**
 * Makes the models that read tips (`data/signals/models`) from the labelled tips (`src/signals/fixtures`): the same tips
 * give the same files. `--check` writes nothing and exits 1 where a file differs from its tips. `--cross [AUTHOR]` writes
 * nothing and prints what models made without one author's tips make of that author's; AUTHOR: names each error too.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fold } from "../src/signals/read/fold.ts"
import { lossIn, lossLabels } from "../src/signals/read/loss.ts"
import { occurrencesIn } from "../src/signals/read/read.ts"
import { readTable } from "../src/signals/read/reference.ts"
import { roleLabels } from "../src/signals/read/role-model.ts"
import { withHeads } from "../src/signals/read/tables.ts"
import { typeIn, typeSignsOf } from "../src/signals/read/type-model.ts"
import { urgencies } from "../src/signals/read/urgency.ts"
import { urgencyIn, urgencySignsOf } from "../src/signals/read/urgency-model.ts"
import { scoreRoles } from "./train.d/cross.ts"
import { lessons } from "./train.d/lessons.ts"
import { averaged, type Example, type Linear, type Training, train } from "./train.d/logistic.ts"
import { lossExamples } from "./train.d/losses.ts"
import { authorOf, companyExamples, type Labelled, labelledTips, roleExamples } from "./train.d/tips.ts"

const modelsDir = join(import.meta.dirname, "../data/signals/models")

/** Several trainings are averaged: each by itself is too sure of what it saw last. */
type Losses = ReadonlyMap<Labelled, number | null>
type Maker = {
  labels: readonly string[]
  hows: readonly Training[]
  examples: (tip: Labelled, losses: Losses) => Example[]
}
const makers: Readonly<Record<"roles" | "types" | "losses" | "urgency", Maker>> = {
  roles: {
    labels: roleLabels,
    hows: [
      { epochs: 25, rate: 0.15, penalty: 0.05, seenAtLeast: 2 },
      { epochs: 25, rate: 0.15, penalty: 0.05, seenAtLeast: 3, isReversed: true },
      { epochs: 25, rate: 0.15, penalty: 0.1, seenAtLeast: 3 },
      { epochs: 25, rate: 0.15, penalty: 0.1, seenAtLeast: 2, isReversed: true },
      { epochs: 15, rate: 0.15, penalty: 0.03, seenAtLeast: 4 },
    ],
    // Each tip a second time without its marks: many write so, and what marks tell must not be missed there.
    examples: (tip) => roleExamplesOf(tip),
  },
  types: {
    labels: readTable("signals/scam-types.csv").map((row) => row.slug ?? ""),
    hows: [
      { epochs: 15, rate: 0.1, penalty: 0.01, seenAtLeast: 2 },
      { epochs: 15, rate: 0.1, penalty: 0.01, seenAtLeast: 3, isReversed: true },
    ],
    examples: (tip) => [{ signs: typeSignsOf(fold(tip.text)), label: tip.type }],
  },
  losses: {
    labels: lossLabels,
    hows: [
      { epochs: 20, rate: 0.15, penalty: 0.01, seenAtLeast: 2 },
      { epochs: 20, rate: 0.15, penalty: 0.01, seenAtLeast: 2, isReversed: true },
    ],
    examples: (tip) => (tip.loss_vnd === undefined && isLesson(tip) ? [] : lossExamples(tip)),
  },
  urgency: {
    labels: urgencies,
    hows: [
      { epochs: 15, rate: 0.1, penalty: 0.003, seenAtLeast: 2 },
      { epochs: 15, rate: 0.1, penalty: 0.003, seenAtLeast: 3, isReversed: true },
    ],
    examples: (tip, losses) => [
      { signs: urgencySignsOf(fold(tip.text), tip.type, losses.get(tip) ?? null), label: tip.urgency },
    ],
  },
}

const made = (
  { labels, hows, examples }: Maker,
  tips: readonly Labelled[],
  losses: Losses = new Map(),
): Linear => {
  const all = tips.flatMap((tip) => examples(tip, losses))
  return averaged(hows.map((how) => train(all, labels, how)))
}

const withoutMarks = (tip: Labelled): Labelled => ({
  ...tip,
  text: tip.text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D"),
})

/** Signs of a tip cost more than weights: they are made once, whatever is learnt from them. */
const roleSigns = new Map<Labelled, Example[]>()
function roleExamplesOf(tip: Labelled): Example[] {
  const known = roleSigns.get(tip) ?? [tip, withoutMarks(tip)].flatMap(roleExamples)
  roleSigns.set(tip, known)
  return known
}

const isLesson = (tip: Labelled) => authorOf(tip) === "lessons"

const foldsMax = 4

/** What is lost in each tip, as weights that have not seen it read it: so will it be read in a stranger's tip. */
function lossesOf(tips: readonly Labelled[]): Losses {
  const read = new Map<Labelled, number | null>()
  for (let part = 0; part < foldsMax; part += 1) {
    const weights = made(
      makers.losses,
      tips.filter((_, at) => at % foldsMax !== part),
    )
    for (const tip of tips.filter((_, at) => at % foldsMax === part)) {
      const folded = fold(withHeads(tip.text).text)
      read.set(tip, lossIn(folded, occurrencesIn(folded), weights))
    }
  }
  return read
}

const companyHows: readonly Training[] = [
  { epochs: 15, rate: 0.1, penalty: 0.02, seenAtLeast: 3 },
  { epochs: 15, rate: 0.1, penalty: 0.02, seenAtLeast: 3, isReversed: true },
]

/** Of the company that things keep. `wordsFor`: weights that have not seen the tip, so that they are as sure as of a stranger's. */
const companyOf = (tips: readonly Labelled[], wordsFor: (tip: Labelled) => Linear): Linear => {
  const all = tips.flatMap((tip) => companyExamples(tip, wordsFor(tip)))
  return averaged(companyHows.map((how) => train(all, roleLabels, how)))
}

const authorPartsMax = 3

/** Weights made without the tips of some authors, for these: as a stranger's tips will be read. */
function wordsUnseen(tips: readonly Labelled[], taught: readonly Labelled[]): (tip: Labelled) => Linear {
  const authors = [...new Set(tips.map(authorOf))].sort()
  const partOf = (tip: Labelled) => authors.indexOf(authorOf(tip)) % authorPartsMax
  const parts = Array.from({ length: authorPartsMax }, (_, part) =>
    made(makers.roles, [...tips.filter((tip) => partOf(tip) !== part), ...taught]),
  )
  return (tip) => parts[partOf(tip)] as Linear
}

const fileOf = ({ labels, weights }: Linear): string => {
  const lines = [...weights].map(([sign, row]) => `${JSON.stringify(sign)}:[${row.join(",")}]`)
  return `{"labels":${JSON.stringify(labels)},"weights":{\n${lines.join(",\n")}\n}}\n`
}

function make(isCheck: boolean): void {
  const [labelled, taught] = [labelledTips(), lessons()]
  const tips = [...labelled, ...taught]
  const losses = lossesOf(tips)
  const models: Record<string, Linear> = { company: companyOf(labelled, wordsUnseen(labelled, taught)) }
  for (const [name, maker] of Object.entries(makers)) models[name] = made(maker, tips, losses)
  for (const [name, model] of Object.entries(models)) {
    const text = fileOf(model)
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
  const taught = lessons()
  const authors = [...new Set(tips.map(authorOf))]
  const words = new Map(
    authors.map((author) => [
      author,
      made(makers.roles, [...tips.filter((tip) => authorOf(tip) !== author), ...taught]),
    ]),
  )
  for (const author of authors) {
    const [seen, unseen] = [
      [...tips.filter((tip) => authorOf(tip) !== author), ...taught],
      tips.filter((tip) => authorOf(tip) === author),
    ]
    const [types, losses] = [made(makers.types, seen), made(makers.losses, seen)]
    const company = companyOf(
      tips.filter((tip) => authorOf(tip) !== author),
      (tip) => words.get(authorOf(tip)) as Linear,
    )
    const typeOf = (tip: Labelled) => typeIn(fold(tip.text), null, types)
    const models = { words: words.get(author) as Linear, company }
    const roles = scoreRoles(unseen, models, typeOf, told === author ? console.log : undefined)
    const urgency = made(makers.urgency, seen, lossesOf(seen))
    let [typesRight, urgenciesRight, lossesRight] = [0, 0, 0]
    for (const tip of unseen) {
      const folded = fold(tip.text)
      const type = typeIn(folded, null, types)
      typesRight += Number(type === tip.type)
      const labelled = fold(withHeads(tip.text).text)
      const loss = lossIn(labelled, occurrencesIn(labelled), losses)
      const said = urgencyIn(folded, { type, loss }, urgency)
      urgenciesRight += Number(said === tip.urgency)
      lossesRight += Number(loss === (tip.loss_vnd ?? null))
      if (told === author) {
        if (loss !== (tip.loss_vnd ?? null))
          console.log(`${tip.id} loss ${tip.loss_vnd ?? null} read ${loss}`)
        if (said !== tip.urgency) console.log(`${tip.id} urgency ${tip.urgency} read ${said}`)
        if (type !== tip.type) console.log(`${tip.id} type ${tip.type} read ${type}`)
      }
    }
    const share = (n: number) => (n / unseen.length).toFixed(2)
    console.log(
      `${author}: ${unseen.length} tips, suspects F1 ${roles.f1.toFixed(3)} (P ${roles.precision.toFixed(2)} R ${roles.recall.toFixed(2)}), own taken for a suspect's ${roles.bared}/${roles.own}, official ${roles.official}, unclear ${roles.unclear}, type ${share(typesRight)}, urgency ${share(urgenciesRight)}, loss ${share(lossesRight)}`,
    )
  }
}

const at = process.argv.indexOf("--cross")
if (at >= 0) cross(process.argv[at + 1])
else make(process.argv.includes("--check"))
