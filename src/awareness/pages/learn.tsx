/** `/hoc`: what anybody learns from, without an account; the situations; the lessons of a course. */
import { formatDay } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  Banner,
  Button,
  Card,
  Cards,
  Door,
  EmptyState,
  Field,
  Form,
  Layout,
  Tag,
} from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { ListedCourse } from "../actions/publishing.ts"
import { scheduleWords } from "../campaigns/words-schedule.ts"
import type { Lesson, Question } from "../domain/course.ts"
import { materialWords } from "../materials/words.ts"
import { paths } from "../paths.ts"
import { helpWords } from "../words-help.ts"
import { publicWords } from "../words-public.ts"
import { trickWords } from "../words-tricks.ts"

export function learnPage(props: {
  frame: Frame
  courses: readonly ListedCourse[]
  elsewhere: { warnings: string }
}) {
  const { frame, courses, elsewhere } = props
  const { lang } = frame
  const t = publicWords[lang].learn
  return (
    <Layout {...frame} audience="public" title={t.title} lead={t.lead} current={paths.learn}>
      <Cards>
        <Door href={paths.asking} title={helpWords[lang].ask.title}>
          {helpWords[lang].ask.hint}
        </Door>
        <Door href={paths.firstHour} title={helpWords[lang].hour.title}>
          {helpWords[lang].hour.hint}
        </Door>
        <Door href={paths.schedule} title={scheduleWords[lang].title}>
          {scheduleWords[lang].lead}
        </Door>
        <Door href={paths.materials} title={materialWords[lang].public.list}>
          {materialWords[lang].public.lead}
        </Door>
        <Door href={paths.tricks} title={trickWords[lang].list.title}>
          {trickWords[lang].list.hint}
        </Door>
        <Door href={paths.situations} title={t.situations}>
          {t.situationsHint}
        </Door>
        <Door href={paths.askCertificate} title={t.certificate}>
          {t.certificateHint}
        </Door>
        <Door href={elsewhere.warnings} title={t.warnings} />
      </Cards>
      <section class="stack">
        <h2>{t.courses}</h2>
        <p class="quiet">{t.courseHint}</p>
        {courses
          .filter(({ course, isPublished }) => isPublished && course.lessons.length > 0)
          .map(({ course }) => (
            <Door href={paths.course(course.slug)} title={course.name[lang]}>
              {course.about[lang]}
            </Door>
          ))}
      </section>
    </Layout>
  )
}

export type SituationView = {
  frame: Frame
  pool: readonly Question[]
  /** A digit for each that was answered: the option as it stands in the course. */
  done: string
  /** The option that was chosen just now. */
  chosen: number | null
  error: boolean
  elsewhere: { check: string; report: string }
}

export function situationPage(view: SituationView) {
  const { frame, pool, done } = view
  const { lang } = frame
  const { situations: t, number } = publicWords[lang]
  const question = pool[done.length]
  if (pool.length === 0)
    return (
      <Layout {...frame} audience="public" title={t.none} current={paths.learn}>
        <EmptyState title={t.none} />
      </Layout>
    )
  if (question === undefined) return <Over {...view} />
  return (
    <Layout
      {...frame}
      audience="public"
      hasVerdict
      title={t.title(number(done.length + 1), number(pool.length))}
      current={paths.learn}
      crumbs={[{ href: paths.learn, label: publicWords[lang].nav }]}
    >
      <div class="measure stack">
        <p class="bubble">{question.ask[lang]}</p>
        {view.chosen === null ? (
          <Form
            action={paths.situations}
            method="get"
            hidden={{ d: done, "tra-loi": "1" }}
            errors={view.error ? { c: t.choose } : {}}
          >
            <Field
              kind="radio"
              name="c"
              label={t.ask}
              options={question.options.map((one, at) => ({ value: String(at), label: one[lang] }))}
            />
            <Actions>
              <Button>{t.answer}</Button>
            </Actions>
          </Form>
        ) : (
          <>
            <Banner
              tone={view.chosen === question.right ? "good" : "soon"}
              title={view.chosen === question.right ? t.right : t.wrong}
            >
              {t.sign}: {question.why[lang]}
            </Banner>
            <Actions>
              <Button href={`${paths.situations}?d=${done}${view.chosen}`}>{t.next}</Button>
            </Actions>
          </>
        )}
      </div>
    </Layout>
  )
}

function Over({ frame, pool, done, elsewhere }: SituationView) {
  const { lang } = frame
  const { situations: t, number } = publicWords[lang]
  const missed = pool.filter(({ right }, at) => done[at] !== String(right))
  return (
    <Layout
      {...frame}
      audience="public"
      hasVerdict
      title={t.over(number(pool.length - missed.length), number(pool.length))}
      lead={t.overLead}
      current={paths.learn}
      crumbs={[{ href: paths.learn, label: publicWords[lang].nav }]}
    >
      {missed.length > 0 && (
        <section class="stack measure">
          <h2>{t.missed}</h2>
          {missed.map(({ ask, why }) => (
            <Card>
              <p class="bubble">{ask[lang]}</p>
              <p>{why[lang]}</p>
            </Card>
          ))}
        </section>
      )}
      <Actions>
        <Button href={elsewhere.check}>{t.check}</Button>
        <Button look="second" href={elsewhere.report}>
          {t.report}
        </Button>
        <Button look="plain" href={paths.situations}>
          {t.again}
        </Button>
      </Actions>
    </Layout>
  )
}

export function coursePage(props: {
  frame: Frame
  name: string
  about: string
  lessons: readonly Lesson[]
  closed: string | null
}) {
  const { frame, name, about, lessons, closed } = props
  const t = publicWords[frame.lang]
  return (
    <Layout
      {...frame}
      audience="public"
      title={name}
      lead={about}
      current={paths.learn}
      crumbs={[{ href: paths.learn, label: t.nav }]}
    >
      {closed !== null && <Banner tone="soon" title={closed} />}
      <Lessons lessons={lessons} lang={frame.lang} isAlone />
    </Layout>
  )
}

/** `isAlone`: right under the heading of the page. */
export function Lessons(props: { lessons: readonly Lesson[]; lang: Lang; isAlone?: boolean }) {
  const { lessons, lang, isAlone = false } = props
  const t = publicWords[lang].course
  if (lessons.length === 0) return <p class="quiet">{t.none}</p>
  return (
    <div class="measure stack">
      {lessons.map((one) => (
        <section class="stack">
          {isAlone ? <h2>{one.title[lang]}</h2> : <h3>{one.title[lang]}</h3>}
          {one.lines.map((line) => (
            <p>{line[lang]}</p>
          ))}
          <Basis of={one} lang={lang} />
        </section>
      ))}
    </div>
  )
}

/** The source of a rule, and until when it held; one that nobody compared says so. */
export function Basis({
  of,
  lang,
}: {
  of: Pick<Lesson, "basis" | "verified" | "from" | "until">
  lang: Lang
}) {
  const t = publicWords[lang].course
  if (of.basis === null) return null
  return (
    <p class="quiet">
      {t.basis}: {of.basis} {of.verified === "no" && <Tag tone="soon">{t.unverified}</Tag>}
      {of.until !== null && <> ({t.until(formatDay(of.until, lang))})</>}
    </p>
  )
}
