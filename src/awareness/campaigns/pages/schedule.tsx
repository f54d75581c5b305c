/** `/lich-tuyen-truyen`: what everybody may come to, and the campaigns that run. */
import { formatDate } from "../../../kernel/format.ts"
import type { Frame } from "../../../kernel/http/frame.ts"
import { Actions, Button, Card, DefinitionList, Layout, Tag } from "../../../kernel/ui/index.ts"
import { paths } from "../../paths.ts"
import { publicWords } from "../../words-public.ts"
import type { PublicSchedule } from "../actions/schedule.ts"
import { campaignWords } from "../words.ts"
import { scheduleWords } from "../words-schedule.ts"

/** The nearest; the calendar holds more. */
const shownMax = 200

export function schedulePage({ frame, found }: { frame: Frame; found: PublicSchedule }) {
  const { lang } = frame
  const t = scheduleWords[lang]
  const { today } = found
  const ahead = found.sessions.filter(({ heldOn }) => heldOn >= today)
  const running = found.campaigns.filter(({ endsOn, hasEnded }) => endsOn >= today && !hasEnded)
  return (
    <Layout
      {...frame}
      audience="public"
      title={t.title}
      lead={t.lead}
      current={paths.learn}
      crumbs={[{ href: paths.learn, label: publicWords[lang].nav }]}
    >
      {ahead.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <section class="stack">
          <h2>{t.sessions}</h2>
          {ahead.slice(0, shownMax).map((row) => (
            <Card title={row.what}>
              {row.cancelledAt !== null && (
                <p>
                  <Tag tone="late">{t.cancelled}</Tag>
                </p>
              )}
              <DefinitionList
                items={[
                  {
                    term: t.when,
                    value: campaignWords[lang].whenLine(
                      formatDate(row.heldOn, lang),
                      row.beginsAt,
                      row.endsAt,
                    ),
                  },
                  {
                    term: t.where,
                    value: [row.place, row.areaName].filter((part) => part !== null).join(", "),
                  },
                  { term: t.by, value: row.bodyName },
                ]}
              />
            </Card>
          ))}
          {ahead.length > shownMax && <p class="quiet">{t.nearest(shownMax)}</p>}
        </section>
      )}
      <Actions>
        <Button look="second" href={paths.scheduleFile}>
          {t.file}
        </Button>
      </Actions>
      <p class="quiet">{t.fileHow}</p>
      {running.length > 0 && (
        <section class="stack">
          <h2>{t.campaigns}</h2>
          {running.map((one) => (
            <Card title={one.title}>
              <p class="said">{one.summary}</p>
              <p class="quiet">
                {one.bodyName}.{" "}
                {campaignWords[lang].days(formatDate(one.beginsOn, lang), formatDate(one.endsOn, lang))}.
              </p>
            </Card>
          ))}
        </section>
      )}
    </Layout>
  )
}
