/** The only place where this slice's URLs are written. */
export const paths = {
  work: "/lam-viec",
  workExport: (format: "csv" | "xlsx") => `/lam-viec/danh-sach.${format}`,
  /** What was given to one body by one letter, in every state. */
  workOf: (directiveId: string, bodyId: string) =>
    `/lam-viec?xem=da-giao&tt=all&van-ban=${directiveId}&co-quan=${bodyId}`,
  /** What the acting body was given and is late. */
  ownLate: "/lam-viec?tt=late",
  /** What the acting body gave and is late, in whichever letter; of one body, or of all. */
  lateWork: (bodyId?: string) =>
    `/lam-viec?xem=da-giao&tt=late${bodyId === undefined ? "" : `&co-quan=${bodyId}`}`,
  assignment: (id: string) => `/lam-viec/${id}`,
  /** Of a form of the task with this slug. */
  form: (id: string, slug: string) => `/lam-viec/${id}/${slug}`,
  subTaskEnd: (id: string, sub: string) => `/lam-viec/${id}/viec-con/${sub}/xong`,
  evidence: (id: string, evidence: string) => `/lam-viec/${id}/minh-chung/${evidence}`,
  reminders: "/lam-viec/nhac-viec",
  directives: "/van-ban",
  directivesExport: (format: "csv" | "xlsx") => `/van-ban/danh-sach.${format}`,
  importing: "/van-ban/nhap",
  directive: (id: string) => `/van-ban/${id}`,
  directiveBodies: (id: string) => `/van-ban/${id}/co-quan`,
  directiveAreas: (id: string) => `/van-ban/${id}/dia-ban`,
  directiveLetter: (id: string) => `/van-ban/${id}/nguyen-van`,
  /** What was done for one task, in every room. */
  directiveServed: (id: string, task: string) => `/van-ban/${id}/viec-da-lam/${task}`,
  directiveExport: (id: string, format: "csv" | "xlsx") => `/van-ban/${id}/tong-hop.${format}`,
  original: (id: string) => `/van-ban/${id}/ban-goc`,
  mail: "/quan-tri/thu-gui",
} as const
