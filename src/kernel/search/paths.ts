export const searchPath = "/tim"
