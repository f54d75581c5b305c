/** A list in one file: how long, how large. */
export const linesMax = 500
export const listBytesMax = 2_000_000
