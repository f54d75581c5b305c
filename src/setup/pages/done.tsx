import type { Frame } from "../../kernel/http/frame.ts"
import { DefinitionList, Layout } from "../../kernel/ui/index.ts"
import { words } from "../words.ts"
import { bare } from "./frame.tsx"

export type DoneLink = { name: string; body: string; href: string }

/** The links of the first two, shown once. */
export function DonePage({
  frame,
  place,
  links,
}: {
  frame: Frame
  place: string
  links: readonly DoneLink[]
}) {
  const t = words[frame.lang].done
  return (
    <Layout {...bare(frame)} noReferrer title={t.title(place)} lead={t.lead}>
      <DefinitionList
        items={links.map(({ name, body, href }) => ({
          term: t.link(name, body),
          value: <a href={href}>{href}</a>,
        }))}
      />
      <p class="quiet">{t.lost}</p>
      <h2>{t.next}</h2>
      <ol class="now">
        <li>{t.nextFirst}</li>
        <li>{t.nextSecond}</li>
      </ol>
    </Layout>
  )
}
