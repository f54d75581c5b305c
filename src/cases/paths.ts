/** The only place where this slice's URLs are written. */
export const paths = {
  cases: "/vu-viec",
  caseExport: (format: "csv" | "xlsx") => `/vu-viec/danh-sach.${format}`,
  newCase: "/vu-viec/mo",
  newFrom: (signalId: string) => `/vu-viec/mo?tin=${signalId}`,
  joinCase: "/vu-viec/mo/dua-vao",
  requests: "/vu-viec/yeu-cau",
  requestAnswer: (id: string) => `/vu-viec/yeu-cau/${id}/tra-loi`,
  proof: (id: string, proofId: string) => `/vu-viec/yeu-cau/${id}/minh-chung/${proofId}`,
  case: (id: string) => `/vu-viec/${id}`,
  /** The page of a case with one thread of what happened. */
  thread: (id: string, thread: string) => `/vu-viec/${id}?dien-bien=${thread}#dien-bien`,
  exhibits: (id: string) => `/vu-viec/${id}/tang-vat`,
  custody: (id: string) => `/vu-viec/${id}/tang-vat/giao-nhan`,
  exhibit: (id: string, exhibitId: string) => `/vu-viec/${id}/tang-vat/${exhibitId}`,
  dossier: (id: string) => `/vu-viec/${id}/ho-so.zip`,
  dossierMaking: (id: string) => `/vu-viec/${id}/ho-so`,
  dossierCheck: (id: string) => `/vu-viec/${id}/ho-so/kiem-tra`,
  paper: (id: string, slug: string) => `/vu-viec/${id}/van-ban/${slug}`,
  letterOf: (id: string, requestId: string) => `/vu-viec/${id}/van-ban/cong-van-yeu-cau?yc=${requestId}`,
  paperTaking: (id: string, paperId: string) => `/vu-viec/${id}/van-ban/${paperId}/ghi`,
  form: (id: string, slug: string) => `/vu-viec/${id}/${slug}`,
} as const
