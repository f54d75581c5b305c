/** Requests that an enterprise answered may serve a task of a letter: its own, of ngăn chặn. */
import type { ServingRoom } from "../../directives/index.ts"
import { formatNumber } from "../../kernel/format.ts"
import { paths } from "../paths.ts"
import { requestNames } from "../store/target-answers.ts"
import { words } from "../words.ts"
import { targetWords } from "../words-targets.ts"

export const preventionRoom: ServingRoom = {
  kind: "prevention",
  name: (lang) => targetWords[lang].rooms.name,
  figure: (lang, n) => targetWords[lang].rooms.figure(formatNumber(n, lang)),
  words: ["ngăn chặn, xử lý những hành vi", "ngăn chặn", "phối hợp"],
  read: async (tx, ids, lang) =>
    (await requestNames(tx, ids)).map(({ id, bodyName, asks, caseId }) => ({
      id,
      title: targetWords[lang].recordTitle(bodyName, words[lang].asks[asks]),
      href: caseId === null ? `${paths.requests}#yc-${id}` : paths.case(caseId),
    })),
}
