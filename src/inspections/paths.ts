/** The only place where this slice's URLs are written. */
export const paths = {
  inspections: "/kiem-tra-thuc-te",
  newInspection: "/kiem-tra-thuc-te/moi",
  newInspectionOf: (subjectId: string) => `/kiem-tra-thuc-te/moi?doi-tuong=${subjectId}`,
  inspection: (id: string) => `/kiem-tra-thuc-te/${id}`,
  form: (id: string, slug: string) => `/kiem-tra-thuc-te/${id}/${slug}`,
  checklist: (id: string) => `/kiem-tra-thuc-te/${id}/phieu`,
  subjects: "/kiem-tra-thuc-te/doi-tuong",
  newSubject: "/kiem-tra-thuc-te/doi-tuong/moi",
  subject: (id: string) => `/kiem-tra-thuc-te/doi-tuong/${id}`,
  subjectForm: (id: string, slug: string) => `/kiem-tra-thuc-te/doi-tuong/${id}/${slug}`,
} as const
