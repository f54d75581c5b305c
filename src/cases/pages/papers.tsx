/** The papers of a case on its page: where each stands, what may be written now, which number waits to be taken. */
import { formatDay } from "../../kernel/format.ts"
import { Actions, Button, Card, Form, Tag } from "../../kernel/ui/index.ts"
import { documentWords, letterPaths, shownNumber } from "../../letters/index.ts"
import type { ShownPaper } from "../actions/reading.ts"
import { asidePapers, type PaperKind, slugOf, stepOf, untakenKinds } from "../papers/kinds.ts"
import { paths } from "../paths.ts"
import { paperWords } from "../words-papers.ts"
import type { CaseView } from "./view.ts"

export function Papers({ view }: { view: CaseView }) {
  const { papers, sides } = view.reading
  const t = paperWords[view.frame.lang]
  if (!sides.includes("handler") || papers.length === 0) return null
  return (
    <Card title={t.card.title} id="van-ban">
      {papers.map((one) => (
        <OnePaper one={one} view={view} />
      ))}
    </Card>
  )
}

/** At the head of the next steps: the number that waits to be taken, what is on its way, what may be written. */
export function PaperSteps({ view }: { view: CaseView }) {
  const { papers, row } = view.reading
  const t = paperWords[view.frame.lang]
  const waiting = papersThatWait(view)
  const writable = view.mayWrite.filter((kind) => !isOnItsWay(papers, kind))
  const usual = writable.filter((kind) => !asidePapers.includes(kind))
  const others = writable.filter((kind) => asidePapers.includes(kind))
  const standing = view.mayWrite.filter((kind) => isOnItsWay(papers, kind))
  return (
    <>
      {waiting.map((one) => (
        <Taking one={one} view={view} />
      ))}
      {standing.flatMap((kind) => {
        const { document } = untaken(papers, kind) ?? {}
        if (document == null || waiting.some((one) => one.paper.kind === kind)) return []
        return [
          <p>
            <a href={letterPaths.document(document.id)}>{t.kinds[kind]}</a>{" "}
            <Tag tone="soon">{documentWords[view.frame.lang].states[document.state]}</Tag>
          </p>,
        ]
      })}
      {writable.length > 0 && (
        <>
          {usual.length > 0 && (
            <Actions>
              {usual.map((kind, i) => (
                <Button look={i === 0 ? "main" : "second"} href={paths.paper(row.id, slugOf[kind])}>
                  {(isDraft(papers, kind) ? t.card.rewrite : t.card.write)(t.kinds[kind])}
                </Button>
              ))}
            </Actions>
          )}
          {others.length > 0 && (
            <details>
              <summary>{t.card.others}</summary>
              <ul>
                {others.map((kind) => (
                  <li>
                    <a href={paths.paper(row.id, slugOf[kind])}>
                      {(isDraft(papers, kind) ? t.card.rewrite : t.card.write)(t.kinds[kind])}
                    </a>
                  </li>
                ))}
              </ul>
            </details>
          )}
          <p class="quiet">{t.card.hint}</p>
        </>
      )}
    </>
  )
}

/** Issued, and the step that they are for is lawful now. */
export function papersThatWait(view: CaseView): ShownPaper[] {
  const { papers, steps } = view.reading
  return papers.filter(({ paper, document }) => {
    const step = stepOf[paper.kind]
    return (
      view.mayTake && step !== null && steps.includes(step) && paper.recordedOn === null && isIssued(document)
    )
  })
}

function Taking({ one, view }: { one: ShownPaper; view: CaseView }) {
  const { lang } = view.frame
  const t = paperWords[lang]
  const { paper, document } = one
  if (document === null) return null
  const number = shownNumber(document.number ?? 0, document.symbol)
  return (
    <Form id={`ghi-${paper.id}`} action={paths.paperTaking(view.reading.row.id, paper.id)}>
      <p>
        <b>{t.kinds[paper.kind]}</b>: {t.card.waits}
      </p>
      <Actions>
        <Button>{t.card.take(number, formatDay(document.datedOn ?? "", lang))}</Button>
      </Actions>
    </Form>
  )
}

const untaken = (papers: readonly ShownPaper[], kind: PaperKind) =>
  papers.find(({ paper, document }) => paper.kind === kind && paper.recordedOn === null && document !== null)
const isDraft = (papers: readonly ShownPaper[], kind: PaperKind) =>
  untaken(papers, kind)?.document?.state === "draft"
const isOnItsWay = (papers: readonly ShownPaper[], kind: PaperKind) =>
  untaken(papers, kind) !== undefined && !isDraft(papers, kind)

function OnePaper({ one, view }: { one: ShownPaper; view: CaseView }) {
  const { lang } = view.frame
  const t = paperWords[lang]
  const { paper, document } = one
  const name = t.kinds[paper.kind]
  if (document === null)
    return (
      <p class="quiet">
        {name}: {t.card.elsewhere}
      </p>
    )
  const number = document.number === null ? null : shownNumber(document.number, document.symbol)
  return (
    <section>
      <p>
        <a href={letterPaths.document(document.id)}>{name}</a>{" "}
        <Tag tone={isIssued(document) ? "good" : "calm"}>{documentWords[lang].states[document.state]}</Tag>
      </p>
      <p class="quiet">
        {number ?? t.card.noNumber}
        {document.datedOn !== null && ` · ${formatDay(document.datedOn, lang)}`} · {t.card.by(paper.madeName)}
      </p>
      {paper.recordedOn !== null && <p class="quiet">{t.card.taken(formatDay(paper.recordedOn, lang))}</p>}
      {paper.recordedOn === null && !untakenKinds.includes(paper.kind) && isIssued(document) && (
        <p class="quiet">{t.card.waits}</p>
      )}
    </section>
  )
}

const isIssued = (document: ShownPaper["document"]) =>
  document?.state === "issued" || document?.state === "archived"

/** The letter that puts a request in writing, or the way to write it. */
export function LetterOf({ requestId, view }: { requestId: string; view: CaseView }) {
  const { lang } = view.frame
  const { papers, row } = view.reading
  const t = paperWords[lang].card
  const found = papers.find(({ paper }) => paper.requestId === requestId)
  if (found?.document == null)
    return view.mayWriteLetters ? <a href={paths.letterOf(row.id, requestId)}>{t.letter}</a> : null
  const { document } = found
  const number = document.number === null ? t.noNumber : shownNumber(document.number, document.symbol)
  return (
    <a href={letterPaths.document(document.id)}>
      {paperWords[lang].kinds.request}: {number}
    </a>
  )
}
