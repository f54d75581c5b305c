/** What the mail of a body's reminders says. */
import { formatDate, formatDaysLeft, formatNumber } from "../kernel/format.ts"
import { paths } from "./paths.ts"
import { reminderWords } from "./words-reminders.ts"

export type Reminded = { dueOn: string; taskPath: string; taskText: string; directiveName: string }

const taskCharsMax = 160

/** `publicUrl`: the address people type; without one the mail names none. */
export function reminderMail(
  reminders: readonly Reminded[],
  today: string,
  publicUrl: string | null,
): { subject: string; text: string } {
  const t = reminderWords.vi.mail
  const lines = reminders.map(({ dueOn, taskPath, taskText, directiveName }) =>
    t.line(
      formatDate(dueOn, "vi"),
      formatDaysLeft(dueOn, today, "vi"),
      `${directiveName}, ${taskPath}`,
      taskText.replaceAll(/\s+/g, " ").slice(0, taskCharsMax),
    ),
  )
  const link = publicUrl === null ? [] : [t.open(new URL(paths.work, publicUrl).href)]
  return {
    subject: t.subject(formatNumber(reminders.length, "vi")),
    text: [...lines, "", ...link, t.foot, ""].join("\n"),
  }
}
