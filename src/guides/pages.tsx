import type { Frame } from "../kernel/http/frame.ts"
import { Card, Door, Layout, Stack } from "../kernel/ui/index.ts"
import { type GuideKey, type GuideLinks, guides, paths } from "./paths.ts"
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

export function GuidePage({ frame, guide, links }: { frame: Frame; guide: GuideKey; links: GuideLinks }) {
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
          {things.map((thing, at) => (
            <li>
              {thing} <a href={links[guide][at]}>{t.open}</a>
            </li>
          ))}
        </ol>
      </Card>
      <p>
        <a href={paths.all}>{t.others}</a>
      </p>
    </Layout>
  )
}
