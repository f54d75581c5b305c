/** What this slice does that may serve a task of a letter: warnings, shared indicators, numbers and sites blocked on them. */
import type { ServingRoom } from "../../directives/index.ts"
import { spokenIdentifier } from "../../signals/index.ts"
import { paths } from "../paths.ts"
import { jointNames } from "../store/joint.ts"
import { indicatorNames, warningNames } from "../store/names.ts"
import { jointWords } from "../words-joint.ts"
import { servingWords } from "../words-serving.ts"

const readIndicators: ServingRoom["read"] = async (tx, ids, lang) =>
  (await indicatorNames(tx, ids)).map(({ id, value, openDigits }) => ({
    id,
    title: servingWords[lang].indicator(
      // A range is said by its beginning, with an x for each digit that is any.
      openDigits === null
        ? spokenIdentifier(value)
        : `${value.replace(/^\+84/, "0")}${"x".repeat(openDigits)}`,
    ),
    href: paths.indicator(id),
  }))

export const warningRoom: ServingRoom = {
  kind: "warning",
  name: (lang) => servingWords[lang].rooms.warning,
  figure: (lang, n) => servingWords[lang].figures.warning(n),
  words: ["phương thức, thủ đoạn", "thủ đoạn", "cảnh báo", "cảnh giác", "tuyên truyền"],
  read: async (tx, ids) =>
    (await warningNames(tx, ids)).map(({ id, title }) => ({ id, title, href: paths.warning(id) })),
}

export const indicatorRoom: ServingRoom = {
  kind: "indicator",
  name: (lang) => servingWords[lang].rooms.indicator,
  figure: (lang, n) => servingWords[lang].figures.indicator(n),
  words: [
    "chia sẻ thông tin",
    "trao đổi và cung cấp thông tin",
    "tổng hợp tin báo",
    "thông báo kịp thời",
    "cung cấp thông tin",
    "phát hiện",
    "báo cáo",
  ],
  read: readIndicators,
}

/** A receiving body's block of what another shared. */
export const blockRoom: ServingRoom = {
  kind: "block",
  name: (lang) => servingWords[lang].rooms.block,
  figure: (lang, n) => servingWords[lang].figures.block(n),
  words: ["ngăn chặn, xử lý những hành vi", "ngăn chặn", "thu hồi", "xử lý"],
  read: readIndicators,
}

export const jointRoom: ServingRoom = {
  kind: "joint-action",
  name: (lang) => jointWords[lang].room,
  figure: (lang, n) => jointWords[lang].figure(n),
  words: ["phối hợp hành động", "phối hợp với doanh nghiệp", "doanh nghiệp", "phối hợp"],
  read: async (tx, ids) =>
    (await jointNames(tx, ids)).map(({ id, title }) => ({ id, title, href: paths.joint(id) })),
}

export const sharingRooms: readonly ServingRoom[] = [warningRoom, indicatorRoom, jointRoom, blockRoom]
