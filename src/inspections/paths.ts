/** The only place where this slice's URLs are written. */
export const paths = {
  inspections: "/kiem-tra-thuc-te",
  sentPlans: "/kiem-tra-thuc-te/gui-thanh-tra-tinh",
  newInspection: "/kiem-tra-thuc-te/moi",
  newInspectionOf: (subjectId: string) => `/kiem-tra-thuc-te/moi?doi-tuong=${subjectId}`,
  inspection: (id: string) => `/kiem-tra-thuc-te/${id}`,
  form: (id: string, slug: string) => `/kiem-tra-thuc-te/${id}/${slug}`,
  checklist: (id: string) => `/kiem-tra-thuc-te/${id}/phieu`,
  /** On the spot, by checklist; the device posts here too. */
  visit: (list: string) => `/kiem-tra-thuc-te/tai-cho/${list}`,
  photo: (id: string, photo: string) => `/kiem-tra-thuc-te/${id}/bang-chung/${photo}`,
  /** For everybody. */
  published: "/cong-khai-kiem-tra",
  publishedCsv: "/cong-khai-kiem-tra/cong-khai.csv",
  invitation: (id: string) => `/kiem-tra-thuc-te/loi-moi/${id}`,
  invitationForm: (id: string, slug: string) => `/kiem-tra-thuc-te/loi-moi/${id}/${slug}`,
  subjects: "/kiem-tra-thuc-te/doi-tuong",
  newSubject: "/kiem-tra-thuc-te/doi-tuong/moi",
  importing: "/kiem-tra-thuc-te/doi-tuong/nhap",
  importExample: "/kiem-tra-thuc-te/doi-tuong/nhap/mau.csv",
  importTaking: "/kiem-tra-thuc-te/doi-tuong/nhap/ghi",
  importUndo: (id: string) => `/kiem-tra-thuc-te/doi-tuong/nhap/${id}/hoan-tac`,
  subject: (id: string) => `/kiem-tra-thuc-te/doi-tuong/${id}`,
  subjectForm: (id: string, slug: string) => `/kiem-tra-thuc-te/doi-tuong/${id}/${slug}`,
} as const
