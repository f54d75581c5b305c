/** Twelve warnings in every state, from the catalogue's words; names, numbers and places of the tips are invented. */
import type { Desk } from "../kernel/http/env.ts"
import { addDays } from "../kernel/time.ts"
import { expireShared } from "../sharing/actions/expiring.ts"
import { tasksFor } from "../sharing/actions/serving.ts"
import { recallShared, takeStep } from "../sharing/actions/steps.ts"
import { releaseWarning, writeWarning } from "../sharing/actions/warning.ts"
import { clausesOf, type WarningText } from "../sharing/domain/warning.ts"
import { scamTypes, seatOf } from "../signals/index.ts"
import { untilToday } from "./days.ts"
import { must } from "./must.ts"
import type { Stage } from "./stage.ts"

type Desks = { deskOn(who: string, day: string): Desk }

const endings = [
  "released",
  "expired",
  "released",
  "recalled",
  "waiting",
  "released",
  "givenBack",
  "released",
  "refused",
  "released",
  "waiting",
  "replaced",
] as const

/** The first twelve tricks of the catalogue, one warning each; the last is brought up to date by another. */
export async function writeWarnings(stage: Stage, { deskOn }: Desks): Promise<void> {
  const today = stage.days.until
  for (const [at, ending] of endings.entries())
    await untilToday(async () => {
      const day = stage.days.workingAfter(addDays(today, at * 3 - daysTold), 0)
      const writer = seatOf(deskOn(stage.lead, day))
      const second = seatOf(deskOn(`${stage.lead}:leader`, day))
      const text = textOf(at, addDays(day, ending === "expired" ? 7 : 60), stage.places)
      if (text === null) return
      const task = (await tasksFor(writer, "warning")).find((one) => one.isProposed)?.id ?? null
      const { id } = must(await writeWarning(writer, text, null, task))
      const of = { kind: "warning", id } as const
      if (ending === "waiting") return
      if (ending === "givenBack") {
        must(
          await takeStep(second, of, {
            step: "giveBack",
            note: "Dấu hiệu thứ hai khó hiểu, viết lại cho người già.",
          }),
        )
        return
      }
      if (ending === "refused") {
        must(
          await takeStep(second, of, { step: "refuse", note: "Mới có một tin, chưa đủ để báo mọi người." }),
        )
        return
      }
      must(await releaseWarning(second, id))
      const later = stage.days.workingAfter(day, 2)
      const writerLater = seatOf(deskOn(stage.lead, later))
      if (ending === "recalled")
        must(await recallShared(writerLater, of, "Đơn vị được nêu xác nhận đó là tin nhắn thật."))
      if (ending === "replaced") {
        const newer = must(await writeWarning(writerLater, { ...text, title: `${text.title}: cách mới` }, id))
        must(await releaseWarning(seatOf(deskOn(`${stage.lead}:leader`, later)), newer.id))
      }
    })
  await untilToday(() => expireShared(deskOn(stage.lead, today).house.db))
}

const daysTold = 40

/** `places`: by the names of their day. */
function textOf(at: number, expiresOn: string, places: readonly string[]): WarningText | null {
  const trick = scamTypes()[at]
  if (trick === undefined) return null
  const signs = clausesOf(trick.signs)
  const advice = clausesOf(trick.advice)
  return {
    title: trick.label,
    looksLike: signs[0] ?? trick.label,
    signs: signs.slice(0, 3),
    whatToDo: advice.slice(0, 4),
    spoken: `Bà con chú ý. Mấy hôm nay có kẻ lừa đảo: ${trick.label.toLocaleLowerCase("vi")}. ${advice[0] ?? ""}.`,
    trick: trick.value,
    severity: at % 4 === 0 ? "urgent" : "warning",
    audience: at % 5 === 2 ? "bodies" : "public",
    areas: places.slice(at, at + 1 + (at % 3)),
    expiresOn,
    indicators: [],
  }
}
