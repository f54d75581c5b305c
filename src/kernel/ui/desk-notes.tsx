import { formatDate } from "../format.ts"
import { Card } from "./blocks.tsx"
import { useLang } from "./language.ts"
import { DueTag } from "./notices.tsx"
import { Timeline } from "./work.tsx"

export type DeskNotesProps = {
  words: {
    title: string
    lead: string
    none: string
    followOn: (day: string) => string
    setBy: (name: string) => string
  }
  notes: readonly { at: string; byName: string; text: string }[]
  followUp: { on: string; what: string; byName: string } | null
  today: string
}

/** What an office wrote to itself beside a record, and the day on which it looks again. Folded while there is neither. */
export function DeskNotes({ words, notes, followUp, today }: DeskNotesProps) {
  const lang = useLang()
  if (notes.length === 0 && followUp === null)
    return (
      <details class="more" id="ghi-chu">
        <summary>{words.title}</summary>
        <p class="quiet">
          {words.none} {words.lead}
        </p>
      </details>
    )
  return (
    <Card title={words.title} id="ghi-chu">
      {followUp !== null && (
        <p>
          <b>{words.followOn(formatDate(followUp.on, lang))}</b> <DueTag dueOn={followUp.on} today={today} />
          <br />
          <span class="quiet">
            {[followUp.what, words.setBy(followUp.byName)].filter((part) => part !== "").join(" · ")}
          </span>
        </p>
      )}
      <p class="quiet">{notes.length === 0 ? `${words.none} ${words.lead}` : words.lead}</p>
      <Timeline
        items={notes.map((one) => ({
          title: one.byName,
          at: one.at,
          note: <p class="said">{one.text}</p>,
        }))}
      />
    </Card>
  )
}
