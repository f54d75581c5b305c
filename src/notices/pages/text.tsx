/** The notice itself, in Vietnamese and then in English, to print or to copy. */
import { ruleNamed } from "../../kernel/calendar/term.ts"
import { formatDate, formatInstant } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Banner, Layout } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { NoticeReading } from "../actions/reading.ts"
import type { Ground } from "../domain/measures.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { publicWords } from "../words-public.ts"

export type TextView = { frame: Frame; reading: NoticeReading; ground: Ground | null; address: string }

export function noticeTextPage(view: TextView) {
  const { frame, reading } = view
  const t = words[frame.lang]
  return (
    <Layout
      {...frame}
      title={t.one.text}
      current={paths.notices}
      crumbs={[
        { href: paths.notices, label: t.nav },
        { href: paths.notice(reading.notice.id), label: reading.notice.platform },
        { label: t.one.text },
      ]}
    >
      {view.ground?.verified === "no" && <Banner tone="soon" title={t.one.unverifiedText} />}
      <In {...view} lang="vi" />
      <In {...view} lang="en" />
    </Layout>
  )
}

function In({ reading, ground, address, lang }: TextView & { lang: Lang }) {
  const t = publicWords[lang].notice
  const { notice } = reading
  const isAtOnce = notice.emergency !== null && notice.sentAt !== null
  const signer = notice.approvedName ?? (isAtOnce ? notice.assessedName : null)
  const parts: (readonly [string, string | null])[] = [
    [t.content, [notice.url, notice.holder ?? ""].join(" ").trim()],
    [t.ground, ground === null ? null : `${ground.name[lang]}: ${ground.law}, ${ground.article}`],
    [
      t.evidence,
      [
        t.seen(formatInstant(notice.seenAt, lang)),
        notice.copyHash === null ? "" : t.hash(notice.copyHash),
      ].join(" "),
    ],
    [t.measure, notice.measure === null ? null : words[lang].measures[notice.measure]],
    [t.why, notice.proportionality],
    [t.lesser, notice.lesser],
    [t.object, notice.sentAt === null ? null : t.objectHow(address, reading.code)],
  ]
  return (
    <article class="card stack measure" lang={lang}>
      <h2>{t.title}</h2>
      <p>{t.to(notice.platform)}</p>
      <p>{t.from(notice.bodyName)}</p>
      {parts.map(([head, text]) =>
        text === null ? null : (
          <section class="stack">
            <h3>{head}</h3>
            <p>{text}</p>
          </section>
        ),
      )}
      {notice.dueAt !== null && (
        <p>{t.due(formatInstant(notice.dueAt, lang), ruleNamed(notice.dueRule ?? "", lang))}</p>
      )}
      {notice.askedOn !== null && <p>{t.asked(formatDate(notice.askedOn, lang))}</p>}
      {notice.emergency !== null && <p>{t.emergency}</p>}
      <p>
        {signer === null
          ? t.unsigned
          : [signer, notice.approvedTitle, notice.signingBodyName ?? notice.bodyName]
              .filter((part) => part !== null && part !== "")
              .join(", ")}
      </p>
    </article>
  )
}
