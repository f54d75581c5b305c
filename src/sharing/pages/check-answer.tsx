/** The answer of the public check: verdict, what not to do, the way out for who has paid; then why, and what to do. */
import { formatDate, formatInstant } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Actions, Banner, Button, Card, DefinitionList, Layout, OwnForm } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { type ScamType, signalPaths } from "../../signals/index.ts"
import type { Answer, Found, Hit } from "../domain/verdict.ts"
import { paths } from "../paths.ts"
import { checkWords } from "../words-check.ts"
import { publicWords } from "../words-public.ts"
import { FoundList, Pasted, sentenceOf, shownOf } from "./found.tsx"
import { Verdict } from "./shapes.tsx"

export type AnswerView = {
  frame: Frame
  text: string
  answer: Answer
  at: string
  tricks: readonly ScamType[]
  /** Whom the portal tells people to call first. */
  police: readonly { number: string }[]
}

export function answerPage(view: AnswerView) {
  const { frame, answer, text } = view
  const t = checkWords[frame.lang]
  const isOne = isOneThing(view)
  return (
    <Layout
      {...frame}
      url={paths.check}
      again={{ text }}
      audience="public"
      hasVerdict
      noReferrer
      heading="own"
      title={titleOf(view)}
      current={paths.check}
    >
      <Verdict of={answer.overall} name={t.names[answer.overall]} title={titleOf(view)}>
        <p>{leadOf(view)}</p>
        {answer.overall !== "official" && (
          <p>
            <a href={signalPaths.reportMoney}>
              <b>{t.leads.lost}</b>
            </a>
          </p>
        )}
      </Verdict>
      <div class="wrap page stack">
        <div class="narrow stack">
          {isOne ? <One {...view} /> : <Message {...view} />}
          {answer.overall === "unknown" && <Three lang={frame.lang} />}
          <Next {...view} />
          <Why {...view} />
          {answer.overall === "unknown" && <Means {...view} />}
          <Ends {...view} />
        </div>
      </div>
    </Layout>
  )
}

/** A number with nothing else around it needs no list. */
function isOneThing({ answer, text }: AnswerView): boolean {
  const [only, ...others] = answer.found
  if (only === undefined || others.length > 0 || answer.trick !== null || answer.pressure.length > 0)
    return false
  return text.trim().length <= only.thing.span[1] - only.thing.span[0] + 30
}

const nameOf = ({ thing }: Found, text: string, lang: Lang) =>
  checkWords[lang].kinds[thing.kind](shownOf(thing, text))

const trickName = ({ tricks, frame }: AnswerView, slug: string | null): string | null => {
  const found = tricks.find(({ value }) => value === slug)
  return found === undefined ? null : frame.lang === "vi" ? found.label : found.labelEn
}

function titleOf(view: AnswerView): string {
  const { answer, text, frame } = view
  const t = checkWords[frame.lang].titles
  const [first] = answer.found
  const one = isOneThing(view) ? first : undefined
  switch (answer.overall) {
    case "warned":
      // The site itself may be anybody's: one link on it was warned of.
      if (answer.found.every(isNotWarnedOrByLink)) return one === undefined ? t.warnedLinkIn : t.warnedLink
      return one === undefined ? t.warnedMessage : t.warnedOne(nameOf(one, text, frame.lang))
    case "official":
      return answer.found.length === 1 && first !== undefined
        ? officialTitle(first, frame.lang)
        : t.officialAll
    case "doubt":
      return doubtTitle(view)
    case "unknown": {
      if (answer.found.length === 0) return t.unknownMessage
      return answer.found.length === 1 && first !== undefined
        ? t.unknownOne(nameOf(first, text, frame.lang))
        : t.unknownMany
    }
  }
}

const isNotWarnedOrByLink = ({ told }: Found) => told.verdict !== "warned" || told.through === "link"

function officialTitle({ told }: Found, lang: Lang): string {
  const t = checkWords[lang].titles
  if (told.verdict === "official-number") return t.officialNumber(told.official.name)
  if (told.verdict === "official-mail") return t.officialMail(told.official.name)
  return told.verdict === "official-site" ? t.officialSite(told.official.name) : t.officialAll
}

function doubtTitle(view: AnswerView): string {
  const t = checkWords[view.frame.lang].titles
  for (const { told } of view.answer.found)
    if (told.verdict === "alike") return told.alike.of === null ? t.mixed : t.alike(told.alike.of.name)
  const trick = trickName(view, view.answer.trick)
  return trick === null ? t.pressed : t.trick(trick)
}

function leadOf(view: AnswerView): string {
  const { answer, frame } = view
  const t = checkWords[frame.lang].leads
  const trick = trickName(view, answer.trick)
  const like = trick === null ? "" : ` ${t.like(trick)}`
  return answer.overall === "warned" ? `${t.warned}${like}` : t[answer.overall]
}

function One({ answer, frame }: AnswerView) {
  const t = checkWords[frame.lang]
  const [found] = answer.found
  if (found === undefined) return null
  const { told } = found
  if (told.verdict === "official-number")
    return (
      <>
        <Banner tone="soon" title={t.official.called}>
          {t.official.calledHow}
        </Banner>
        <DefinitionList
          items={[
            { term: t.official.whose, value: told.official.name },
            {
              term: t.official.source,
              value: told.official.isChecked ? t.official.sourceChecked : t.official.sourceList,
            },
          ]}
        />
        <Actions>
          <Button href={`tel:${told.official.number}`}>{t.now.call(told.official.number)}</Button>
        </Actions>
      </>
    )
  if (told.verdict === "official-site" || told.verdict === "official-mail")
    return (
      <>
        <Banner tone="soon" title={told.official.domain}>
          {told.verdict === "official-site" ? t.official.site : t.official.mail}
        </Banner>
        <DefinitionList
          items={[
            { term: t.official.whose, value: told.official.name },
            { term: t.official.source, value: t.official.sourceList },
          ]}
        />
      </>
    )
  if (told.verdict === "alike") return <FoundList answer={answer} text="" lang={frame.lang} trick={null} />
  if (told.verdict === "warned")
    return (
      <>
        {told.through !== "itself" && <p>{sentenceOf(told, frame.lang)}</p>}
        {told.hit.contested && (
          <Banner tone="calm" title={t.contest.link}>
            {t.found.contested}
          </Banner>
        )}
      </>
    )
  return told.note === null ? null : <p>{sentenceOf(told, frame.lang)}</p>
}

function Message(view: AnswerView) {
  const { answer, text, frame } = view
  return (
    <section class="stack">
      <h2>{checkWords[frame.lang].pasted}</h2>
      <Pasted answer={answer} text={text} />
      <FoundList answer={answer} text={text} lang={frame.lang} trick={trickName(view, answer.trick)} />
    </section>
  )
}

function Three({ lang }: { lang: Lang }) {
  const t = checkWords[lang].three
  return (
    <Card title={t.title}>
      <ol class="then">
        <li>{t.hurry}</li>
        <li>{t.secret}</li>
        <li>{t.money}</li>
      </ol>
      <p>{t.stop}</p>
    </Card>
  )
}

/** What to do, and the report with what was typed already in it: by POST, so that no address holds it. */
function Next(view: AnswerView) {
  const { answer, text, frame, police } = view
  const t = checkWords[frame.lang].now
  const isOne = isOneThing(view)
  const isUrgent = answer.overall === "warned" || answer.overall === "doubt"
  const trick = trickOf(view)
  return (
    <section class={isUrgent ? "card stack" : "stack"}>
      {isUrgent && (
        <>
          <h2>{t.title}</h2>
          <ol class="then">
            <li>
              <b>{t.keep}</b> {t.keepWhy}
            </li>
            <li>
              <b>{t.ask}</b> {t.askHow}
            </li>
            <li>
              <b>{t.app}</b> {t.appHow}
            </li>
          </ol>
          {trick !== null && frame.lang === "vi" && (
            <p>
              <b>{t.known}:</b> {trick.advice}
            </p>
          )}
          {trick !== null && (
            <p>
              <a href={signalPaths.trick(trick.value)}>{publicWords[frame.lang].one.trick}</a>
            </p>
          )}
        </>
      )}
      {answer.overall !== "official" && (
        <form method="post" action={signalPaths.reportFilled} class="stack">
          <OwnForm />
          <input
            type="hidden"
            name="target"
            value={answer.found
              .map(({ thing }) => shownOf(thing, text))
              .join(", ")
              .slice(0, 400)}
          />
          <input type="hidden" name="text" value={isOne ? "" : checkWords[frame.lang].reportText(text)} />
          <Actions>
            <Button>{isOne ? t.reportNumber : t.report}</Button>
            {police.slice(0, 1).map(({ number }) => (
              <Button look="second" href={`tel:${number}`}>
                {t.call(number)}
              </Button>
            ))}
          </Actions>
        </form>
      )}
      <Actions>
        <Button look="second" href={paths.check}>
          {t.again}
        </Button>
      </Actions>
    </section>
  )
}

/** The trick that was warned about, else the one that the words resemble. */
function trickOf({ answer, tricks }: AnswerView): ScamType | null {
  const slug = hitsOf(answer).find(({ trick }) => trick !== null)?.trick ?? answer.trick
  return tricks.find(({ value }) => value === slug) ?? null
}

const hitsOf = ({ found }: Answer): Hit[] =>
  found.flatMap(({ told }) => (told.verdict === "warned" ? [told.hit] : []))

function Why(view: AnswerView) {
  const { answer, text, frame } = view
  const t = checkWords[frame.lang].why
  const warned = answer.found.filter(({ told }) => told.verdict === "warned")
  if (warned.length === 0) return null
  return (
    <section class="stack">
      <h2>{t.title}</h2>
      {warned.map((one) =>
        one.told.verdict !== "warned" ? null : (
          <>
            {warned.length > 1 && <h3>{t.about(nameOf(one, text, frame.lang))}</h3>}
            <HitFacts view={view} hit={one.told.hit} />
          </>
        ),
      )}
    </section>
  )
}

function HitFacts({ view, hit }: { view: AnswerView; hit: Hit }) {
  const { lang } = view.frame
  const t = checkWords[lang].why
  const trick = trickName(view, hit.trick)
  const items = [
    { term: t.since, value: formatDate(hit.since, lang) },
    { term: t.until, value: formatDate(hit.until, lang) },
    {
      term: t.reports,
      value: hit.reports === null ? t.reportsFew : t.reportsRange(hit.reports.replace("-", " – ")),
    },
    ...(trick === null ? [] : [{ term: t.trick, value: trick }]),
    { term: t.who, value: t.whoTwo },
  ]
  return (
    <>
      <DefinitionList items={items} />
      {hit.warningCode !== null && (
        <p>
          <a href={paths.publicWarning(hit.warningCode)}>{t.read(String(hit.warningCode))}</a>
        </p>
      )}
    </>
  )
}

function Means({ frame, at }: AnswerView) {
  const t = checkWords[frame.lang].means
  return (
    <section class="stack">
      <h2>{t.title}</h2>
      <DefinitionList
        items={[
          { term: t.where, value: t.whereAll },
          { term: t.until, value: formatInstant(at, frame.lang) },
          { term: t.notKnown, value: t.notKnownWhat },
        ]}
      />
      <p class="quiet">
        {t.noLink} {t.notFollowed}
      </p>
    </section>
  )
}

function Ends({ frame, answer }: AnswerView) {
  const t = checkWords[frame.lang]
  return (
    <>
      {answer.overall === "unknown" && (
        <Banner tone="late" title={t.lost.title}>
          {t.lost.text} <a href={signalPaths.reportMoney}>{t.lost.link}</a>
        </Banner>
      )}
      {answer.overall === "warned" && (
        <Banner tone="calm" title={t.contest.title}>
          {t.contest.text} <a href={paths.contest}>{t.contest.link}</a>
        </Banner>
      )}
    </>
  )
}
