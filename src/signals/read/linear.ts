/** A linear model as `script/train-tips.ts` writes it from the labelled tips: weights of signs, one for each label. */
import { readFileSync } from "node:fs"
import { join } from "node:path"

export type Linear = { labels: readonly string[]; weights: ReadonlyMap<string, readonly number[]> }

const modelsDir = join(import.meta.dirname, "../../../data/signals/models")

/** Read from its file when somebody first asks: commands that read no tip do not wait for it. */
export function modelOf(name: string): () => Linear {
  let read: Linear | null = null
  return () => {
    if (read === null) {
      const file = JSON.parse(readFileSync(join(modelsDir, `${name}.json`), "utf8")) as {
        labels: string[]
        weights: Record<string, number[]>
      }
      read = { labels: file.labels, weights: new Map(Object.entries(file.weights)) }
    }
    return read
  }
}

/** Log-odds that have not been made probabilities: they can be added up over several places of one thing. */
export function scoresOf(model: Linear, signs: Iterable<string>): number[] {
  const scores = [...(model.weights.get("") ?? model.labels.map(() => 0))]
  for (const sign of new Set(signs)) {
    const row = model.weights.get(sign)
    if (row !== undefined)
      for (let k = 0; k < scores.length; k += 1) scores[k] = (scores[k] ?? 0) + (row[k] ?? 0)
  }
  return scores
}

export function shares(scores: readonly number[]): number[] {
  const top = Math.max(...scores)
  const raised = scores.map((score) => Math.exp(score - top))
  const sum = raised.reduce((all, one) => all + one, 0)
  return raised.map((one) => one / sum)
}

/** The label with the highest score. */
export function best(model: Linear, scores: readonly number[]): string {
  return model.labels[scores.indexOf(Math.max(...scores))] ?? ""
}
