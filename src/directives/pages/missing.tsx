import type { Frame } from "../../kernel/http/frame.ts"
import { Button, EmptyState, Layout } from "../../kernel/ui/index.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"

/** Nothing there, or another body's: the page does not say which. */
export function missingPage(frame: Frame) {
  const t = words[frame.lang].missing
  return (
    <Layout {...frame} title={t.title}>
      <EmptyState title={t.text} action={<Button href={paths.work}>{t.back}</Button>} />
    </Layout>
  )
}
