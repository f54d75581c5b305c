/** What a file gives the reader: the words it reads, and the words that only stand on the pages. */
export type FileWords = {
  text: string
  /**
   * Words that a person sees and that are no part of the letter's text: page headers and footers, pictures of letters, slanted
   * words, notes. They are screened for the stamp of a state secret and otherwise left alone.
   */
  aside: string[]
  /** Pictures in it, whose words nobody read. */
  pictures: number
}

/** Stands in a text where struck-out words stood: a character of the private use area, taken out before the text is read. */
export const struckMark = "\ue00e"
