/** What a body that is asked for its opinion is sent: the proposal as it stood then. Pure. */
export type FigureSource = "system" | "bodies" | "mixed" | "none"
export type KeptFigure = {
  figure: string
  period: string
  value: number | null
  source: FigureSource
  isLocked: boolean
  takenOn: string
}
export type ProposalOption = { title: string; effects: string; cost: string | null; isProposed: boolean }
export type Matter = { problem: string; options: ProposalOption[]; figures: KeptFigure[] }

export const matterOf = (
  { problem }: { problem: string },
  options: readonly ProposalOption[],
  figures: readonly KeptFigure[],
): Matter => ({
  problem,
  options: options.map(({ title, effects, cost, isProposed }) => ({ title, effects, cost, isProposed })),
  figures: figures.map(({ figure, period, value, source, isLocked, takenOn }) => ({
    ...{ figure, period, value, source, isLocked, takenOn },
  })),
})

export type FigureNow = { figure: string; period: string; value: number | null; isLocked: boolean }

/** What the same figure of the same period counts today; null: it is not counted any more. */
export const todayOf = (kept: KeptFigure, now: readonly FigureNow[]): FigureNow | null =>
  now.find(({ figure, period }) => figure === kept.figure && period === kept.period) ?? null

/** The figure moved since the day on which it was kept. */
export const hasMoved = (kept: KeptFigure, now: FigureNow | null): boolean =>
  now !== null && now.value !== kept.value
