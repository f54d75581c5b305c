/** One indicator: what it says, who waits for whom, what may be done, what happened. */
import { formatDate, formatInstant, formatNumber } from "../../kernel/format.ts"
import { type Failed, StepForm } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Banner,
  Card,
  type Definition,
  DefinitionList,
  Layout,
  type Option,
  Split,
  Stack,
} from "../../kernel/ui/index.ts"
import { operatorOf, signalPaths } from "../../signals/index.ts"
import type { IndicatorReading, Place } from "../actions/reading.ts"
import { hoursToLastBlock } from "../domain/answers.ts"
import { confidenceOf } from "../domain/indicator.ts"
import { type FormName, forms } from "../forms.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { aboutWords } from "../words-about.ts"
import { indicatorWords } from "../words-indicator.ts"
import { History, Road, Seconds } from "./record.tsx"
import { proposedTask, ServingCard, taskOptions } from "./serving.tsx"
import { spoken } from "./spoken.ts"
import { StateTag, TlpTag } from "./state-tag.tsx"

export type IndicatorView = {
  frame: Frame
  reading: IndicatorReading
  may: readonly FormName[]
  tricks: readonly Option[]
  places: readonly Place[]
  /** Whether the desk may send to everybody at all. */
  isAuthority: boolean
  /** The address of a tip, for who reads tips. */
  tipHref: ((id: string) => string) | null
  failed: Failed<FormName> | null
  refused: string | null
  isDone: boolean
}

export function indicatorPage(view: IndicatorView) {
  const { frame, reading } = view
  const { lang } = frame
  const { row } = reading
  const t = indicatorWords[lang].page
  return (
    <Layout
      {...frame}
      title={titleOf(view)}
      current={paths.sharing}
      crumbs={[{ href: paths.sharing, label: words[lang].nav }, { label: t.crumb }]}
      lead={
        <>
          <StateTag state={row.state} lang={lang} /> <TlpTag tlp={row.tlp} />
        </>
      }
    >
      {view.isDone && <Banner isAnswer tone="good" title={t.done} />}
      {view.refused !== null && <Banner isAnswer tone="soon" title={view.refused} />}
      {reading.isOurs && row.state !== "refused" && (
        <Road
          row={row}
          label={t.road}
          stations={{
            written: t.roadWritten(row.writtenName ?? row.originName ?? ""),
            second: t.roadSecond,
            out: t.roadOut,
          }}
        />
      )}
      <Split wide>
        <Stack>
          <About view={view} />
          {reading.isOurs && row.state === "waiting" && <Machine view={view} />}
        </Stack>
        <Stack>
          {(reading.isOurs || stepsOf(view.may).length > 0) && <Next view={view} />}
          {(reading.isOurs || view.may.includes("serve")) && (
            <ServingCard
              serving={reading.serving}
              form={view.may.includes("serve") ? forms.serve : null}
              action={paths.indicatorForm(row.id, forms.serve.slug)}
              failed={view.failed}
              lang={lang}
            />
          )}
          {row.releasedAt !== null && <Answers view={view} releasedAt={row.releasedAt} />}
          {reading.sightings.length > 0 && <Sightings view={view} />}
          {reading.isOurs && <History title={t.history} events={reading.events} />}
        </Stack>
      </Split>
    </Layout>
  )
}

function titleOf({ frame, reading, may }: IndicatorView): string {
  const t = indicatorWords[frame.lang].page.titles
  const what = spoken(reading.row)
  return may.includes("release") ? t.yours(what) : t[reading.row.state](what)
}

function About({ view }: { view: IndicatorView }) {
  const { frame, reading, tricks } = view
  const { lang } = frame
  const { row, sources, recipients } = reading
  const t = indicatorWords[lang]
  const facts: (Definition | null)[] = [
    {
      term: t.page.what,
      value: (
        <>
          <b class="code small">{spoken(row)}</b> · {t.kinds[row.kind]}
          {view.tipHref !== null && (
            <>
              {" · "}
              <a href={signalPaths.aboutOf(row.kind, row.value)}>{aboutWords[lang].link}</a>
            </>
          )}
        </>
      ),
    },
    {
      term: t.page.owner,
      value: row.originName === null ? row.bodyName : `${row.bodyName} (${row.originName})`,
    },
    row.trick === null
      ? null
      : { term: t.page.trick, value: tricks.find((one) => one.value === row.trick)?.label ?? row.trick },
    { term: t.page.tlp, value: t.tlps[row.tlp] },
    { term: t.page.audience, value: t.audiences[row.audience] },
    recipients.length === 0
      ? null
      : { term: t.page.recipients, value: recipients.map((one) => one.name).join(", ") },
    { term: t.page.confidence, value: t.confidences[confidenceOf(row.confidence)] },
    { term: t.page.reasons, value: <span class="said">{row.reasons}</span> },
    {
      term: t.page.valid,
      value: t.page.validFrom(formatDate(row.validFrom, lang), formatDate(row.validUntil, lang)),
    },
    reading.isOurs
      ? {
          term: t.page.reports,
          value: row.reports === 0 ? t.page.reportsNone : t.page.reportsOf(formatNumber(row.reports, lang)),
        }
      : null,
    row.releasedAt === null
      ? null
      : {
          term: t.page.released,
          value: t.page.releasedBy(
            reading.isOurs ? (row.releasedName ?? "") : row.bodyName,
            formatInstant(row.releasedAt, lang),
          ),
        },
    row.recalledAt === null
      ? null
      : {
          term: t.page.recalled,
          value: `${t.page.releasedBy(reading.isOurs ? (row.recalledName ?? "") : row.bodyName, formatInstant(row.recalledAt, lang))}: ${row.recallReason ?? ""}`,
        },
  ]
  return (
    <Card title={t.page.about}>
      <DefinitionList items={facts.filter((one) => one !== null)} />
      {sources.length > 0 && (
        <>
          <h3>{t.page.sources}</h3>
          <ul class="plain">
            {sources.map(({ kind, ref }) => (
              <li>
                {t.sources[kind]}{" "}
                {kind === "tip" && view.tipHref !== null ? (
                  <a href={view.tipHref(ref)}>{t.page.sourceTip}</a>
                ) : (
                  <span class="code small">{ref}</span>
                )}
              </li>
            ))}
          </ul>
          <p class="quiet">{t.page.others}</p>
        </>
      )}
    </Card>
  )
}

/** What the machine can look at is ticked; what it cannot is asked of the second person. */
function Machine({ view: { frame, reading } }: { view: IndicatorView }) {
  const { lang } = frame
  const { row, isGoodName } = reading
  const t = indicatorWords[lang].page
  const many = formatNumber(row.reports, lang)
  return (
    <Card title={t.machine}>
      <ul class="plain stack">
        <li>
          {isGoodName ? "✗ " : "✓ "}
          {isGoodName ? t.machineBad : t.machineGood}
        </li>
        <li>✓ {t.machineTlp}</li>
        <li>
          {row.reports >= 5 ? "✓ " : "– "}
          {row.reports >= 5 ? t.machineMany(many) : t.machineFew(many)}
        </li>
      </ul>
    </Card>
  )
}

/** Naming the task has a card of its own. */
const stepsOf = (may: readonly FormName[]) => may.filter((name) => name !== "serve")

function startFor(name: FormName, view: IndicatorView) {
  if (name === "edit") return startOf(view)
  return name === "answer" ? { assignmentId: proposedTask(view.reading.serving.tasks) } : {}
}

function Next({ view }: { view: IndicatorView }) {
  const { frame, reading } = view
  const may = stepsOf(view.may)
  const t = indicatorWords[frame.lang].page
  const { row } = reading
  const isOpenFirst = may[0]
  return (
    <Card title={t.next} id="buoc-tiep">
      {row.state === "waiting" && !may.includes("release") && <Seconds reading={reading} t={t} />}
      {may.length === 0 && row.state !== "waiting" && <p>{t.nothing}</p>}
      {may.map((name) => (
        <StepForm
          name={name}
          form={forms[name]}
          action={paths.indicatorForm(row.id, forms[name].slug)}
          failed={view.failed}
          isOpen={name === isOpenFirst && name !== "recall"}
          start={startFor(name, view)}
          options={{ ...optionsOf(view), assignmentId: taskOptions(reading.serving.tasks, frame.lang) }}
        />
      ))}
    </Card>
  )
}

/** What receivers did; the owner reads how long it took until the last one blocked. */
function Answers({ view: { frame, reading }, releasedAt }: { view: IndicatorView; releasedAt: string }) {
  const { lang } = frame
  const t = indicatorWords[lang]
  const hours = hoursToLastBlock(reading.answers, releasedAt)
  const { kind, value } = reading.row
  const operator = kind === "phone" ? operatorOf(value) : null
  return (
    <Card title={reading.isOurs ? t.page.answers : t.page.answersOwn}>
      {reading.answers.length === 0 && <p class="quiet">{t.page.answersNone}</p>}
      <ul class="plain stack">
        {reading.answers.map((one) => (
          <li>
            <b>{one.bodyName}</b>: {t.answers[one.answer]}
            {one.answer === "not-ours" && operator !== null && ` (${words[lang].prefix(operator)})`}
            {one.doneAt !== null && ` ${t.page.answerDone(formatInstant(one.doneAt, lang))}`}
            {one.note !== null && <p class="quiet">{one.note}</p>}
          </li>
        ))}
      </ul>
      {reading.isOurs && hours !== null && <p>{t.page.lastBlock(formatNumber(hours, lang))}</p>}
    </Card>
  )
}

function Sightings({ view: { frame, reading } }: { view: IndicatorView }) {
  const { lang } = frame
  return (
    <Card title={indicatorWords[lang].page.sightings}>
      <ul class="plain stack">
        {reading.sightings.map((one) => (
          <li>
            <b>{formatInstant(one.seenAt, lang)}</b> · {one.bodyName}
            {one.note !== null && <p class="quiet">{one.note}</p>}
          </li>
        ))}
      </ul>
    </Card>
  )
}

export function optionsOf({
  tricks,
  places,
  isAuthority,
  frame,
}: Pick<IndicatorView, "tricks" | "places" | "isAuthority" | "frame">) {
  const { audiences } = indicatorWords[frame.lang]
  return {
    trick: tricks,
    recipients: places,
    // An enterprise is not offered what it may not.
    audience: Object.entries(audiences)
      .filter(([value]) => isAuthority || value !== "public")
      .map(([value, label]) => ({ value, label })),
  }
}

function startOf({ reading: { row, recipients } }: IndicatorView) {
  return {
    tlp: row.tlp,
    audience: row.audience,
    recipients: recipients.map((one) => one.id),
    trick: row.trick ?? "",
    confidence: confidenceOf(row.confidence),
    reasons: row.reasons,
    validUntil: row.validUntil,
  }
}
