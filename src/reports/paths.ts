/** The only place where this slice's URLs are written. */
type Scope = "province" | "own"
const query = (scope: Scope) => (scope === "own" ? "?pham-vi=co-quan" : "")
/** Of a figure: counted up to a day, of one part, of one body. */
type Only = { until?: string | null; part?: string | null; body?: string | null }

function narrowed(scope: Scope, { until, part, body }: Only): string {
  const asked = { "pham-vi": scope === "own" ? "co-quan" : null, den: until, loai: part, "co-quan": body }
  const pairs = Object.entries(asked).filter((pair): pair is [string, string] => typeof pair[1] === "string")
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`
}

export const paths = {
  reports: "/bao-cao",
  figures: "/bao-cao/so-lieu",
  /** `period` as "2023-H2", "2023-Q3", "2023-08" or "2023". */
  period: (period: string, scope: Scope = "province") => `/bao-cao/so-lieu/${period}${query(scope)}`,
  figure: (period: string, id: string, scope: Scope = "province", only: Only = {}) =>
    `/bao-cao/so-lieu/${period}/${id}${narrowed(scope, only)}`,
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
