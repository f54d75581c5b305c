/** Which mails an officer of the desk wants. */
import type { Frame } from "../../kernel/http/frame.ts"
import { Actions, Banner, Button, Field, Form, Layout } from "../../kernel/ui/index.ts"
import { paths } from "../paths.ts"
import { navWords } from "../words-nav.ts"
import { tellingWords } from "../words-telling.ts"

export type DeskMailsView = {
  frame: Frame
  wants: string
  isDone: boolean
  /** This installation sends no mail. */
  isSilent: boolean
  isMissing?: boolean
}

export function deskMailsPage({ frame, wants, isDone, isSilent, isMissing = false }: DeskMailsView) {
  const t = tellingWords[frame.lang]
  return (
    <Layout
      {...frame}
      title={t.title}
      lead={t.lead}
      current={paths.signals}
      crumbs={[{ href: paths.signals, label: navWords[frame.lang].signals }, { label: t.title }]}
    >
      {isDone && <Banner isAnswer tone="good" title={t.saved} />}
      {isSilent && <Banner tone="soon" title={t.noServer} />}
      <div class="measure">
        <Form action={paths.deskMails} answers={{ wants }} errors={isMissing ? { wants: t.missing } : {}}>
          <Field
            kind="radio"
            name="wants"
            label={t.wants}
            options={Object.entries(t.choices).map(([value, label]) => ({ value, label }))}
          />
          <Actions>
            <Button>{t.save}</Button>
          </Actions>
        </Form>
      </div>
    </Layout>
  )
}
