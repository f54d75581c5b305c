/** The only place where these URLs are written. */
export type PictureForm = "svg" | "png"
type Records = { type?: string; commune?: string; month?: string; figure?: string; period?: string }

export const leadershipPaths = {
  overview: "/bao-cao",
  /** Of another directive than the newest. */
  overviewOf: (directiveId: string) => `/bao-cao?van-ban=${directiveId}`,
  map: (form: PictureForm) => `/bao-cao/ban-do.${form}`,
  chart: (figure: string, form: PictureForm) => `/bao-cao/bieu-do/${figure}.${form}`,
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
