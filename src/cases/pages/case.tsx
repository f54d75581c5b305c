/** The page of one case: where it stands, the clock that presses, what may be done now, what happened. */
import { formatDate, formatInstant } from "../../kernel/format.ts"
import { localDateOf } from "../../kernel/time.ts"
import {
  Banner,
  Card,
  DeskNotes,
  DueTag,
  Layout,
  type Step as RoadStep,
  Split,
  Stack,
  Steps,
  Tag,
} from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { notesWords, publicStates, signalPaths } from "../../signals/index.ts"
import type { CaseReading } from "../actions/reading.ts"
import type { State } from "../domain/life.ts"
import { forms } from "../forms.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { casefileWords } from "../words-casefile.ts"
import { handlerWords } from "../words-handler.ts"
import { successionWords } from "../words-succession.ts"
import { targetWords } from "../words-targets.ts"
import { tipWords } from "../words-tips.ts"
import { Acts } from "./act.tsx"
import { Clocks } from "./clocks.tsx"
import { Execution } from "./execution.tsx"
import { DossierCard, Exhibits } from "./files.tsx"
import { History } from "./history.tsx"
import { NextSteps } from "./next.tsx"
import { LetterOf, Papers } from "./papers.tsx"
import { People, RelatedCases } from "./people.tsx"
import { Proofs } from "./proofs.tsx"
import { StateTag } from "./state-tag.tsx"
import { Suggestions } from "./suggestions.tsx"
import { TargetList } from "./target-answers.tsx"
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
            · {formatDate(row.openedOn, lang)} · {t.page.by(row.openedName)} ·{" "}
            {row.handlerName === null ? handlerWords[lang].nobody : handlerWords[lang].sees(row.handlerName)}
          </p>
        </>
      }
    >
      {view.isDone && <Banner isAnswer tone="good" title={t.page.done} />}
      {view.refused !== null && <Banner isAnswer tone="soon" title={view.refused} />}
      {reading.isMasked && (
        <Banner tone="soon" title={casefileWords[lang].masked}>
          <a href="#buoc-tiep">{forms.openWords.title[lang]}</a>
        </Banner>
      )}
      <Steps label={t.page.road} steps={roadOf(reading, lang)} />
      <Suggestions view={view} />
      <Split wide>
        <Stack>
          <Execution reading={reading} lang={lang} />
          <Clocks view={view} />
          <Acts reading={reading} lang={lang} />
        </Stack>
        <NextSteps view={view} />
      </Split>
      <Split wide>
        <Stack>
          {reading.origin !== null && (
            <p>
              {t.page.origin} <a href={reading.origin.path}>{reading.origin.label}</a>
            </p>
          )}
          {row.summary !== "" && <p class="measure">{row.summary}</p>}
          <DeskNotes words={notesWords[lang]} {...reading.noted} today={today} />
          <Exhibits view={view} />
          <History view={view} />
        </Stack>
        <Stack>
          <Papers view={view} />
          <People reading={reading} lang={lang} />
          <RelatedCases reading={reading} lang={lang} />
          <DossierCard view={view} />
          <Tips reading={reading} lang={lang} mayTakeOut={view.mayTakeTips} />
          <Requests view={view} />
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
      ...(at === undefined ? {} : { on: at }),
    }
  })
}

function Tips(props: { reading: CaseReading; lang: Lang; mayTakeOut: boolean }) {
  const { reading, lang, mayTakeOut } = props
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
              {mayTakeOut && (
                <>
                  {" · "}
                  <a href={paths.leavingTip(reading.row.id, tip.id)}>
                    {t.leaving.title}
                    <span class="hidden">: {tip.gist}</span>
                  </a>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Requests({ view }: { view: CaseView }) {
  const { reading } = view
  const { lang } = view.frame
  const t = words[lang]
  if (reading.shownRequests.length === 0) return null
  return (
    <Card title={t.page.requests}>
      {reading.shownRequests.map((one) => (
        <div>
          <p>
            <b>{reading.bodyNames.get(one.enterpriseId)}</b>: {t.asks[one.asks]} ({one.targets.length}){" "}
            {one.answer === null ? (
              one.withdrawnOn === null && <DueTag dueOn={one.dueOn} today={reading.today} />
            ) : (
              <Tag tone={one.answer === "done" ? "good" : "soon"}>{t.answers[one.answer]}</Tag>
            )}{" "}
            {one.isLate && one.answer !== null && <Tag tone="late">{casefileWords[lang].lateAnswer}</Tag>}
          </p>
          <p class="quiet">
            {(one.answerText === "" ? null : one.answerText) ??
              (one.withdrawnOn === null
                ? one.answer === null
                  ? [
                      t.requests.waitingAnswer,
                      one.remindedAt === null
                        ? ""
                        : targetWords[lang].remindedShort(formatInstant(one.remindedAt, lang)),
                    ]
                      .filter((part) => part !== "")
                      .join(", ")
                  : ""
                : casefileWords[lang].withdrawn(
                    formatDate(one.withdrawnOn, lang),
                    one.withdrawnReason ?? "",
                  ))}
          </p>
          <TargetList
            targets={one.targets}
            rows={one.single}
            hrefOf={(target) => signalPaths.aboutOf("", target)}
            lang={lang}
          />
          <Proofs proofs={one.proofs} lang={lang} />
          <LetterOf requestId={one.id} view={view} />
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
