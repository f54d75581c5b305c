/** `/feeds/`: every public feed with its address and media type. */
import type { Frame } from "../../../kernel/http/frame.ts"
import { Card, Layout } from "../../../kernel/ui/index.ts"
import { paths } from "../../paths.ts"
import { feedWords } from "../words.ts"

export type ListedFeed = {
  name: keyof (typeof feedWords)["vi"]["feeds"]
  /** A path on this site, and the whole address that a program is given. */
  path: string
  address: string
  type: string
}

export function feedsPage({
  frame,
  feeds,
  taxii,
}: {
  frame: Frame
  feeds: readonly ListedFeed[]
  taxii: string
}) {
  const t = feedWords[frame.lang]
  return (
    <Layout
      {...frame}
      audience="public"
      title={t.title}
      lead={t.lead}
      crumbs={[{ href: paths.publicWarnings, label: t.warnings }]}
    >
      {feeds.map(({ name, path, address, type }) => (
        <Card title={t.feeds[name]}>
          <dl class="facts">
            <div>
              <dt>{t.address}</dt>
              <dd>
                <a href={path}>
                  <code class="snippet">{address}</code>
                </a>
              </dd>
            </div>
            <div>
              <dt>{t.type}</dt>
              <dd>
                <code>{type}</code>
              </dd>
            </div>
          </dl>
        </Card>
      ))}
      <p>{t.filter}</p>
      <Card title={t.taxii}>
        <p>
          <code class="snippet">{taxii}</code>
        </p>
        <p>{t.taxiiHow}</p>
      </Card>
      <Card title={t.numbersTitle}>
        <p>{t.numbers}</p>
        <p>
          <a href={paths.check}>{t.check}</a>
        </p>
      </Card>
    </Layout>
  )
}
