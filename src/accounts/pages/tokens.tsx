import { formatDate } from "../../kernel/format.ts"
import { Questions } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
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
  OwnForm,
} from "../../kernel/ui/index.ts"
import type { TokenView } from "../domain/account.ts"
import { accessToken } from "../forms.ts"
import { paths } from "../paths.ts"
import { isScope } from "../policy.ts"
import { words } from "../words.ts"

/** Programs of this body: what they may do, until when, and since when they were silent. */
export function TokensPage(props: {
  frame: Frame
  tokens: readonly TokenView[]
  said: string | null
  answers?: Answers
  errors?: FieldErrors
}) {
  const { frame, tokens, said, answers = { days: "90" }, errors = {} } = props
  const t = words[frame.lang].admin.tokens
  return (
    <Layout {...frame} title={t.title(tokens.length)} lead={t.lead} current={paths.tokens}>
      {said !== null && <Banner tone="good" title={said} isAnswer />}
      {tokens.length === 0 && <EmptyState title={t.none}>{t.noneHelp}</EmptyState>}
      {tokens.length > 0 && (
        <DataTable
          caption={t.caption}
          quietCaption
          rows={tokens}
          columns={[
            { key: "name", label: t.name, heading: true, cell: (row) => row.name },
            {
              key: "scopes",
              label: t.scopes,
              cell: (row) => row.scopes.map((one) => (isScope(one) ? t.scopeNames[one] : one)).join(", "),
            },
            { key: "by", label: t.madeBy, cell: (row) => row.madeByName ?? "" },
            { key: "expires", label: t.expires, cell: (row) => formatDate(row.expiresOn, frame.lang) },
            {
              key: "used",
              label: t.used,
              cell: (row) => (row.usedOn === null ? t.never : formatDate(row.usedOn, frame.lang)),
            },
            {
              key: "revoke",
              label: t.action,
              cell: (row) => (
                <form method="post" action={paths.tokenEnd(row.id)}>
                  <OwnForm />
                  <Button look="plain">{t.revoke(row.name)}</Button>
                </form>
              ),
            },
          ]}
        />
      )}
      <Card title={t.create}>
        <Form action={paths.tokens} errors={errors} answers={answers}>
          <Questions asks={accessToken.asks} />
          <Actions>
            <Button>{accessToken.submit[frame.lang]}</Button>
          </Actions>
        </Form>
      </Card>
    </Layout>
  )
}
