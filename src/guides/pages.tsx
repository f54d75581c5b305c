import type { Frame } from "../kernel/http/frame.ts"
import { Card, Door, Layout, Stack } from "../kernel/ui/index.ts"
import { type GuideKey, guides, paths } from "./paths.ts"
import { words } from "./words.ts"

export function GuidesPage({ frame }: { frame: Frame }) {
  const t = words[frame.lang]
  return (
    <Layout {...frame} audience="public" title={t.title} lead={t.lead}>
      <Stack>
        {guides.map((key) => (
          <Door href={paths.guide(key)} title={t.guides[key].name}>
            {t.guides[key].does.split(". ")[0]}.
          </Door>
        ))}
      </Stack>
    </Layout>
  )
}

type GuideProps = {
  frame: Frame
  guide: GuideKey
  /** Where each of the three things is done; null where that page is not this reader's. */
  doors: readonly (string | null)[]
}

export function GuidePage({ frame, guide, doors }: GuideProps) {
  const t = words[frame.lang]
  const { name, does, first } = t.guides[guide]
  const things = [first.one, first.two, first.three]
  return (
    <Layout
      {...frame}
      audience="public"
      title={name}
      crumbs={[{ href: paths.all, label: t.title }, { label: name }]}
    >
      <Card title={t.does}>
        <p class="measure">{does}</p>
      </Card>
      <Card title={t.first}>
        <ol class="now">
          {things.map((thing, at) => {
            const href = doors[at] ?? null
            return <li>{href === null ? thing : [thing, " ", <a href={href}>{t.open}</a>]}</li>
          })}
        </ol>
      </Card>
      <p>
        <a href={paths.all}>{t.others}</a>
      </p>
    </Layout>
  )
}
