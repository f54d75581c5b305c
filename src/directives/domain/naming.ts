/** How a letter is called: "1234/UBND-KGVX" when it has a number, else its kind and subject. */
export function nameOf(letter: {
  number: string | null
  symbol: string | null
  kind: string
  subject: string
}): string {
  const number = [letter.number, letter.symbol].filter((part) => part !== null && part !== "").join("/")
  return number === "" ? `${letter.kind} ${letter.subject}` : number
}
