/** One tip: its masked words, what is already known of what it names, what may be done, what happened. */
import { formatInstant, formatMoney } from "../../kernel/format.ts"
import type { Failed } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Banner,
  Card,
  type Definition,
  DefinitionList,
  DeskNotes,
  Layout,
  type Option,
  Split,
  Stack,
  Tag,
  Timeline,
} from "../../kernel/ui/index.ts"
import type { Opened } from "../actions/opening.ts"
import type { SignalPage } from "../actions/reading.ts"
import type { FormName } from "../forms.ts"
import { paths } from "../paths.ts"
import { deskWords } from "../words-desk.ts"
import { navWords } from "../words-nav.ts"
import { notesWords } from "../words-notes.ts"
import { signalWords } from "../words-signal.ts"
import { walkWords } from "../words-walk.ts"
import { Dues } from "./signal-dues.tsx"
import { Evidence } from "./signal-evidence.tsx"
import { Erased, KeptUntil } from "./signal-kept.tsx"
import { Known } from "./signal-known.tsx"
import { Steps } from "./signal-steps.tsx"
import { StateTag, shortId, UrgencyTag } from "./state-tag.tsx"

export type SignalView = {
  frame: Frame
  reading: SignalPage
  today: string
  /** Forms that this person may send now. */
  may: readonly FormName[]
  types: readonly Option[]
  colleagues: readonly { officerId: string; name: string; title: string }[]
  mayOpenOriginal: boolean
  /** Pictures and recordings are not masked: they are for whom may read the raw text. */
  mayReadText: boolean
  /** Where a case is opened from this tip; null where it may not be. */
  openCase: string | null
  /** Where an incident is made from it by one press; null where it may not be. */
  makeIncident: string | null
  caseHref: string | null
  /** Where a clue is proposed as a warning to others; null where this person may not. */
  warn: ((signalId: string, clueId: string) => string) | null
  failed: Failed<FormName> | null
  opened: Opened | null
  refused: string | null
  isDone: boolean
  /** Its case names the reporter: the sentence that says where. */
  caseNames: string | null
  /** The list from which it was opened, and its neighbours there; null: it was opened otherwise. */
  around: { back: string; previous: string | null; next: string | null } | null
}

export function signalPage(view: SignalView) {
  const { frame, reading } = view
  const { lang } = frame
  const { row } = reading
  const t = signalWords[lang].page
  return (
    <Layout
      {...frame}
      title={t.title(typeName(view))}
      current={paths.signals}
      crumbs={[
        { href: view.around?.back ?? paths.signals, label: navWords[lang].signals },
        { label: t.crumb(shortId(row.id)) },
      ]}
      scripts={["walk.js"]}
      lead={
        <>
          <UrgencyTag urgency={row.urgency} isStale={view.may.includes("moving")} lang={lang} />{" "}
          <StateTag state={row.state} lang={lang} />
          <p class="quiet">{formatInstant(row.receivedAt, lang)}</p>
        </>
      }
    >
      <Walk around={view.around} lang={lang} />
      {view.isDone && <Banner isAnswer tone="good" title={t.done} />}
      <Erased view={view} />
      {view.caseNames !== null && <Banner tone="soon" title={view.caseNames} />}
      {view.refused !== null && <Banner isAnswer tone="soon" title={view.refused} />}
      {row.withdrawnAt !== null && (
        <Banner
          tone="soon"
          title={row.state === "withdrawn" || !isHeldHere(row) ? t.withdrawn : t.withdrawnHeld}
        />
      )}
      <Split wide>
        <Stack>
          <Words view={view} />
          <Known view={view} />
          <Evidence view={view} />
          <Messages view={view} />
          <DeskNotes words={notesWords[lang]} {...reading.noted} today={view.today} />
        </Stack>
        <Stack>
          <Steps view={view} />
          <Dues view={view} />
          <KeptUntil view={view} />
          <About view={view} />
          <History view={view} />
        </Stack>
      </Split>
    </Layout>
  )
}

function Walk({ around, lang }: { around: SignalView["around"]; lang: Frame["lang"] }) {
  if (around === null || (around.previous ?? around.next) === null) return null
  const t = walkWords[lang]
  return (
    <nav class="pages walk" aria-label={t.around}>
      <ul>
        {around.previous !== null && (
          <li>
            <a href={around.previous} rel="prev">
              {t.previous}
            </a>
          </li>
        )}
        {around.next !== null && (
          <li>
            <a href={around.next} rel="next">
              {t.next}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}

/** In a case, or with another body: its withdrawal emptied nothing. */
const isHeldHere = (row: SignalView["reading"]["row"]) => row.caseId !== null || row.state === "forwarded"

export const typeName = ({ types, reading }: Pick<SignalView, "types" | "reading">) =>
  types.find((one) => one.value === reading.row.type)?.label ?? reading.row.type

function Words({ view }: { view: SignalView }) {
  const { lang } = view.frame
  const { row } = view.reading
  const t = signalWords[lang].page
  return (
    <>
      {view.opened !== null && <Seal opened={view.opened} lang={lang} />}
      <Card title={t.words}>
        <p class="said">{row.redactedText}</p>
        <p class="quiet">
          {row.redactionCheckedAt === null
            ? t.unchecked
            : t.checked(formatInstant(row.redactionCheckedAt, lang))}
        </p>
      </Card>
    </>
  )
}

function Seal({ opened, lang }: { opened: Opened; lang: Frame["lang"] }) {
  const t = signalWords[lang].page
  return (
    <section class="notice soon stack" role="status">
      <h2>{opened.what === "text" ? t.raw : t.identity}</h2>
      {opened.what === "text" ? (
        <>
          <p class="said">{opened.text}</p>
          {opened.target !== "" && (
            <p>
              {t.rawTarget}: {opened.target}
            </p>
          )}
          {opened.place !== "" && (
            <p>
              {t.rawPlace}: {opened.place}
            </p>
          )}
        </>
      ) : (
        <p>
          <b>{opened.name || t.noName}</b> · {opened.contact || t.noContact}
        </p>
      )}
      <p class="quiet">{t.journaled}</p>
    </section>
  )
}

function About({ view }: { view: SignalView }) {
  const { lang } = view.frame
  const { row, forwards, merged } = view.reading
  const t = signalWords[lang]
  const { channels: ways, forwards: answers } = deskWords[lang]
  const channels: Readonly<Record<string, string>> = ways
  const facts: (Definition | null)[] = [
    { term: t.page.channel, value: channels[row.channel] ?? row.channel },
    row.fromName === null ? null : { term: t.page.from, value: row.fromName },
    { term: t.page.reporter, value: row.isAnonymous ? t.page.anonymous : t.page.named },
    row.place === null ? null : { term: t.page.place, value: row.place },
    row.lossVnd === null ? null : { term: t.page.loss, value: formatMoney(row.lossVnd, lang) },
    { term: t.page.handler, value: row.handlerName ?? t.page.nobody },
    row.publicNote === null ? null : { term: t.page.publicNote, value: row.publicNote },
    row.intoId === null
      ? null
      : {
          term: t.page.into,
          value: <a href={paths.signal(row.intoId)}>{t.page.crumb(shortId(row.intoId))}</a>,
        },
    view.caseHref === null
      ? null
      : { term: t.page.case, value: <a href={view.caseHref}>{t.page.seeCase}</a> },
  ]
  return (
    <Card title={t.page.facts}>
      <DefinitionList items={facts.filter((fact) => fact !== null)} />
      {forwards.length > 0 && <h3>{t.page.forwards}</h3>}
      {forwards.map((one) => (
        <p>
          <b>{one.toName}</b> · {formatInstant(one.sentAt, lang)}
          <br />
          <span class="quiet">
            {one.state === "sent" ? answers.sent : answers[one.state](one.answer ?? "")}
          </span>
        </p>
      ))}
      {merged.length > 0 && <h3>{t.page.merged}</h3>}
      {merged.map((one) => (
        <p>
          <a href={paths.signal(one.id)}>{t.page.crumb(shortId(one.id))}</a> · {one.gist}
        </p>
      ))}
    </Card>
  )
}

function Messages({ view }: { view: SignalView }) {
  const { lang } = view.frame
  const { messages } = view.reading
  const t = signalWords[lang].page
  return (
    <Card title={t.messages}>
      {messages.length === 0 && <p class="quiet">{t.noMessages}</p>}
      <Timeline
        items={messages.map((one) => ({
          title: one.side === "officer" ? (one.byName ?? t.officer) : t.them,
          at: one.at,
          note: (
            <>
              {one.isNew && <Tag tone="brand">{t.isNew}</Tag>}
              {one.ofId !== null && (
                <p class="quiet">
                  <a href={paths.signal(one.ofId)}>{t.ofMerged(shortId(one.ofId))}</a>
                </p>
              )}
              {one.text !== "" && <p class="said">{one.text}</p>}
              {one.files.length > 0 && <p class="quiet">{t.withFiles(one.files.join(", "))}</p>}
            </>
          ),
          tone: one.side === "officer" ? "calm" : "brand",
        }))}
      />
    </Card>
  )
}

function History({ view }: { view: SignalView }) {
  const { lang } = view.frame
  const names: Readonly<Record<string, string>> = signalWords[lang].events
  return (
    <Card title={signalWords[lang].page.history}>
      <Timeline
        items={view.reading.events.map((event) => ({
          title: names[event.what] ?? event.what,
          at: event.at,
          ...(event.byName === null || event.byName === "" ? {} : { by: event.byName }),
          ...(event.note === null || event.note === "" ? {} : { note: event.note }),
        }))}
      />
    </Card>
  )
}
