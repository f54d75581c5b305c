/** The public board: written once a morning, read by everybody. */
import { asJob, readAsPublic } from "../../../kernel/db/database.ts"
import type { House } from "../../../kernel/house.ts"
import { addDays, localDateOf } from "../../../kernel/time.ts"
import { scamTypes } from "../../../signals/index.ts"
import { readPlaces } from "../../leadership/actions/places.ts"
import { type Board, boardOf, windowsOn } from "../domain/board.ts"
import { countTips, daysKept, firstTipOn, keepDay } from "../store/days.ts"

/** So many mornings that a stopped worker missed are written afterwards. */
const missedMax = 31
/** More than a year, so that a day may be held against the same one of the year before. */
const seriesMax = 400

/** Kinds of tips that are no trick upon a person. */
const noTricks: readonly string[] = [
  "khac",
  "trom-cap-thiet-bi-vien-thong",
  "pha-hoai-ha-tang",
  "cuoc-goi-rac-quang-cao",
  "sim-kich-hoat-san",
]

/** Returns how many days were written; each morning one, run twice none more. */
export async function writeBoard(house: House): Promise<number> {
  const yesterday = addDays(localDateOf(house.clock.now()), -1)
  await readPlaces(house)
  const tricks = scamTypes()
    .map(({ value }) => value)
    .filter((value) => !noTricks.includes(value))
  return asJob(house.db, "reports.board", async (tx) => {
    let before = (await daysKept(tx, 1))[0] ?? null
    const last = before?.on ?? null
    const since = (await firstTipOn(tx)) ?? yesterday
    const missed = addDays(yesterday, 1 - missedMax)
    const from = last === null ? yesterday : last < missed ? missed : addDays(last, 1)
    let written = 0
    for (let on = from; on <= yesterday; on = addDays(on, 1)) {
      before = boardOf(on, await countTips(tx, windowsOn(on)), { tricks, since }, before)
      await keepDay(tx, before)
      written += 1
    }
    return written
  })
}

/** Null: no morning has come yet. */
export async function readBoard(house: House): Promise<Board | null> {
  const [newest] = await readAsPublic(house.db, (tx) => daysKept(tx, 1), "at-once")
  return newest ?? null
}

export const readSeries = (house: House): Promise<Board[]> =>
  readAsPublic(house.db, (tx) => daysKept(tx, seriesMax), "at-once")
