/** Until when the personal data of this tip is kept, by which rule, and who holds it back. */
import { formatDate } from "../../kernel/format.ts"
import { localDateOf } from "../../kernel/time.ts"
import { Banner, Card, DueTag, Tag } from "../../kernel/ui/index.ts"
import { retentionWords } from "../words-retention.ts"
import type { SignalView } from "./signal.tsx"

export function KeptUntil({ view }: { view: SignalView }) {
  const { lang } = view.frame
  const { retention, hold, isKept } = view.reading.kept
  const t = retentionWords[lang]
  const dayOf = (at: string) => formatDate(localDateOf(new Date(at)), lang)
  if (retention === null && hold === null) return null
  return (
    <Card title={t.title}>
      {hold !== null && <p>{t.held(hold.byName, dayOf(hold.at), hold.reason)}</p>}
      {retention !== null && (
        <>
          {hold === null && isKept && <p>{t.keptElsewhere}</p>}
          {!isKept && (
            <p>
              {t.on(formatDate(retention.eraseOn, lang))}{" "}
              <DueTag dueOn={retention.eraseOn} today={view.today} />
            </p>
          )}
          <p class="quiet">
            {t.stays} {t.rule(retention.rule.name[lang], retention.rule.months, retention.rule.basis)}{" "}
            {!retention.rule.isVerified && <Tag tone="soon">{t.unverified}</Tag>}
          </p>
        </>
      )}
    </Card>
  )
}

export function Erased({ view }: { view: SignalView }) {
  const { erasedAt } = view.reading.row
  const { lang } = view.frame
  if (erasedAt === null) return null
  const day = formatDate(localDateOf(new Date(erasedAt)), lang)
  return <Banner tone="soon" title={retentionWords[lang].erased(day)} />
}
