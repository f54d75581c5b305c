/** The only place where this slice's URLs are written. */

import type { ListKind } from "./domain/lists.ts"
import type { SettingPart, Step } from "./domain/plan.ts"

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

const listPaths: Readonly<Record<ListKind, string>> = {
  units: "/cai-dat/dia-ban/danh-sach",
  bodies: "/cai-dat/co-quan/danh-sach",
  groups: "/cai-dat/co-quan/nhom",
}

const settingPaths: Readonly<Record<SettingPart, string>> = {
  numbers: "/quan-tri/cai-dat/so-dien-thoai",
  reach: "/quan-tri/cai-dat/dia-chi",
  keeping: "/quan-tri/cai-dat/luu-giu",
}

const picturePaths = {
  setup: { crest: "/cai-dat/tinh/huy-hieu", outlines: "/cai-dat/dia-ban/ranh-gioi" },
  settings: { crest: "/quan-tri/cai-dat/huy-hieu", outlines: "/quan-tri/cai-dat/ranh-gioi" },
} as const
type PicturePlace = keyof typeof picturePaths
type PictureKind = "crest" | "outlines"

export const paths = {
  begin: (token: string) => `/cai-dat/bat-dau/${token}`,
  setup: "/cai-dat",
  step: (step: Step) => stepPaths[step],
  list: (kind: ListKind) => listPaths[kind],
  listUse: (kind: ListKind) => `${listPaths[kind]}/dung`,
  listCurrent: (kind: ListKind) => `${listPaths[kind]}/dang-co.csv`,
  chartEdit: "/cai-dat/co-quan/sua",
  picture: (at: PicturePlace, kind: PictureKind) => picturePaths[at][kind],
  pictureUse: (at: PicturePlace, kind: PictureKind) => `${picturePaths[at][kind]}/dung`,
  pictureNone: (at: PicturePlace, kind: PictureKind) => `${picturePaths[at][kind]}/bo`,
  setupCrestFile: "/cai-dat/tinh/huy-hieu/xem.png",
  mailTest: "/cai-dat/dia-chi/thu-nghiem",
  review: "/cai-dat/xem-lai",
  settings: "/quan-tri/cai-dat",
  setting: (part: SettingPart) => settingPaths[part],
  settingMailTest: "/quan-tri/cai-dat/dia-chi/thu-nghiem",
  settingAgree: (id: string) => `/quan-tri/cai-dat/cho-dong-y/${id}`,
  settingWithdraw: (id: string) => `/quan-tri/cai-dat/cho-dong-y/${id}/rut-lai`,
} as const
