/** The only place where this slice's URLs are written. */
export const paths = {
  documents: "/van-ban-di",
  book: "/van-ban-di/so",
  bookExport: (format: "csv" | "xlsx") => `/van-ban-di/so/so-van-ban-di.${format}`,
  newDocument: "/van-ban-di/soan",
  trialKey: "/van-ban-di/chung-thu-thu.p12",
  document: (id: string) => `/van-ban-di/${id}`,
  draft: (id: string) => `/van-ban-di/${id}/du-thao`,
  step: (id: string, slug: string) => `/van-ban-di/${id}/${slug}`,
  pdf: (id: string) => `/van-ban-di/${id}/van-ban.pdf`,
  docx: (id: string) => `/van-ban-di/${id}/van-ban.docx`,
  keySignature: (id: string) => `/van-ban-di/${id}/ky-so`,
  /** Served by the slice that gives tasks: what a numbered letter asks of whom. */
  assignments: (id: string) => `/van-ban-di/${id}/giao-viec`,
  symbols: "/quan-tri/ky-hieu",
  signedFile: (id: string) => `/van-ban-di/${id}/ban-da-ky`,
} as const
