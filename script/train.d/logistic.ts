/** Multinomial logistic regression on sparse signs, with a penalty on large weights; the same examples give the same weights. */
export type Example = { signs: readonly string[]; label: string }
/** Sign → weight of each label, in the order of `labels`. */
export type Linear = { labels: readonly string[]; weights: ReadonlyMap<string, readonly number[]> }
export type Training = {
  epochs: number
  rate: number
  penalty: number
  seenAtLeast: number
  isReversed?: boolean
}

export function train(examples: readonly Example[], labels: readonly string[], how: Training): Linear {
  const counts = new Map<string, number>()
  for (const { signs } of examples)
    for (const sign of new Set(signs)) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  const index = new Map<string, number>()
  for (const [sign, count] of [...counts].sort(([one], [other]) => (one < other ? -1 : 1)))
    if (count >= how.seenAtLeast) index.set(sign, index.size)
  const ordered = how.isReversed === true ? [...examples].reverse() : examples
  const rows = ordered.map(({ signs, label }) => ({
    at: [...new Set(signs)].map((sign) => index.get(sign)).filter((one) => one !== undefined),
    label: labels.indexOf(label),
  }))
  const width = labels.length
  const weights = new Float64Array(index.size * width)
  const bias = new Float64Array(width)
  const seen = new Float64Array(index.size * width).fill(1e-6)
  const biasSeen = new Float64Array(width).fill(1e-6)
  for (let epoch = 0; epoch < how.epochs; epoch += 1)
    for (const row of rows) {
      const scores = scoresOf(row.at, weights, bias)
      for (let k = 0; k < width; k += 1) {
        const error = (scores[k] ?? 0) - (k === row.label ? 1 : 0)
        biasSeen[k] = (biasSeen[k] ?? 0) + error * error
        bias[k] = (bias[k] ?? 0) - (how.rate / Math.sqrt(biasSeen[k] ?? 1)) * error
        for (const at of row.at) {
          const cell = at * width + k
          const gradient = error + how.penalty * (weights[cell] ?? 0)
          seen[cell] = (seen[cell] ?? 0) + gradient * gradient
          weights[cell] = (weights[cell] ?? 0) - (how.rate / Math.sqrt(seen[cell] ?? 1)) * gradient
        }
      }
    }
  const round = (value: number) => Math.round(value * 100) / 100
  const kept = new Map<string, number[]>([["", [...bias].map(round)]])
  for (const [sign, at] of index) {
    const row = [...weights.subarray(at * width, (at + 1) * width)].map(round)
    if (row.some((value) => Math.abs(value) >= 0.03)) kept.set(sign, row)
  }
  return { labels, weights: kept }
}

/** The mean of models with the same labels; what weighs next to nothing is left out. */
export function averaged(models: readonly Linear[]): Linear {
  const sums = new Map<string, number[]>()
  for (const { weights } of models)
    for (const [sign, row] of weights)
      sums.set(
        sign,
        row.map((value, k) => (sums.get(sign)?.[k] ?? 0) + value / models.length),
      )
  const weights = new Map<string, number[]>()
  for (const [sign, row] of [...sums].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const rounded = row.map((value) => Math.round(value * 100) / 100 || 0)
    if (sign === "" || rounded.some((value) => Math.abs(value) >= 0.05)) weights.set(sign, rounded)
  }
  return { labels: models[0]?.labels ?? [], weights }
}

function scoresOf(row: readonly number[], weights: Float64Array, bias: Float64Array): number[] {
  const width = bias.length
  const scores = [...bias]
  for (const at of row)
    for (let k = 0; k < width; k += 1) scores[k] = (scores[k] ?? 0) + (weights[at * width + k] ?? 0)
  const top = Math.max(...scores)
  const raised = scores.map((score) => Math.exp(score - top))
  const sum = raised.reduce((all, one) => all + one, 0)
  return raised.map((one) => one / sum)
}
