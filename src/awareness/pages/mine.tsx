/** The page of the holder of a link: the course, the certificate, the commitment, warnings, the poster. */
import { formatDate, formatDay } from "../../kernel/format.ts"
import { Questions } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  Card,
  DefinitionList,
  Field,
  type FieldErrors,
  Form,
  Layout,
  Stack,
  Tag,
} from "../../kernel/ui/index.ts"
import type { LearnerPage, QuestionReading } from "../actions/learning.ts"
import { lessonsOn } from "../domain/course.ts"
import { signForm } from "../forms.ts"
import { paths } from "../paths.ts"
import { publicWords } from "../words-public.ts"
import { Basis, Lessons } from "./learn.tsx"

export type MineView = {
  frame: Frame
  page: LearnerPage
  code: string
  elsewhere: { warning: (code: number) => string; warnings: string }
  answers?: Answers
  errors?: FieldErrors
  /** Why a button did nothing. */
  refused?: string | null
}

export function minePage(view: MineView) {
  const { frame, page, code } = view
  const t = publicWords[frame.lang].mine
  return (
    <Layout
      {...frame}
      url={paths.mine(code)}
      audience="public"
      hasVerdict
      noReferrer
      title={titleOf(view)}
      lead={t.lead(page.learner.bodyName, page.learner.roundTitle)}
      current={paths.learn}
    >
      {view.refused != null && <Banner isAnswer tone="soon" title={view.refused} />}
      <div class="measure stack">
        <Work {...view} />
        <Certificate {...view} />
        <Pledge {...view} />
        <Warnings {...view} />
        <Card title={t.poster}>
          <p>{t.posterLead}</p>
          <Actions>
            <Button look="second" href={paths.myPoster(code)}>
              {t.poster}
            </Button>
          </Actions>
        </Card>
        <p class="quiet">{t.key}</p>
      </div>
    </Layout>
  )
}

const holds = ({ certificate, today }: LearnerPage) => certificate !== null && certificate.validUntil >= today
const isRunning = ({ attempts }: LearnerPage) => attempts[0] !== undefined && attempts[0].endedAt === null

function titleOf({ frame, page }: MineView): string {
  const t = publicWords[frame.lang].mine
  if (isRunning(page)) return t.titleGoOn
  if (holds(page))
    return (page.commitments[0]?.validUntil ?? "") >= page.today ? t.titleSigned : t.titlePassed
  return page.attempts.length > 0 ? t.titleFailed : t.titleStart(page.learner.name)
}

function Work({ frame, page, code }: MineView) {
  const { lang } = frame
  const { mine: t, number, course: c } = publicWords[lang]
  const { course } = page
  if (course === null) return <Banner tone="soon" title={c.notYet} />
  const closed = page.learner.closesOn < page.today ? t.roundOver : course.closed[lang]
  const again = page.attempts.length > 0 ? t.again : t.begin
  return (
    <Card title={course.name[lang]}>
      {!page.isOpen && !isRunning(page) && !holds(page) && (
        <Banner tone="soon" title={t.closed}>
          {closed}
        </Banner>
      )}
      {!holds(page) && <p>{t.rules(number(course.draws), number(course.passMark))}</p>}
      {!holds(page) && <p>{t.until(formatDate(page.learner.closesOn, lang))}</p>}
      {isRunning(page) ? (
        <Actions>
          <Button href={paths.question(code)}>{t.goOn}</Button>
        </Actions>
      ) : (
        page.isOpen && (
          <Form action={paths.begin(code)}>
            <Actions>
              <Button look={holds(page) ? "second" : "main"}>{again}</Button>
            </Actions>
          </Form>
        )
      )}
      {!isRunning(page) && page.attempts.length > 0 && (
        <p>
          <a href={paths.result(code)}>{t.last}</a>
        </p>
      )}
      <details class="more" open={page.attempts.length === 0}>
        <summary>{t.read}</summary>
        <Lessons lessons={lessonsOn(course, page.today)} lang={lang} />
      </details>
    </Card>
  )
}

function Certificate({ frame, page, code }: MineView) {
  const { lang } = frame
  const { mine: t, number, check } = publicWords[lang]
  const { certificate } = page
  if (certificate === null) return null
  if (certificate.validUntil < page.today)
    return <Banner tone="soon" title={t.expired(formatDay(certificate.validUntil, lang))} />
  const { passedOn, rightOf, asked, validUntil } = certificate
  return (
    <Card title={publicWords[lang].paper.head}>
      <p>
        {t.passedOn(formatDay(passedOn, lang), number(rightOf), number(asked))}{" "}
        {t.validUntil(formatDate(validUntil, lang))}
      </p>
      <Actions>
        <Button href={paths.myCertificate(code)}>{t.certificate}</Button>
        <Button look="plain" href={paths.certificate(certificate.code)}>
          {check.title}
        </Button>
      </Actions>
    </Card>
  )
}

function Pledge({ frame, page, code, answers = {}, errors = {} }: MineView) {
  const { lang } = frame
  const t = publicWords[lang].mine
  const [last] = page.commitments
  if (page.pledge.length === 0 || !(holds(page) || last !== undefined)) return null
  return (
    <Card title={t.pledge}>
      {last !== undefined && (
        <p>{t.signed(last.signedName, formatDay(last.signedOn, lang), formatDate(last.validUntil, lang))}</p>
      )}
      {(page.maySign || last !== undefined) && (
        <>
          <p>{t.pledgeLead}</p>
          <ol class="then" lang="vi">
            {(page.maySign ? page.pledge : (last?.words.split("\n") ?? [])).map((line) => (
              <li>{line}</li>
            ))}
          </ol>
        </>
      )}
      {page.maySign && (
        <Form action={paths.pledge(code)} answers={answers} errors={errors}>
          <Questions asks={signForm.asks} />
          <Actions>
            <Button>{t.sign}</Button>
          </Actions>
        </Form>
      )}
    </Card>
  )
}

function Warnings({ frame, page, elsewhere }: MineView) {
  const t = publicWords[frame.lang].mine
  return (
    <Card title={t.warnings}>
      {page.warnings.length === 0 && <p>{t.warningsNone}</p>}
      <ul class="stack">
        {page.warnings.map((one) => (
          <li>
            <a href={elsewhere.warning(one.code)}>{one.title}</a>{" "}
            <span class="quiet">{one.areas.length === 0 ? t.everywhere : one.areas.join(", ")}</span>{" "}
            {one.isHere && <Tag tone="soon">{t.here}</Tag>}
          </li>
        ))}
      </ul>
      <p>
        <a href={elsewhere.warnings}>{t.all}</a>
      </p>
    </Card>
  )
}

export function questionPage(props: {
  frame: Frame
  reading: QuestionReading
  code: string
  error: boolean
}) {
  const { frame, reading, code, error } = props
  const { lang } = frame
  const { question: t, number } = publicWords[lang]
  const { open, attempt } = reading
  if (open === null) return resultPage(props)
  const { question, order, nth } = open
  return (
    <Layout
      {...frame}
      url={paths.question(code)}
      audience="public"
      hasVerdict
      noReferrer
      title={t.title(number(nth), number(attempt.asked))}
      current={paths.learn}
    >
      <div class="measure stack">
        <p class="bubble">{question.ask[lang]}</p>
        <Form
          action={paths.question(code)}
          hidden={{ question: question.id }}
          errors={error ? { answer: t.choose } : {}}
        >
          <Field
            kind="radio"
            name="answer"
            label={t.answer}
            options={order.map((at) => ({ value: String(at), label: question.options[at]?.[lang] ?? "" }))}
          />
          <Actions>
            <Button>{nth === attempt.asked ? t.last : t.send}</Button>
          </Actions>
        </Form>
        <p class="quiet">
          {t.kept} <a href={paths.mine(code)}>{t.back}</a>
        </p>
      </div>
    </Layout>
  )
}

export function resultPage(props: { frame: Frame; reading: QuestionReading; code: string }) {
  const { frame, reading, code } = props
  const { lang } = frame
  const { result: t, number } = publicWords[lang]
  const { attempt, course } = reading
  const said = attempt.isPassed === true ? t.passed : t.failed
  const asked = attempt.drawn.flatMap(({ id }) => course.questions.filter((one) => one.id === id))
  return (
    <Layout
      {...frame}
      url={paths.result(code)}
      audience="public"
      hasVerdict
      noReferrer
      title={said(number(attempt.rightOf ?? 0), number(attempt.asked))}
      current={paths.learn}
    >
      <Actions>
        <Button href={paths.mine(code)}>{t.back}</Button>
      </Actions>
      <div class="measure">
        <Stack>
          {asked.map((one, at) => {
            const mine = attempt.answers[one.id] ?? -1
            const isRight = mine === one.right
            return (
              <Card title={`${at + 1}. ${one.ask[lang]}`}>
                <DefinitionList
                  items={[
                    {
                      term: t.yours,
                      value: <Tag tone={isRight ? "good" : "soon"}>{one.options[mine]?.[lang] ?? ""}</Tag>,
                    },
                    ...(isRight ? [] : [{ term: t.rightIs, value: one.options[one.right]?.[lang] ?? "" }]),
                  ]}
                />
                <p>{one.why[lang]}</p>
                <Basis of={one} lang={lang} />
              </Card>
            )
          })}
        </Stack>
      </div>
    </Layout>
  )
}
