/** A round of a course may serve a task of a letter: it is progress once people were invited to it. */
import { type ServingRoom, servedOn, serveIn } from "../../directives/index.ts"
import type { Tx } from "../../kernel/db/database.ts"
import { localDateOf } from "../../kernel/time.ts"
import { paths } from "../paths.ts"
import { countLearners, namesOfRounds, type Round, readRound } from "../store/rounds.ts"
import { servingWords } from "../words-serving.ts"
import type { Seat } from "./publishing.ts"

/** As letters write them, from telling to general. */
export const awarenessWords = [
  "tuyên truyền, phổ biến",
  "tập huấn",
  "bồi dưỡng",
  "tuyên truyền",
  "phổ biến",
  "nâng cao nhận thức",
]

export const roundRoom: ServingRoom = {
  kind: "course-round",
  name: (lang) => servingWords[lang].room,
  figure: (lang, n) => servingWords[lang].figure(n),
  words: awarenessWords,
  read: async (tx, ids, lang) =>
    (await namesOfRounds(tx, ids)).map(({ id, title }) => ({
      id,
      title: servingWords[lang].record(title),
      href: paths.round(id),
    })),
}

const dayOpened = ({ madeAt }: Pick<Round, "madeAt">) => localDateOf(new Date(madeAt))

/** Somebody was invited: where the round serves a task, its task counts it from the day on which it was opened. */
export const countRound = (tx: Tx, round: Round) =>
  servedOn(tx, { kind: roundRoom.kind, recordId: round.id }, dayOpened(round))

export function nameTaskOfRound(
  seat: Seat,
  id: string,
  { assignmentId }: { assignmentId: string | null },
): Promise<{ served: true } | { refused: "noTask" }> {
  return seat.open(async (tx) => {
    const round = await readRound(tx, id)
    if (round === null) return { refused: "noTask" as const }
    const doneOn = (await countLearners(tx, id)) > 0 ? dayOpened(round) : null
    return serveIn(tx, seat, { kind: roundRoom.kind, recordId: id, assignmentId, doneOn })
  })
}
