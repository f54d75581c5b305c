/** One body: since when, under which names, after whom and before whom, in which groups. */
import { formatDay } from "../../kernel/format.ts"
import { Questions } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  type Answers,
  Button,
  Card,
  DataTable,
  type Definition,
  DefinitionList,
  type FieldErrors,
  Form,
  Layout,
} from "../../kernel/ui/index.ts"
import type { BodyView } from "../actions/directory.ts"
import { type Neighbour, standingOn } from "../domain/directory.ts"
import { bodyName } from "../forms.ts"
import { paths } from "../paths.ts"
import { pageWords } from "../words-pages.ts"
import { BodyLink, StandingTag, validityOf } from "./parts.tsx"

export type BodyPage = {
  frame: Frame
  view: BodyView
  /** The day for which groups are shown. */
  day: string
  mayChange: boolean
  errors?: FieldErrors
  answers?: Answers
}

export function bodyPage(props: BodyPage) {
  const { frame, view } = props
  const { lang } = frame
  const t = pageWords[lang]
  return (
    <Layout
      {...frame}
      title={titleOf(props)}
      current={paths.bodies}
      crumbs={[{ href: paths.bodies, label: t.tabs.bodies }, { label: view.body.name }]}
      lead={<StandingTag body={view.body} day={view.today} lang={lang} />}
    >
      <DefinitionList items={factsOf(props)} />
      <Names {...props} />
      <Neighbours title={t.body.before} rows={view.before} lang={lang} />
      <Neighbours title={t.body.after} rows={view.after} lang={lang} />
      <Groups {...props} />
      <Units {...props} />
    </Layout>
  )
}

function titleOf({ frame: { lang }, view: { body, today } }: BodyPage): string {
  const t = pageWords[lang].body
  switch (standingOn(body, today)) {
    case "now":
      return body.name
    case "ended":
      return t.ended(body.name, formatDay(body.validTo ?? today, lang))
    case "coming":
      return t.coming(body.name, formatDay(body.validFrom, lang))
  }
}

function factsOf({ frame: { lang }, view: { body, facts } }: BodyPage): Definition[] {
  const t = pageWords[lang]
  const offices = [facts.isLead ? t.body.isLead : null, facts.keepsChart ? t.body.keepsChart : null]
  const held = offices.filter((one) => one !== null)
  return [
    { term: t.body.kind, value: t.kinds[body.kind] },
    { term: t.body.validity, value: validityOf(body, lang) },
    ...(facts.areaName === null ? [] : [{ term: t.body.area, value: facts.areaName }]),
    ...(held.length === 0 ? [] : [{ term: t.body.offices, value: held.join(", ") }]),
    ...(facts.source === ""
      ? []
      : [
          {
            term: t.body.source,
            value: `${facts.source} (${facts.verified ? t.body.verified : t.body.notVerified})`,
          },
        ]),
  ]
}

function Names({ frame: { lang }, view: { body }, mayChange, errors = {}, answers = {} }: BodyPage) {
  const t = pageWords[lang].body
  return (
    <Card title={t.names}>
      {body.otherNames.length === 0 ? (
        <p class="quiet">{t.noNames}</p>
      ) : (
        <ul>
          {body.otherNames.map((name, index) => (
            <li>
              {name}
              {mayChange && (
                <Form action={paths.bodyNameEnd(body.slug)} id={`bo-${index}`} hidden={{ name }}>
                  <Button look="plain">{t.removeName(name)}</Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <Form action={paths.bodyNames(body.slug)} errors={errors} answers={answers}>
          <Questions asks={bodyName.asks} />
          <div>
            <Button look="second">{t.add}</Button>
          </div>
        </Form>
      )}
    </Card>
  )
}

function Neighbours({ title, rows, lang }: { title: string; rows: readonly Neighbour[]; lang: "vi" | "en" }) {
  if (rows.length === 0) return null
  const t = pageWords[lang].body
  return (
    <DataTable
      caption={title}
      columns={[
        { key: "ten", label: t.other, heading: true, cell: (row) => <BodyLink body={row.body} /> },
        { key: "phan", label: t.share, cell: (row) => row.share },
        { key: "tu", label: t.day, cell: (row) => formatDay(row.effectiveOn, lang) },
        {
          key: "cu",
          label: t.basis,
          cell: (row) => (row.verified ? row.basis : `${row.basis} (${t.notVerified})`),
        },
      ]}
      rows={rows}
    />
  )
}

function Groups({ frame: { lang }, view: { groups }, day }: BodyPage) {
  const t = pageWords[lang].body
  return (
    <Card title={t.groups(formatDay(day, lang))}>
      {groups.length === 0 ? (
        <p class="quiet">{t.noGroups}</p>
      ) : (
        <ul>
          {groups.map(({ group }) => (
            <li>
              <a href={paths.groupsOn(day)}>{group.name}</a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function Units({ frame: { lang }, view: { units } }: BodyPage) {
  if (units === null) return null
  const t = pageWords[lang].body
  return (
    <Card title={t.units}>
      {units.length === 0 ? (
        <p class="quiet">{t.noUnits}</p>
      ) : (
        <ul>
          {units.map((unit) => (
            <li>
              {unit.name} <span class="quiet">({validityOf(unit, lang)})</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
