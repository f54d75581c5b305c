/** Messages to many places at once, each place in a line of its own: one that answers slowly keeps few others waiting. Pure. */

/** `atOnce` lines at a time; the next begins when one ends. */
export async function inLines<One>(
  lines: readonly (readonly One[])[],
  atOnce: number,
  tell: (line: readonly One[]) => Promise<void>,
): Promise<void> {
  const left = lines.values()
  await Promise.all(
    Array.from({ length: Math.min(atOnce, lines.length) }, async () => {
      for (const line of left) await tell(line)
    }),
  )
}
