/** A visit on the spot, on its page and as the field engine keeps it on a device. */

import { fieldPaths } from "../../kernel/field/paths.ts"
import { type Errors, Questions } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Actions, type Answers, Button, Form, Layout, Upload, useLang } from "../../kernel/ui/index.ts"
import { accepted, evidenceBytesMax } from "../../signals/index.ts"
import type { Checklist, Version } from "../domain/checklist.ts"
import { codeOf } from "../domain/code.ts"
import { visiting } from "../forms-visit.ts"
import { paths } from "../paths.ts"
import type { InspectionListed } from "../store/inspections.ts"
import { words } from "../words.ts"
import { pageWords } from "../words-page.ts"
import { ChecklistQuestions } from "./checklist.tsx"

export type VisitOffer = { list: Checklist; version: Version; checks: readonly InspectionListed[] }
export type VisitView = { frame: Frame; offer: VisitOffer; answers: Answers; errors: Errors }

export function visitPage({ frame, offer, answers, errors }: VisitView) {
  const { lang } = frame
  const t = pageWords[lang]
  const title = t.visitOf(offer.list.name[lang])
  return (
    <Layout
      {...frame}
      title={title}
      current={paths.inspections}
      crumbs={[{ href: paths.inspections, label: words[lang].nav }, { label: t.visit }]}
      lead={offer.checks.length === 0 ? t.noVisit : t.visitLead}
      scripts={["upload.js"]}
    >
      <div class="measure">
        <Actions>
          <Button href={fieldPaths.home} look="second">
            {t.withoutNetwork}
          </Button>
        </Actions>
        <Form action={paths.visit(offer.list.id)} answers={answers} errors={errors} multipart>
          <VisitQuestions offer={offer} />
          <Actions>
            <Button>{visiting.submit[lang]}</Button>
          </Actions>
        </Form>
      </div>
    </Layout>
  )
}

/** The check is chosen first, then come its list, then the record; a declaration goes before the files that it is about. */
export function VisitQuestions({ offer }: { offer: VisitOffer }) {
  const lang = useLang()
  const options = {
    inspectionId: offer.checks.map((row) => ({ value: row.id, label: `${codeOf(row)}: ${row.subject}` })),
  }
  return (
    <>
      <Questions asks={visiting.asks} options={options} only={(name) => name === "inspectionId"} />
      <ChecklistQuestions list={offer.list} version={offer.version} lang={lang} />
      <Questions asks={visiting.asks} only={(name) => name !== "inspectionId" && name !== "file"} />
      <Upload
        name="file"
        label={visiting.asks.file.label[lang]}
        bytesMax={evidenceBytesMax}
        accept={accepted}
        multiple
        optional
      />
    </>
  )
}
