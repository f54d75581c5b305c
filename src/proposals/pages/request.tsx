/** `/de-xuat/lay-y-kien/:id`: what a body was sent, and its answer. */
import { formatDate, formatInstant } from "../../kernel/format.ts"
import { type Failed, StepForm } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Banner, Card, DefinitionList, Layout, Split, Stack } from "../../kernel/ui/index.ts"
import type { RequestReading } from "../actions/answering.ts"
import type { FigureBook } from "../figure-book.ts"
import { type RequestFormName, requestForms } from "../forms.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { Figures, Options } from "./matter.tsx"

export type RequestView = {
  frame: Frame
  reading: RequestReading
  book: FigureBook
  may: readonly RequestFormName[]
  failed: Failed<RequestFormName> | null
  refused: string | null
  isDone: boolean
}

export function requestPage(view: RequestView) {
  const { frame, reading, book, may } = view
  const { lang } = frame
  const { request: one, isAsked, today } = reading
  const t = words[lang]
  const isLate = one.state === "asked" && one.dueOn < today
  return (
    <Layout
      {...frame}
      title={one.title}
      lead={t.request.title(one.bodyName)}
      current={paths.proposals}
      crumbs={[{ href: paths.proposals, label: t.nav }, { label: one.title }]}
    >
      {view.isDone && <Banner isAnswer tone="good" title={t.one.done} />}
      {view.refused !== null && <Banner isAnswer tone="soon" title={view.refused} />}
      {isLate && <Banner tone="late" title={t.one.late(formatDate(one.dueOn, lang))} />}
      <Split wide>
        <Stack>
          <Card title={t.request.question}>
            <p class="said">{one.question}</p>
            <DefinitionList
              items={[
                {
                  term: t.request.due,
                  value: `${formatDate(one.dueOn, lang)} (${t.request.dueOurs})`,
                },
                {
                  term: t.request.asked,
                  value: `${one.askedName}, ${one.bodyName}, ${formatInstant(one.askedAt, lang)}`,
                },
              ]}
            />
          </Card>
          <Card title={t.request.problem}>
            <p class="said">{one.matter.problem}</p>
          </Card>
          <Card title={t.one.figures}>
            <Figures lang={lang} book={book} kept={one.matter.figures} now={null} />
          </Card>
          <Card title={t.one.options}>
            <Options options={one.matter.options} lang={lang} />
          </Card>
        </Stack>
        <Card title={isAsked ? t.request.yours : one.toBodyName} id="buoc-tiep">
          {one.stance === null ? (
            <p>{t.requestStates[one.state]}</p>
          ) : (
            <>
              <p>
                <b>{t.stances[one.stance]}</b>
              </p>
              {one.opinion !== null && <p class="said">{one.opinion}</p>}
              <p class="quiet">
                {one.answeredName}, {formatInstant(one.answeredAt ?? one.askedAt, lang)}
              </p>
            </>
          )}
          {isAsked ? (
            <p class="quiet">{t.request.seenAlone}</p>
          ) : (
            <p>
              <a href={paths.proposal(one.proposalId)}>{t.request.toProposal}</a>
            </p>
          )}
          {may.map((name) => (
            <StepForm
              name={name}
              form={requestForms[name]}
              action={paths.requestForm(one.id, requestForms[name].slug)}
              failed={view.failed}
              isOpen
            />
          ))}
        </Card>
      </Split>
    </Layout>
  )
}
