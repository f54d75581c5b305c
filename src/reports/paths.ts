/** The only place where this slice's URLs are written. */
type Scope = "province" | "own"
const query = (scope: Scope) => (scope === "own" ? "?pham-vi=co-quan" : "")

export const paths = {
  reports: "/bao-cao",
  figures: "/bao-cao/so-lieu",
  /** `period` as "2023-H2", "2023-Q3", "2023-08" or "2023". */
  period: (period: string, scope: Scope = "province") => `/bao-cao/so-lieu/${period}${query(scope)}`,
  figure: (period: string, id: string, scope: Scope = "province") =>
    `/bao-cao/so-lieu/${period}/${id}${query(scope)}`,
  sheet: (period: string, form: "csv" | "xlsx", scope: Scope = "province") =>
    `/bao-cao/so-lieu/${period}/bang.${form}${query(scope)}`,
  lock: (period: string, scope: Scope = "province") => `/bao-cao/so-lieu/${period}/khoa${query(scope)}`,
  corrections: (period: string, id: string, scope: Scope = "province") =>
    `/bao-cao/so-lieu/${period}/${id}/dinh-chinh${query(scope)}`,
  report: (period: string, scope: Scope = "province") => `/bao-cao/so-lieu/${period}/van-ban${query(scope)}`,
  signature: (period: string, scope: Scope = "province") =>
    `/bao-cao/so-lieu/${period}/trinh-ky${query(scope)}`,
  reportFile: (period: string, form: "docx" | "pdf", scope: Scope = "province") =>
    `/bao-cao/so-lieu/${period}/van-ban.${form}${query(scope)}`,
  campaign: (period: string) => `/bao-cao/dot/${period}`,
  part: (assignmentId: string) => `/bao-cao/phan/${assignmentId}`,
} as const
