/** Forms of a course and of a round, declared once (decision 0012). */
import { namingWords } from "../directives/index.ts"
import { day, form, paragraph, pick, several, text } from "../kernel/forms/index.ts"
import { sayOf } from "../kernel/words.ts"
import { words } from "./words.ts"
import { publicWords } from "./words-public.ts"

const said = (of: (t: (typeof words)["vi"]) => string) => sayOf(words, of)

export const courseForms = {
  putForward: form({
    slug: "de-nghi",
    verb: "awareness.change",
    title: said((t) => t.desk.putForward),
    follows: said((t) => t.desk.putForwardFollows),
    asks: {},
  }),
  publish: form({
    slug: "cong-bo",
    verb: "awareness.publish",
    title: said((t) => t.desk.publish),
    follows: said((t) => t.desk.publishFollows),
    asks: {
      heldBack: several(said((t) => t.desk.heldBack)).optional(),
    },
  }),
  refuse: form({
    slug: "tra-lai",
    verb: "awareness.publish",
    title: said((t) => t.desk.refuse),
    look: "second",
    asks: {
      note: paragraph(
        said((t) => t.desk.refuseWhy),
        { max: 2_000 },
      ),
    },
  }),
} as const
export type CourseFormName = keyof typeof courseForms
export const courseFormNames = Object.keys(courseForms) as CourseFormName[]

export const newRound = form({
  slug: "moi",
  verb: "awareness.change",
  title: said((t) => t.rounds.open),
  asks: {
    course: pick(said((t) => t.rounds.course)),
    title: text(
      said((t) => t.rounds.name),
      { max: 160, hint: said((t) => t.rounds.nameHint) },
    ),
    closesOn: day(said((t) => t.rounds.closesOn)),
  },
})

/** The list on the round's page; a file may stand beside it. */
export const inviteForm = form({
  slug: "moi-them",
  verb: "awareness.change",
  title: said((t) => t.round.preview),
  asks: {
    list: paragraph(
      said((t) => t.round.list),
      { max: 100_000, rows: 8, hint: said((t) => t.round.listHint) },
    ).optional(),
  },
})

/** A link that fell into wrong hands opens nothing any more; what was learnt with it stands. */
export const removeForm = form({
  slug: "thu-hoi",
  verb: "awareness.change",
  title: said((t) => t.round.remove),
  look: "harm",
  asks: { learner: pick(said((t) => t.round.byHand)) },
})

/** The task of a letter that a round serves. */
export const serveForm = form({
  slug: "nhiem-vu",
  verb: "awareness.change",
  title: namingWords.title,
  submit: namingWords.submit,
  look: "second",
  asks: { assignmentId: pick(namingWords.task, { hint: namingWords.hint }).optional() },
})

/** By who holds a link. */
export const signForm = form({
  slug: "cam-ket",
  verb: "",
  title: sayOf(publicWords, (t) => t.mine.sign),
  asks: {
    signedName: text(
      sayOf(publicWords, (t) => t.mine.signedName),
      { max: 160 },
    ),
  },
})
