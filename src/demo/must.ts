/** The demo is told by rule: a step that is refused is a mistake in the telling. */
export function must<Done extends object>(done: Done): Exclude<Done, { refused: unknown }> {
  if ("refused" in done) throw new Error(`a step of the demo was refused: ${String(done.refused)}`)
  return done as Exclude<Done, { refused: unknown }>
}
