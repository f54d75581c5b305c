/** One incident: what happened, who has taken note, what comes next. */
import { casePaths } from "../../cases/index.ts"
import { directivePaths, namingWords, taskChosen, taskNamed, taskOptions } from "../../directives/index.ts"
import { formatInstant, formatMoney, formatNumber } from "../../kernel/format.ts"
import { type Failed, StepForm } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { localDateOf } from "../../kernel/time.ts"
import {
  Banner,
  Card,
  type Definition,
  DefinitionList,
  Layout,
  Split,
  Stack,
  Tag,
  Timeline,
} from "../../kernel/ui/index.ts"
import type { OpenedWitness } from "../actions/evidence.ts"
import type { IncidentReading } from "../actions/incidents.ts"
import { assetNumber } from "../domain/asset.ts"
import { incidentNumber, outageOf } from "../domain/incident.ts"
import { type IncidentFormName, incidentForms } from "../forms.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { assetWords } from "../words-asset.ts"
import { scrapWords } from "../words-scrap.ts"
import { cellSaid } from "./cell.ts"
import { GoodsCard, WitnessesCard } from "./evidence.tsx"
import { toneOf } from "./incidents.tsx"
import { Twins } from "./twins.tsx"

export type IncidentView = {
  frame: Frame
  reading: IncidentReading
  may: readonly IncidentFormName[]
  /** The case was opened by the reader's own body. */
  mayOpenCase: boolean
  mayTellDealers: boolean
  /** The reader's body. */
  own: string
  /** A witness whose identity was opened just now, with a reason. */
  opened: OpenedWitness | null
  isNew: boolean
  maySeePhotos: boolean
  failed: Failed<IncidentFormName> | null
  refused: string | null
  isDone: boolean
}

export function incidentPage(view: IncidentView) {
  const { frame, reading, may } = view
  const { lang } = frame
  const { row } = reading
  const t = words[lang]
  const steps = may.filter((name) => !besideTheirThing.includes(name))
  const done = view.isNew ? t.reportedNow(row.areaName) : t.done
  return (
    <Layout
      {...frame}
      title={t.titleOf(t.kinds[row.kind], row.areaName)}
      current={paths.incidents}
      crumbs={[{ href: paths.incidents, label: t.nav }, { label: incidentNumber(row.number) }]}
      lead={
        <>
          <Tag tone={toneOf[row.state]}>{t.states[row.state]}</Tag> {formatInstant(row.happenedAt, lang)}
        </>
      }
    >
      {view.isDone && <Banner isAnswer tone="good" title={done} />}
      {view.refused !== null && <Banner isAnswer tone="soon" title={view.refused} />}
      <Split wide>
        <Stack>
          <About view={view} />
          <Closed view={view} />
          <GoodsCard view={view} />
          <WitnessesCard view={view} />
          <History view={view} />
        </Stack>
        <Stack>
          <Card title={t.next} id="buoc-tiep">
            {reading.serving.now !== null && (
              <p>
                {namingWords.serves[lang]}{" "}
                <a href={directivePaths.assignment(reading.serving.now.id)}>
                  {taskNamed(reading.serving.now)}
                </a>
              </p>
            )}
            {view.mayTellDealers && row.kind === "theft" && (
              <p>
                <a href={`${paths.newScrap}?su-co=${row.id}`}>{scrapWords[lang].notify}</a>
              </p>
            )}
            {steps.length === 0 && <p>{t.nothing}</p>}
            {steps.map((name, at) => (
              <StepForm
                name={name}
                form={incidentForms[name]}
                action={paths.incidentForm(row.id, incidentForms[name].slug)}
                failed={view.failed}
                isOpen={at === 0 && (name === "openCase" || name === "receive")}
                start={
                  name === "grant"
                    ? { bodies: row.grantedIds }
                    : name === "serve"
                      ? taskChosen(reading.serving)
                      : {}
                }
                options={{ bodies: reading.shownTo, assignmentId: taskOptions(reading.serving, lang) }}
              >
                {name === "openCase" && (
                  <p class="quiet">{reading.isClosed ? t.openCaseClosed : t.openCaseLead}</p>
                )}
              </StepForm>
            ))}
          </Card>
          <Twins view={view} />
          <Told view={view} />
          <CaseOf view={view} />
          <Hints view={view} />
        </Stack>
      </Split>
    </Layout>
  )
}

const besideTheirThing: readonly IncidentFormName[] = ["join", "giveBack", "openWitness"]

const said = (term: string, value: Definition["value"] | null): Definition[] =>
  value === null || value === "" ? [] : [{ term, value }]

function About({ view: { frame, reading } }: { view: IncidentView }) {
  const { lang } = frame
  const { row } = reading
  const t = words[lang]
  const listOf = (keys: readonly string[], of: Readonly<Record<string, string>>) =>
    keys.map((key) => of[key] ?? key).join(", ")
  const late =
    row.deviceAt === null
      ? 0
      : Math.max(0, Math.round((Date.parse(row.enteredAt) - Date.parse(row.deviceAt)) / 60_000))
  return (
    <Card title={t.about}>
      <DefinitionList
        items={[
          ...said(t.happened, formatInstant(row.happenedAt, lang)),
          ...said(t.found, row.foundAt === null ? null : formatInstant(row.foundAt, lang)),
          ...said(t.where, row.areaName),
          ...said(t.cell, cellSaid(row, lang)),
          ...said(t.owner, row.ownerNames),
          ...said(
            t.how,
            [t.tricks[row.trick], listOf(row.tools, t.tools)].filter((one) => one !== "").join("; "),
          ),
          ...said(t.lost, listOf(row.taken, t.taken)),
          ...said(t.outage, outageText(row, lang)),
          ...said(t.servicesHit, listOf(row.services, t.services)),
          ...said(t.damage, row.damageVnd === null ? null : formatMoney(row.damageVnd, lang)),
          ...said(t.basis, row.damageBasis),
          ...said(t.reporter, `${row.bodyName}, ${t.origins[row.origin]}`),
          ...said(t.entered, formatInstant(row.enteredAt, lang)),
          ...said(
            t.device,
            row.deviceAt === null ? null : `${formatInstant(row.deviceAt, lang)}${t.deviceHint(late)}`,
          ),
        ]}
      />
    </Card>
  )
}

function outageText(row: IncidentReading["row"], lang: "vi" | "en"): string | null {
  const t = words[lang]
  const n = (value: number) => formatNumber(value, lang)
  const product = outageOf(row.subscribers, row.outageHours)
  if (product !== null) return t.outageOf(n(row.subscribers ?? 0), n(row.outageHours ?? 0), n(product))
  if (row.subscribers !== null) return t.subscribersOnly(n(row.subscribers))
  return row.outageHours === null ? null : t.hoursOnly(n(row.outageHours))
}

function Closed({ view: { frame, reading, maySeePhotos } }: { view: IncidentView }) {
  const { lang } = frame
  const { row } = reading
  const t = words[lang]
  if (reading.isClosed)
    return (
      <Card title={t.closedPart}>
        <p>{t.closedTold}</p>
      </Card>
    )
  const kinds: Readonly<Record<string, string>> = assetWords[lang].kinds
  return (
    <Card title={t.closedPart}>
      <DefinitionList
        items={[
          ...said(t.exact, row.lat === null || row.lon === null ? null : `${row.lat}, ${row.lon}`),
          ...said(t.where, row.place),
          ...said(t.what, <span class="said">{row.what}</span>),
        ]}
      />
      {reading.assets.length > 0 && (
        <>
          <h3>{t.hitAssets}</h3>
          <ul>
            {reading.assets.map((one) => (
              <li>
                <a href={paths.asset(one.id)}>{assetNumber(one.number)}</a>{" "}
                {[one.code, one.name, kinds[one.kind]].filter((part) => part != null).join(", ")}
              </li>
            ))}
          </ul>
        </>
      )}
      {reading.photos.length > 0 && (
        <>
          <h3>{t.photos}</h3>
          {!maySeePhotos && <p class="quiet">{t.photosNotMasked}</p>}
          <ul>
            {reading.photos.map((photo) => (
              <li>
                {maySeePhotos ? (
                  <a href={paths.photo(row.id, photo.id)}>{t.photo(photo.position)}</a>
                ) : (
                  t.photo(photo.position)
                )}{" "}
                <span class="quiet">{photo.name}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

function Told({ view: { frame, reading } }: { view: IncidentView }) {
  const { lang } = frame
  const { row } = reading
  const t = words[lang]
  const received = reading.events.filter((one) => one.what === "received")
  const isUnderNewLaw = localDateOf(new Date(row.happenedAt)) >= "2024-07-01"
  return (
    <Card title={t.told}>
      <p>{reading.commune === null ? t.toldNobody : t.toldLead(reading.commune)}</p>
      {received.length === 0 ? (
        <p>{t.notReceived}</p>
      ) : (
        <ul>
          {received.map((one) => (
            <li>
              {t.received(one.bodyName)}, {formatInstant(one.at, lang)}
            </li>
          ))}
        </ul>
      )}
      <p class="quiet">{isUnderNewLaw ? t.toldRule : t.toldRuleOld}</p>
    </Card>
  )
}

function CaseOf({ view: { frame, reading, mayOpenCase } }: { view: IncidentView }) {
  const t = words[frame.lang]
  const { case: opened } = reading
  if (opened === null) return null
  const said = `${t.caseOf(opened.bodyName)}, ${formatInstant(opened.at, frame.lang)}`
  return (
    <Card title={t.case}>
      <p>{mayOpenCase ? <a href={casePaths.case(opened.caseId)}>{said}</a> : said}</p>
    </Card>
  )
}

function Hints({ view: { frame, reading } }: { view: IncidentView }) {
  const { lang } = frame
  const t = words[lang]
  const hasNational = reading.assets.some((one) => one.criticality === "national")
  if (reading.hints.length === 0 && !hasNational) return null
  return (
    <Card title={t.hints}>
      <ul>
        {reading.hints.map((one) => (
          <li>{t.hint(formatMoney(one.from, lang), one.article, one.behaviour)}</li>
        ))}
        {hasNational && <li>{t.hintNational}</li>}
      </ul>
    </Card>
  )
}

function History({ view: { frame, reading } }: { view: IncidentView }) {
  const { lang } = frame
  const t = words[lang]
  const events: Readonly<Record<string, string>> = t.events
  return (
    <Card title={t.history}>
      <Timeline
        items={reading.events.toReversed().map((one) => ({
          at: one.at,
          title: events[one.what] ?? one.what,
          by: `${one.byName}, ${one.bodyName}`,
          ...(one.note === null ? {} : { note: one.note }),
        }))}
      />
    </Card>
  )
}
