/** One asset, and the form of a new one. */
import { formatInstant } from "../../kernel/format.ts"
import { type Errors, type Failed, Questions, StepForm } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  Card,
  DefinitionList,
  Form,
  Layout,
  type Option,
  Split,
  Stack,
} from "../../kernel/ui/index.ts"
import type { AssetReading } from "../actions/assets.ts"
import { assetNumber } from "../domain/asset.ts"
import { incidentNumber } from "../domain/incident.ts"
import { type AssetFormName, assetForms, newAsset } from "../forms-asset.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { assetWords } from "../words-asset.ts"
import { positionSaid } from "./assets.tsx"
import { cellSaid } from "./cell.ts"
import { ProtectionCard } from "./protections.tsx"

const crumbs = (lang: Frame["lang"], last: string) => [
  { href: paths.incidents, label: words[lang].nav },
  { href: paths.assets, label: assetWords[lang].crumb },
  { label: last },
]

export type NewAssetView = { frame: Frame; places: readonly Option[]; answers: Answers; errors: Errors }

export function newAssetPage({ frame, places, answers, errors }: NewAssetView) {
  const { lang } = frame
  const t = assetWords[lang]
  return (
    <Layout
      {...frame}
      title={newAsset.title[lang]}
      current={paths.incidents}
      crumbs={crumbs(lang, t.add)}
      scripts={["combobox.js"]}
    >
      <div class="measure">
        <Form
          action={paths.newAsset}
          answers={{ criticality: "ordinary", state: "in-use", ...answers }}
          errors={errors}
        >
          <Questions asks={newAsset.asks} options={{ areaCode: places }} />
          <Actions>
            <Button>{newAsset.submit[lang]}</Button>
          </Actions>
        </Form>
      </div>
    </Layout>
  )
}

export type AssetView = {
  frame: Frame
  reading: AssetReading
  may: readonly AssetFormName[]
  failed: Failed<AssetFormName> | null
  refused: string | null
  isDone: boolean
}

export function assetPage(view: AssetView) {
  const { frame, reading, may } = view
  const { lang } = frame
  const { row } = reading
  const t = assetWords[lang]
  const [point] = row.shape?.length === 1 ? row.shape : []
  const start: Answers = {
    ...{ assetCode: row.code ?? "", name: row.name ?? "", kind: row.kind, areaCode: row.areaCode },
    ...{ lat: point === undefined ? "" : String(point[0]), lon: point === undefined ? "" : String(point[1]) },
    ...{ place: row.place ?? "", criticality: row.criticality, state: row.state },
  }
  const starts: Record<AssetFormName, Answers> = {
    change: start,
    share: { bodies: row.sharedIds },
    grant: { bodies: row.grantedIds },
    protect: protectionStart(reading),
    checked: {},
  }
  return (
    <Layout
      {...frame}
      title={row.name ?? t.of(assetNumber(row.number))}
      current={paths.incidents}
      crumbs={crumbs(lang, assetNumber(row.number))}
      lead={`${t.kinds[row.kind]}, ${row.areaName}`}
      scripts={may.length > 0 ? ["combobox.js"] : []}
    >
      {view.isDone && <Banner isAnswer tone="good" title={t.done} />}
      {view.refused !== null && <Banner isAnswer tone="soon" title={view.refused} />}
      <Split wide>
        <Stack>
          <About view={view} />
          {(reading.protection !== null || (reading.isOurs && row.criticality !== "ordinary")) && (
            <ProtectionCard plan={reading.protection} lang={lang} />
          )}
          <Incidents view={view} />
        </Stack>
        <Card title={t.next} id="buoc-tiep">
          {may.length === 0 && <p>{t.nothing}</p>}
          {may.map((name) => (
            <StepForm
              name={name}
              form={assetForms[name]}
              action={paths.assetForm(row.id, assetForms[name].slug)}
              failed={view.failed}
              start={starts[name]}
              options={{ areaCode: reading.places, bodies: reading.others, ...reading.guards }}
            />
          ))}
        </Card>
      </Split>
    </Layout>
  )
}

/** The plan as it stands; of a new one the nearest committee, and the police where there is one. */
function protectionStart({ protection, guards }: AssetReading): Answers {
  if (protection === null) {
    const [police, second] = guards?.policeId ?? []
    return {
      committeeId: guards?.committeeId[0]?.value ?? "",
      ...(police === undefined || second !== undefined ? {} : { policeId: police.value }),
    }
  }
  const { ownerContact, policeId, policeContact, committeeId, committeeContact, measures } = protection
  return {
    ...{ ownerContact, policeId, committeeId, measures },
    policeContact: policeContact ?? "",
    committeeContact: committeeContact ?? "",
    drilledOn: protection.drilledOn ?? "",
    nextCheckOn: protection.nextCheckOn,
  }
}

function About({ view: { frame, reading } }: { view: AssetView }) {
  const { lang } = frame
  const { row, others } = reading
  const t = assetWords[lang]
  const named = (ids: readonly string[]) =>
    others
      .filter(({ value }) => ids.includes(value))
      .map(({ label }) => label)
      .join(", ") || t.nobody
  const isOpen = row.code !== null
  return (
    <Card title={t.about}>
      <DefinitionList
        items={[
          { term: t.columns.owner, value: row.bodyName },
          ...(isOpen ? [{ term: t.columns.code, value: `${row.code}, ${row.name}` }] : []),
          { term: t.columns.kind, value: t.kinds[row.kind] },
          { term: t.columns.area, value: row.areaName },
          {
            term: isOpen ? t.exact : words[lang].cell,
            value: isOpen ? positionSaid(row, lang) : (cellSaid(row, lang) ?? t.noPlace),
          },
          ...(row.place === null ? [] : [{ term: t.address, value: row.place }]),
          { term: t.importance, value: t.criticalities[row.criticality] },
          { term: t.columns.state, value: t.states[row.state] },
          ...(reading.isOurs
            ? [
                { term: t.sharedWith, value: named(row.sharedIds) },
                { term: t.shownTo, value: named(row.grantedIds) },
              ]
            : []),
        ]}
      />
      {!isOpen && <p class="quiet">{t.closed}</p>}
    </Card>
  )
}

function Incidents({ view: { frame, reading } }: { view: AssetView }) {
  const { lang } = frame
  const t = assetWords[lang]
  return (
    <Card title={t.incidents}>
      {reading.incidents.length === 0 ? (
        <p>{t.noIncidents}</p>
      ) : (
        <ul>
          {reading.incidents.map((one) => (
            <li>
              <a href={paths.incident(one.id)}>{incidentNumber(one.number)}</a> {words[lang].kinds[one.kind]},{" "}
              {formatInstant(one.happenedAt, lang)}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
