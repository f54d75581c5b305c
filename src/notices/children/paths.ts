/** The only place where these URLs are written. */
export const childPaths = {
  alerts: "/tre-em-nguy-hiem",
  alert: (id: string) => `/tre-em-nguy-hiem/${id}`,
  alertForm: (id: string, form: string) => `/tre-em-nguy-hiem/${id}/${form}`,
} as const
