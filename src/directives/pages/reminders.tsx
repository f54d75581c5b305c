import { formatDate, formatInstant, formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import type { PreviewedMail } from "../../kernel/mail.ts"
import {
  Actions,
  Banner,
  Button,
  Card,
  EmptyState,
  Form,
  Layout,
  Tag,
  TaskList,
} from "../../kernel/ui/index.ts"
import type { Reminders } from "../actions/reminding.ts"
import { shortened } from "../domain/shortened.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { reminderWords } from "../words-reminders.ts"

/** What the body has been reminded of and has not done; not yet seen first. */
export function remindersPage({
  frame,
  reminders,
  isSeen,
}: {
  frame: Frame
  reminders: Reminders
  isSeen: boolean
}) {
  const { lang } = frame
  const t = reminderWords[lang]
  const { rows, today } = reminders
  const hasUnread = rows.some((row) => row.readAt === null)
  return (
    <Layout
      {...frame}
      title={rows.length === 0 ? t.none : t.title(formatNumber(rows.length, lang))}
      current={paths.work}
      crumbs={[{ href: paths.work, label: words[lang].nav.work }, { label: t.crumb }]}
      lead={formatDate(today, lang)}
    >
      {isSeen && <Banner tone="good" isAnswer title={t.seenNow} />}
      {hasUnread && (
        <Form action={paths.reminders} id="nhac">
          <Actions>
            <Button look="second">{t.see}</Button>
          </Actions>
        </Form>
      )}
      {rows.length === 0 && <EmptyState title={t.none}>{t.noneHint}</EmptyState>}
      {rows.length > 0 && (
        <Card>
          <TaskList
            keepOrder
            today={today}
            items={rows.map((row) => ({
              href: paths.assignment(row.assignmentId),
              title: shortened(row.taskText),
              ...(row.taskPath === "" ? {} : { number: row.taskPath }),
              dueOn: row.dueOn,
              meta: `${row.directiveName} · ${t.kinds[row.kind]}`,
              ...(row.readAt === null ? {} : { tags: <Tag>{t.seen}</Tag> }),
            }))}
          />
        </Card>
      )}
    </Layout>
  )
}

/** In the demo: the mails that would have been sent. */
export function mailPreviewPage({ frame, mails }: { frame: Frame; mails: readonly PreviewedMail[] }) {
  const { lang } = frame
  const t = reminderWords[lang].preview
  return (
    <Layout {...frame} title={t.title(formatNumber(mails.length, lang))} lead={t.lead}>
      {mails.length === 0 && <EmptyState title={t.none} />}
      {mails.map((mail) => (
        <Card title={mail.subject}>
          <p class="quiet">
            {t.to(mail.to)} · {formatInstant(mail.at, lang)}
          </p>
          <div>
            {mail.text.split("\n").map((line) => (
              <p>{line}</p>
            ))}
          </div>
        </Card>
      ))}
    </Layout>
  )
}
