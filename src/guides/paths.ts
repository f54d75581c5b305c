/** The only place where this slice's URLs are written. */
export const guides = [
  "nguoi-dan",
  "doanh-nghiep",
  "van-thu",
  "chuyen-vien",
  "lanh-dao",
  "quan-tri",
  "theo-doi",
] as const
export type GuideKey = (typeof guides)[number]

/** Where each of the first three things is done, in their order. */
export type GuideLinks = Readonly<Record<GuideKey, readonly [string, string, string]>>

export const paths = {
  all: "/huong-dan",
  guide: (key: GuideKey) => `/huong-dan/${key}`,
} as const
