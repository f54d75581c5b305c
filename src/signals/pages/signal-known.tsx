/** What is already known: each clue with the tips that name it too, and how their number went over twelve weeks. */
import { formatDate, formatInstant, formatNumber } from "../../kernel/format.ts"
import { localDateOf } from "../../kernel/time.ts"
import { Button, Card, Field, Form, Tag } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { spokenIdentifier } from "../catalogue.ts"
import { weeksShown } from "../domain/queue.ts"
import { forms } from "../forms.ts"
import { paths } from "../paths.ts"
import type { Alike, NamedHere } from "../store/reading.ts"
import { aboutWords } from "../words-about.ts"
import { signalWords } from "../words-signal.ts"
import { unclearWords } from "../words-unclear.ts"
import type { SignalView } from "./signal.tsx"
import { SealedClues } from "./signal-unclear.tsx"
import { StateTag, shortId } from "./state-tag.tsx"

export function Known({ view }: { view: SignalView }) {
  const { lang } = view.frame
  const { identifiers, sealed, also, alike, weekly } = view.reading
  const t = signalWords[lang].page
  const isCluster = weekly.reduce((sum, n) => sum + n, 0) > 1
  return (
    <Card title={t.known} id="dau-moi">
      {identifiers.length + sealed.length === 0 && <p class="quiet">{t.noneRead}</p>}
      <SealedClues view={view} />
      <ul class="plain stack">
        {identifiers.map((one) => (
          <li>
            <Clue one={one} view={view} />
          </li>
        ))}
      </ul>
      {also.length > 0 && <AlsoNamed also={also} view={view} />}
      {isCluster && <Weeks weekly={weekly} view={view} />}
      {alike.length > 0 && <h3>{t.alike}</h3>}
      <AlikeList alike={alike.slice(0, shownAtOnce)} view={view} />
      {alike.length > shownAtOnce && (
        <details class="more">
          <summary>{t.more(formatNumber(alike.length - shownAtOnce, lang))}</summary>
          <AlikeList alike={alike.slice(shownAtOnce)} view={view} />
        </details>
      )}
    </Card>
  )
}

/** Named in the masked words, compared with no other tip. */
function AlsoNamed({ also, view }: { also: SignalView["reading"]["also"]; view: SignalView }) {
  const t = unclearWords[view.frame.lang]
  return (
    <>
      <h3>{t.also}</h3>
      <p class="quiet">{t.alsoWhy}</p>
      <ul class="plain stack">
        {also.map((one) => (
          <li>
            <b class="code small">{one.value}</b> <span class="quiet">{t.moreKinds[one.kind]}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** So many stand open: on a phone the steps must not be far below. */
const shownAtOnce = 5

function AlikeList({ alike, view }: { alike: readonly Alike[]; view: SignalView }) {
  const { lang } = view.frame
  const t = signalWords[lang].page
  return (
    <ul class="plain stack">
      {alike.map((one) => (
        <li>
          <a href={paths.signal(one.id)}>{t.crumb(shortId(one.id))}</a>{" "}
          <StateTag state={one.state} lang={lang} />
          <p class="quiet">
            {formatDate(localDateOf(new Date(one.receivedAt)), lang)} · {sharedWords(one, lang)} · {one.gist}
          </p>
        </li>
      ))}
    </ul>
  )
}

function sharedWords({ shared, site }: Alike, lang: Lang): string {
  const t = signalWords[lang].page
  if (shared.length > 0) return shared.map(shownValue).join(", ")
  return site === null ? t.nearly : t.sameSite(site)
}

/** A file is known by its fingerprint; a person needs its beginning only. */
const shownValue = (value: string) =>
  /^[0-9a-f]{64}$/.test(value) ? `${value.slice(0, 12)}…` : spokenIdentifier(value)

function Clue({ one, view }: { one: NamedHere; view: SignalView }) {
  const { lang } = view.frame
  const t = signalWords[lang]
  const kinds: Readonly<Record<string, string>> = t.kinds
  const roles: Readonly<Record<string, string>> = t.roles
  return (
    <>
      <b class="code small">{shownValue(one.value)}</b>{" "}
      <Tag tone={one.role === "suspect" ? "soon" : "calm"}>{roles[one.role] ?? one.role}</Tag>
      <p class="quiet">
        {kinds[one.kind] ?? one.kind} ·{" "}
        {one.others === 0
          ? t.page.alone
          : t.page.others(formatNumber(one.others, lang), formatNumber(one.lately, lang))}
      </p>
      {one.role === "suspect" && one.kind !== "evidence" && (
        <p>
          <a href={paths.aboutOf(one.kind, one.value)}>
            {aboutWords[lang].link}
            <span class="hidden"> {shownValue(one.value)}</span>
          </a>
        </p>
      )}
      {one.role === "suspect" && one.kind !== "evidence" && <Elsewhere one={one} view={view} />}
      {one.role === "suspect" && one.kind !== "evidence" && view.warn !== null && (
        <p>
          <a href={view.warn(view.reading.row.id, one.indicatorId)}>
            {t.page.warn}
            <span class="hidden"> {shownValue(one.value)}</span>
          </a>
        </p>
      )}
      {view.may.includes("setRole") && one.kind !== "evidence" && (
        <details class="more">
          <summary>
            {t.page.setRole}
            <span class="hidden"> {shownValue(one.value)}</span>
          </summary>
          <Form
            id={`v-${one.indicatorId}`}
            action={paths.signalForm(view.reading.row.id, "vai-tro")}
            answers={{ role: one.role }}
            hidden={{ indicatorId: one.indicatorId }}
          >
            <Field
              kind="radio"
              name="role"
              label={t.page.roleOf(shownValue(one.value))}
              options={Object.entries(t.roles).map(([value, label]) => ({ value, label }))}
            />
            <Button look="second">{forms.setRole.title[lang]}</Button>
          </Form>
        </details>
      )}
    </>
  )
}

/** Yes or no, on record; who it is, only they themselves may say. */
function Elsewhere({ one, view }: { one: NamedHere; view: SignalView }) {
  const { lang } = view.frame
  const t = signalWords[lang].elsewhere
  const { id } = view.reading.row
  const hidden = { indicatorId: one.indicatorId }
  return (
    <>
      {one.isElsewhere !== null && one.lookedAt !== null && (
        <p>
          <Tag tone={one.isElsewhere ? "soon" : "calm"}>{one.isElsewhere ? t.held : t.notHeld}</Tag>{" "}
          <span class="quiet">{t.asked(formatInstant(one.lookedAt, lang))}</span>
        </p>
      )}
      {view.may.includes("lookUp") && (
        <Form id={`k-${one.indicatorId}`} action={paths.signalForm(id, "noi-khac")} hidden={hidden}>
          <Button look="second">
            {t.ask}
            <span class="hidden"> {shownValue(one.value)}</span>
          </Button>
        </Form>
      )}
      {one.isElsewhere === true && view.may.includes("askShare") && (
        <details class="more">
          <summary>
            {t.request}
            <span class="hidden"> {shownValue(one.value)}</span>
          </summary>
          <Form id={`c-${one.indicatorId}`} action={paths.signalForm(id, "xin-chia-se")} hidden={hidden}>
            <p class="quiet">{t.requestHint}</p>
            <Field kind="textarea" name="reason" rows={2} label={t.why} maxlength={1000} />
            <Button look="second">{t.request}</Button>
          </Form>
        </details>
      )}
    </>
  )
}

function Weeks({ weekly, view }: { weekly: readonly number[]; view: SignalView }) {
  const { lang } = view.frame
  const t = signalWords[lang].page
  const most = Math.max(...weekly, 1)
  return (
    <figure>
      <figcaption>{t.weekly}</figcaption>
      <svg viewBox={`0 0 ${weeksShown * 20} 48`} width="240" height="48" aria-hidden="true">
        {weekly.map((n, i) => (
          <rect
            x={i * 20 + 2}
            y={46 - (n / most) * 44}
            width="16"
            height={(n / most) * 44 + 2}
            fill="currentColor"
          />
        ))}
      </svg>
      <details class="more">
        <summary>{t.tips}</summary>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t.week}</th>
              <th scope="col" class="number">
                {t.tips}
              </th>
            </tr>
          </thead>
          <tbody>
            {weekly.map((n, i) => (
              <tr>
                <th scope="row">
                  {i === weeksShown - 1 ? t.thisWeek : t.weekAgo(formatNumber(weeksShown - 1 - i, lang))}
                </th>
                <td class="number" data-label={t.tips}>
                  {formatNumber(n, lang)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
