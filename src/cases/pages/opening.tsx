/** The form that opens a case; with a tip beside it, also the open cases that the tip may join. */

import { formatNumber } from "../../kernel/format.ts"
import { Questions } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Button,
  Card,
  Field,
  Form,
  Layout,
  type Option,
  Split,
  Stack,
} from "../../kernel/ui/index.ts"
import { signalPaths } from "../../signals/index.ts"
import { opening } from "../forms.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { tipWords } from "../words-tips.ts"

export type OpeningView = {
  frame: Frame
  kinds: readonly Option[]
  tip: { id: string; text: string; siblings: number } | null
  open: readonly Option[]
  answers: Answers
  errors: Readonly<Record<string, string>>
  joinErrors: Readonly<Record<string, string>>
}

export function openingPage(view: OpeningView) {
  const { lang } = view.frame
  const t = words[lang]
  const { tip } = view
  const form = (
    <Form
      action={paths.newCase}
      answers={view.answers}
      errors={view.errors}
      hidden={tip === null ? {} : { tin: tip.id }}
    >
      <Questions asks={opening.asks} options={{ kind: view.kinds }} />
      <Actions>
        <Button>{t.opening.submit}</Button>
      </Actions>
    </Form>
  )
  return (
    <Layout
      {...view.frame}
      title={t.opening.title}
      current={paths.cases}
      crumbs={[{ href: paths.cases, label: t.nav.cases }, { label: t.opening.crumb }]}
    >
      {tip === null ? (
        form
      ) : (
        <Split wide>
          {form}
          <Stack>
            <Card title={tipWords[lang].from} href={signalPaths.signal(tip.id)}>
              <p class="said">{tip.text}</p>
            </Card>
            {view.open.length > 0 && <Join view={view} tip={tip} />}
          </Stack>
        </Split>
      )}
    </Layout>
  )
}

function Join({ view, tip }: { view: OpeningView; tip: NonNullable<OpeningView["tip"]> }) {
  const t = tipWords[view.frame.lang]
  return (
    <Card title={t.join}>
      <p class="quiet">{t.joinHint}</p>
      <Form id="dua-vao" action={paths.joinCase} errors={view.joinErrors} hidden={{ tin: tip.id }}>
        <Field kind="combobox" name="caseId" label={t.case} options={view.open} />
        {tip.siblings > 0 && (
          <Field
            kind="checkbox"
            name="ca"
            label={t.siblings}
            options={[{ value: "yes", label: t.joinAll(formatNumber(tip.siblings, view.frame.lang)) }]}
            optional
          />
        )}
        <Actions>
          <Button look="second">{t.joinDo}</Button>
        </Actions>
      </Form>
    </Card>
  )
}
