/** True stories over HTTP, at an officer's desk. Everybody reads them on the public board and on the page of the trick. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { casePaths } from "../../cases/index.ts"
import { type Errors, mountForms, readForm, type SendingOf } from "../../kernel/forms/index.ts"
import { listsOf } from "../../kernel/http/body.ts"
import { type Ctx, deskOf, type Env, type Lists } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { idOf, isRecordId, record } from "../../kernel/http/record.ts"
import { scamTypes, seatOf, signalPaths } from "../../signals/index.ts"
import { paths } from "../paths.ts"
import {
  factsFrom,
  openStory,
  releaseStory,
  type StoryReading,
  sendStoryBack,
  storiesOf,
  type To,
  takeStoryBack,
  type Wrong,
  writeStory,
} from "./actions/stories.ts"
import { newStory, type StoryFormName, storyFormNames, storyForms } from "./forms.ts"
import { newStoryPage, storiesPage, storyDeskPage } from "./pages/desk.tsx"
import { storyWords } from "./words.ts"

export const storyRoutes = new Hono<Env>()

const reads = [requireOfficer, allow("awareness.read")] as const
const writes = [requireOfficer, allow(newStory.verb)] as const
const idPattern = record(":id")
const seat = (c: Ctx) => seatOf(deskOf(c))
const namesIn = (c: Ctx) =>
  new Map(scamTypes().map((one) => [one.value, c.get("language") === "vi" ? one.label : one.labelEn]))

storyRoutes.get(paths.storiesDesk, ...reads, async (c) => {
  const rows = await storiesOf(seat(c))
  const mayMake = can(deskOf(c).officer, newStory.verb)
  return c.html(storiesPage({ frame: frameOf(c), rows, names: namesIn(c), mayMake }))
})

/** `tu`: the address of the tip or case it begins from; `ban`: a story that was sent back, written anew. */
storyRoutes.get(paths.newStory, ...writes, async (c) => {
  const before = c.req.query("ban") ?? ""
  const reading = isRecordId(before) ? await openStory(seat(c), before) : null
  return newForm(c, reading === null ? { source: [c.req.query("tu") ?? ""] } : answersOf(reading), {}, 200)
})

function answersOf({ story }: StoryReading): Lists {
  const { trick, title, told, turn, basis, sourceKind, sourceId } = story
  const source = sourceKind === "signal" ? signalPaths.signal(sourceId) : casePaths.case(sourceId)
  return { source: [source], trick: [trick], title: [title], told: [told], turn: [turn], basis: [basis] }
}

storyRoutes.post(paths.newStory, ...writes, async (c) => {
  const lists = await listsOf(c)
  const read = readForm(newStory, lists, c.get("language"))
  if ("errors" in read) return newForm(c, lists, read.errors, 422)
  const done = await writeStory(seat(c), read.input)
  if ("id" in done) return c.redirect(`${paths.storyDesk(done.id)}?xong=1`, 303)
  return newForm(c, lists, Object.fromEntries(done.wrong.map((one) => [one.field, saidOf(c, one)])), 422)
})

function saidOf(c: Ctx, wrong: Wrong): string {
  const t = storyWords[c.get("language")].desk
  if ("refused" in wrong) return t.refusals[wrong.refused]
  const said = { place: t.placesLeft, person: t.peopleLeft, number: t.numbersLeft }
  return [...Map.groupBy(wrong.found, ({ what }) => what)]
    .map(([what, all]) => said[what](all.map((one) => one.words).join(", ")))
    .join(". ")
}

async function newForm(c: Ctx, answers: Lists, errors: Errors, status: 200 | 422): Promise<Response> {
  const typed = answers.source?.at(-1) ?? ""
  const facts = typed === "" ? null : await factsFrom(seat(c), typed)
  const tricks = [...namesIn(c)].map(([value, label]) => ({ value, label }))
  const trick = answers.trick?.at(-1) ?? facts?.tip?.type ?? ""
  const started = { ...answers, trick: [trick] }
  return c.html(newStoryPage({ frame: frameOf(c), facts, tricks, answers: started, errors }), status)
}

const sending = {
  release: releaseStory,
  refuse: sendStoryBack,
  recall: takeStoryBack,
} satisfies SendingOf<typeof storyForms, To>

mountForms(storyRoutes, {
  forms: storyForms,
  sending,
  page: paths.storyDesk(idPattern),
  path: (slug) => paths.storyForm(idPattern, slug),
  reads,
  guards: (verb) => [requireOfficer, allow(verb)],
  read: (c) => openStory(seat(c), idOf(c)),
  to: (c) => ({ seat: seat(c), id: idOf(c) }),
  offers: offered,
  show: (c, reading, shown, status) =>
    c.html(
      storyDeskPage({ frame: frameOf(c), reading, names: namesIn(c), may: offered(c, reading), ...shown }),
      status,
    ),
  last: ({ story }) =>
    story.endedAt !== null
      ? { at: story.endedAt, by: story.endedName, what: null }
      : story.decidedAt !== null
        ? { at: story.decidedAt, by: story.decidedName, what: null }
        : { at: story.writtenAt, by: story.writtenName, what: null },
  sentence: (c, refused) => storyWords[c.get("language")].desk.refusals[refused],
  done: (c) => c.redirect(`${paths.storyDesk(idOf(c))}?xong=1`, 303),
})

/** The forms that this officer may send about a story: nobody decides their own; the database says the same. */
function offered(c: Ctx, { story, officerId }: StoryReading): StoryFormName[] {
  const { officer } = deskOf(c)
  return storyFormNames.filter((name) => {
    if (!can(officer, storyForms[name].verb)) return false
    if (name === "recall") return story.state === "released"
    return story.state === "waiting" && story.writtenBy !== officerId
  })
}
