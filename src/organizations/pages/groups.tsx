/** Who "các sở, ban, ngành" are on a day. */
import { formatDay, formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Button, Card, Field, Form, Layout } from "../../kernel/ui/index.ts"
import type { GroupOnDay } from "../domain/directory.ts"
import { paths } from "../paths.ts"
import { pageWords } from "../words-pages.ts"
import { BodyLink, type Section, Sections } from "./parts.tsx"

export type GroupsView = {
  frame: Frame
  groups: readonly GroupOnDay[]
  day: string
  sections: readonly Section[]
}

export function groupsPage({ frame, groups, day, sections }: GroupsView) {
  const { lang } = frame
  const t = pageWords[lang].groups
  return (
    <Layout {...frame} title={t.title(formatDay(day, lang))} current={paths.bodies} lead={t.lead}>
      <Sections lang={lang} current="groups" sections={sections} />
      <Form action={paths.groups} method="get" answers={{ ngay: day }}>
        <Field kind="date" name="ngay" label={t.day} />
        <div>
          <Button look="second">{t.show}</Button>
        </div>
      </Form>
      {groups.map((one) => (
        <Group of={one} lang={lang} />
      ))}
    </Layout>
  )
}

/** A long list is folded: 104 communes are looked up, not read. */
const openMax = 30

function Group({ of: { group, members }, lang }: { of: GroupOnDay; lang: "vi" | "en" }) {
  const t = pageWords[lang].groups
  const list = (
    <ul>
      {members.map((body) => (
        <li>
          <BodyLink body={body} />
        </li>
      ))}
    </ul>
  )
  const count = t.members(formatNumber(members.length, lang))
  return (
    <Card title={group.name} id={group.slug}>
      {group.otherNames.length > 0 && (
        <p class="quiet">
          {t.also}: {group.otherNames.join("; ")}
        </p>
      )}
      {members.length === 0 ? (
        <p>{group.rule === "none-fixed" ? t.noneFixed : t.none}</p>
      ) : (
        <details open={members.length <= openMax}>
          <summary>{count}</summary>
          {list}
        </details>
      )}
    </Card>
  )
}
