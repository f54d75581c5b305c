/** What an enterprise was asked, and its answer. Nothing of the case stands here. */
import { formatDate, formatInstant, formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  Card,
  DefinitionList,
  DueTag,
  EmptyState,
  Form,
  Layout,
  Tag,
  Upload,
} from "../../kernel/ui/index.ts"
import { accepted, evidenceBytesMax } from "../../signals/index.ts"
import type { readRequests } from "../actions/answering.ts"
import { isOpenRequest } from "../domain/requests.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { casefileWords } from "../words-casefile.ts"
import { fileWords } from "../words-files.ts"
import { targetWords } from "../words-targets.ts"
import { Declared, Proofs } from "./proofs.tsx"
import { AnswerFields, TargetList } from "./target-answers.tsx"

export type RequestsView = {
  frame: Frame
  list: Awaited<ReturnType<typeof readRequests>>
  mayAnswer: boolean
  failed: { id: string; answers: Answers; errors: Readonly<Record<string, string>> } | null
  said: { text: string; isGood: boolean } | null
}
type One = RequestsView["list"]["requests"][number]

export function requestsPage(view: RequestsView) {
  const { frame, list, said } = view
  const t = words[frame.lang].requests
  const waiting = list.requests.filter(isOpenRequest).length
  return (
    <Layout
      {...frame}
      title={waiting > 0 ? t.waiting(formatNumber(waiting, frame.lang)) : t.none}
      current={paths.requests}
    >
      {said !== null && <Banner isAnswer tone={said.isGood ? "good" : "soon"} title={said.text} />}
      {list.requests.length === 0 && <EmptyState title={t.empty}>{t.emptyHint}</EmptyState>}
      {list.requests.map((one) => (
        <RequestCard view={view} one={one} />
      ))}
    </Layout>
  )
}

function RequestCard({ view, one }: { view: RequestsView; one: One }) {
  const { lang } = view.frame
  const t = words[lang]
  return (
    <Card title={`${t.requests.from(one.bodyName)}: ${t.asks[one.asks]}`} id={`yc-${one.id}`}>
      <DefinitionList
        items={[
          {
            term: t.requests.targets,
            value: <TargetList targets={one.targets} rows={one.single} lang={lang} />,
          },
          { term: t.requests.basis, value: one.basis },
          {
            term: t.requests.due,
            value: (
              <>
                {formatDate(one.dueOn, lang)}{" "}
                {isOpenRequest(one) && <DueTag dueOn={one.dueOn} today={view.list.today} />}
              </>
            ),
          },
        ]}
      />
      {one.withdrawnOn !== null && (
        <p>
          <b>{casefileWords[lang].withdrawn(formatDate(one.withdrawnOn, lang), one.withdrawnReason ?? "")}</b>
        </p>
      )}
      {one.remindedAt !== null && isOpenRequest(one) && (
        <p>
          <Tag tone="soon">{targetWords[lang].reminded(formatInstant(one.remindedAt, lang))}</Tag>
        </p>
      )}
      {one.answer !== null && (
        <p>
          {one.isLate && <Tag tone="late">{casefileWords[lang].lateAnswer}</Tag>}{" "}
          <b>{t.requests.answered(t.answers[one.answer], one.answeredName ?? "")}</b>{" "}
          {one.answeredAt !== null && formatInstant(one.answeredAt, lang)}
          {one.answerText !== null && one.answerText !== "" && `: ${one.answerText}`}
        </p>
      )}
      <Proofs proofs={one.proofs} lang={lang} />
      {one.withdrawnOn === null && view.mayAnswer && <Answering view={view} one={one} />}
    </Card>
  )
}

/** Open where it waits; folded where it was answered and may be put right. */
function Answering({ view, one }: { view: RequestsView; one: One }) {
  const { lang } = view.frame
  const t = words[lang]
  const failed = view.failed?.id === one.id ? view.failed : null
  const isFirst = isOpenRequest(one)
  const form = (
    <Form
      id={`tl-${one.id}`}
      multipart
      action={paths.requestAnswer(one.id)}
      answers={failed?.answers ?? { assignmentId: view.list.tasks.find((task) => task.isProposed)?.id ?? "" }}
      errors={failed?.errors ?? {}}
    >
      <AnswerFields targets={one.targets} tasks={tasksOf(view)} lang={lang} />
      {isFirst && (
        <>
          <Declared lang={lang} />
          <Upload
            name="file"
            label={fileWords[lang].proof}
            bytesMax={evidenceBytesMax}
            accept={accepted}
            multiple
            optional
          />
        </>
      )}
      <Actions>
        <Button>{isFirst ? t.requests.submit : targetWords[lang].correct}</Button>
      </Actions>
    </Form>
  )
  if (isFirst) return form
  return (
    <details class="more" open={failed !== null}>
      <summary>{targetWords[lang].correct}</summary>
      <p class="quiet">{targetWords[lang].correctHint}</p>
      {form}
    </details>
  )
}

const tasksOf = ({ list }: RequestsView) =>
  list.tasks.map((one) => ({
    value: one.id,
    label: `${one.directive}, ${one.path}: ${one.text.slice(0, 90)}`,
  }))
