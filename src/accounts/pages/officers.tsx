/** The administrator's pages: who serves this body, inviting, one post. */
import { formatDate, formatInstant } from "../../kernel/format.ts"
import { Questions } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  Card,
  DataTable,
  DefinitionList,
  EmptyState,
  Field,
  type FieldErrors,
  Form,
  Layout,
  OwnForm,
  Tag,
} from "../../kernel/ui/index.ts"
import type { InvitationView, OfficerView, RecoveryView } from "../domain/account.ts"
import { invitation } from "../forms.ts"
import { paths } from "../paths.ts"
import { roles } from "../policy.ts"
import { words } from "../words.ts"
import { handoverWords } from "../words-handover.ts"
import { officerListWords } from "../words-officer-list.ts"
import { Recoveries } from "./notices.tsx"

export function OfficersPage(props: {
  frame: Frame
  officers: readonly OfficerView[]
  invitations: readonly InvitationView[]
  recoveries: readonly RecoveryView[]
  mayChange: boolean
  mayAgree: boolean
  said: string | null
}) {
  const { frame, officers, invitations, recoveries, mayChange, mayAgree, said } = props
  const all = words[frame.lang]
  const t = all.admin.officers
  const working = officers.filter((one) => !one.hasEnded)
  return (
    <Layout {...frame} title={t.title(working.length)} current={paths.officers}>
      {said !== null && <Banner tone="good" title={said} isAnswer />}
      <Recoveries frame={frame} recoveries={recoveries} />
      {(mayChange || mayAgree) && (
        <Actions>
          {mayChange && <Button href={paths.invitationNew}>{t.invite}</Button>}
          {mayChange && (
            <Button look="second" href={paths.officerList}>
              {officerListWords[frame.lang].link}
            </Button>
          )}
          {mayAgree && (
            <Button look="second" href={paths.agreeing}>
              {all.admin.agreeing.crumb}
            </Button>
          )}
        </Actions>
      )}
      <DataTable
        caption={t.caption}
        rows={officers}
        empty={<EmptyState title={t.none} />}
        columns={[
          {
            key: "name",
            label: t.name,
            heading: true,
            cell: (row) =>
              mayChange && !row.hasEnded ? <a href={paths.post(row.postId)}>{row.name}</a> : row.name,
          },
          { key: "email", label: t.email, cell: (row) => row.email },
          { key: "post", label: t.post, cell: (row) => row.title },
          {
            key: "role",
            label: t.role,
            cell: (row) => (
              <>
                {all.roles[row.role]} {row.hasEnded && <Tag>{t.ended}</Tag>}
              </>
            ),
          },
          { key: "since", label: t.since, cell: (row) => formatDate(row.validFrom, frame.lang) },
        ]}
      />
      {mayChange && invitations.length > 0 && <Invitations frame={frame} invitations={invitations} />}
    </Layout>
  )
}

function Invitations({ frame, invitations }: { frame: Frame; invitations: readonly InvitationView[] }) {
  const t = words[frame.lang].admin.officers
  return (
    <DataTable
      caption={t.open}
      rows={invitations}
      columns={[
        { key: "name", label: t.name, heading: true, cell: (row) => row.fullName },
        { key: "email", label: t.email, cell: (row) => row.email },
        {
          key: "kind",
          label: t.kind,
          cell: (row) => (row.isWaiting ? t.waiting(t.kinds[row.purpose]) : t.kinds[row.purpose]),
        },
        { key: "body", label: t.body, cell: (row) => row.bodyName },
        { key: "expires", label: t.expires, cell: (row) => formatInstant(row.expiresAt, frame.lang) },
        {
          key: "withdraw",
          label: t.action,
          cell: (row) => (
            <form method="post" action={paths.invitationEnd(row.id)}>
              <OwnForm />
              <Button look="plain">{t.withdraw(row.fullName)}</Button>
            </form>
          ),
        },
      ]}
    />
  )
}

export function InvitePage(props: {
  frame: Frame
  bodies: readonly { id: string; name: string }[]
  mayElsewhere: boolean
  answers: Answers
  errors?: FieldErrors
}) {
  const { frame, bodies, mayElsewhere, answers, errors = {} } = props
  const all = words[frame.lang]
  const t = all.admin.invite
  return (
    <Layout
      {...frame}
      title={t.title}
      lead={t.lead}
      current={paths.officers}
      crumbs={[{ href: paths.officers, label: all.admin.officers.crumb }, { label: t.title }]}
    >
      <Form action={paths.invitations} errors={errors} answers={answers}>
        <Questions
          asks={invitation.asks}
          only={(name) => name !== "body" || mayElsewhere}
          options={{
            role: roles.map((role) => ({ value: role, label: all.roles[role], hint: t.roleHints[role] })),
            body: bodies.map((body) => ({ value: body.id, label: body.name })),
          }}
        />
        <Actions>
          <Button>{invitation.submit[frame.lang]}</Button>
        </Actions>
      </Form>
    </Layout>
  )
}

export function PostPage(props: {
  frame: Frame
  post: OfficerView
  isOwn: boolean
  said: string | null
  errors?: FieldErrors
}) {
  const { frame, post, isOwn, said, errors = {} } = props
  const all = words[frame.lang]
  const t = all.admin.post
  return (
    <Layout
      {...frame}
      title={t.title(post.name, post.title)}
      current={paths.officers}
      crumbs={[{ href: paths.officers, label: all.admin.officers.crumb }, { label: post.name }]}
    >
      {said !== null && <Banner tone="good" title={said} isAnswer />}
      <DefinitionList
        items={[
          { term: all.admin.officers.email, value: post.email },
          { term: all.admin.officers.role, value: all.roles[post.role] },
          { term: all.admin.officers.since, value: formatDate(post.validFrom, frame.lang) },
        ]}
      />
      {isOwn ? (
        <p class="quiet">{t.own}</p>
      ) : (
        <>
          <Card title={t.role}>
            <Form
              id="role"
              action={paths.postRole(post.postId)}
              errors={errors}
              answers={{ role: post.role }}
            >
              <Field
                kind="select"
                name="role"
                label={all.admin.officers.role}
                empty={null}
                options={roles.map((role) => ({ value: role, label: all.roles[role] }))}
              />
              <Actions>
                <Button look="second">{t.roleSubmit}</Button>
              </Actions>
            </Form>
          </Card>
          <Card title={t.password}>
            <p class="measure">{t.passwordHelp}</p>
            <Form id="password" action={paths.postPassword(post.postId)}>
              <Actions>
                <Button look="second">{t.passwordSubmit}</Button>
              </Actions>
            </Form>
          </Card>
          <Card title={handoverWords[frame.lang].crumb}>
            <p class="measure">{handoverWords[frame.lang].openHelp}</p>
            <Actions>
              <Button look="second" href={paths.postHandover(post.postId)}>
                {handoverWords[frame.lang].open}
              </Button>
            </Actions>
          </Card>
          <Card title={t.end}>
            <p class="measure">{t.endHelp}</p>
            <Form id="end" action={paths.postEnd(post.postId)}>
              <Actions>
                <Button look="harm">{t.endSubmit}</Button>
              </Actions>
            </Form>
          </Card>
        </>
      )}
    </Layout>
  )
}
