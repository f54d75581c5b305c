/** Sources of a body: each with what can be done and how it was asked, and the form for another. */
import { formatInstant, formatNumber } from "../../../kernel/format.ts"
import { Questions } from "../../../kernel/forms/index.ts"
import type { Frame } from "../../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  Card,
  DataTable,
  EmptyState,
  Field,
  type FieldErrors,
  Form,
  Layout,
  type ListState,
  listHref,
  OwnForm,
  Pagination,
  Tag,
} from "../../../kernel/ui/index.ts"
import { importWords } from "../../imports/words.ts"
import { paths } from "../../paths.ts"
import type { SourceState } from "../domain/source.ts"
import { newSource } from "../forms.ts"
import type { Fetch, Source } from "../store/sources.ts"
import { sourceWords } from "../words.ts"

export type SourcesView = {
  frame: Frame
  sources: readonly Source[]
  total: number
  state: ListState
  said: string | null
  answers: Answers
  errors: FieldErrors
}
type Lang = Frame["lang"]

export function sourcesPage({ frame, sources, total, state, said, answers, errors }: SourcesView) {
  const { lang } = frame
  const t = sourceWords[lang]
  return (
    <Layout {...frame} url={paths.sources} title={t.title} lead={t.lead} current={paths.sources}>
      {said !== null && <Banner tone="good" title={said} isAnswer />}
      {total === 0 && <EmptyState title={t.none}>{t.noneHelp}</EmptyState>}
      {sources.map((source) => (
        <SourceCard source={source} lang={lang} />
      ))}
      <Pagination
        page={state.page}
        pages={Math.ceil(total / state.perPage)}
        hrefOf={(page) => listHref(state, { page })}
      />
      <Card title={t.add}>
        <Form action={paths.sources} id="nguon" answers={answers} errors={errors} autocomplete="off">
          <Questions asks={newSource.asks} />
          <Field
            kind="password"
            name="password"
            label={t.password}
            hint={t.passwordHint}
            autocomplete="off"
            optional
          />
          <Actions>
            <Button>{t.send}</Button>
          </Actions>
        </Form>
      </Card>
    </Layout>
  )
}

function SourceCard({ source, lang }: { source: Source; lang: Lang }) {
  const t = sourceWords[lang]
  const { name, url, state, failures, addedName, addedAt, fetches } = source
  const isFailing = state === "live" && failures > 0
  return (
    <Card title={name}>
      <p>
        <Tag tone={isFailing ? "late" : state === "live" ? "good" : "soon"}>
          {isFailing ? t.failing(formatNumber(failures, lang)) : t.states[state]}
        </Tag>{" "}
        <span class="code small">{url}</span>
      </p>
      <p class="quiet">{t.addedBy(addedName, formatInstant(addedAt, lang))}</p>
      {fetches.length === 0 ? (
        <p>{t.neverAsked}</p>
      ) : (
        <details open={isFailing}>
          <summary>{t.log}</summary>
          <DataTable caption={t.log} quietCaption columns={columnsOf(lang)} rows={fetches} />
        </details>
      )}
      <Actions>
        {stepsOf(state).map((step) => (
          <form method="post" action={paths.sourceStep(source.id)}>
            <OwnForm />
            <input type="hidden" name="step" value={step === "now" ? "live" : step} />
            <Button look={step === "ended" ? "plain" : "second"}>{t.steps[step]}</Button>
          </form>
        ))}
      </Actions>
    </Card>
  )
}

const stepsOf = (state: SourceState) =>
  state === "paused" ? (["live", "ended"] as const) : (["now", "paused", "ended"] as const)

function columnsOf(lang: Lang) {
  const t = sourceWords[lang]
  return [
    {
      key: "luc",
      label: t.columns.at,
      heading: true,
      cell: (one: Fetch) => formatInstant(one.beganAt, lang),
    },
    {
      key: "ket-qua",
      label: t.columns.outcome,
      cell: ({ fault, said }: Fetch) =>
        fault === null ? t.whole : `${t.faults[fault]}${said === null ? "" : ` (${said})`}`,
    },
    {
      key: "nhap",
      label: t.columns.made,
      numeric: true,
      cell: ({ made }: Fetch) => formatNumber(made, lang),
    },
    {
      key: "thu-hoi",
      label: t.columns.gone,
      numeric: true,
      cell: ({ takenBack }: Fetch) => formatNumber(takenBack, lang),
    },
    { key: "con-lai", label: t.columns.rest, cell: (one: Fetch) => restOf(one, lang) },
  ]
}

/** Lines that became nothing, by why, and the first that were not understood. */
function restOf({ counts, unread }: Fetch, lang: Lang): string {
  const { verdicts, faults } = importWords[lang]
  const sentences: Readonly<Record<string, string>> = { ...verdicts, ...faults }
  const rest = Object.entries(counts).filter(([why]) => why !== "new" && why !== "takenBack")
  const told = rest.map(([why, n]) => `${formatNumber(n, lang)}: ${sentences[why] ?? why}`)
  return [...told, ...unread.slice(0, 3).map(({ at, said }) => `${at} ${said}`)].join("; ")
}
