/** The addresses of the field engine. The service worker has the first for its scope. */
export const fieldPaths = {
  home: "/thuc-dia/",
  worker: "/thuc-dia/sw.js",
  script: "/thuc-dia/thuc-dia.js",
  manifest: "/thuc-dia/manifest.json",
  me: "/thuc-dia/toi",
  devices: "/thuc-dia/may",
  revoke: (key: string) => `/thuc-dia/may/${key}/thu-hoi`,
  form: (slug: string) => `/thuc-dia/bieu-mau/${slug}`,
} as const
