/** What one letter may weigh that comes in: it is held in memory, and nowhere else, until its head has been read. */
export const letterBytesMax = 20_000_000
