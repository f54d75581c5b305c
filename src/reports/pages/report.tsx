import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  Banner,
  Button,
  Card,
  Field,
  Form,
  Layout,
  Letter,
  NowThere,
  type Option,
  Split,
} from "../../kernel/ui/index.ts"
import { type BlockInput, letterPaths } from "../../letters/index.ts"
import { proposalPaths, proposalWords } from "../../proposals/index.ts"
import type { ReportDraft } from "../actions/document.ts"
import { reportOutline } from "../outline.ts"
import { paths } from "../paths.ts"
import { nameOfPeriod } from "../period-name.ts"
import { reportWords } from "../words-report.ts"
import { capital } from "./values.ts"

type Lang = Frame["lang"]
export type ReportView = {
  frame: Frame
  draft: ReportDraft
  mayWrite: boolean
  isSaved: boolean
  /** May make a proposal of what it recommends. */
  mayPropose: boolean
  /** Who may sign; null where this desk does not send it to be signed. */
  signers: readonly Option[] | null
  failed: string | null
  /** What was typed while a colleague wrote, and the parts in which theirs differs; null: nobody did. */
  typed: { texts: Readonly<Record<string, string>>; overtaken: readonly string[] } | null
}

/** The report as it will be printed, beside what a clerk may add to it. */
export function reportPage(view: ReportView) {
  const { frame, draft, mayWrite, isSaved } = view
  const { lang } = frame
  const t = reportWords[lang]
  const { reading } = draft
  const { period } = reading.current
  return (
    <Layout
      {...frame}
      title={t.title(nameOfPeriod(period, lang))}
      current={paths.figures}
      crumbs={[
        { href: paths.period(period.label, reading.scope), label: capital(nameOfPeriod(period, lang)) },
        { label: t.crumb },
      ]}
      lead={t.unnumbered}
      hasLetter
    >
      {isSaved && <Banner isAnswer tone="good" title={t.saved} />}
      {reading.lock === null && <Banner tone="soon" title={t.provisional} />}
      <Actions>
        <Button href={paths.reportFile(period.label, "pdf", reading.scope)}>{t.pdf}</Button>
        <Button look="second" href={paths.reportFile(period.label, "docx", reading.scope)}>
          {t.docx}
        </Button>
      </Actions>
      <Signing view={view} />
      <Recommended view={view} />
      {mayWrite ? (
        <Split wide>
          <Paper draft={draft} lang={lang} />
          <Writing draft={draft} lang={lang} typed={view.typed} />
        </Split>
      ) : (
        <Paper draft={draft} lang={lang} />
      )}
    </Layout>
  )
}

/** What the report recommends becomes a proposal with one press of a button, once. */
function Recommended({ view: { frame, draft, mayPropose } }: { view: ReportView }) {
  const t = reportWords[frame.lang]
  const { label } = draft.reading.current.period
  if (draft.recommended.length === 0) return null
  return (
    <Card title={t.recommended} id="kien-nghi">
      <p class="quiet">{t.recommendedLead}</p>
      <ul class="stack">
        {draft.recommended.map(({ text, proposal }, at) => (
          <li>
            {text}
            {proposal !== null && (
              <>
                {" "}
                <a href={proposalPaths.proposal(proposal.id)}>
                  {proposalWords[frame.lang].states[proposal.state]}
                </a>
              </>
            )}
            {proposal === null && mayPropose && (
              <Form
                id={`kien-nghi-${at}`}
                action={proposalPaths.takeUp}
                hidden={{ ky: label, kiennghi: text }}
              >
                <Actions>
                  <Button look="second">{t.propose}</Button>
                </Actions>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Signing({ view }: { view: ReportView }) {
  const { lang } = view.frame
  const t = reportWords[lang]
  const { reading, documentId } = view.draft
  if (documentId !== null)
    return (
      <Banner tone="good" title={t.drafted}>
        <a href={letterPaths.document(documentId)}>{t.openDocument}</a>
      </Banner>
    )
  if (view.signers === null) return null
  if (reading.lock === null) return <p class="quiet">{t.lockFirst}</p>
  return (
    <Card title={t.signing}>
      <p>{t.signingLead}</p>
      <Form
        id="trinh"
        action={paths.signature(reading.current.period.label, reading.scope)}
        errors={view.failed === null ? {} : { signerId: view.failed }}
      >
        <Field kind="select" name="signerId" label={t.signWhom} options={view.signers} />
        <Actions>
          <Button>{t.toSign}</Button>
        </Actions>
      </Form>
    </Card>
  )
}

function Paper({ draft, lang }: { draft: ReportDraft; lang: Lang }) {
  const { document } = draft
  return (
    <Letter label={reportWords[lang].preview}>
      <p class="letter-center">
        <b>{document.subject}</b>
      </p>
      {document.blocks.map((block) => (
        <Block block={block} depth={2} />
      ))}
    </Letter>
  )
}

function Writing({ draft, lang, typed }: { draft: ReportDraft; lang: Lang; typed: ReportView["typed"] }) {
  const t = reportWords[lang]
  const { period } = draft.reading.current
  const parts = reportOutline().sections.filter(({ id }) => id !== "PL")
  const { position, signer, recipients } = t
  const labels: Readonly<Record<string, string>> = {
    ...{ position, signer, recipients },
    ...Object.fromEntries(parts.map(({ id, title }) => [id, `${id}. ${title}`])),
  }
  const now = (typed?.overtaken ?? []).map((part) => ({
    label: labels[part] ?? part,
    value: draft.texts[part] ?? "",
  }))
  return (
    <Card title={t.writing}>
      <p class="quiet">{t.hint}</p>
      <Form
        id="viet"
        action={paths.report(period.label, draft.reading.scope)}
        answers={typed?.texts ?? draft.texts}
        errors={typed === null ? {} : { "": t.overtaken }}
      >
        <NowThere items={now} />
        {parts.map(({ id, title }) => (
          <Field kind="textarea" name={id} label={`${id}. ${title}`} rows={3} maxlength={20_000} optional />
        ))}
        <Field kind="text" name="position" label={t.position} maxlength={200} optional />
        <Field kind="text" name="signer" label={t.signer} maxlength={100} optional />
        <Field
          kind="textarea"
          name="recipients"
          label={t.recipients}
          hint={t.recipientsHint}
          rows={3}
          optional
        />
        <Actions>
          <Button look="second">{t.save}</Button>
        </Actions>
      </Form>
    </Card>
  )
}

/** The document's own blocks, read on a screen; tables and charts of the annexes are in the files. */
function Block({ block, depth }: { block: BlockInput; depth: number }) {
  if (block.is === "paragraph") return <p>{block.text}</p>
  if (block.is === "list")
    return (
      <>
        {block.items.map((item) => (
          <p>- {item}</p>
        ))}
      </>
    )
  if (block.is === "table")
    return (
      <>
        {block.rows.map((row) => (
          <p>- {row.slice(1).join("; ")}</p>
        ))}
      </>
    )
  if (block.is !== "section") return null
  const title = `${block.mark ?? ""}. ${block.title ?? ""}`
  return (
    <>
      {depth === 2 ? <h2>{title}</h2> : <h3>{title}</h3>}
      {block.blocks.map((inside) => (
        <Block block={inside} depth={depth + 1} />
      ))}
    </>
  )
}
