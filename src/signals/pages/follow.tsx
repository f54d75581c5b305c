/** Following a tip with its code: where it stands in plain words, messages both ways, withdrawal. No name is asked. */
import { formatInstant } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  type AskedCode,
  Banner,
  Button,
  Card,
  CodeForm,
  DefinitionList,
  Field,
  type FieldErrors,
  Form,
  Layout,
  Timeline,
} from "../../kernel/ui/index.ts"
import type { Followed } from "../actions/follow.ts"
import { messageCharsMax } from "../domain/intake.ts"
import { paths } from "../paths.ts"
import { portalWords } from "../words-portal.ts"
import { Files } from "./portal.tsx"
import { ReceivedFiles } from "./received-files.tsx"

export function askCodePage({ frame, ...asked }: { frame: Frame } & AskedCode) {
  const t = portalWords[frame.lang].follow
  return (
    <Layout {...frame} url={paths.follow} audience="public" noReferrer title={t.title}>
      <CodeForm action={paths.follow} said={t} {...asked} />
    </Layout>
  )
}

export type FollowView = {
  frame: Frame
  code: string
  tip: Followed
  /** What was just done. */
  said?: "sent" | "withdrawn"
  errors?: FieldErrors
  answers?: Answers
}

export function followPage(view: FollowView) {
  const { frame, code, tip } = view
  const t = portalWords[frame.lang].follow
  const canWrite = tip.state !== "withdrawn"
  return (
    <Layout
      {...frame}
      url={paths.follow}
      again={{ code }}
      scripts={["upload.js"]}
      audience="public"
      noReferrer
      title={t.states[tip.state]}
    >
      {view.said !== undefined && <Banner tone="good" isAnswer title={t[view.said]} />}
      <div class="measure stack">
        <p>{whatNow(view)}</p>
        {tip.publicNote !== null && <p class="said">{tip.publicNote}</p>}
        {tip.withdrawnAt !== null && tip.isHeld && <p>{t.withdrawnHeld}</p>}
        {tip.withdrawnAt !== null && !tip.isHeld && tip.state !== "withdrawn" && <p>{t.withdrawnToo}</p>}
      </div>
      {tip.helped.length > 0 && (
        <Banner tone="good" title={t.helped}>
          <ul>
            {tip.helped.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </Banner>
      )}
      <DefinitionList
        items={[
          { term: t.holder, value: tip.bodyName },
          { term: t.receivedAt, value: formatInstant(tip.receivedAt, frame.lang) },
          { term: t.changedAt, value: formatInstant(tip.changedAt, frame.lang) },
          { term: t.files, value: <ReceivedFiles files={tip.files} lang={frame.lang} /> },
          { term: t.code, value: <span class="code small">{code}</span> },
        ]}
      />
      <Messages {...view} />
      {canWrite && <Write {...view} />}
      {tip.withdrawnAt === null && <Withdrawal {...view} />}
      <p>
        <a href={paths.report}>{t.leave}</a>
      </p>
    </Layout>
  )
}

function whatNow({ frame, tip }: FollowView): string {
  const t = portalWords[frame.lang].follow
  if (tip.state === "closed" && tip.closeReason !== null) return t.reasons[tip.closeReason]
  return t.what[tip.state]
}

function Messages({ frame, tip }: FollowView) {
  const t = portalWords[frame.lang].follow
  if (tip.messages.length === 0) return null
  return (
    <Card title={t.messages}>
      <Timeline
        items={tip.messages.map((message) => ({
          title: message.side === "officer" ? t.officer : t.you,
          at: message.at,
          note: (
            <>
              {message.text}
              {message.files.length > 0 && <p class="quiet">{t.withFiles(message.files.join(", "))}</p>}
            </>
          ),
          tone: message.side === "officer" ? "brand" : "calm",
        }))}
      />
    </Card>
  )
}

function Write({ frame, code, tip, errors = {}, answers = {} }: FollowView) {
  const t = portalWords[frame.lang].follow
  const isWrong = errors.files !== undefined || errors.declared !== undefined
  return (
    <section class="measure">
      <Form
        action={paths.followMessages}
        id="viet"
        hidden={{ code }}
        errors={errors}
        answers={answers}
        autocomplete="off"
        multipart
      >
        <Field
          kind="textarea"
          name="text"
          rows={4}
          label={t.write}
          hint={t.writeHint}
          maxlength={messageCharsMax}
        />
        <Files lang={frame.lang} isOpen={isWrong || tip.state === "asked"} />
        <Actions>
          <Button look={tip.state === "asked" ? "main" : "second"}>{t.send}</Button>
        </Actions>
      </Form>
    </section>
  )
}

/** Folded away, and with a word of its own to press: nobody withdraws by accident. */
function Withdrawal({ frame, code, tip }: FollowView) {
  const t = portalWords[frame.lang].follow
  return (
    <details class="more measure">
      <summary>{t.withdraw}</summary>
      <Form action={paths.followWithdrawal} id="rut" hidden={{ code }}>
        <p>{tip.isHeld ? t.withdrawHintHeld : t.withdrawHint}</p>
        <Actions>
          <Button look="harm">{t.withdrawDo}</Button>
        </Actions>
      </Form>
    </details>
  )
}
