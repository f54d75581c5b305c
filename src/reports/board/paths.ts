/** The only place where these URLs are written. */
export const boardPaths = {
  board: "/so-lieu-cong-khai",
  /** For the page of another site. */
  embedded: "/so-lieu-cong-khai/nhung",
  csv: "/so-lieu-cong-khai/tung-ngay.csv",
  json: "/so-lieu-cong-khai/so-lieu.json",
} as const
