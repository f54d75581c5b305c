/** The only place where this slice's URLs are written. */
import type { Step } from "./domain/plan.ts"

const stepPaths: Readonly<Record<Step, string>> = {
  province: "/cai-dat/tinh",
  units: "/cai-dat/dia-ban",
  chart: "/cai-dat/co-quan",
  posts: "/cai-dat/dau-moi",
  administrators: "/cai-dat/quan-tri",
  numbers: "/cai-dat/so-dien-thoai",
  reach: "/cai-dat/dia-chi",
  keeping: "/cai-dat/luu-giu",
}

export const paths = {
  begin: (token: string) => `/cai-dat/bat-dau/${token}`,
  setup: "/cai-dat",
  step: (step: Step) => stepPaths[step],
  mailTest: "/cai-dat/dia-chi/thu-nghiem",
  review: "/cai-dat/xem-lai",
} as const
