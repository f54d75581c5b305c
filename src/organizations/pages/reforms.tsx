/** Plans of reform, and the page on which one is begun. */
import { formatDate, formatDay, formatNumber } from "../../kernel/format.ts"
import { Questions } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  type Column,
  DataTable,
  EmptyState,
  Field,
  type FieldErrors,
  Form,
  Layout,
  Tag,
} from "../../kernel/ui/index.ts"
import type { ReformList } from "../actions/reform.ts"
import type { Reform, ReformState } from "../domain/reform.ts"
import { newReform } from "../forms.ts"
import { paths } from "../paths.ts"
import { pageWords } from "../words-pages.ts"
import { type Section, Sections } from "./parts.tsx"

export function reformsPage(props: { frame: Frame; list: ReformList; sections: readonly Section[] }) {
  const { frame, list, sections } = props
  const { lang } = frame
  const t = pageWords[lang].reforms
  const waiting = list.reforms.filter((one) => one.state === "draft" || one.state === "confirmed").length
  const title = waiting === 0 ? t.titleNone : t.title(formatNumber(waiting, lang))
  return (
    <Layout {...frame} title={title} current={paths.bodies} lead={t.lead}>
      <Sections lang={lang} current="reforms" sections={sections} />
      {list.unplanned.slice(0, 3).map(({ day, bodies }) => (
        <Banner tone="soon" title={t.unplanned(formatNumber(bodies.length, lang), formatDay(day, lang))}>
          <a href={paths.newReformOn(day)}>{t.unplannedLink}</a>
        </Banner>
      ))}
      {list.reforms.length === 0 ? (
        <EmptyState title={t.empty} action={<Button href={paths.newReform}>{t.make}</Button>}>
          {t.emptyHint}
        </EmptyState>
      ) : (
        <>
          <Actions>
            <Button href={paths.newReform}>{t.make}</Button>
          </Actions>
          <DataTable caption={t.caption} quietCaption columns={columnsOf(lang)} rows={list.reforms} />
        </>
      )}
    </Layout>
  )
}

function columnsOf(lang: "vi" | "en"): Column<Reform>[] {
  const t = pageWords[lang].reforms
  return [
    {
      key: "ten",
      label: t.name,
      heading: true,
      cell: (row) => <a href={paths.reform(row.id)}>{row.title}</a>,
    },
    { key: "ngay", label: t.day, cell: (row) => formatDate(row.effectiveOn, lang) },
    { key: "tt", label: t.state, cell: (row) => <ReformTag state={row.state} lang={lang} /> },
  ]
}

export function ReformTag({ state, lang }: { state: ReformState; lang: "vi" | "en" }) {
  const tone = { draft: "soon", confirmed: "brand", applied: "good", cancelled: "calm" } as const
  return <Tag tone={tone[state]}>{pageWords[lang].states[state]}</Tag>
}

export function newReformPage(props: { frame: Frame; errors?: FieldErrors; answers?: Answers }) {
  const { frame, errors = {}, answers = {} } = props
  const t = pageWords[frame.lang]
  return (
    <Layout
      {...frame}
      title={t.newReform.title}
      current={paths.bodies}
      crumbs={[{ href: paths.reforms, label: t.tabs.reforms }, { label: t.newReform.title }]}
    >
      <Form action={paths.reforms} errors={errors} answers={answers}>
        <Questions asks={newReform.asks} only={(name) => name !== "takesRecorded"} />
        <Field
          kind="checkbox"
          name="takesRecorded"
          label={t.newReform.takes}
          optional
          options={[{ value: "1", label: t.newReform.takesOption, hint: t.newReform.takesHint }]}
        />
        <Actions>
          <Button>{t.newReform.submit}</Button>
          <Button look="plain" href={paths.reforms}>
            {t.tabs.reforms}
          </Button>
        </Actions>
      </Form>
    </Layout>
  )
}
