/** True stories: written by one officer from a tip or a case, released by another; one person takes one back at once. */
import { can } from "../../../accounts/index.ts"
import { caseNumbers } from "../../../cases/index.ts"
import { readAsPublic, type Tx } from "../../../kernel/db/database.ts"
import type { InputOf } from "../../../kernel/forms/index.ts"
import type { House } from "../../../kernel/house.ts"
import { announce, journal } from "../../../kernel/journal.ts"
import { placesOn } from "../../../organizations/index.ts"
import {
  fieldsNamingReporter,
  officialNumbers,
  papersIn,
  peopleNamed,
  readSignalRow,
  readTarget,
  scamTypes,
  sealsOfCases,
  writtenNamingReporter,
} from "../../../signals/index.ts"
import { type Seat, todayOf } from "../../actions/publishing.ts"
import { type Found, placesIn, sourceIn } from "../domain/story.ts"
import type { newStory, storyForms } from "../forms.ts"
import {
  decideStory,
  insertStory,
  listStories,
  type PublicStory,
  publicStories,
  readStory,
  recallStory,
  type Source,
  type Story,
} from "../store/stories.ts"

export const storiesOf = (seat: Seat) => seat.look(listStories)

/** A tip as its desk may read it; of a case there is the number alone, its file is opened where it lies. */
export type Facts = Source & {
  number: string | null
  tip: { type: string | null; text: string; lossVnd: number | null } | null
  /** Nothing lies under a seal, or no longer: names could not be compared. */
  isUnsealed: boolean
}

/** Null: no tip and no case that this officer may read. The reading is in the journal. */
async function factsIn(tx: Tx, { desk }: Seat, source: Source): Promise<Facts | null> {
  const { kind, id } = source
  if (kind === "case") {
    const number = can(desk.officer, "case.read") ? (await caseNumbers(tx, [id])).get(id) : undefined
    if (number === undefined) return null
    const isUnsealed = !(await sealsOfCases(tx, desk.house, [id])).has(id)
    return { ...source, number, tip: null, isUnsealed }
  }
  const row = can(desk.officer, "signal.read") ? await readSignalRow(tx, id) : null
  if (row === null) return null
  await journal(tx, { what: "story.tip-read", record: { kind: "signal", id } })
  const tip = { type: row.type, text: row.redactedText, lossVnd: row.lossVnd }
  return { ...source, number: null, tip, isUnsealed: row.erasedAt !== null }
}

export function factsFrom(seat: Seat, typed: string): Promise<Facts | null> {
  const source = sourceIn(typed)
  return source === null ? Promise.resolve(null) : seat.open((tx) => factsIn(tx, seat, source))
}

export type StoryReading = { story: Story; facts: Facts | null; officerId: string }

export function openStory(seat: Seat, id: string): Promise<StoryReading | null> {
  return seat.open(async (tx) => {
    const story = await readStory(tx, id)
    if (story === null) return null
    await journal(tx, { what: "story.read", record: { kind: "story", id } })
    const facts = await factsIn(tx, seat, { kind: story.sourceKind, id: story.sourceId })
    return { story, facts, officerId: seat.officerId }
  })
}

type Told = Pick<Story, "title" | "told" | "turn">
const toldIn = ({ title, told, turn }: Told): Record<keyof Told, string> => ({ title, told, turn })

/** Places, people and numbers that a machine finds in the words of a story, by field. Districts that are no more are called by their names still. */
async function foundIn(seat: Seat, words: Told): Promise<[keyof Told, Found[]][]> {
  const today = todayOf(seat.house)
  const places = await seat.look(async (tx) =>
    (await Promise.all([placesOn(tx, today), placesOn(tx, lastDayOfDistricts)])).flat(),
  )
  const good = officialNumbers(null)
  const names = places.map(({ name }) => name)
  return (Object.entries(toldIn(words)) as [keyof Told, string][]).map(([field, text]) => {
    const numbers = readTarget(text).filter(({ value }) => !good.has(value.replace(/\D/g, "")))
    return [
      field,
      [
        ...asFound("place", placesIn(text, names)),
        ...asFound("person", peopleNamed(text)),
        ...asFound("number", [...numbers.map(({ value }) => value), ...papersIn(text)]),
      ],
    ]
  })
}

const asFound = (what: Found["what"], all: readonly string[]): Found[] =>
  all.map((words) => ({ what, words }))

const toldMin = 60
const turnMin = 10
const lastDayOfDistricts = "2025-06-30"

/** Everybody reads a story: it is held against the seals of the case whoever holds its tips. */
const namingInCase = (seat: Seat, { kind, id }: Source, words: Told, isSure: boolean): Promise<string[]> =>
  seat.open(async (tx) => {
    const seals = kind === "case" ? (await sealsOfCases(tx, seat.house, [id])).get(id) : undefined
    if (seals === undefined) return []
    const named = Object.entries(toldIn(words)).flatMap(([field, text]) =>
      seals.names(text, { isSure }) || (!isSure && seals.calls(text)) ? [field] : [],
    )
    const record = { kind: "case", id }
    if (named.length > 0)
      await journal(tx, { what: "identity.nearly-written", record, details: { fields: named.join(", ") } })
    return named
  })

const aboutOf = ({ kind, id }: Source) => (kind === "signal" ? { signalId: id } : { caseId: id })

export type StoryRefusal = "unsealed" | "noStory" | "noSource" | "noTrick" | "leftIn" | "yourOwn" | "notNow"
type Short = "toldShort" | "turnShort"
export type Wrong =
  | { field: string; refused: StoryRefusal | Short | "namesReporter" }
  | { field: string; found: Found[] }

/** Nothing is kept of words in which a reporter, a name, a place or a number stands: each field says what to take out. */
export async function writeStory(
  seat: Seat,
  { source: typed, ...words }: InputOf<typeof newStory>,
): Promise<{ id: string } | { wrong: Wrong[] }> {
  const facts = await factsFrom(seat, typed)
  if (facts === null) return { wrong: [{ field: "source", refused: "noSource" }] }
  if (!scamTypes().some(({ value }) => value === words.trick))
    return { wrong: [{ field: "trick", refused: "noTrick" }] }
  // The least lengths of the constraint `stories_words`.
  if (words.told.length < toldMin) return { wrong: [{ field: "told", refused: "toldShort" }] }
  if (words.turn.length < turnMin) return { wrong: [{ field: "turn", refused: "turnShort" }] }
  const named = await fieldsNamingReporter(seat.desk, aboutOf(facts), toldIn(words))
  const sealed = (await namingInCase(seat, facts, words, false)).filter((field) => !named.includes(field))
  const found = (await foundIn(seat, words)).filter(
    ([field, all]) => all.length > 0 && ![...named, ...sealed].includes(field),
  )
  const wrong: Wrong[] = [
    ...named.map((field) => ({ field, refused: "namesReporter" as const })),
    ...sealed.map((field) => ({ field, refused: "leftIn" as const })),
    ...found.map(([field, all]) => ({ field, found: all })),
  ]
  if (wrong.length > 0) return { wrong }
  return seat.open(async (tx) => {
    const id = await insertStory(tx, words, facts, seat.name)
    const details = { trick: words.trick, source: facts.kind }
    await announce(tx, { what: "story.written", record: { kind: "story", id }, details })
    return { id }
  })
}

export type To = { seat: Seat; id: string }
type Done = { done: true } | { refused: StoryRefusal }

/** The story that waits for this officer, held by the transaction; nobody decides their own (constraint `stories_decided_by_another`). */
async function waitingIn(tx: Tx, { seat, id }: To): Promise<Story | { refused: StoryRefusal }> {
  const story = await readStory(tx, id, { lock: true })
  if (story === null) return { refused: "noStory" }
  if (story.state !== "waiting") return { refused: "notNow" }
  return story.writtenBy === seat.officerId ? { refused: "yourOwn" } : story
}

/** Compared once more: what lies sealed may have grown since it was written. */
export async function releaseStory(to: To): Promise<Done> {
  const { seat, id } = to
  const before = await seat.look((tx) => readStory(tx, id))
  if (before === null) return { refused: "noStory" }
  const source = { kind: before.sourceKind, id: before.sourceId }
  const named = await writtenNamingReporter(seat.desk, aboutOf(source), toldIn(before))
  const isNamed =
    named.length > 0 ||
    (await namingInCase(seat, source, before, true)).length > 0 ||
    (await foundIn(seat, before)).some(([, all]) => all.length > 0)
  return seat.open(async (tx) => {
    const story = await waitingIn(tx, to)
    if ("refused" in story) return story
    if (isNamed) return { refused: "leftIn" as const }
    const facts = await factsIn(tx, seat, source)
    if (story.basis !== "agreed" && facts?.isUnsealed !== false) return { refused: "unsealed" as const }
    await decideStory(tx, id, { state: "released", name: seat.name, note: null })
    const details = { trick: story.trick }
    await announce(tx, { what: "story.released", record: { kind: "story", id }, details })
    return { done: true as const }
  })
}

export const sendStoryBack = (to: To, { note }: InputOf<typeof storyForms.refuse>): Promise<Done> =>
  to.seat.open(async (tx) => {
    const story = await waitingIn(tx, to)
    if ("refused" in story) return story
    await decideStory(tx, to.id, { state: "refused", name: to.seat.name, note })
    await announce(tx, { what: "story.refused", record: { kind: "story", id: to.id } })
    return { done: true as const }
  })

/** A released story is taken back by one person, whoever wrote or released it, and at once. */
export const takeStoryBack = (to: To, { note }: InputOf<typeof storyForms.recall>): Promise<Done> =>
  to.seat.open(async (tx) => {
    const story = await readStory(tx, to.id, { lock: true })
    if (story === null) return { refused: "noStory" as const }
    if (story.state !== "released") return { refused: "notNow" as const }
    await recallStory(tx, to.id, { name: to.seat.name, note })
    await announce(tx, { what: "story.recalled", record: { kind: "story", id: to.id } })
    return { done: true as const }
  })

/** The newest story of each of these tricks, by trick. */
export async function storiesByTrick(
  house: House,
  tricks: readonly string[],
): Promise<ReadonlyMap<string, PublicStory>> {
  if (tricks.length === 0) return new Map()
  const rows = await readAsPublic(house.db, (tx) => publicStories(tx, tricks), "at-once")
  return new Map(rows.map((one) => [one.trick, one]))
}
