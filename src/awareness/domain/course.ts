/** A course as data: which of its questions hold on a day, what is drawn of them, how an attempt is marked. Pure. */
import { z } from "zod"

const said = z.object({ vi: z.string().min(1), en: z.string().min(1) })
const day = z.iso.date().nullable()
/** The text on which a rule rests; `verified`: somebody compared it with the text that it names. */
const source = { basis: z.string().min(1).nullable(), verified: z.enum(["yes", "no"]) }

const question = z.object({
  id: z.string().regex(/^[a-z]\d{2}$/),
  from: day,
  until: day,
  ask: said,
  options: z.array(said).min(2).max(4),
  right: z.int().min(0).max(3),
  /** Said after the answer: the telling sign, or the rule. */
  why: said,
  ...source,
})
const lesson = z.object({ from: day, until: day, title: said, lines: z.array(said).min(1), ...source })

export const courseContent = z
  .object({
    slug: z.string().regex(/^[a-z0-9-]{1,60}$/),
    audience: z.enum(["agents", "officials", "everybody"]),
    name: said,
    about: said,
    /** Why nobody can begin it on a day on which too few questions hold. */
    closed: said,
    draws: z.int().min(1).max(60),
    passMark: z.int().min(1),
    validMonths: z.int().min(1).max(36),
    lessons: z.array(lesson),
    questions: z.array(question).min(1).max(200),
  })
  .refine(({ draws, passMark }) => passMark <= draws, "the pass mark is above what is drawn")
  .refine(
    ({ questions }) => questions.every(({ right, options }) => right < options.length),
    "the right answer is none of the answers",
  )
  .refine(
    ({ questions }) => new Set(questions.map(({ id }) => id)).size === questions.length,
    "two questions have one id",
  )
export type Course = z.infer<typeof courseContent>
export type Question = Course["questions"][number]
export type Lesson = Course["lessons"][number]

const holdsOn = (on: string, { from, until }: { from: string | null; until: string | null }) =>
  (from === null || from <= on) && (until === null || on <= until)

export const lessonsOn = ({ lessons }: Course, on: string): Lesson[] =>
  lessons.filter((one) => holdsOn(on, one))

/** Those that hold on this day and that the second person did not hold back. */
export const poolOn = ({ questions }: Course, on: string, heldBack: readonly string[] = []): Question[] =>
  questions.filter((one) => holdsOn(on, one) && !heldBack.includes(one.id))

export const isOpenOn = (course: Course, on: string, heldBack: readonly string[] = []): boolean =>
  poolOn(course, on, heldBack).length >= course.draws

/** One question of an attempt, and in which order its answers stand there. */
export type Drawn = { id: string; order: number[] }

/** `random` gives numbers from 0 up to 1: the same ones draw the same attempt. */
export function draw(pool: readonly Question[], count: number, random: () => number): Drawn[] {
  return shuffled(pool, random)
    .slice(0, count)
    .map(({ id, options }) => ({ id, order: shuffled([...options.keys()], random) }))
}

/** Fisher and Yates: every order is as likely as any other. */
function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const all = [...items]
  for (let last = all.length - 1; last > 0; last -= 1) {
    const at = Math.floor(random() * (last + 1))
    const [one, other] = [all[last] as Item, all[at] as Item]
    all[last] = other
    all[at] = one
  }
  return all
}

/** The option that was chosen, as it stands in the course. */
export type Answers = Readonly<Record<string, number>>

export const firstOpen = (drawn: readonly Drawn[], answers: Answers): Drawn | null =>
  drawn.find(({ id }) => answers[id] === undefined) ?? null

export type Mark = { right: number; asked: number; isPassed: boolean }

/** Null while a question is open. */
export function mark(course: Course, drawn: readonly Drawn[], answers: Answers): Mark | null {
  if (firstOpen(drawn, answers) !== null) return null
  const right = drawn.filter(
    ({ id }) => course.questions.find((one) => one.id === id)?.right === answers[id],
  ).length
  return { right, asked: drawn.length, isPassed: right >= Math.min(course.passMark, drawn.length) }
}

/** So many attempts a day, so many in all: the link is not for trying answers out. */
export const attemptsADay = 5
export const attemptsMax = 50
