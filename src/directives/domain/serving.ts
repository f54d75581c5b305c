/** Which of a body's tasks a piece of work may serve, read from the task's own words. Pure. */

/** So many records of one task are listed; the figures count all of them. */
export const servedRowsMax = 500

export type OpenTask = { id: string; path: string; text: string; directive: string }

/**
 * Tasks in which a room's words stand, the most telling first; `words` lists them from telling to general, as letters
 * write them.
 */
export function proposedFor(tasks: readonly OpenTask[], words: readonly string[]): OpenTask[] {
  const weight = ({ text }: OpenTask) => {
    const plain = text.normalize("NFC").toLocaleLowerCase("vi").replaceAll(/\s+/g, " ")
    return words.reduce((sum, word, at) => sum + (plain.includes(word) ? words.length - at : 0), 0)
  }
  return tasks
    .map((task) => ({ task, weight: weight(task) }))
    .filter((one) => one.weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ task }) => task)
}
