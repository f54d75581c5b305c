/** The only place where this slice's URLs are written. */
export const paths = {
  sharing: "/chia-se",
  indicatorsFile: "/chia-se/danh-sach.csv",
  newIndicator: "/chia-se/chi-bao/moi",
  /** From a clue of a tip: `tin` is the tip, `dau-moi` the clue. */
  newFromTip: (tipId: string, clueId: string) => `/chia-se/chi-bao/moi?tin=${tipId}&dau-moi=${clueId}`,
  indicator: (id: string) => `/chia-se/chi-bao/${id}`,
  indicatorForm: (id: string, slug: string) => `/chia-se/chi-bao/${id}/${slug}`,
  warnings: "/chia-se/canh-bao",
  newWarning: "/chia-se/canh-bao/moi",
  /** Begun from a trick, or from the warning that it replaces. */
  newWarningOf: (trick: string) => `/chia-se/canh-bao/moi?thu-doan=${trick}`,
  newWarningFor: (id: string) => `/chia-se/canh-bao/moi?thay=${id}`,
  warning: (id: string) => `/chia-se/canh-bao/${id}`,
  warningForm: (id: string, slug: string) => `/chia-se/canh-bao/${id}/${slug}`,
  joints: "/chia-se/hanh-dong",
  newJoint: "/chia-se/hanh-dong/moi",
  joint: (id: string) => `/chia-se/hanh-dong/${id}`,
  jointForm: (id: string, slug: string) => `/chia-se/hanh-dong/${id}/${slug}`,
  publicWarnings: "/canh-bao",
  publicWarning: (code: number | string) => `/canh-bao/${code}`,
  poster: (code: number | string) => `/canh-bao/${code}/ap-phich.pdf`,
  check: "/kiem-tra",
  /** For who puts the box on a site of their own, or asks from an app. */
  elsewhere: "/kiem-tra/cho-noi-khac",
  prefix: (kind: string, prefix: string) => `/api/public/prefix/${kind}/${prefix}`,
  contest: "/y-kien",
  followContest: "/y-kien/theo-doi",
  contestFigures: "/y-kien/so-lieu",
  contests: "/chia-se/y-kien",
  contestCase: (id: string) => `/chia-se/y-kien/${id}`,
  contestForm: (id: string, slug: string) => `/chia-se/y-kien/${id}/${slug}`,
} as const
