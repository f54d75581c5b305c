/** `/kiem-tra`: one box for everything. The answer is `check-answer.tsx`. Works without scripts. */
import type { Frame } from "../../kernel/http/frame.ts"
import { Actions, Banner, Button, Field, Form, Layout, OwnForm, Stack } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { signalPaths } from "../../signals/index.ts"
import { paths } from "../paths.ts"
import { checkWords } from "../words-check.ts"
import { publicWords } from "../words-public.ts"

export type AskView = { frame: Frame; typed?: string; error?: string }

const exampleNumber = "0512 044 917"

export function askPage({ frame, typed, error }: AskView) {
  const t = checkWords[frame.lang].ask
  return (
    <Layout
      {...frame}
      url={paths.check}
      audience="public"
      hasVerdict
      noReferrer
      title={t.title}
      lead={t.lead}
      current={paths.check}
    >
      <div class="narrow stack">
        <Form
          action={paths.check}
          autocomplete="off"
          answers={{ text: typed }}
          errors={error === undefined ? {} : { text: error }}
        >
          <Field kind="textarea" name="text" rows={4} label={t.field} />
          <Actions>
            <Button>{t.send}</Button>
          </Actions>
        </Form>
        <p class="quiet">{t.kept}</p>
      </div>
      <section class="narrow stack">
        <h2>{t.examples}</h2>
        <Example lang={frame.lang} text={exampleNumber} what={t.exampleNumber} />
        <Example lang={frame.lang} text={t.exampleText} what={t.exampleMessage} />
      </section>
      <Stack>
        <Banner tone="late" title={t.moneyNow}>
          {t.moneyHow} <a href={signalPaths.reportMoney}>{t.moneyMore}</a>
        </Banner>
        <p>
          <a href={paths.publicWarnings}>{t.published}</a>
        </p>
        <p>
          <a href={signalPaths.tricks}>{publicWords[frame.lang].list.tricks}</a>
        </p>
        <p>
          <a href={paths.elsewhere}>{t.elsewhere}</a>
        </p>
      </Stack>
    </Layout>
  )
}

/** A form of its own, so that trying it is one press and nothing stands in an address. */
function Example({ lang, text, what }: { lang: Lang; text: string; what: string }) {
  const shown = text.length > 30 ? `“${text.slice(0, 30)}…”` : text
  return (
    <form method="post" action={paths.check} lang={lang}>
      <OwnForm />
      <input type="hidden" name="text" value={text} />
      <button class="example" type="submit">
        <b>{shown}</b> {what}
      </button>
    </form>
  )
}
