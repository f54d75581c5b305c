import type { Frame } from "../../kernel/http/frame.ts"
import { Actions, Button, Form, Layout } from "../../kernel/ui/index.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { bare } from "./frame.tsx"

/** Looking at it spends nothing: mail programs and messengers open links by themselves. */
export function BeginPage({ frame, token }: { frame: Frame; token: string }) {
  const t = words[frame.lang].begin
  return (
    <Layout {...bare(frame)} noReferrer title={t.title} lead={t.lead}>
      <div class="measure stack">
        <p>{t.once}</p>
        <p class="quiet">{t.another}</p>
      </div>
      <Form action={paths.begin(token)}>
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>
    </Layout>
  )
}
