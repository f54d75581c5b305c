/** The only place where this slice's URLs are written. */
export const paths = {
  signIn: "/dang-nhap",
  secondStep: "/dang-nhap/buoc-hai",
  signOut: "/dang-xuat",
  work: "/lam-viec",
  account: "/tai-khoan",
  sessions: "/tai-khoan/phien",
  session: (id: string) => `/tai-khoan/phien/${id}/ket-thuc`,
  otherSessions: "/tai-khoan/phien-khac/ket-thuc",
  password: "/tai-khoan/mat-khau",
  totp: "/tai-khoan/xac-thuc",
  totpProof: "/tai-khoan/xac-thuc/ma-dau-tien",
  totpEnd: "/tai-khoan/xac-thuc/ket-thuc",
  recoveryCodes: "/tai-khoan/ma-khoi-phuc",
  notices: "/tai-khoan/thong-bao",
  desks: "/tai-khoan/vi-tri",
  reset: "/quen-mat-khau",
  agreeing: "/quan-tri/dong-y",
  agree: (id: string) => `/quan-tri/dong-y/${id}`,
  invitation: (token: string) => `/loi-moi/${token}`,
  officers: "/quan-tri/can-bo",
  invitations: "/quan-tri/can-bo/loi-moi",
  invitationNew: "/quan-tri/can-bo/moi",
  officerList: "/quan-tri/can-bo/danh-sach",
  officerListExample: "/quan-tri/can-bo/danh-sach/tep-mau.csv",
  officerListInvite: "/quan-tri/can-bo/danh-sach/moi",
  invitationEnd: (id: string) => `/quan-tri/can-bo/loi-moi/${id}/thu-hoi`,
  post: (id: string) => `/quan-tri/can-bo/${id}`,
  postRole: (id: string) => `/quan-tri/can-bo/${id}/vai-tro`,
  postEnd: (id: string) => `/quan-tri/can-bo/${id}/ket-thuc`,
  postHandover: (id: string) => `/quan-tri/can-bo/${id}/ban-giao`,
  postPassword: (id: string) => `/quan-tri/can-bo/${id}/mat-khau`,
  tokens: "/quan-tri/ma-truy-cap",
  tokenEnd: (id: string) => `/quan-tri/ma-truy-cap/${id}/thu-hoi`,
} as const

export function signInThen(next: string): string {
  return `${paths.signIn}?next=${encodeURIComponent(next)}`
}

export function secondStepThen(next: string): string {
  return `${paths.secondStep}?next=${encodeURIComponent(next)}`
}

export function desksThen(next: string): string {
  return `${paths.desks}?next=${encodeURIComponent(next)}`
}

/** What others did about the account is read first; the page leads on. */
export function accountThen(next: string): string {
  return next === paths.work ? paths.account : `${paths.account}?next=${encodeURIComponent(next)}`
}

export const passwordSet = `${paths.signIn}?da=dat-mat-khau`
