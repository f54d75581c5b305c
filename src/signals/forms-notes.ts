/**
 * The two forms by which a desk notes something for itself: the same on a tip and on a case, under the verb of each. They stand at
 * the front door, which jobs open too: only what declares a form is loaded with them, not what shows and reads one.
 */
import type { Action } from "../accounts/index.ts"
import { day, paragraph, text } from "../kernel/forms/ask.ts"
import { form } from "../kernel/forms/form.ts"
import { sayOf } from "../kernel/words.ts"
import { notesWords } from "./words-notes.ts"

export const noteForms = <Verb extends Action>(verb: Verb) => ({
  note: form({
    slug: "ghi-chu",
    verb,
    title: sayOf(notesWords, (t) => t.note.title),
    follows: sayOf(notesWords, (t) => t.note.follows),
    look: "second",
    asks: {
      words: paragraph(
        sayOf(notesWords, (t) => t.note.words),
        { max: 2_000 },
      ),
    },
  }),
  followUp: form({
    slug: "ngay-theo-doi",
    verb,
    title: sayOf(notesWords, (t) => t.day.title),
    follows: sayOf(notesWords, (t) => t.day.follows),
    look: "second",
    edits: true,
    asks: {
      followOn: day(
        sayOf(notesWords, (t) => t.day.on),
        { hint: sayOf(notesWords, (t) => t.day.onHint) },
      ).optional(),
      followFor: text(sayOf(notesWords, (t) => t.day.what)).optional(),
    },
  }),
})

/** The field at which a refused day is put right. */
export const fieldOfNotes = (refused: string): string | null => (refused === "followDay" ? "followOn" : null)
