/** A list of subjects: the form, what would be taken, what was. */
import { formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { draftsIn, Layout, ListImport, listImportWords, type PastImport } from "../../kernel/ui/index.ts"
import type { RegisterPreview } from "../actions/register.ts"
import { registerLinesMax } from "../domain/register.ts"
import { paths } from "../paths.ts"
import { subjectWords } from "../words-subject.ts"
import { crumbsTo } from "./subjects.tsx"

export type ImportingView = {
  frame: Frame
  preview: RegisterPreview | null
  error: string | null
  past: readonly PastImport[]
  told: string | null
}

export function importingPage({ frame, preview, error, past, told }: ImportingView) {
  const { lang } = frame
  const t = subjectWords[lang]
  const n = (count: number) => formatNumber(count, lang)
  const lines =
    preview?.lines.map(({ line, name: title, ...one }) =>
      "fault" in one
        ? { line, title, fault: t.list.faults[one.fault] }
        : { line, title: `${title}, ${one.draft.address}`, draft: one.draft },
    ) ?? []
  return (
    <Layout
      {...frame}
      url={paths.importing}
      title={
        preview === null
          ? t.list.title
          : listImportWords[lang].previewOf(n(draftsIn(lines).length), n(lines.length))
      }
      current={paths.inspections}
      crumbs={crumbsTo(frame, t.list.title)}
      scripts={["upload.js"]}
    >
      <ListImport
        paths={{
          preview: paths.importing,
          take: paths.importTaking,
          example: paths.importExample,
          undo: paths.importUndo,
        }}
        how={t.list.how(n(registerLinesMax))}
        columnTitle={t.name}
        take={t.list.take}
        preview={preview === null ? null : { ...preview, lines }}
        error={error}
        past={past}
        told={told}
      />
    </Layout>
  )
}
