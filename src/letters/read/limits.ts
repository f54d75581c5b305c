/** What a letter's file may weigh. */
export const fileBytesMax = 20_000_000
/** A longer text is no letter: the longest in the fixtures has 60,000 characters. */
export const textCharsMax = 5_000_000
/** Empty ones too; of paragraphs with words far fewer are read (`tree.ts`). */
export const linesMax = 200_000
