import { signalPaths } from "../signals/index.ts"

/** The only place where this slice's URLs are written. */
export const paths = {
  learn: "/hoc",
  tricks: signalPaths.tricks,
  trick: (slug: string) => `${signalPaths.tricks}/${slug}`,
  /** By the slug of the catalogue of tips, from what was reported or warned of. */
  tricksOf: signalPaths.trick,
  situations: "/hoc/tinh-huong",
  asking: "/hoc/co-phai-lua-dao",
  firstHour: "/hoc/gio-dau-tien",
  course: (slug: string) => `/hoc/khoa/${slug}`,
  askCertificate: "/hoc/chung-chi",
  certificate: (code: string) => `/hoc/chung-chi/${code}`,
  /** The link that is handed out: whoever holds it is the learner. */
  mine: (code: string) => `/hoc/loi-moi/${code}`,
  begin: (code: string) => `/hoc/loi-moi/${code}/bat-dau`,
  question: (code: string) => `/hoc/loi-moi/${code}/cau`,
  result: (code: string) => `/hoc/loi-moi/${code}/ket-qua`,
  pledge: (code: string) => `/hoc/loi-moi/${code}/cam-ket`,
  myCertificate: (code: string) => `/hoc/loi-moi/${code}/chung-chi.pdf`,
  myPoster: (code: string) => `/hoc/loi-moi/${code}/ap-phich.pdf`,
  awareness: "/tuyen-truyen",
  courseDesk: (slug: string) => `/tuyen-truyen/khoa-hoc/${slug}`,
  courseForm: (slug: string, form: string) => `/tuyen-truyen/khoa-hoc/${slug}/${form}`,
  campaigns: "/tuyen-truyen/chien-dich",
  newCampaign: "/tuyen-truyen/chien-dich/moi",
  campaign: (id: string) => `/tuyen-truyen/chien-dich/${id}`,
  campaignForm: (id: string, form: string) => `/tuyen-truyen/chien-dich/${id}/${form}`,
  newRound: "/tuyen-truyen/lop/moi",
  round: (id: string) => `/tuyen-truyen/lop/${id}`,
  invite: (id: string) => `/tuyen-truyen/lop/${id}/moi-them`,
  remove: (id: string) => `/tuyen-truyen/lop/${id}/thu-hoi`,
  serveTask: (id: string) => `/tuyen-truyen/lop/${id}/nhiem-vu`,
  links: (id: string) => `/tuyen-truyen/lop/${id}/duong-dan`,
  roundFile: (id: string) => `/tuyen-truyen/lop/${id}/danh-sach.csv`,
} as const
