/** The only place where the import's URLs are written. */
const root = "/van-ban/nhap"

export const importPaths = {
  directives: "/van-ban",
  start: root,
  draft: (id: string) => `${root}/${id}`,
  /** `what` is a task, a clause or a field of the head; the page opens its form and stands there. */
  edit: (id: string, what: string) => `${root}/${id}?sua=${encodeURIComponent(what)}#r-${what}`,
  bodies: (id: string, clauseId: string) => `${root}/${id}?co-quan=${clauseId}#r-${clauseId}`,
  at: (id: string, what: string) => `${root}/${id}#r-${what}`,
  corrections: (id: string) => `${root}/${id}/chinh-sua`,
  undo: (id: string) => `${root}/${id}/hoan-tac`,
  words: (id: string) => `${root}/${id}/noi-dung`,
  discard: (id: string) => `${root}/${id}/huy-bo`,
  original: (id: string) => `${root}/${id}/ban-goc`,
  scanPage: (id: string, page: number) => `${root}/${id}/ban-chup/${page}`,
  issue: (id: string) => `${root}/${id}/phat-hanh`,
  directive: (id: string) => `/van-ban/${id}`,
} as const
