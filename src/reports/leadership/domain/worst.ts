/** The task that most bodies are late with. */
export type Worst = { taskId: string; path: string; late: number; total: number }

export function worstTask(
  tasks: readonly { id: string; path: string; late: number; total: number }[],
): Worst | null {
  const [worst] = tasks
    .filter(({ late }) => late > 0)
    .toSorted((a, b) => b.late - a.late || b.late / b.total - a.late / a.total)
  if (worst === undefined) return null
  const { id: taskId, path, late, total } = worst
  return { taskId, path, late, total }
}
