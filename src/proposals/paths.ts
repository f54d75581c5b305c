/** The only place where this slice's URLs are written. */
const from = (period: string, text: string) => new URLSearchParams({ ky: period, kiennghi: text }).toString()

export const paths = {
  proposals: "/de-xuat",
  begin: "/de-xuat/moi",
  /** From what a report of that period recommends. */
  beginFrom: (period: string, text: string) => `/de-xuat/moi?${from(period, text)}`,
  /** Posted to by the page of the report. */
  takeUp: "/de-xuat/tu-bao-cao",
  proposal: (id: string) => `/de-xuat/${id}`,
  proposalForm: (id: string, slug: string) => `/de-xuat/${id}/${slug}`,
  request: (id: string) => `/de-xuat/lay-y-kien/${id}`,
  requestForm: (id: string, slug: string) => `/de-xuat/lay-y-kien/${id}/${slug}`,
} as const
