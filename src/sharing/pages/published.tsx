/** `/canh-bao`: what is warned about now; `/canh-bao/SỐ`: one warning, in the words and the order of its poster. */
import { formatDate, formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  Banner,
  Button,
  Door,
  EmptyState,
  Field,
  Form,
  Layout,
  type ListState,
  Stack,
} from "../../kernel/ui/index.ts"
import { type ScamType, signalPaths, spokenIdentifier } from "../../signals/index.ts"
import type { NamedIndicator, Shown } from "../actions/published.ts"
import { lengthOf, messageOf, minutesOf, withoutAccents, zaloOf } from "../domain/passing-on.ts"
import { severities } from "../domain/published.ts"
import { feedPaths } from "../feeds/paths.ts"
import { feedWords } from "../feeds/words.ts"
import { paths } from "../paths.ts"
import { pushWords } from "../pushes/words.ts"
import { subscriptionWords } from "../subscriptions/words.ts"
import { publicWords } from "../words-public.ts"
import { Verdict } from "./shapes.tsx"

export type WarningsFilter = "noi" | "kieu" | "muc"
export type WarningsView = {
  frame: Frame
  state: ListState<WarningsFilter>
  shown: readonly Shown[]
  hasMore: boolean
  areas: readonly string[]
  tricks: readonly ScamType[]
}

const labelOf = (trick: ScamType, { lang }: Frame) => (lang === "vi" ? trick.label : trick.labelEn)

export function warningsPage(view: WarningsView) {
  const { frame, state, shown } = view
  const t = publicWords[frame.lang].list
  const live = shown.filter(({ standing }) => standing === "live")
  const over = shown.filter(({ standing }) => standing !== "live")
  return (
    <Layout
      {...frame}
      audience="public"
      hasVerdict
      title={t.title}
      lead={t.lead}
      current={paths.publicWarnings}
    >
      <Actions>
        <Button href={paths.check}>{t.check}</Button>
      </Actions>
      <Filters {...view} />
      {live.length === 0 && <EmptyState title={t.none}>{t.noneHow}</EmptyState>}
      <Stack>
        {live.map((one) => (
          <Row warning={one} frame={frame} tricks={view.tricks} />
        ))}
      </Stack>
      {over.length > 0 && (
        <section class="stack">
          <h2>{t.over}</h2>
          {over.map((one) => (
            <Row warning={one} frame={frame} tricks={view.tricks} />
          ))}
        </section>
      )}
      <p>
        <a href={signalPaths.tricks}>{t.tricks}</a>
      </p>
      <p>
        <a href={paths.contest}>{publicWords[frame.lang].one.mine}</a>
      </p>
      <p>
        <a href={paths.contestFigures}>{t.figures}</a>
      </p>
      <p>
        <a href={paths.subscribe}>{subscriptionWords[frame.lang].title}</a> ·{" "}
        <a href={paths.push}>{pushWords[frame.lang].title}</a>
      </p>
      <p>
        <a href={feedPaths.feeds}>{feedWords[frame.lang].title}</a>
      </p>
      {view.hasMore && (
        <p>
          <a href={nextOf(state)}>{t.more}</a>
        </p>
      )}
    </Layout>
  )
}

function nextOf({ path, filters, page }: ListState<WarningsFilter>): string {
  const asked = Object.entries(filters).filter(([, value]) => value !== "")
  return `${path}?${new URLSearchParams([...asked, ["trang", String(page + 1)]])}`
}

function Filters({ frame, state, areas, tricks }: WarningsView) {
  const t = publicWords[frame.lang]
  return (
    <details class="more" open={state.isFiltered}>
      <summary>{t.list.filter}</summary>
      <Form action={paths.publicWarnings} method="get" id="loc" answers={state.filters}>
        <Field
          kind="select"
          name="noi"
          label={t.list.area}
          empty={t.list.any}
          options={areas.map((area) => ({ value: area, label: area }))}
          optional
        />
        <Field
          kind="select"
          name="kieu"
          label={t.list.trick}
          empty={t.list.any}
          options={tricks.map((trick) => ({ value: trick.value, label: labelOf(trick, frame) }))}
          optional
        />
        <Field
          kind="select"
          name="muc"
          label={t.list.severity}
          empty={t.list.any}
          options={severities.map((value) => ({ value, label: t.severities[value] }))}
          optional
        />
        <Actions>
          <Button look="second">{t.list.filter}</Button>
        </Actions>
      </Form>
    </details>
  )
}

function Row({ warning, frame, tricks }: { warning: Shown; frame: Frame; tricks: readonly ScamType[] }) {
  const t = publicWords[frame.lang]
  const trick = tricks.find(({ value }) => value === warning.trick)
  const said = [
    warning.standing === "live" ? t.severities[warning.severity] : t.states[warning.standing],
    t.one.since(formatDate(warning.releasedOn, frame.lang)).replace(/\.$/, ""),
    warning.areas.slice(0, 4).join(", "),
    trick === undefined ? "" : labelOf(trick, frame),
  ].filter((word) => word !== "")
  return (
    <Door href={paths.publicWarning(warning.code)} title={warning.title}>
      {said.join(" · ")}
    </Door>
  )
}

export type WarningView = {
  frame: Frame
  /** The address that people type, that of its picture, and who publishes. */
  url: string
  image: string
  publisher: string
  warning: Shown
  named: readonly NamedIndicator[]
  isContested: boolean
  isDoubted: boolean
}

export function warningPage(view: WarningView) {
  const { frame, warning } = view
  const t = publicWords[frame.lang]
  const isLive = warning.standing === "live"
  const name = isLive
    ? t.one.name(t.severities[warning.severity])
    : t.one.nameOver(t.states[warning.standing].toLocaleLowerCase(frame.lang))
  return (
    <Layout
      {...frame}
      audience="public"
      hasVerdict
      heading="own"
      title={warning.title}
      current={paths.publicWarnings}
      {...(isLive && { sentOn: sentOnOf(view) })}
    >
      <Verdict of={isLive ? "warned" : "unknown"} name={name} title={warning.title}>
        <p>
          {t.one.since(formatDate(warning.releasedOn, frame.lang))}{" "}
          {warning.areas.length === 0 ? t.one.everywhere : t.one.inAreas(warning.areas.join(", "))}
        </p>
      </Verdict>
      <div class="wrap page stack">
        <div class="narrow stack">
          {isLive ? <Text {...view} /> : <Over {...view} />}
          <p>
            <a href={paths.publicWarnings}>{t.one.all}</a>
          </p>
        </div>
      </div>
    </Layout>
  )
}

/** Words for messengers and programs (schema.org), of a warning that holds: one that is over is not spread any further. */
function sentOnOf({ warning, url, image, publisher }: WarningView) {
  const description =
    warning.looksLike.length > 200 ? `${warning.looksLike.slice(0, 199)}…` : warning.looksLike
  const organization = { "@type": "GovernmentOrganization", name: publisher }
  const structured = {
    "@context": "https://schema.org",
    "@type": "SpecialAnnouncement",
    name: warning.title,
    text: [warning.looksLike, ...warning.whatToDo].join("\n"),
    datePosted: warning.releasedOn,
    expires: warning.expiresOn,
    inLanguage: "vi",
    url,
    image,
    publisher: organization,
    ...(warning.areas.length > 0 && {
      spatialCoverage: warning.areas.map((name) => ({ "@type": "AdministrativeArea", name })),
    }),
  }
  return { description, url, image, published: warning.releasedOn, structured }
}

function PassOn({ frame, warning, url }: WarningView) {
  const t = publicWords[frame.lang].one
  const passed = { title: warning.title, whatToDo: warning.whatToDo, link: url }
  const message = messageOf(passed)
  const texts = [
    { name: t.sms, text: message },
    { name: t.smsPlain, text: withoutAccents(message) },
  ]
  return (
    <details class="more">
      <summary>{t.passOn}</summary>
      {texts.map(({ name, text }) => {
        const { alphabet, units, parts } = lengthOf(text)
        const count = (n: number) => formatNumber(n, frame.lang)
        return (
          <>
            <h3>{name}</h3>
            <p class="said">{text}</p>
            <p class="quiet">{t.counted(count(units), count(parts), alphabet)}</p>
          </>
        )
      })}
      <h3>{t.card}</h3>
      <p>
        <a href={paths.card(warning.code)}>{t.cardOpen}</a>
      </p>
      <h3>{t.zalo}</h3>
      {zaloOf(passed)
        .split("\n")
        .map((line) => (
          <p class="said">{line}</p>
        ))}
    </details>
  )
}

/** What was taken back is not repeated: only that it was, when and why. */
function Over({ frame, warning }: WarningView) {
  const t = publicWords[frame.lang].one
  if (warning.standing === "expired")
    return <Banner tone="calm" title={t.expiredOn(formatDate(warning.expiresOn, frame.lang))} />
  return (
    <>
      <Banner
        tone="soon"
        title={t.recalledOn(formatDate(warning.recalledOn ?? warning.expiresOn, frame.lang))}
      />
      {warning.recallReason !== null && (
        <p>
          <b>{t.recalledWhy}:</b> {warning.recallReason}
        </p>
      )}
    </>
  )
}

function Text(view: WarningView) {
  const { frame, warning, named, isContested, isDoubted } = view
  const t = publicWords[frame.lang].one
  return (
    <>
      {isContested && <Banner tone="calm" title={t.contested} />}
      {isDoubted && <Banner tone="calm" title={t.doubted} />}
      <section class="stack">
        <h2>{t.looksLike}</h2>
        <p class="bubble">{warning.looksLike}</p>
        <p class="quiet">{t.rewritten}</p>
      </section>
      <section class="stack">
        <h2>{t.signs}</h2>
        <ol class="told-by">
          {warning.signs.map((sign) => (
            <li>
              <span>{sign}</span>
            </li>
          ))}
        </ol>
      </section>
      {warning.trick !== null && (
        <p>
          <a href={signalPaths.trick(warning.trick)}>{t.trick}</a>
        </p>
      )}
      {named.length > 0 && (
        <section class="stack">
          <h2>{t.named}</h2>
          <ul class="found">
            {named.map((one) => (
              <li>{namedAs(one, frame)}</li>
            ))}
          </ul>
        </section>
      )}
      <section class="stack">
        <h2>{t.toDo}</h2>
        <ol class="then">
          {warning.whatToDo.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        <Actions>
          <Button href={signalPaths.reportIdentifier}>{t.met}</Button>
          <Button look="second" href={paths.poster(warning.code)}>
            {t.poster}
          </Button>
        </Actions>
      </section>
      {warning.spoken !== null && (
        <details class="more">
          <summary>{t.spoken}</summary>
          <p class="said">{warning.spoken}</p>
          <p class="quiet">{t.minutes(formatNumber(minutesOf(warning.spoken), frame.lang))}</p>
        </details>
      )}
      <PassOn {...view} />
      <p class="quiet">
        {t.until(formatDate(warning.expiresOn, frame.lang))} {t.two} <a href={paths.contest}>{t.mine}</a>
      </p>
    </>
  )
}

function namedAs({ kind, value, openDigits }: NamedIndicator, { lang }: Frame): string {
  if (kind !== "phone-range") return spokenIdentifier(value)
  return publicWords[lang].one.range(value.replace(/^\+84/, "0"), formatNumber(openDigits ?? 1, lang))
}
