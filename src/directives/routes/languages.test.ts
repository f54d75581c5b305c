import { beforeAll, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { makeRemindersToday } from "../actions/reminding.ts"
import { paths } from "../paths.ts"
import { peopleIn } from "../testing/province.ts"
import { type Town, townOf } from "../testing/town.ts"
import { words } from "../words.ts"
import { reminderWords } from "../words-reminders.ts"
import { rollUpWords } from "../words-roll-up.ts"
import { taskWords } from "../words-task.ts"

const db = await freshDatabase()
let town: Town
let pages: Record<string, string>
beforeAll(async () => {
  await peopleIn(db)
  town = townOf(db)
  const letter = await town.issue()
  const task = await town.assignmentOf(letter, "culture", "1.1")
  await town.post(paths.form(task, "tiep-nhan"), await town.as("culture"))
  await town.post(paths.form(task, "ke-hoach"), await town.as("culture"), {
    text: "Plan",
    until: "2023-09-18",
  })
  await makeRemindersToday(town.house)
  pages = {
    list: paths.work,
    task: paths.assignment(task),
    directives: paths.directives,
    directive: paths.directive(letter),
    letter: paths.directiveLetter(letter),
    reminders: paths.reminders,
  }
})

// The names of figures are those of the official report, which is in Vietnamese.
const aroundMain = /^.*?<main|<(?:optgroup|option)\b[^>]*>[^<]*/gs

type Tree = { readonly [key: string]: unknown }
/** Sentences long enough not to stand in the data as well. */
const sentencesOf = (tree: Tree): string[] =>
  Object.values(tree).flatMap((value) =>
    typeof value === "string"
      ? value.length > 9
        ? [value]
        : []
      : typeof value === "object"
        ? sentencesOf(value as Tree)
        : [],
  )

test.each(["list", "task", "directives", "directive", "letter", "reminders"])(
  "the page “%s” in English says no Vietnamese sentence of ours, and in Vietnamese no English one",
  async (name) => {
    const path = pages[name] ?? ""
    const read = async (lang: string) =>
      (await (await town.get(`${path}?lang=${lang}`, await town.as("culture"))).text()).replace(
        aroundMain,
        "",
      )
    const ours = [words, taskWords, rollUpWords, reminderWords]
    const vi = ours.flatMap((one) => sentencesOf(one.vi as Tree))
    const en = ours.flatMap((one) => sentencesOf(one.en as Tree))
    const [english, vietnamese] = [await read("en"), await read("vi")]
    expect(vi.filter((sentence) => english.includes(sentence))).toEqual([])
    expect(en.filter((sentence) => vietnamese.includes(sentence))).toEqual([])
    expect(en.some((sentence) => english.includes(sentence))).toBe(true)
  },
)
