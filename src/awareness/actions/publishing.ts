/** A course is read by a second person before anybody learns from it. */
import { readAsPublic, type Tx } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import { announce } from "../../kernel/journal.ts"
import { localDateOf } from "../../kernel/time.ts"
import { seatOf } from "../../signals/index.ts"
import { courseBySlug, courses, fingerprintOf } from "../catalogue.ts"
import { type Course, isOpenOn, poolOn } from "../domain/course.ts"
import {
  insertVersion,
  liveVersions,
  publishedVersion,
  publishVersion,
  refuseVersion,
  type Version,
  versionsOf,
} from "../store/versions.ts"

export type Seat = ReturnType<typeof seatOf>
export { seatOf }
export const todayOf = (house: House): string => localDateOf(house.clock.now())

export type CourseReading = {
  course: Course
  versions: Version[]
  waiting: Version | null
  published: Version | null
  /** The repository has other words than what waits or is taken. */
  isNewer: boolean
  today: string
  officerId: string
  bodyId: string
  isLead: boolean
}

export async function openCourse(seat: Seat, slug: string): Promise<CourseReading | null> {
  const course = courseBySlug(slug)
  if (course === null) return null
  const versions = await seat.look((tx) => versionsOf(tx, slug))
  const waiting = versions.find(({ state, bodyId }) => state === "waiting" && bodyId === seat.bodyId) ?? null
  const published = versions.find(({ state }) => state === "published") ?? null
  const { officerId, bodyId } = seat
  const isNewer = fingerprintOf(course) !== (waiting ?? published)?.fingerprint
  const isLead = seat.desk.officer.isLead
  return {
    course,
    versions,
    waiting,
    published,
    isNewer,
    today: todayOf(seat.house),
    officerId,
    bodyId,
    isLead,
  }
}

export type ListedCourse = { course: Course; isPublished: boolean; waits: boolean; isOpen: boolean }

export const listCourses = (seat: Seat): Promise<ListedCourse[]> =>
  seat.look((tx) => listed(tx, todayOf(seat.house)))

/** For everybody: those that a second person has read. */
export const publicCourses = (house: House): Promise<ListedCourse[]> =>
  readAsPublic(house.db, (tx) => listed(tx, todayOf(house)))

async function listed(tx: Tx, today: string): Promise<ListedCourse[]> {
  const live = await liveVersions(tx)
  const has = (slug: string, state: string) => live.some((one) => one.course === slug && one.state === state)
  return courses().map((course) => ({
    course,
    isPublished: has(course.slug, "published"),
    waits: has(course.slug, "waiting"),
    isOpen: isOpenOn(course, today),
  }))
}

export const courseForAll = (house: House, slug: string): Promise<Version | null> =>
  readAsPublic(house.db, (tx) => publishedVersion(tx, slug))

export type CourseRefusal = "waits" | "same" | "notLead" | "nothingWaits" | "yourOwn" | "tooFew"

export function putForward(seat: Seat, slug: string): Promise<{ put: true } | { refused: CourseRefusal }> {
  return seat.open(async (tx) => {
    const course = courseBySlug(slug)
    if (course === null || !seat.desk.officer.isLead) return { refused: "notLead" as const }
    const fingerprint = fingerprintOf(course)
    if ((await publishedVersion(tx, slug))?.fingerprint === fingerprint) return { refused: "same" as const }
    const id = await insertVersion(tx, { course, fingerprint, name: seat.name })
    if (id === null) return { refused: "waits" as const }
    await announce(tx, {
      what: "course.put-forward",
      record: { kind: "course", id },
      details: { course: slug },
    })
    return { put: true as const }
  })
}

/** `heldBack`: questions that the second person does not let pass; they are never drawn. */
export function publishCourse(
  seat: Seat,
  slug: string,
  heldBack: readonly string[],
): Promise<{ done: true } | { refused: CourseRefusal }> {
  return seat.open(async (tx) => {
    const waiting = await waitingFor(tx, seat, slug)
    if ("refused" in waiting) return waiting
    const held = heldBack.filter((id) => waiting.content.questions.some((one) => one.id === id))
    if (poolOn(waiting.content, todayOf(seat.house), held).length < waiting.content.draws)
      return { refused: "tooFew" as const }
    await publishVersion(tx, { id: waiting.id, course: slug, name: seat.name, heldBack: held })
    const details = { course: slug, heldBack: held.length }
    await announce(tx, { what: "course.published", record: { kind: "course", id: waiting.id }, details })
    return { done: true as const }
  })
}

export function refuseCourse(
  seat: Seat,
  slug: string,
  note: string,
): Promise<{ done: true } | { refused: CourseRefusal }> {
  return seat.open(async (tx) => {
    const waiting = await waitingFor(tx, seat, slug)
    if ("refused" in waiting) return waiting
    await refuseVersion(tx, { id: waiting.id, name: seat.name, note })
    await announce(tx, {
      what: "course.refused",
      record: { kind: "course", id: waiting.id },
      details: { course: slug },
    })
    return { done: true as const }
  })
}

/** As the constraint `course_versions_decided_by_another` holds it. */
async function waitingFor(
  tx: Tx,
  seat: Seat,
  slug: string,
): Promise<Version | { refused: "nothingWaits" | "yourOwn" }> {
  const found = (await versionsOf(tx, slug)).find(
    ({ state, bodyId }) => state === "waiting" && bodyId === seat.bodyId,
  )
  if (found === undefined) return { refused: "nothingWaits" }
  return found.putForwardBy === seat.officerId ? { refused: "yourOwn" } : found
}
