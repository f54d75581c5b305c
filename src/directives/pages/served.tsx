/** What was done for a task in the other rooms: its figures, and the records that this reader may open. */
import { formatDate, formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Card, DataTable, Layout } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { ServingRoom, ShownRecord, TaskServed } from "../actions/serving.ts"
import { nameOf } from "../domain/naming.ts"
import { servedRowsMax } from "../domain/serving.ts"
import { shortened } from "../domain/shortened.ts"
import { paths } from "../paths.ts"
import { servedLine } from "../served-line.ts"
import { words } from "../words.ts"
import { servedWords } from "../words-served.ts"
import type { TaskView } from "./task-view.ts"

type Rooms = readonly ServingRoom[]
const roomOf = (rooms: Rooms, kind: string) => rooms.find((one) => one.kind === kind)

function Record({ one, rooms, lang }: { one: ShownRecord; rooms: Rooms; lang: Lang }) {
  const t = servedWords[lang]
  const room = roomOf(rooms, one.kind)?.name(lang) ?? one.kind
  if (one.href === null) return <span class="quiet">{t.closed(room)}</span>
  return <a href={one.href}>{one.title}</a>
}

export function Served({ view }: { view: TaskView }) {
  const { served, rooms, reading, frame } = view
  const { lang } = frame
  const t = servedWords[lang]
  if (rooms.length === 0) return null
  return (
    <Card title={t.card} id="viec-da-lam">
      {served.counts.length === 0 ? (
        <p class="quiet">{t.none}</p>
      ) : (
        <p>
          <b>{servedLine(served.counts, rooms, lang)}</b>
        </p>
      )}
      <ul class="plain stack">
        {served.records.map((one) => (
          <li>
            <Record one={one} rooms={rooms} lang={lang} />{" "}
            <span class="quiet">{one.doneOn === null ? t.notYet : formatDate(one.doneOn, lang)}</span>
          </li>
        ))}
      </ul>
      {served.counts.length > 0 && (
        <p>
          <a href={paths.directiveServed(reading.assignment.directiveId, reading.task.id)}>{t.more}</a>
        </p>
      )}
    </Card>
  )
}

export function servedPage({ frame, of, rooms }: { frame: Frame; of: TaskServed; rooms: Rooms }) {
  const { lang } = frame
  const t = servedWords[lang]
  const { head, task, counts, records } = of
  return (
    <Layout
      {...frame}
      title={t.title(task.path)}
      current={paths.directives}
      crumbs={[
        { href: paths.directives, label: words[lang].nav.directives },
        { href: `${paths.directive(head.id)}#nv-${task.id}`, label: nameOf(head) },
        { label: t.of },
      ]}
      lead={<p>{shortened(task.text)}</p>}
    >
      <p>
        <b>{counts.length === 0 ? t.none : servedLine(counts, rooms, lang)}</b>
      </p>
      {records.length > 0 && (
        <DataTable
          caption={t.caption}
          rows={records}
          columns={[
            {
              key: "viec",
              label: t.what,
              heading: true,
              cell: (one) => <Record one={one} rooms={rooms} lang={lang} />,
            },
            { key: "loai", label: t.room, cell: (one) => roomOf(rooms, one.kind)?.name(lang) ?? one.kind },
            {
              key: "co-quan",
              label: t.body,
              cell: (one) => <a href={paths.assignment(one.assignmentId)}>{one.bodyName}</a>,
            },
            {
              key: "ngay",
              label: t.on,
              cell: (one) => (one.doneOn === null ? t.notYet : formatDate(one.doneOn, lang)),
            },
          ]}
        />
      )}
      {records.length === servedRowsMax && <p class="quiet">{t.cut(formatNumber(servedRowsMax, lang))}</p>}
    </Layout>
  )
}
