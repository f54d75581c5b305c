/** The learner's own doing, without an account: whoever holds a link opens it, answers question by question, holds a certificate, signs. */
import { randomInt } from "node:crypto"
import { asReporter, readAsPublic, type Tx } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import { announce } from "../../kernel/journal.ts"
import { addMonths, localDateOf } from "../../kernel/time.ts"
import { readPublished } from "../../sharing/index.ts"
import { receiptCode } from "../../signals/index.ts"
import {
  attemptsADay,
  attemptsMax,
  type Course,
  draw,
  firstOpen,
  isOpenOn,
  mark,
  poolOn,
} from "../domain/course.ts"
import { committedUntil, mayRenew, pledgeWords } from "../domain/pledge.ts"
import {
  type Attempt,
  attemptsOf,
  type Certificate,
  type Commitment,
  certificateByCode,
  certificateOf,
  commitmentsOf,
  endAttempt,
  insertAttempt,
  insertCertificate,
  insertCommitment,
  type Learner,
  learnerOfLink,
  noteOpened,
  saveAnswer,
  type Verified,
} from "../store/learning.ts"
import { publishedVersion, type Version, versionById } from "../store/versions.ts"
import { hashOfCode } from "./inviting.ts"
import { todayOf } from "./publishing.ts"

export type LearnerWarning = { code: number; title: string; areas: readonly string[]; isHere: boolean }
export type LearnerPage = {
  learner: Learner
  course: Course | null
  isOpen: boolean
  attempts: Attempt[]
  certificate: (Certificate & { code: string }) | null
  commitments: Commitment[]
  pledge: readonly string[]
  maySign: boolean
  warnings: LearnerWarning[]
  today: string
}

/** Null: no link, or one that was taken back. */
export async function openLink(house: House, code: string): Promise<LearnerPage | null> {
  const today = todayOf(house)
  const found = await asReporter(house.db, hashOfCode(house, code), async (tx) => {
    const learner = await learnerOfLink(tx)
    if (learner === null) return null
    await noteOpened(tx)
    return { learner, ...(await stateOf(tx, learner)) }
  })
  if (found === null) return null
  const { learner, version, certificate, commitments } = found
  const holds = certificate !== null && certificate.validUntil >= today
  return {
    ...found,
    course: version?.content ?? null,
    isOpen:
      version !== null && learner.closesOn >= today && isOpenOn(version.content, today, version.heldBack),
    certificate:
      certificate === null ? null : { ...certificate, code: certificateCode(house, certificate.attemptId) },
    pledge: learner.pledge === null ? [] : pledgeWords(today),
    maySign: holds && learner.pledge !== null && mayRenew(commitments[0]?.validUntil ?? null, today),
    warnings: await warningsFor(house, learner.place),
    today,
  }
}

async function stateOf(tx: Tx, { id, course }: Learner) {
  return {
    version: await publishedVersion(tx, course),
    attempts: await attemptsOf(tx, id),
    certificate: await certificateOf(tx, id),
    commitments: await commitmentsOf(tx, id),
  }
}

/** In force now; those of the shop's own place first, then those that name no place. */
async function warningsFor(house: House, place: string | null): Promise<LearnerWarning[]> {
  const every = { area: "", trick: "", severity: "" }
  const { shown } = await readPublished(house, every, { limit: 50, offset: 0 })
  return shown
    .filter(({ standing }) => standing === "live")
    .map(({ code, title, areas }) => ({
      code,
      title,
      areas,
      isHere: place !== null && areas.includes(place),
    }))
    .toSorted((one, other) => Number(other.isHere) - Number(one.isHere))
    .slice(0, warningsShown)
}
const warningsShown = 6

const certificateCode = (house: House, attemptId: string): string =>
  receiptCode(house.keys.hmac("receipt", JSON.stringify(["certificate", attemptId])))

export type LearningRefusal = "noLink" | "closed" | "tooOften" | "usedUp" | "noQuestion" | "notYet"

/** An open attempt is gone on with: nothing that was answered is lost. */
export function beginAttempt(
  house: House,
  code: string,
): Promise<{ begun: true } | { refused: LearningRefusal }> {
  const today = todayOf(house)
  return asReporter(house.db, hashOfCode(house, code), async (tx) => {
    const learner = await learnerOfLink(tx)
    if (learner === null) return { refused: "noLink" as const }
    const attempts = await attemptsOf(tx, learner.id)
    if (attempts[0]?.endedAt === null) return { begun: true as const }
    const version = await publishedVersion(tx, learner.course)
    if (version === null || learner.closesOn < today || !isOpenOn(version.content, today, version.heldBack))
      return { refused: "closed" as const }
    const ofToday = attempts.filter(({ begunAt }) => localDateOf(new Date(begunAt)) === today)
    if (attempts.length >= attemptsMax) return { refused: "usedUp" as const }
    if (ofToday.length >= attemptsADay) return { refused: "tooOften" as const }
    const pool = poolOn(version.content, today, version.heldBack)
    const drawn = draw(pool, version.content.draws, random)
    await insertAttempt(tx, learner, { nth: (attempts[0]?.nth ?? 0) + 1, versionId: version.id, drawn })
    return { begun: true as const }
  })
}

const random = () => randomInt(2 ** 32) / 2 ** 32

export type QuestionReading = {
  learner: Learner
  course: Course
  attempt: Attempt
  /** Null: every question has its answer. */
  open: { question: Course["questions"][number]; order: readonly number[]; nth: number } | null
}

/** The attempt that runs or ran last; null where none was begun. */
export function readAttempt(house: House, code: string): Promise<QuestionReading | null> {
  return asReporter(house.db, hashOfCode(house, code), (tx) => readingIn(tx))
}

async function readingIn(tx: Tx): Promise<QuestionReading | null> {
  const learner = await learnerOfLink(tx)
  const attempt = learner === null ? undefined : (await attemptsOf(tx, learner.id))[0]
  if (learner === null || attempt === undefined) return null
  const course = (await versionOf(tx, attempt.versionId)).content
  const next = firstOpen(attempt.drawn, attempt.answers)
  const question = course.questions.find(({ id }) => id === next?.id)
  const open =
    next === null || question === undefined
      ? null
      : { question, order: next.order, nth: attempt.drawn.indexOf(next) + 1 }
  return { learner, course, attempt, open }
}

async function versionOf(tx: Tx, id: string): Promise<Version> {
  const version = await versionById(tx, id)
  if (version === null) throw new Error("an attempt is of a version that was published")
  return version
}

/** The last answer ends the attempt; who passed has the certificate in the same transaction. */
export function answerQuestion(
  house: House,
  code: string,
  { question, option }: { question: string; option: number },
): Promise<{ isOver: boolean } | { refused: LearningRefusal }> {
  return asReporter(house.db, hashOfCode(house, code), async (tx) => {
    const reading = await readingIn(tx)
    if (reading === null) return { refused: "noLink" as const }
    const { learner, course, attempt } = reading
    if (attempt.endedAt !== null) return { isOver: true }
    const drawn = attempt.drawn.find(({ id }) => id === question)
    if (drawn === undefined || !drawn.order.includes(option)) return { refused: "noQuestion" as const }
    // Sent twice, or a page that was gone back to: the first answer stands.
    const isSaved = await saveAnswer(tx, attempt.id, question, option)
    const answers = isSaved ? { ...attempt.answers, [question]: option } : attempt.answers
    const marked = mark(course, attempt.drawn, answers)
    if (marked === null) return { isOver: false }
    await endAttempt(tx, attempt.id, marked)
    if (marked.isPassed) await certify(tx, house, learner, { attempt, course, right: marked.right })
    return { isOver: true }
  })
}

async function certify(
  tx: Tx,
  house: House,
  learner: Learner,
  { attempt, course, right }: { attempt: Attempt; course: Course; right: number },
): Promise<void> {
  await insertCertificate(tx, learner, {
    attemptId: attempt.id,
    codeHash: hashOfCode(house, certificateCode(house, attempt.id)),
    course: course.slug,
    courseVi: course.name.vi,
    courseEn: course.name.en,
    rightOf: right,
    asked: attempt.asked,
    validUntil: addMonths(todayOf(house), course.validMonths),
  })
  const details = { course: course.slug, right }
  await announce(tx, { what: "course.passed", record: { kind: "learner", id: learner.id }, details })
}

export function signPledge(
  house: House,
  code: string,
  signedName: string,
): Promise<{ signed: true } | { refused: LearningRefusal }> {
  const today = todayOf(house)
  return asReporter(house.db, hashOfCode(house, code), async (tx) => {
    const learner = await learnerOfLink(tx)
    if (learner === null) return { refused: "noLink" as const }
    const { certificate, commitments } = await stateOf(tx, learner)
    const holds = certificate !== null && certificate.validUntil >= today
    if (!holds || learner.pledge === null || !mayRenew(commitments[0]?.validUntil ?? null, today))
      return { refused: "notYet" as const }
    await insertCommitment(tx, learner, {
      pledge: learner.pledge,
      words: pledgeWords(today).join("\n"),
      signedName,
      validUntil: committedUntil(today),
    })
    await announce(tx, { what: "commitment.signed", record: { kind: "learner", id: learner.id } })
    return { signed: true as const }
  })
}

/** Null: no certificate has this code. */
export const verifyCertificate = (house: House, code: string): Promise<Verified | null> =>
  readAsPublic(house.db, (tx) => certificateByCode(tx, hashOfCode(house, code)))
