/** One warning as officers see it: its words, who waits for whom, what its release would send where. */
import { formatDate, formatInstant, formatNumber } from "../../kernel/format.ts"
import type { Failed } from "../../kernel/forms/index.ts"
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
  Tag,
} from "../../kernel/ui/index.ts"
import { spokenIdentifier } from "../../signals/index.ts"
import type { WarningReading } from "../actions/reading-warnings.ts"
import { type WarningFormName, warningForms } from "../forms-warning.ts"
import { paths } from "../paths.ts"
import type { Attached } from "../store/warnings.ts"
import { words } from "../words.ts"
import { indicatorWords } from "../words-indicator.ts"
import { warningWords } from "../words-warning.ts"
import { History, Road } from "./record.tsx"
import { ServingCard } from "./serving.tsx"
import { spoken } from "./spoken.ts"
import { StateTag, TlpTag } from "./state-tag.tsx"
import { Machine, NextOfWarning, Sends } from "./warning-release.tsx"

export type WarningView = {
  frame: Frame
  reading: WarningReading
  may: readonly WarningFormName[]
  tricks: readonly Option[]
  attachable: readonly Attached[]
  isAuthority: boolean
  mayWrite: boolean
  failed: Failed<WarningFormName> | null
  refused: string | null
  isDone: boolean
}

export function warningPage(view: WarningView) {
  const { frame, reading } = view
  const { lang } = frame
  const { row } = reading
  const t = warningWords[lang]
  return (
    <Layout
      {...frame}
      title={view.may.includes("release") ? t.page.titles.yours : t.page.titles[row.state](row.title)}
      current={paths.sharing}
      crumbs={[
        { href: paths.sharing, label: words[lang].nav },
        { href: paths.warnings, label: indicatorWords[lang].list.warnings },
        { label: row.code === null ? t.page.crumb : t.list.code(String(row.code)) },
      ]}
      lead={
        <>
          <StateTag state={row.state} lang={lang} />{" "}
          <Tag tone={row.severity === "urgent" ? "late" : "soon"}>{t.severities[row.severity]}</Tag>
        </>
      }
    >
      {view.isDone && <Banner isAnswer tone="good" title={t.page.done} />}
      {view.refused !== null && <Banner isAnswer tone="soon" title={view.refused} />}
      {reading.doubts.map(({ value, byName, at }) => (
        <Banner tone="soon" title={t.doubted.title(spokenIdentifier(value), byName)}>
          {t.doubted.what(formatInstant(at, lang))}
        </Banner>
      ))}
      {reading.isOurs && row.state !== "refused" && (
        <Road row={row} label={t.page.road} stations={stationsOf(view)} />
      )}
      <Split wide>
        <Stack>
          <Words view={view} />
          {reading.isOurs && row.state === "waiting" && <Machine view={view} />}
          {reading.isOurs && <NextOfWarning view={view} />}
        </Stack>
        <Stack>
          {reading.release !== null && <Sends view={view} />}
          <About view={view} />
          {reading.serving !== null && (
            <ServingCard
              serving={reading.serving}
              form={view.may.includes("serve") ? warningForms.serve : null}
              action={paths.warningForm(row.id, warningForms.serve.slug)}
              failed={view.failed}
              lang={lang}
            />
          )}
          {reading.isOurs && <History title={t.page.history} events={reading.events} />}
        </Stack>
      </Split>
    </Layout>
  )
}

function stationsOf({ frame, reading: { row }, may }: WarningView) {
  const t = warningWords[frame.lang].page
  const from = row.tips === 0 ? "" : `, ${t.roadFrom(formatNumber(row.tips, frame.lang))}`
  const you = may.includes("release") ? `: ${t.roadYou}` : ""
  return {
    written: `${t.roadWritten(row.writtenName ?? "")}${from}`,
    second: `${t.roadSecond}${you}`,
    out: t.roadOut,
  }
}

/** The words as people will read them, in the order of the public page. */
function Words({ view: { frame, reading } }: { view: WarningView }) {
  const { row } = reading
  const t = warningWords[frame.lang].page
  return (
    <Card title={row.title}>
      <h3>{t.looksLike}</h3>
      <p class="said">{row.looksLike}</p>
      <h3>{t.signs}</h3>
      <ol>
        {row.signs.map((one) => (
          <li>{one}</li>
        ))}
      </ol>
      <h3>{t.whatToDo}</h3>
      <ol>
        {row.whatToDo.map((one) => (
          <li>{one}</li>
        ))}
      </ol>
      {row.spoken !== null && (
        <>
          <h3>{t.spoken}</h3>
          <p class="said">{row.spoken}</p>
        </>
      )}
    </Card>
  )
}

function About({ view }: { view: WarningView }) {
  const { frame, reading, tricks } = view
  const { lang } = frame
  const { row, attached, replaced } = reading
  const t = warningWords[lang]
  const by = (name: string | null, at: string) =>
    t.page.by(reading.isOurs ? (name ?? "") : row.bodyName, formatInstant(at, lang))
  const facts: (Definition | null)[] = [
    { term: t.page.owner, value: row.bodyName },
    row.trick === null
      ? null
      : { term: t.page.trick, value: tricks.find((one) => one.value === row.trick)?.label ?? row.trick },
    { term: t.page.audience, value: t.audiences[row.audience] },
    row.areas.length === 0 ? null : { term: t.page.areas, value: row.areas.join(", ") },
    { term: t.page.expires, value: t.page.until(formatDate(row.expiresOn, lang)) },
    row.releasedAt === null ? null : { term: t.page.released, value: by(row.releasedName, row.releasedAt) },
    row.recalledAt === null
      ? null
      : {
          term: t.page.recalled,
          value: `${by(row.recalledName, row.recalledAt)}: ${row.recallReason ?? ""}`,
        },
    replaced === null
      ? null
      : {
          term: t.page.replaces,
          value: (
            <a href={paths.warning(replaced.id)}>
              {replaced.code === null ? t.page.replacesOld : t.list.code(String(replaced.code))}
            </a>
          ),
        },
  ]
  return (
    <Card title={t.page.about}>
      <DefinitionList items={facts.filter((one) => one !== null)} />
      <h3>{t.page.attached}</h3>
      {attached.length === 0 && <p class="quiet">{t.page.attachedNone}</p>}
      <ul class="plain">
        {attached.map((one) => (
          <li>
            <a href={paths.indicator(one.id)} class="code small">
              {spoken(one)}
            </a>{" "}
            <TlpTag tlp={one.tlp} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
