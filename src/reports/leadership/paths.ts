/** The only place where these URLs are written. */
export const leadershipPaths = {
  overview: "/bao-cao",
  map: "/bao-cao/ban-do.svg",
  chart: (figure: string) => `/bao-cao/bieu-do/${figure}.svg`,
  next: "/bao-cao/chi-dao-tiep",
} as const
