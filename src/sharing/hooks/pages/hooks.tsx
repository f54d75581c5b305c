/** Webhooks of a body: each with what it was told, and the form for another. */
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
  type FieldErrors,
  Form,
  Layout,
  type ListState,
  listHref,
  OwnForm,
  Pagination,
  Tag,
} from "../../../kernel/ui/index.ts"
import { paths } from "../../paths.ts"
import { newHook } from "../forms.ts"
import type { Delivery, Hook } from "../store/hooks.ts"
import { hookWords } from "../words.ts"

/** `secret`: of the one that was just added. */
export type HooksView = {
  frame: Frame
  hooks: readonly Hook[]
  total: number
  state: ListState
  said: string | null
  secret: string | null
  answers: Answers
  errors: FieldErrors
}
type Lang = Frame["lang"]

export function hooksPage({ frame, hooks, total, state, said, secret, answers, errors }: HooksView) {
  const { lang } = frame
  const t = hookWords[lang]
  return (
    <Layout {...frame} url={paths.hooks} title={t.title} lead={t.lead} current={paths.hooks} noReferrer>
      {said !== null && <Banner tone="good" title={said} isAnswer />}
      {secret !== null && (
        <Banner tone="good" title={t.secret} isAnswer>
          <p class="code">{secret}</p>
          <p>{t.secretHelp}</p>
        </Banner>
      )}
      {total === 0 && <EmptyState title={t.none}>{t.noneHelp}</EmptyState>}
      {hooks.map((hook) => (
        <HookCard hook={hook} lang={lang} />
      ))}
      <Pagination
        page={state.page}
        pages={Math.ceil(total / state.perPage)}
        hrefOf={(page) => listHref(state, { page })}
      />
      <Card title={t.add}>
        <Form action={paths.hooks} id="webhook" answers={answers} errors={errors} autocomplete="off">
          <Questions asks={newHook.asks} />
          <Actions>
            <Button>{t.send}</Button>
          </Actions>
        </Form>
      </Card>
    </Layout>
  )
}

function HookCard({ hook, lang }: { hook: Hook; lang: Lang }) {
  const t = hookWords[lang]
  const { id, name, url, addedName, addedAt, deliveries } = hook
  return (
    <Card title={name}>
      <p class="code small">{url}</p>
      <p class="quiet">{t.addedBy(addedName, formatInstant(addedAt, lang))}</p>
      {deliveries.length === 0 ? (
        <p>{t.neverTold}</p>
      ) : (
        <details>
          <summary>{t.log}</summary>
          <DataTable caption={t.log} quietCaption columns={columnsOf(lang)} rows={deliveries} />
        </details>
      )}
      <form method="post" action={paths.hookEnd(id)}>
        <OwnForm />
        <Button look="plain">{t.end}</Button>
      </form>
    </Card>
  )
}

const tones = { waiting: "calm", sent: "good", failed: "late", dropped: "soon" } as const

function columnsOf(lang: Lang) {
  const t = hookWords[lang]
  return [
    { key: "luc", label: t.columns.at, cell: (one: Delivery) => formatInstant(one.at, lang) },
    {
      key: "tin",
      label: t.columns.message,
      heading: true,
      cell: ({ code, title, what }: Delivery) => (
        <>
          <a href={paths.publicWarning(code)}>{title}</a> ({t.what[what]})
        </>
      ),
    },
    {
      key: "ket-qua",
      label: t.columns.state,
      cell: ({ state, fault, attempts }: Delivery) => (
        <>
          <Tag tone={tones[state]}>{t.states[state]}</Tag>{" "}
          {fault !== null && `${fault}; ${t.tries(formatNumber(attempts, lang))}`}
        </>
      ),
    },
    {
      key: "gui-lai",
      label: t.columns.again,
      cell: ({ id, code, isReplayable }: Delivery) =>
        isReplayable ? (
          <form method="post" action={paths.hookAgain(id)}>
            <OwnForm />
            <Button look="plain">{t.again(String(code))}</Button>
          </form>
        ) : (
          ""
        ),
    },
  ]
}
