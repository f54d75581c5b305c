/** A list in one file: how long, how large, and how far its cells may lie from the first one. */
export const linesMax = 500
export const listBytesMax = 2_000_000
/** Titles and blank lines between blocks count too. */
export const listRowsMax = 2_000
export const listColumnsMax = 60
