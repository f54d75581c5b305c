/** What the pages gather, a step each, and how it fits together so far. */
import { asJob, type Tx } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import { journal } from "../../kernel/journal.ts"
import type { Keys } from "../../kernel/keys.ts"
import { type Outlines, outlines } from "../../kernel/outlines/outlines.ts"
import { type Answers, type Pictures, type Setup, type Step, stepShapes, steps } from "../domain/plan.ts"
import type { Written } from "../domain/whole.ts"
import { answersIn, forgetAnswer, putAnswer } from "../store/answers.ts"
import { provinceOf, written } from "./data.ts"

type Doors = Pick<House, "db" | "keys">

export type SoFar = {
  answers: Answers
  /** Null until a province is chosen. What is not answered stands as it is proposed. */
  written: Written | null
  pictures: Pictures
}

export function readSoFar({ db, keys }: Doors): Promise<SoFar> {
  return asJob(db, "setup.answers", (tx) => soFar(tx, keys))
}

/** Answers of an earlier version that no longer fit are asked again. */
export async function soFar(tx: Tx, keys: Keys): Promise<SoFar> {
  const kept = await answersIn(tx, keys)
  const answers: Answers = {}
  for (const step of steps) {
    const parsed = stepShapes[step].safeParse(kept.get(step))
    if (parsed.success) Object.assign(answers, { [step]: parsed.data })
  }
  const crest = kept.get("crest")
  return {
    answers,
    written: writtenSoFar(answers),
    pictures: {
      crest: typeof crest === "string" ? Buffer.from(crest, "base64") : null,
      outlines: outlines.safeParse(kept.get("outlines")).data ?? null,
    },
  }
}

/** Null: without it after all. */
export const keepCrest = (house: Doors, png: Uint8Array | null): Promise<void> =>
  keepPicture(house, "crest", png === null ? null : Buffer.from(png).toString("base64"))
export const keepOutlines = (house: Doors, drawn: Outlines | null): Promise<void> =>
  keepPicture(house, "outlines", drawn)

function keepPicture({ db, keys }: Doors, name: "crest" | "outlines", value: unknown): Promise<void> {
  return asJob(db, "setup.answers", async (tx) => {
    await (value === null ? forgetAnswer(tx, name) : putAnswer(tx, keys, name, value))
    await journal(tx, { what: "setup.answered", details: { step: name } })
  })
}

function writtenSoFar({ province, units, chart }: Answers): Written | null {
  if (province === undefined || provinceOf(province.code) === null) return null
  return written({
    province,
    units: units ?? { from: "proposed", list: [] },
    chart: chart ?? { from: "start", bodies: [], groups: [] },
  })
}

/** Another province takes what was built on the one before along: its units, bodies, posts and people are asked anew. */
const dependent: Readonly<Partial<Record<Step, readonly (Step | keyof Pictures)[]>>> = {
  province: ["units", "chart", "posts", "administrators", "crest", "outlines"],
  units: ["chart", "outlines"],
}

export function keepAnswer<S extends Step>({ db, keys }: Doors, step: S, value: Setup[S]): Promise<void> {
  return asJob(db, "setup.answers", async (tx) => {
    const before = (await answersIn(tx, keys)).get(step)
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(value))
      for (const other of dependent[step] ?? []) await forgetAnswer(tx, other)
    await putAnswer(tx, keys, step, value)
    await journal(tx, { what: "setup.answered", details: { step } })
  })
}
