const titleCharsMax = 110

/** Cut at a word, so that a title of a hundred words does not push the work off the screen. */
export function shortened(text: string, max = titleCharsMax): string {
  const plain = text.replace(/\s+/g, " ").trim()
  if (plain.length <= max) return plain
  return `${plain.slice(0, plain.lastIndexOf(" ", max)).replace(/[,;:]$/, "")}…`
}
