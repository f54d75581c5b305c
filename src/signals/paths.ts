/** The only place where this slice's URLs are written. */
export const paths = {
  report: "/bao-tin",
  reportMoney: "/bao-tin/tien-dang-mat",
  reportIdentifier: "/bao-tin/so-duong-dan-tai-khoan",
  reportInfrastructure: "/bao-tin/ha-tang-vien-thong",
  reportOther: "/bao-tin/viec-khac",
  receiptFile: "/bao-tin/bien-nhan",
  signingKey: (id: string) => `/bao-tin/khoa-ky/${id}`,
  follow: "/theo-doi",
  followMessages: "/theo-doi/tin-nhan",
  followWithdrawal: "/theo-doi/rut-lai",
  signals: "/tin-bao",
} as const
