/** Before anything is sent: who receives it, who reads it, what is kept, how to take it back. */
import type { Frame } from "../../kernel/http/frame.ts"
import { Layout } from "../../kernel/ui/index.ts"
import { paths } from "../paths.ts"
import { portalWords } from "../words-portal.ts"
import { privacyWords } from "../words-privacy.ts"

export function privacyPage({ frame, receiver }: { frame: Frame; receiver: string | null }) {
  const t = privacyWords[frame.lang]
  return (
    <Layout
      {...frame}
      audience="public"
      title={t.title}
      lead={receiver === null ? t.nobody : t.who(receiver)}
      crumbs={[{ href: paths.report, label: portalWords[frame.lang].back }, { label: t.title }]}
    >
      <dl class="rights measure">
        {Object.values(t.parts).map(({ term, what }) => (
          <div>
            <dt>{term}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={paths.follow}>{t.follow}</a>
      </p>
    </Layout>
  )
}
