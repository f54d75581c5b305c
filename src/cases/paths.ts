/** The only place where this slice's URLs are written. */
export const paths = {
  cases: "/vu-viec",
  newCase: "/vu-viec/mo",
  newFrom: (signalId: string) => `/vu-viec/mo?tin=${signalId}`,
  joinCase: "/vu-viec/mo/dua-vao",
  requests: "/vu-viec/yeu-cau",
  requestAnswer: (id: string) => `/vu-viec/yeu-cau/${id}/tra-loi`,
  case: (id: string) => `/vu-viec/${id}`,
  form: (id: string, slug: string) => `/vu-viec/${id}/${slug}`,
} as const
