/** `/hoc/co-phai-lua-dao` and `/hoc/gio-dau-tien`: for who is being cheated now, or was. */
import type { Frame } from "../../kernel/http/frame.ts"
import { Actions, Banner, Button, Field, Form, Layout } from "../../kernel/ui/index.ts"
import { type Advice, askedSigns, type Sign } from "../domain/asking.ts"
import { paths } from "../paths.ts"
import { helpWords } from "../words-help.ts"
import { publicWords } from "../words-public.ts"

type Elsewhere = { check: string; lost: string }
type AskingView = { frame: Frame; signs: readonly Sign[]; advice: Advice | null; elsewhere: Elsewhere }

export function askingPage({ frame, signs, advice, elsewhere }: AskingView) {
  const { lang } = frame
  const t = helpWords[lang].ask
  const options = askedSigns.map((value) => ({ value, label: t.options[value] }))
  return (
    <Layout
      {...frame}
      audience="public"
      noReferrer
      title={advice === null ? t.title : t.advice[advice]}
      lead={advice === null ? t.lead : t.more[advice]}
      current={paths.learn}
      crumbs={[{ href: paths.learn, label: publicWords[lang].nav }, { label: t.title }]}
    >
      {advice !== null && (
        <Actions>
          {advice === "paid" && <Button href={paths.firstHour}>{helpWords[lang].hour.title}</Button>}
          <Button look={advice === "paid" ? "second" : "main"} href={elsewhere.check}>
            {t.check}
          </Button>
          <Button look="plain" href={paths.asking}>
            {t.again}
          </Button>
        </Actions>
      )}
      <div class="measure">
        <Form action={paths.asking} method="get" answers={{ dau: signs }} hidden={{ hoi: "1" }}>
          <Field kind="checkbox" name="dau" label={t.signs} options={options} optional />
          <Actions>
            <Button look={advice === null ? "main" : "second"}>{t.see}</Button>
          </Actions>
        </Form>
      </div>
    </Layout>
  )
}

export function firstHourPage({ frame, elsewhere }: { frame: Frame; elsewhere: Elsewhere }) {
  const { lang } = frame
  const t = helpWords[lang].hour
  return (
    <Layout
      {...frame}
      audience="public"
      hasVerdict
      title={t.title}
      lead={t.hint}
      current={paths.learn}
      crumbs={[{ href: paths.learn, label: publicWords[lang].nav }]}
    >
      <div class="measure stack">
        <ol class="then">
          {Object.values(t.steps).map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        <Banner tone="late" title={t.second} />
        <Actions>
          <Button href={elsewhere.lost}>{t.report}</Button>
        </Actions>
      </div>
    </Layout>
  )
}
