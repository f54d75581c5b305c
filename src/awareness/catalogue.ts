/** Courses and commitments as the repository keeps them (`data/courses`), read once. */
import { createHash } from "node:crypto"
import { readJson } from "../kernel/calendar/data.ts"
import { type Course, courseContent } from "./domain/course.ts"

const slugs = ["ban-sim", "quy-tac-ung-xu", "co-mac-bay"] as const
let read: readonly Course[] | null = null

export function courses(): readonly Course[] {
  read ??= slugs.map((slug) => courseContent.parse(readJson(`courses/${slug}.json`)))
  return read
}

export const courseBySlug = (slug: string): Course | null =>
  courses().find((one) => one.slug === slug) ?? null

/** Whether two texts of a course are the same one. */
export const fingerprintOf = (course: Course): string =>
  createHash("sha256").update(JSON.stringify(course)).digest("hex")
