import type { Lang } from "../words.ts"
import { words } from "./gallery-words.ts"
import { Actions, Button, Card, Field, Form, Split, Stack, Upload } from "./index.ts"

/** Every kind of field, in a form that came back with errors, and files to send. */
export function GalleryForms({ lang }: { lang: Lang }) {
  const t = words[lang].form
  return (
    <Split wide>
      <Card title={t.title}>
        <Refused lang={lang} />
      </Card>
      <Stack>
        <Card title={t.uploadTitle}>
          <Form id="tep" action="/ui" multipart>
            <Upload
              name="evidence"
              label={t.upload}
              hint={t.uploadHint}
              bytesMax={20_000_000}
              accept=".pdf,.jpg,.png"
              multiple
            />
            <Actions>
              <Button>{t.send}</Button>
            </Actions>
          </Form>
        </Card>
      </Stack>
    </Split>
  )
}

function Refused({ lang }: { lang: Lang }) {
  const t = words[lang].form
  return (
    <Form
      id="giao"
      action="/ui"
      takesFocus={false}
      errors={{ name: t.nameError, due: t.dueError, with: t.withError }}
      answers={{
        name: words[lang].tasks.far,
        plan: t.planText,
        due: "2023-09-01",
        count: "12",
        urgency: "urgent",
        body: "so-tttt",
      }}
    >
      <Field kind="text" name="name" label={t.name} hint={t.nameHint} />
      <Field kind="textarea" name="plan" label={t.plan} optional />
      <Field kind="date" name="due" label={t.due} />
      <Field kind="number" name="count" label={t.count} min={0} max={1000} unit={t.unit} />
      <Field
        kind="radio"
        name="urgency"
        label={t.urgency}
        options={[
          { value: "normal", label: t.urgencies.normal },
          { value: "urgent", label: t.urgencies.urgent },
          { value: "express", label: t.urgencies.express, hint: t.urgencyHint },
        ]}
      />
      <Field
        kind="select"
        name="body"
        label={t.body}
        options={[
          { value: "so-tttt", label: "Sở Thông tin và Truyền thông", group: t.department },
          { value: "so-nn", label: "Sở Nông nghiệp và Phát triển nông thôn", group: t.department },
          { value: "my-hao", label: "UBND thị xã Mỹ Hào", group: t.district },
        ]}
      />
      <Field
        kind="combobox"
        name="area"
        label={t.area}
        optional
        options={["Phố Hiến", "Mỹ Hào", "Đường Hào", "Văn Giang", "Yên Mỹ", "Khoái Châu", "Đoàn Đào"].map(
          (label) => ({
            value: label,
            label,
          }),
        )}
      />
      <Field
        kind="checkbox"
        name="with"
        label={t.with}
        options={[
          { value: "ca", label: "Công an tỉnh" },
          { value: "viettel", label: "Viettel tỉnh Mẫu" },
          { value: "vnpt", label: "VNPT tỉnh Mẫu" },
        ]}
      />
      <Field kind="tel" name="phone" label={t.phone} optional width="short" autocomplete="tel" />
      <Actions>
        <Button>{t.submit}</Button>
        <Button look="second" name="then" value="draft">
          {t.save}
        </Button>
      </Actions>
    </Form>
  )
}
