/** Notices to dealers of scrap: the list, a new one, one as the sheet that is brought to them. */
import { formatDate, formatInstant, formatNumber } from "../../kernel/format.ts"
import { type Errors, type Failed, Questions, StepForm } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { localDateOf } from "../../kernel/time.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  Card,
  type Column,
  DataTable,
  EmptyState,
  Form,
  Layout,
  Letter,
  type ListState,
  Split,
  Tag,
} from "../../kernel/ui/index.ts"
import type { ScrapOffer, ScrapReading } from "../actions/scrap.ts"
import { incidentNumber } from "../domain/incident.ts"
import { holdsOn, scrapNumber } from "../domain/scrap.ts"
import { newScrapNotice, type ScrapFormName, scrapForms } from "../forms-scrap.ts"
import { paths } from "../paths.ts"
import type { ScrapRow } from "../store/scrap.ts"
import { words } from "../words.ts"
import { scrapWords } from "../words-scrap.ts"
import { Rooms } from "./rooms.tsx"

const crumbs = (lang: Frame["lang"], last: string) => [
  { href: paths.incidents, label: words[lang].nav },
  { href: paths.scrap, label: scrapWords[lang].nav },
  { label: last },
]

export type ScrapListView = {
  frame: Frame
  rows: readonly ScrapRow[]
  total: number
  state: ListState
  mayTell: boolean
  today: string
}

export function scrapListPage({ frame, rows, total, state, mayTell, today }: ScrapListView) {
  const { lang } = frame
  const t = scrapWords[lang]
  const n = (count: number) => formatNumber(count, lang)
  const columns: Column<ScrapRow>[] = [
    {
      key: "so",
      label: t.columns.number,
      heading: true,
      cell: (row) => <a href={paths.scrapNotice(row.id)}>{scrapNumber(row.number)}</a>,
    },
    { key: "vat", label: t.columns.goods, cell: (row) => row.goods },
    { key: "noi", label: t.columns.areas, cell: (row) => row.areaNames },
    {
      key: "den",
      label: t.columns.until,
      cell: (row) => (
        <>
          {formatDate(row.untilOn, lang)} <StateTag row={row} today={today} lang={lang} />
        </>
      ),
    },
    { key: "co-so", label: t.columns.told, numeric: true, cell: (row) => n(row.dealers) },
  ]
  return (
    <Layout
      {...frame}
      title={total === 0 ? t.none : t.title(n(total))}
      current={paths.incidents}
      lead={t.lead}
    >
      <Rooms lang={lang} here="scrap" />
      {mayTell && (
        <Actions>
          <Button href={paths.newScrap}>{t.add}</Button>
        </Actions>
      )}
      {total === 0 ? (
        <EmptyState title={t.none}>{t.noneHint}</EmptyState>
      ) : (
        <DataTable
          caption={t.caption}
          quietCaption
          columns={columns}
          rows={rows}
          state={state}
          total={total}
        />
      )}
    </Layout>
  )
}

function StateTag({ row, today, lang }: { row: ScrapRow; today: string; lang: Frame["lang"] }) {
  const t = scrapWords[lang].states
  if (row.withdrawnAt !== null) return <Tag>{t.withdrawn}</Tag>
  return holdsOn(row, today) ? <Tag tone="good">{t.holds}</Tag> : <Tag>{t.over}</Tag>
}

export type NewScrapView = { frame: Frame; offer: ScrapOffer; answers: Answers; errors: Errors }

export function newScrapPage({ frame, offer, answers, errors }: NewScrapView) {
  const { lang } = frame
  const t = scrapWords[lang]
  return (
    <Layout
      {...frame}
      title={newScrapNotice.title[lang]}
      current={paths.incidents}
      crumbs={crumbs(lang, t.add)}
      lead={t.lead}
    >
      <div class="measure">
        <Form action={paths.newScrap} answers={answers} errors={errors}>
          <Questions
            asks={newScrapNotice.asks}
            options={{ incidentId: offer.incidents, areas: offer.places }}
          />
          <Actions>
            <Button>{newScrapNotice.submit[lang]}</Button>
          </Actions>
        </Form>
      </div>
    </Layout>
  )
}

export type ScrapView = {
  frame: Frame
  reading: ScrapReading
  may: readonly ScrapFormName[]
  today: string
  failed: Failed<ScrapFormName> | null
  refused: string | null
  isDone: boolean
}

export function scrapPage({ frame, reading, may, today, failed, refused, isDone }: ScrapView) {
  const { lang } = frame
  const { row, receipts } = reading
  const t = scrapWords[lang]
  const n = (count: number) => formatNumber(count, lang)
  return (
    <Layout
      {...frame}
      title={t.of(scrapNumber(row.number))}
      current={paths.incidents}
      crumbs={crumbs(lang, scrapNumber(row.number))}
      lead={
        <>
          <StateTag row={row} today={today} lang={lang} />{" "}
          {t.by(row.bodyName, formatInstant(row.madeAt, lang))}
        </>
      }
      hasLetter
    >
      {isDone && <Banner isAnswer tone="good" title={t.done} />}
      {refused !== null && <Banner isAnswer tone="soon" title={refused} />}
      <Split wide>
        <Sheet row={row} />
        <div class="no-print">
          <Card title={t.next} id="buoc-tiep">
            <p class="quiet">{t.print}</p>
            {may.length === 0 && <p>{t.nothing}</p>}
            {may.map((name) => (
              <StepForm
                name={name}
                form={scrapForms[name]}
                action={paths.scrapForm(row.id, scrapForms[name].slug)}
                failed={failed}
                isOpen={name === "note"}
              />
            ))}
            <h3>{t.told}</h3>
            <p>{row.toldNames ?? t.toldNobody}</p>
            <h3>{t.receipts}</h3>
            {receipts.length === 0 ? (
              <p>{t.nobody}</p>
            ) : (
              <ul>
                {receipts.map((one) => (
                  <li>
                    {t.receipt(one.bodyName, n(one.dealers), formatInstant(one.at, lang))}
                    {one.note !== null && `. ${one.note}`}
                  </li>
                ))}
              </ul>
            )}
            {row.incidentId !== null && row.incidentNumber !== null && (
              <p>
                {t.ofIncident}{" "}
                <a href={paths.incident(row.incidentId)}>{incidentNumber(row.incidentNumber)}</a>
              </p>
            )}
          </Card>
        </div>
      </Split>
    </Layout>
  )
}

/** What is brought to the dealers, in Vietnamese whoever reads the page. */
function Sheet({ row }: { row: ScrapRow }) {
  const t = scrapWords.vi
  return (
    <Letter label={t.of(scrapNumber(row.number))}>
      <p>
        <b>{row.bodyName}</b>
      </p>
      <p>
        {scrapNumber(row.number)}, {formatDate(localDateOf(new Date(row.madeAt)), "vi")}
      </p>
      <p>
        <b>{t.paper}</b>
      </p>
      <p>{t.to(row.areaNames)}</p>
      {row.text.split("\n").map((line) => (
        <p>{line}</p>
      ))}
      <p>
        <b>{t.goods}:</b> {row.goods}
      </p>
      {row.marks !== null && (
        <p>
          <b>{t.marks}:</b> {row.marks}
        </p>
      )}
      <p>
        <b>{t.contact}:</b> {row.contact}
      </p>
      <p>{t.until(formatDate(row.untilOn, "vi"))}</p>
    </Letter>
  )
}
