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
  subjects: "/kiem-tra-thuc-te/doi-tuong",
  newSubject: "/kiem-tra-thuc-te/doi-tuong/moi",
  subject: (id: string) => `/kiem-tra-thuc-te/doi-tuong/${id}`,
  subjectForm: (id: string, slug: string) => `/kiem-tra-thuc-te/doi-tuong/${id}/${slug}`,
} as const
