import { formatInstant } from "../../../kernel/format.ts"
import { Actions, Button, Card, Field, Form, Layout, Tag, Upload, useLang } from "../../../kernel/ui/index.ts"
import { importPaths as paths } from "../paths.ts"
import { words } from "../words.ts"
import type { Frame } from "./review.tsx"

export type DraftLine = { id: string; subject: string; isTyping: boolean; changedAt: string }

export type UploadProps = {
  frame: Frame
  drafts: readonly DraftLine[]
  bytesMax: number
  keptDays: number
  errors: Readonly<Record<string, string>>
  pasted: string
  /** The file was a scan: the declaration comes first. */
  isScan: boolean
}

export function UploadPage(props: UploadProps) {
  const { frame, isScan } = props
  const t = words[frame.lang].upload
  const declare = (
    <Field
      kind="checkbox"
      name="declares"
      label={t.scan}
      hint={t.declareHint}
      options={[{ value: "yes", label: t.declare }]}
      optional
    />
  )
  return (
    <Layout
      {...frame}
      title={t.title}
      lead={<p>{t.lead}</p>}
      crumbs={[{ href: paths.directives, label: words[frame.lang].crumb.directives }]}
      scripts={["upload.js"]}
    >
      <div class="import-upload">
        <Form multipart action={paths.start} errors={props.errors} answers={{ pasted: props.pasted }}>
          {isScan && declare}
          <Upload name="file" label={t.file} bytesMax={props.bytesMax} accept=".pdf,.docx,.txt" optional />
          <Field
            kind="textarea"
            name="pasted"
            label={t.paste}
            hint={t.pasteHint}
            rows={6}
            maxlength={1_000_000}
            optional
          />
          {!isScan && (
            <details>
              <summary>{t.scan}</summary>
              {declare}
            </details>
          )}
          <p class="quiet">{t.secrets}</p>
          <Actions>
            <Button>{t.submit}</Button>
          </Actions>
        </Form>
      </div>
      {props.drafts.length > 0 && <Drafts drafts={props.drafts} keptDays={props.keptDays} />}
    </Layout>
  )
}

function Drafts({ drafts, keptDays }: { drafts: readonly DraftLine[]; keptDays: number }) {
  const lang = useLang()
  const t = words[lang].upload
  return (
    <Card title={t.drafts}>
      <ul class="tasks">
        {drafts.map((draft) => (
          <li class="task">
            <div>
              <a href={paths.draft(draft.id)}>{draft.subject || t.untitled}</a>{" "}
              {draft.isTyping && <Tag tone="soon">{t.typing}</Tag>}
              <p class="quiet">{t.draftChanged(formatInstant(draft.changedAt, lang))}</p>
            </div>
          </li>
        ))}
      </ul>
      <p class="quiet">{t.expires(keptDays)}</p>
    </Card>
  )
}

export type TypingProps = {
  frame: Frame
  id: string
  name: string
  pages: number
  errors: Readonly<Record<string, string>>
  text: string
}

/** The scan on the left, its words typed on the right. */
export function TypingPage(props: TypingProps) {
  const { frame, id } = props
  const t = words[frame.lang].typing
  return (
    <Layout
      {...frame}
      title={t.title}
      crumbs={[
        { href: paths.directives, label: words[frame.lang].crumb.directives },
        { href: paths.start, label: words[frame.lang].crumb.import },
      ]}
    >
      <div class="split">
        <section class="stack import-scan" aria-label={t.scan} tabindex={0}>
          {props.pages === 0 && <p class="quiet">{t.none}</p>}
          {Array.from({ length: props.pages }, (_, page) => (
            <img src={paths.scanPage(id, page + 1)} alt={t.page(page + 1)} loading="lazy" />
          ))}
          <p>
            <a href={paths.original(id)}>
              {words[frame.lang].review.original} ({props.name})
            </a>
          </p>
        </section>
        <Form action={paths.words(id)} errors={props.errors} answers={{ text: props.text }}>
          <Field kind="textarea" rows={24} name="text" label={t.text} hint={t.hint} maxlength={1_000_000} />
          <Actions>
            <Button>{t.submit}</Button>
            <Button look="plain" href={paths.discard(id)}>
              {words[frame.lang].review.discard}
            </Button>
          </Actions>
        </Form>
      </div>
    </Layout>
  )
}
