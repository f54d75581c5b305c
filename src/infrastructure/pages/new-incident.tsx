/** The form of an incident, on its page and as the field engine keeps it on a device. */
import { Question, Questions } from "../../kernel/forms/fields.tsx"
import type { Errors } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Actions, type Answers, Button, Field, Form, Layout, Upload, useLang } from "../../kernel/ui/index.ts"
import { accepted, evidenceBytesMax } from "../../signals/index.ts"
import type { Offered } from "../actions/places.ts"
import { newIncident } from "../forms.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"

export type NewIncidentView = { frame: Frame; offered: Offered; answers: Answers; errors: Errors }

export function newIncidentPage({ frame, offered, answers, errors }: NewIncidentView) {
  const t = words[frame.lang]
  return (
    <Layout
      {...frame}
      title={t.report}
      current={paths.incidents}
      crumbs={[{ href: paths.incidents, label: t.nav }, { label: t.report }]}
      lead={t.lead}
      scripts={["combobox.js", "upload.js"]}
    >
      <div class="measure">
        <Form action={paths.newIncident} answers={answers} errors={errors} multipart>
          <IncidentQuestions offered={offered} />
          <Actions>
            <Button>{t.report}</Button>
          </Actions>
        </Form>
      </div>
    </Layout>
  )
}

/** A declaration goes before the files that it is about: what is not declared is not stored. */
export function IncidentQuestions({ offered }: { offered: Offered }) {
  const lang = useLang()
  const { asks } = newIncident
  const { assets, declared, ...others } = asks
  const names = Object.keys(others)
  const before = names.slice(0, names.indexOf("ownerId"))
  const options = { areaCode: offered.places, ownerId: offered.owners }
  return (
    <>
      <Questions asks={others} only={(name) => before.includes(name)} />
      <Field
        kind="text"
        name="assets"
        label={assets.label[lang]}
        hint={assets.hint?.[lang]}
        maxlength={assets.max}
        list={offered.codes.map(({ code }) => code)}
        optional
      />
      <Questions asks={others} only={(name) => !before.includes(name)} options={options} />
      <Question name="declared" ask={declared} />
      <Upload
        name="file"
        label={asks.file.label[lang]}
        bytesMax={evidenceBytesMax}
        accept={accepted}
        multiple
        optional
      />
    </>
  )
}
