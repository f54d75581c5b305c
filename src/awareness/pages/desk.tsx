/** `/tuyen-truyen`: courses and rounds of the body; one course with its questions, as a second person reads it. */
import { formatDate, formatDay, formatInstant } from "../../kernel/format.ts"
import { type Failed, StepForm } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  Banner,
  Button,
  Card,
  type Column,
  DataTable,
  DefinitionList,
  EmptyState,
  Layout,
  Split,
  Stack,
  Tag,
} from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { CourseReading, ListedCourse } from "../actions/publishing.ts"
import { campaignWords } from "../campaigns/words.ts"
import type { Course, Question } from "../domain/course.ts"
import { type CourseFormName, courseForms } from "../forms.ts"
import { materialWords } from "../materials/words.ts"
import { paths } from "../paths.ts"
import type { ListedRound } from "../store/rounds.ts"
import type { Version } from "../store/versions.ts"
import { storyWords } from "../stories/words.ts"
import { words } from "../words.ts"
import { Lessons } from "./learn.tsx"

export type DeskView = {
  frame: Frame
  courses: readonly ListedCourse[]
  rounds: readonly ListedRound[]
  mayOpen: boolean
}

export function deskPage({ frame, courses, rounds, mayOpen }: DeskView) {
  const { lang } = frame
  const t = words[lang]
  const columns: Column<ListedRound>[] = [
    {
      key: "ten",
      label: t.rounds.name,
      heading: true,
      cell: (row) => <a href={paths.round(row.id)}>{row.title}</a>,
    },
    { key: "han", label: t.rounds.closes, cell: (row) => formatDate(row.closesOn, lang) },
    { key: "moi", label: t.rounds.invited, numeric: true, cell: (row) => t.count(row.invited) },
    { key: "mo", label: t.rounds.opened, numeric: true, cell: (row) => t.count(row.opened) },
    { key: "dat", label: t.rounds.passed, numeric: true, cell: (row) => t.count(row.passed) },
    { key: "ky", label: t.rounds.signed, numeric: true, cell: (row) => t.count(row.signed) },
  ]
  return (
    <Layout {...frame} title={t.title} lead={t.lead} current={paths.awareness}>
      <Actions>
        {mayOpen && <Button href={paths.newRound}>{t.rounds.open}</Button>}
        <Button look="second" href={paths.campaigns}>
          {campaignWords[lang].list}
        </Button>
        <Button look="second" href={paths.materialsDesk}>
          {materialWords[lang].desk.list}
        </Button>
        <Button look="second" href={paths.storiesDesk}>
          {storyWords[lang].desk.list}
        </Button>
      </Actions>
      {rounds.length === 0 ? (
        <EmptyState title={t.rounds.none}>{t.rounds.noneHow}</EmptyState>
      ) : (
        <DataTable caption={t.rounds.caption} columns={columns} rows={rounds} />
      )}
      <section class="stack">
        <h2>{t.courses}</h2>
        <ul class="stack">
          {courses.map(({ course, ...state }) => (
            <li>
              <a href={paths.courseDesk(course.slug)}>{course.name[lang]}</a>{" "}
              <StateTag {...state} lang={lang} />
            </li>
          ))}
        </ul>
      </section>
    </Layout>
  )
}

function StateTag({ isPublished, waits, isOpen, lang }: Omit<ListedCourse, "course"> & { lang: Lang }) {
  const t = words[lang].states
  return (
    <>
      <Tag tone={isPublished ? "good" : "calm"}>{isPublished ? t.published : t.none}</Tag>{" "}
      {waits && <Tag tone="soon">{t.waiting}</Tag>}{" "}
      {isPublished && !isOpen && <Tag tone="soon">{t.closed}</Tag>}
    </>
  )
}

export type CourseView = {
  frame: Frame
  reading: CourseReading
  may: readonly CourseFormName[]
  failed: Failed<CourseFormName> | null
  refused: string | null
  isDone: boolean
}

export function courseDeskPage(view: CourseView) {
  const { frame, reading, may } = view
  const { lang } = frame
  const t = words[lang].desk
  const { course, waiting, published } = reading
  const shown = waiting ?? published
  return (
    <Layout
      {...frame}
      title={course.name[lang]}
      lead={course.about[lang]}
      current={paths.awareness}
      crumbs={[{ href: paths.awareness, label: words[lang].nav }, { label: course.name[lang] }]}
    >
      {view.isDone && <Banner isAnswer tone="good" title={t.put} />}
      {view.refused !== null && <Banner isAnswer tone="soon" title={view.refused} />}
      <Split wide>
        <Stack>
          {waiting !== null && <Standing title={t.waiting} version={waiting} lang={lang} />}
          {published === null ? <p>{t.none}</p> : <Standing title={t.now} version={published} lang={lang} />}
          {reading.versions
            .filter(({ state }) => state === "refused")
            .slice(0, 1)
            .map((one) => (
              <Standing title={t.refusedTitle} version={one} lang={lang} />
            ))}
          <Card title={t.questions(words[lang].count((shown?.content ?? course).questions.length))}>
            <AllQuestions course={shown?.content ?? course} heldBack={shown?.heldBack ?? []} lang={lang} />
          </Card>
          <Lessons lessons={(shown?.content ?? course).lessons} lang={lang} />
        </Stack>
        <Card title={t.next}>
          {may.length === 0 && <p>{t.nothing}</p>}
          {may.map((name) => (
            <StepForm
              name={name}
              form={courseForms[name]}
              action={paths.courseForm(course.slug, courseForms[name].slug)}
              failed={view.failed}
              isOpen={name === "publish" || may.length === 1}
              options={{
                heldBack: (waiting?.content.questions ?? []).map((one) => ({
                  value: one.id,
                  label: `${one.id}: ${one.ask[lang]}`,
                })),
              }}
            />
          ))}
        </Card>
      </Split>
    </Layout>
  )
}

function Standing({ title, version, lang }: { title: string; version: Version; lang: Lang }) {
  const t = words[lang].desk
  return (
    <Card title={title}>
      <DefinitionList
        items={[
          { term: t.putBy, value: t.byAt(version.putForwardName, formatInstant(version.putForwardAt, lang)) },
          ...(version.decidedAt === null
            ? []
            : [
                {
                  term: t.decidedBy,
                  value: t.byAt(version.decidedName ?? "", formatInstant(version.decidedAt, lang)),
                },
              ]),
          ...(version.note === null ? [] : [{ term: t.refuseWhy, value: version.note }]),
        ]}
      />
    </Card>
  )
}

function AllQuestions({
  course,
  heldBack,
  lang,
}: {
  course: Course
  heldBack: readonly string[]
  lang: Lang
}) {
  const t = words[lang].desk
  return (
    <ol class="stack">
      {course.questions.map((one) => (
        <li>
          <p>
            <b>{one.id}</b> {one.ask[lang]} <When question={one} lang={lang} />{" "}
            {heldBack.includes(one.id) && <Tag tone="soon">{t.held}</Tag>}
          </p>
          <p>
            <b>{t.right}:</b> {one.options[one.right]?.[lang]}
          </p>
          <p class="quiet">
            {one.options
              .filter((_, at) => at !== one.right)
              .map((option) => option[lang])
              .join(" · ")}
          </p>
          <p>
            {t.why}: {one.why[lang]}
          </p>
          {one.basis !== null && (
            <p class="quiet">
              {t.basis}: {one.basis} {one.verified === "no" && <Tag tone="soon">{t.unverified}</Tag>}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

function When({ question: { from, until }, lang }: { question: Question; lang: Lang }) {
  const t = words[lang].desk
  const said = [
    ...(from === null ? [] : [t.from(formatDay(from, lang))]),
    ...(until === null ? [] : [t.until(formatDay(until, lang))]),
  ]
  return said.length === 0 ? null : <Tag>{said.join(", ")}</Tag>
}
