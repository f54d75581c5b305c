/** What others did about an account: told to its owner; what waits for a second person; what was done on the machine. */
import { formatInstant } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Actions, Banner, Button, DataTable, Form, Layout } from "../../kernel/ui/index.ts"
import type { AccountNotice, AskedInvitation, RecoveryView } from "../domain/account.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"

export function Notices({ frame, notices }: { frame: Frame; notices: readonly AccountNotice[] }) {
  const t = words[frame.lang].admin.notices
  if (notices.length === 0) return null
  return (
    <Banner tone="soon" title={t.title}>
      <ul>
        {notices.map(({ what, byName, about, at }) => (
          <li>
            {formatInstant(at, frame.lang)}: {t.what[what](byName ?? t.machine, about ?? "")}
          </li>
        ))}
      </ul>
      <p>{t.help}</p>
      <Form id="notices" action={paths.notices}>
        <Actions>
          <Button look="second">{t.seen}</Button>
        </Actions>
      </Form>
    </Banner>
  )
}

export function Recoveries({ frame, recoveries }: { frame: Frame; recoveries: readonly RecoveryView[] }) {
  const t = words[frame.lang].admin.notices
  if (recoveries.length === 0) return null
  return (
    <Banner tone="soon" title={t.recovered}>
      <ul>
        {recoveries.map(({ at, fullName, bodyName }) => (
          <li>
            {formatInstant(at, frame.lang)}: {fullName}, {bodyName}
          </li>
        ))}
      </ul>
      <p>{t.recoveredHelp}</p>
    </Banner>
  )
}

export function AgreeingPage(props: {
  frame: Frame
  asked: readonly AskedInvitation[]
  recoveries: readonly RecoveryView[]
  said: string | null
}) {
  const { frame, asked, recoveries, said } = props
  const all = words[frame.lang]
  const t = all.admin.agreeing
  return (
    <Layout {...frame} title={t.title(asked.length)} lead={t.lead} current={paths.agreeing}>
      {said !== null && <Banner tone="good" title={said} isAnswer />}
      <Recoveries frame={frame} recoveries={recoveries} />
      {asked.length > 0 && (
        <DataTable
          caption={t.caption}
          rows={asked}
          columns={[
            { key: "name", label: all.admin.officers.name, heading: true, cell: (row) => row.fullName },
            { key: "email", label: all.admin.officers.email, cell: (row) => row.email },
            {
              key: "kind",
              label: all.admin.officers.kind,
              cell: (row) => all.admin.officers.kinds[row.purpose],
            },
            {
              key: "role",
              label: all.admin.officers.role,
              cell: (row) => `${all.roles[row.role]}, ${row.bodyName}`,
            },
            {
              key: "by",
              label: t.by,
              cell: (row) => `${row.askedBy ?? ""}, ${formatInstant(row.invitedAt, frame.lang)}`,
            },
            {
              key: "agree",
              label: all.admin.officers.action,
              cell: (row) => (
                <form method="post" action={paths.agree(row.id)}>
                  <Button look="second">{t.agree(row.fullName)}</Button>
                </form>
              ),
            },
          ]}
        />
      )}
    </Layout>
  )
}
