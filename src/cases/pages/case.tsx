/** The page of one case: where it stands, the clock that presses, what may be done now, what happened. */
import { formatDate, formatMoney } from "../../kernel/format.ts"
import { localDateOf } from "../../kernel/time.ts"
import {
  Banner,
  Card,
  type Definition,
  DefinitionList,
  DueTag,
  Layout,
  type Step as RoadStep,
  Split,
  Stack,
  Steps,
  Tag,
} from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { publicStates, signalPaths } from "../../signals/index.ts"
import type { CaseReading, ShownAct } from "../actions/reading.ts"
import { rangeFor } from "../domain/fines.ts"
import type { State } from "../domain/life.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { casefileWords } from "../words-casefile.ts"
import { successionWords } from "../words-succession.ts"
import { tipWords } from "../words-tips.ts"
import { Clocks } from "./clocks.tsx"
import { DossierCard, Exhibits } from "./files.tsx"
import { History } from "./history.tsx"
import { NextSteps } from "./next.tsx"
import { People, RelatedCases } from "./people.tsx"
import { StateTag } from "./state-tag.tsx"
import type { CaseView } from "./view.ts"

export function casePage(view: CaseView) {
  const { frame, reading } = view
  const { lang } = frame
  const { row, today } = reading
  const t = words[lang]
  return (
    <Layout
      {...frame}
      title={row.title}
      current={paths.cases}
      crumbs={[{ href: paths.cases, label: t.nav.cases }, { label: row.number }]}
      lead={
        <>
          <StateTag state={row.state} lang={lang} />{" "}
          {row.outcome !== null && <Tag tone="good">{t.outcomes[row.outcome]}</Tag>}{" "}
          {row.dueOn !== null && <DueTag dueOn={row.dueOn} today={today} />}
          <p class="quiet">
            {row.number}
            {row.numberedBy !== null &&
              ` (${successionWords[lang].numberedBy(reading.bodyNames.get(row.numberedBy) ?? "")})`}{" "}
            · {formatDate(row.openedOn, lang)} · {t.page.by(row.openedName)}
          </p>
        </>
      }
    >
      {view.isDone && <Banner isAnswer tone="good" title={t.page.done} />}
      {view.refused !== null && <Banner isAnswer tone="soon" title={view.refused} />}
      <Steps label={t.page.road} steps={roadOf(reading, lang)} />
      <Split wide>
        <Stack>
          <Clocks view={view} />
        </Stack>
        <NextSteps view={view} />
      </Split>
      <Split wide>
        <Stack>
          <Acts reading={reading} lang={lang} />
          {row.summary !== "" && <p class="measure">{row.summary}</p>}
          <Exhibits view={view} />
          <History view={view} />
        </Stack>
        <Stack>
          <People reading={reading} lang={lang} />
          <RelatedCases reading={reading} lang={lang} />
          <DossierCard view={view} />
          <Tips reading={reading} lang={lang} />
          <Requests reading={reading} lang={lang} />
          <Transfers reading={reading} lang={lang} />
        </Stack>
      </Split>
    </Layout>
  )
}

const roads: Readonly<Record<"sanction" | "prevent" | "clear" | "transfer", readonly State[]>> = {
  sanction: ["opened", "verifying", "recorded", "decided", "executed", "closed"],
  prevent: ["opened", "verifying", "preventing", "closed"],
  clear: ["opened", "verifying", "cleared", "closed"],
  transfer: ["opened", "verifying", "transferred", "prosecuted", "closed"],
}

/** The road that the case is on; before it is known, the longest. */
function roadOf({ row, reached }: CaseReading, lang: Lang): RoadStep[] {
  const key =
    row.state === "preventing" || row.outcome === "prevented"
      ? "prevent"
      : row.state === "cleared" || row.outcome === "no-violation"
        ? "clear"
        : row.state === "transferred" || row.state === "prosecuted" || row.outcome === "prosecuted"
          ? "transfer"
          : "sanction"
  const road = roads[key]
  const now = road.indexOf(row.state)
  return road.map((state, i) => {
    const at = i > now ? undefined : reached.get(state)
    return {
      label: words[lang].road[state],
      state: i < now ? "done" : i === now ? "now" : "next",
      ...(at === undefined ? {} : { on: localDateOf(new Date(at)) }),
    }
  })
}

function Acts({ reading, lang }: { reading: CaseReading; lang: Lang }) {
  const t = words[lang].page
  const { late, fines } = reading.owed
  return (
    <Card title={t.acts}>
      {reading.shownActs.length === 0 && <p class="quiet">{t.noActs}</p>}
      {reading.shownActs.map((one) => (
        <OneAct one={one} lang={lang} />
      ))}
      {late > 0 && (
        <p class="late">
          <b>{t.owed(formatMoney(fines, lang), formatMoney(late, lang))}</b>
        </p>
      )}
    </Card>
  )
}

function OneAct({ one, lang }: { one: ShownAct; lang: Lang }) {
  const { act, violation, repeats } = one
  const t = words[lang]
  const facts: Definition[] = [
    { term: t.page.offender, value: `${act.offenderName} (${t.offenders[act.offenderKind]})` },
    { term: t.page.committed, value: formatDate(act.committedOn, lang) },
    { term: t.page.found, value: formatDate(act.foundOn, lang) },
    { term: t.page.article, value: `${violation.law}, ${act.typed?.article ?? violation.article}` },
    { term: t.page.range, value: rangeText(one, lang) },
  ]
  if (act.sanction !== null) {
    const { number, amount, remedy } = act.sanction
    const value =
      amount === null ? t.page.remedy(number, remedy) : t.page.fine(number, formatMoney(amount, lang))
    facts.push({ term: t.page.sanction, value })
  }
  return (
    <section>
      <h3>{act.description}</h3>
      <p class="quiet">{violation.behaviour}</p>
      <DefinitionList items={facts} />
      {repeats.map((repeat) => (
        <p>
          <Tag tone="soon">{t.page.repeat(repeat.number)}</Tag>
        </p>
      ))}
      {violation.criminalThreshold !== "" && (
        <p class="quiet">{t.page.threshold(violation.criminalThreshold)}</p>
      )}
    </section>
  )
}

function rangeText({ act, violation }: ShownAct, lang: Lang): string {
  const t = words[lang].page
  const said = (range: { min: number; max: number }) =>
    t.rangeOf(formatMoney(range.min, lang), formatMoney(range.max, lang))
  if (act.typed !== null)
    return act.typed.confirmedBy === null ? `${said(act.typed)}: ${t.rangeTyped}` : said(act.typed)
  const range = violation.verified ? rangeFor(violation, act.offenderKind) : null
  return range === null ? t.rangeUnknown : said(range)
}

function Tips({ reading, lang }: { reading: CaseReading; lang: Lang }) {
  const t = tipWords[lang]
  if (reading.tips.length === 0) return null
  return (
    <Card title={t.tips}>
      <p class="quiet">{t.answered}</p>
      <ul class="plain stack">
        {reading.tips.map((tip) => (
          <li>
            <a href={signalPaths.signal(tip.id)}>{tip.gist}</a>
            <p class="quiet">
              {formatDate(localDateOf(new Date(tip.receivedAt)), lang)} · {casefileWords[lang].publicState}{" "}
              {publicStates(lang)[tip.state]}
              {tip.publicNote !== null && `. ${tip.publicNote}`}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Requests({ reading, lang }: { reading: CaseReading; lang: Lang }) {
  const t = words[lang]
  if (reading.shownRequests.length === 0) return null
  return (
    <Card title={t.page.requests}>
      {reading.shownRequests.map((one) => (
        <div>
          <p>
            <b>{reading.bodyNames.get(one.enterpriseId)}</b>: {t.asks[one.asks]} ({one.targets.length}){" "}
            {one.answer === null ? (
              <DueTag dueOn={one.dueOn} today={reading.today} />
            ) : (
              <Tag tone={one.answer === "done" ? "good" : "soon"}>{t.answers[one.answer]}</Tag>
            )}{" "}
            {one.isLate && one.answer !== null && <Tag tone="late">{casefileWords[lang].lateAnswer}</Tag>}
          </p>
          <p class="quiet">{one.answerText ?? t.requests.waitingAnswer}</p>
        </div>
      ))}
    </Card>
  )
}

function Transfers({ reading, lang }: { reading: CaseReading; lang: Lang }) {
  const t = words[lang].page
  if (reading.transfers.length === 0) return null
  return (
    <Card title={t.transfers}>
      {reading.transfers.map((one) => (
        <div>
          <p>
            <b>{t.handed(reading.bodyNames.get(one.toBodyId) ?? "")}</b> · {formatDate(one.handedOn, lang)}
          </p>
          <p class="quiet">
            {one.signedName === null ? t.unsigned : t.signed(one.signedName)}
            {one.resultNote !== null && ` · ${one.resultNote}`}
          </p>
        </div>
      ))}
    </Card>
  )
}
