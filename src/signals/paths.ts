/** The only place where this slice's URLs are written. */
export const paths = {
  report: "/bao-tin",
  reportMoney: "/bao-tin/tien-dang-mat",
  reportIdentifier: "/bao-tin/so-duong-dan-tai-khoan",
  reportInfrastructure: "/bao-tin/ha-tang-vien-thong",
  reportOther: "/bao-tin/viec-khac",
  /** The form with what another page of ours knows already; by POST, so that no address holds it. */
  reportFilled: "/bao-tin/dien-san",
  receipt: "/bao-tin/ma-bien-nhan",
  receiptFile: "/bao-tin/bien-nhan",
  checkReceipt: "/bao-tin/kiem-tra-bien-nhan",
  signingKey: (id: string) => `/bao-tin/khoa-ky/${id}`,
  privacy: "/bao-tin/rieng-tu",
  follow: "/theo-doi",
  followMessages: "/theo-doi/tin-nhan",
  followWithdrawal: "/theo-doi/rut-lai",
  /** Each trick of this catalogue in plain words; the pages are those of `awareness`. */
  tricks: "/thu-doan",
  trick: (type: string) => `/thu-doan/kieu/${type}`,
  signals: "/tin-bao",
  queueExport: (format: "csv" | "xlsx") => `/tin-bao/danh-sach-tin.${format}`,
  /** All that is known of one number, account or address. `kind` empty: `value` is as people write it. */
  about: "/tin-bao/dau-moi",
  aboutOf: (kind: string, value: string) =>
    `/tin-bao/dau-moi?${new URLSearchParams({ ...(kind === "" ? {} : { kieu: kind }), "gia-tri": value })}`,
  /** The page that explains the keys. */
  keys: "/tin-bao/phim-tat",
  /** What is done to several tips of the list at once. */
  several: "/tin-bao/nhieu-tin",
  severalUndo: (id: string) => `/tin-bao/nhieu-tin/${id}/hoan-tac`,
  newSignal: "/tin-bao/moi",
  deskMails: "/tin-bao/thu-bao",
  placeDesks: "/tin-bao/ban-cap-xa",
  arriving: "/tin-bao/chuyen-den",
  arrivingReceive: (id: string) => `/tin-bao/chuyen-den/${id}/tiep-nhan`,
  arrivingReturn: (id: string) => `/tin-bao/chuyen-den/${id}/tra-lai`,
  shares: "/tin-bao/chia-se",
  shareAnswer: (id: string) => `/tin-bao/chia-se/${id}`,
  /** What one's own body handed in. */
  sent: "/tin-bao/da-gui",
  sentExport: (format: "csv" | "xlsx") => `/tin-bao/da-gui.${format}`,
  list: "/tin-bao/danh-sach",
  listExample: "/tin-bao/danh-sach/mau.csv",
  signal: (id: string) => `/tin-bao/${id}`,
  signalForm: (id: string, slug: string) => `/tin-bao/${id}/${slug}`,
  evidence: (id: string, evidenceId: string) => `/tin-bao/${id}/bang-chung/${evidenceId}`,
} as const
