/** What happened, filtered by thread; the filter stands in the address. */
import { formatDate } from "../../kernel/format.ts"
import { localDateOf } from "../../kernel/time.ts"
import { Card, Tabs, Tag, Timeline } from "../../kernel/ui/index.ts"
import { threads } from "../domain/history.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { casefileWords } from "../words-casefile.ts"
import type { CaseView } from "./view.ts"

export function History({ view }: { view: CaseView }) {
  const { lang } = view.frame
  const t = casefileWords[lang]
  const { history, row, bodyNames } = view.reading
  const names: Readonly<Record<string, string>> = { ...words[lang].events, ...t.moments }
  const shown = history.filter((one) => view.thread === null || one.thread === view.thread)
  const tabs = [
    { href: `${paths.case(row.id)}#dien-bien`, label: t.threads.all, isCurrent: view.thread === null },
    ...threads
      .filter((thread) => thread === view.thread || history.some((one) => one.thread === thread))
      .map((thread) => ({
        href: paths.thread(row.id, thread),
        label: t.threads[thread],
        count: history.filter((one) => one.thread === thread).length,
        isCurrent: view.thread === thread,
      })),
  ]
  return (
    <Card title={words[lang].page.history} id="dien-bien">
      <Tabs label={t.threadsLabel} tabs={tabs} />
      {shown.length === 0 && <p class="quiet">{t.nothingOfThread}</p>}
      <Timeline
        items={shown.map((one) => {
          const body = one.bodyId === null ? undefined : bodyNames.get(one.bodyId)
          const by = [one.by, body].filter((part) => part !== undefined && part !== "").join(", ")
          const note = one.note?.trim() ?? ""
          return {
            title: (
              <>
                {names[one.what] ?? one.what}{" "}
                {one.happenedOn !== localDateOf(new Date(one.at)) && (
                  <span class="quiet">{t.happened(formatDate(one.happenedOn, lang))}</span>
                )}{" "}
                {one.isLate === true && <Tag tone="late">{t.lateAnswer}</Tag>}
              </>
            ),
            at: one.at,
            ...(by === "" ? {} : { by }),
            ...(note === "" ? {} : { note }),
          }
        })}
      />
    </Card>
  )
}
