/** The only place where this slice's URLs are written. */
export const paths = {
  complain: "/noi-dung-vi-pham",
  follow: "/noi-dung-vi-pham/theo-doi",
  object: "/noi-dung-vi-pham/phan-doi",
  transparency: "/minh-bach",
  recordsCsv: "/minh-bach/thong-bao.csv",
  recordsJson: "/minh-bach/thong-bao.json",
  records: "/minh-bach/thong-bao",
  notices: "/thong-bao-noi-dung",
  notice: (id: string) => `/thong-bao-noi-dung/${id}`,
  noticeForm: (id: string, slug: string) => `/thong-bao-noi-dung/${id}/${slug}`,
  noticeText: (id: string) => `/thong-bao-noi-dung/${id}/van-ban`,
} as const
