/** The only place where these URLs are written. */
type Records = { type?: string; commune?: string; month?: string; figure?: string; period?: string }

export const leadershipPaths = {
  overview: "/bao-cao",
  map: "/bao-cao/ban-do.svg",
  chart: (figure: string) => `/bao-cao/bieu-do/${figure}.svg`,
  next: "/bao-cao/chi-dao-tiep",
  nextFrom: (period: string) => `/bao-cao/chi-dao-tiep?ky=${period}`,
  /** The records behind a count: of a trick or a commune in a period, of a figure in a month. */
  records: ({ type, commune, month, figure, period }: Records) => {
    const asked = { "thu-doan": type, xa: commune, thang: month, so: figure, ky: period }
    const given = Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined)
    return `/bao-cao/tin-bao?${new URLSearchParams(given)}`
  },
  recordsPage: "/bao-cao/tin-bao",
  issued: (lockId: string) => `/bao-cao/da-phat-hanh/${lockId}.pdf`,
} as const
