/** Courses and rounds at an officer's desk. */
import { Hono } from "hono"
import { allow, can, requireOfficer } from "../../accounts/index.ts"
import { namingWords } from "../../directives/index.ts"
import { type Errors, type Failed, mountForms, readForm, type SendingOf } from "../../kernel/forms/index.ts"
import { listsOf, takesFiles } from "../../kernel/http/body.ts"
import { type Ctx, deskOf, type Env, type Lists } from "../../kernel/http/env.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { linkTo } from "../../kernel/http/links.ts"
import { missingPage } from "../../kernel/http/mishaps.tsx"
import { idOf, record } from "../../kernel/http/record.ts"
import { secretly } from "../../kernel/http/secretly.ts"
import { csvResponse } from "../../kernel/http/sheet.ts"
import { holdFile } from "../../kernel/http/upload.ts"
import { seatOf } from "../../signals/index.ts"
import {
  invite,
  linesOfFile,
  linkCode,
  openRound,
  type RoundReading,
  readList,
  readRoundOf,
  roundsOf,
  takeBackLink,
} from "../actions/inviting.ts"
import {
  type CourseReading,
  listCourses,
  openCourse,
  publishCourse,
  putForward,
  refuseCourse,
} from "../actions/publishing.ts"
import { nameTaskOfRound } from "../actions/rooms.ts"
import {
  type CourseFormName,
  courseFormNames,
  courseForms,
  newRound,
  removeForm,
  serveForm,
} from "../forms.ts"
import { courseDeskPage, deskPage } from "../pages/desk.tsx"
import { linksPage, newRoundPage, previewPage, roundPage } from "../pages/rounds.tsx"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { servingWords } from "../words-serving.ts"

export const deskRoutes = new Hono<Env>()

const reads = [requireOfficer, allow("awareness.read")] as const
const changes = [requireOfficer, allow("awareness.change")] as const
const idPattern = record(":id")
const listBytesMax = 2_000_000

deskRoutes.get(paths.awareness, ...reads, async (c) => {
  const seat = seatOf(deskOf(c))
  const [courses, rounds] = [await listCourses(seat), await roundsOf(seat)]
  return c.html(
    deskPage({ frame: frameOf(c), courses, rounds, mayOpen: can(deskOf(c).officer, "awareness.change") }),
  )
})

const sending = {
  putForward: ({ seat, slug }) => putForward(seat, slug),
  publish: ({ seat, slug }, { heldBack }) => publishCourse(seat, slug, heldBack ?? []),
  refuse: ({ seat, slug }, { note }) => refuseCourse(seat, slug, note),
} satisfies SendingOf<typeof courseForms, { seat: ReturnType<typeof seatOf>; slug: string }>

const slugPattern = ":slug{[a-z0-9-]+}"
const slugOf = (c: Ctx) => c.req.param("slug") ?? ""

mountForms(deskRoutes, {
  forms: courseForms,
  sending,
  page: paths.courseDesk(slugPattern),
  path: (form) => paths.courseForm(slugPattern, form),
  reads,
  guards: (verb) => [requireOfficer, allow(verb)],
  read: (c) => openCourse(seatOf(deskOf(c)), slugOf(c)),
  to: (c) => ({ seat: seatOf(deskOf(c)), slug: slugOf(c) }),
  offers: offered,
  show: (c, reading, shown, status) =>
    c.html(courseDeskPage({ frame: frameOf(c), reading, may: offered(c, reading), ...shown }), status),
  last: ({ versions: [last] }) =>
    last?.decidedAt == null ? null : { at: last.decidedAt, by: last.decidedName, what: null },
  sentence: (c, refused) => words[c.get("language")].desk.refusals[refused],
  at: (refused) => (refused === "tooFew" ? "heldBack" : null),
  done: (c) => c.redirect(`${paths.courseDesk(slugOf(c))}?xong=1`, 303),
})

/** The same person never decides what they put forward. */
function offered(c: Ctx, { waiting, isNewer, officerId, isLead }: CourseReading): CourseFormName[] {
  const { officer } = deskOf(c)
  return courseFormNames.filter((name) => {
    if (!can(officer, courseForms[name].verb)) return false
    if (name === "putForward") return isLead && waiting === null && isNewer
    return waiting !== null && waiting.putForwardBy !== officerId
  })
}

deskRoutes.get(paths.newRound, ...changes, (c) => roundForm(c, {}, {}, 200))

deskRoutes.post(paths.newRound, ...changes, async (c) => {
  const lists = await listsOf(c)
  const read = readForm(newRound, lists, c.get("language"))
  if ("errors" in read) return roundForm(c, lists, read.errors, 422)
  const done = await openRound(seatOf(deskOf(c)), read.input)
  const t = words[c.get("language")].rounds
  if ("id" in done) return c.redirect(paths.round(done.id), 303)
  const errors = done.refused === "past" ? { closesOn: t.past } : { course: t.noCourse }
  return roundForm(c, lists, errors, 422)
})

async function roundForm(c: Ctx, answers: Lists, errors: Errors, status: 200 | 422): Promise<Response> {
  const lang = c.get("language")
  const courses = (await listCourses(seatOf(deskOf(c))))
    .filter(({ isPublished }) => isPublished)
    .map(({ course }) => ({ value: course.slug, label: course.name[lang] }))
  return c.html(newRoundPage({ frame: frameOf(c), courses, answers, errors }), status)
}

deskRoutes.get(paths.round(idPattern), ...reads, async (c) => {
  const reading = await readRoundOf(seatOf(deskOf(c)), idOf(c))
  if (reading === null) return missingPage(c)
  const invited = Number(c.req.query("moi") ?? 0)
  const t = words[c.get("language")]
  const named = c.req.query("nhiem-vu") === undefined ? null : servingWords[c.get("language")].done
  const removed = c.req.query("thu-hoi") === undefined ? named : t.round.removed
  const said = invited > 0 ? t.round.invited(t.count(invited)) : removed
  return showRound(c, reading, { said }, 200)
})

type More = { said?: string | null; answers?: Lists; errors?: Errors; failed?: Failed | null }

function showRound(c: Ctx, reading: RoundReading, more: More, status: 200 | 422) {
  const mayInvite = can(deskOf(c).officer, "awareness.change")
  return c.html(roundPage({ frame: frameOf(c), reading, mayInvite, listBytesMax, ...more }), status)
}

/** Looked at first, then sent once more with `confirmed`. */
deskRoutes.post(
  paths.invite(idPattern),
  ...changes,
  takesFiles({ files: 1, bytesMax: listBytesMax }),
  async (c) => {
    const { fields, file, trouble, lists } = await holdFile(c, listBytesMax)
    const seat = seatOf(deskOf(c))
    const reading = await readRoundOf(seat, idOf(c))
    if (reading === null) return missingPage(c)
    const t = words[c.get("language")].round
    const wrong = (errors: Errors) => showRound(c, reading, { answers: lists, errors }, 422)
    const fromFile = file === null ? "" : await linesOfFile(file.bytes)
    if (fromFile === null || trouble !== null) return wrong({ file: t.unreadable })
    const list = [fields.list ?? "", fromFile].join("\n").trim()
    if (list.length > 100_000) return wrong({ list: t.tooLong })
    const read = readList(list)
    if (read.taken.length + read.refused.length === 0) return wrong({ list: t.nothing })
    if (fields.confirmed !== "yes" || read.taken.length === 0)
      return c.html(previewPage({ frame: frameOf(c), reading, list, read, refused: null }))
    const done = await invite(seat, idOf(c), read.taken)
    if ("invited" in done) return c.redirect(`${paths.round(idOf(c))}?moi=${done.invited}`, 303)
    return c.html(previewPage({ frame: frameOf(c), reading, list, read, refused: t[done.refused] }), 409)
  },
)

deskRoutes.get(paths.links(idPattern), ...changes, async (c) => {
  secretly(c)
  const reading = await readRoundOf(seatOf(deskOf(c)), idOf(c))
  if (reading === null) return missingPage(c)
  const house = c.get("house")
  const { learners: all } = reading
  const first = Number(/^\d{1,4}$/.exec(c.req.query("tu") ?? "")?.[0] ?? 0)
  const end = first + linksAtOnce
  const links = all.slice(first, end).map(({ id, name, place }) => {
    const code = linkCode(house, id)
    return { name, place, href: paths.mine(code), shown: linkTo(house.config, paths.mine(code)) }
  })
  return c.html(linksPage({ frame: frameOf(c), reading, links, next: end < all.length ? end : null }))
})
const linksAtOnce = 200

deskRoutes.post(paths.remove(idPattern), ...changes, async (c) => {
  const lists = await listsOf(c)
  const seat = seatOf(deskOf(c))
  const reading = await readRoundOf(seat, idOf(c))
  if (reading === null) return missingPage(c)
  const t = words[c.get("language")].round
  const read = readForm(removeForm, lists, c.get("language"))
  const again = (errors: Errors) =>
    showRound(c, reading, { failed: { form: "remove", answers: lists, errors } }, 422)
  if ("errors" in read) return again(read.errors)
  if (!reading.learners.some(({ id }) => id === read.input.learner)) return again({ learner: t.noLearner })
  const done = await takeBackLink(seat, idOf(c), read.input.learner)
  if ("refused" in done) return again({ learner: t.noLearner })
  return c.redirect(`${paths.round(idOf(c))}?thu-hoi=1`, 303)
})

deskRoutes.post(paths.serveTask(idPattern), ...changes, async (c) => {
  const lists = await listsOf(c)
  const [seat, lang] = [seatOf(deskOf(c)), c.get("language")]
  const reading = await readRoundOf(seat, idOf(c))
  if (reading === null) return missingPage(c)
  const read = readForm(serveForm, lists, lang)
  const again = (errors: Errors) =>
    showRound(c, reading, { failed: { form: "serve", answers: lists, errors } }, 422)
  if ("errors" in read) return again(read.errors)
  const done = await nameTaskOfRound(seat, idOf(c), read.input)
  if ("refused" in done) return again({ assignmentId: namingWords.gone[lang] })
  return c.redirect(`${paths.round(idOf(c))}?nhiem-vu=1`, 303)
})

deskRoutes.get(paths.roundFile(idPattern), ...reads, async (c) => {
  const reading = await readRoundOf(seatOf(deskOf(c)), idOf(c))
  if (reading === null) return missingPage(c)
  const { columns: t } = words[c.get("language")].round
  return csvResponse(c, {
    fileName: "ket-qua-lop",
    title: reading.round.title.slice(0, 31),
    columns: [t.name, t.place, t.tries, t.best, t.passed, t.signed].map((label) => ({ label, width: 24 })),
    rows: reading.learners.map((one) => [
      one.name,
      one.place,
      one.tries,
      one.best,
      one.passedOn,
      one.committedUntil,
    ]),
  })
})
