/** Pages for people without an account: the complaint, following it, objecting to a notice. */
import type { Child } from "hono/jsx"
import { formatDate, formatInstant } from "../../kernel/format.ts"
import { type Errors, Questions } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  type AskedCode,
  Banner,
  Button,
  Card,
  CodeForm,
  CodeReceipt,
  DefinitionList,
  Form,
  Layout,
  Tag,
} from "../../kernel/ui/index.ts"
import type { Followed } from "../actions/complaining.ts"
import type { Ground } from "../domain/measures.ts"
import { complaintForm, objectionForm } from "../forms.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { publicWords } from "../words-public.ts"

export type ComplaintView = {
  frame: Frame
  once: string
  notGrounds: readonly { vi: string; en: string }[]
  answers?: Answers
  errors?: Errors
}

export function complaintPage({ frame, once, notGrounds, answers = {}, errors = {} }: ComplaintView) {
  const { lang } = frame
  const t = publicWords[lang].complain
  return (
    <Layout {...frame} url={paths.complain} audience="public" noReferrer title={t.title} lead={t.lead}>
      <Banner tone="late" title={t.child} />
      <div class="measure stack">
        <Card title={t.none}>
          <ul class="stack">
            {notGrounds.map((one) => (
              <li>{one[lang]}</li>
            ))}
          </ul>
        </Card>
        <Form action={paths.complain} once={once} autocomplete="off" answers={answers} errors={errors}>
          <Questions asks={complaintForm.asks} />
          <p class="quiet">{t.sealed}</p>
          <Actions>
            <Button>{t.send}</Button>
          </Actions>
        </Form>
        <p>
          <a href={paths.follow}>{publicWords[lang].follow.title}</a>
        </p>
        <p>
          <a href={paths.transparency}>{publicWords[lang].transparency.nav}</a>
        </p>
      </div>
    </Layout>
  )
}

export function complaintReceiptPage({ frame, code }: { frame: Frame; code: string }) {
  const t = publicWords[frame.lang].complain
  return (
    <Layout {...frame} url={paths.follow} again={{ code }} audience="public" noReferrer title={t.receipt}>
      <CodeReceipt action={paths.follow} code={code} said={t} />
    </Layout>
  )
}

export function askCodePage({ frame, ...asked }: { frame: Frame } & AskedCode) {
  const t = publicWords[frame.lang].follow
  return (
    <Layout {...frame} url={paths.follow} audience="public" noReferrer title={t.title} lead={t.lead}>
      <CodeForm action={paths.follow} said={t} {...asked} />
    </Layout>
  )
}

export type FollowView = {
  frame: Frame
  code: string
  followed: Followed
  ground: Ground | null
  answers?: Answers | undefined
  errors?: Errors | undefined
  said?: string | null | undefined
  /** An objection that was not taken. */
  isRefused?: boolean | undefined
}

export function followPage({
  frame,
  code,
  followed,
  ground,
  answers = {},
  errors = {},
  said = null,
  isRefused = false,
}: FollowView) {
  const { lang } = frame
  const { follow: t } = publicWords[lang]
  const { notice, objections, mayObject } = followed
  const w = words[lang]
  const item = (term: string, value: string | null, mark: Child = null) =>
    value === null
      ? []
      : [
          {
            term,
            value: (
              <>
                <span class="said">{value}</span> {mark}
              </>
            ),
          },
        ]
  return (
    <Layout
      {...frame}
      url={paths.follow}
      again={{ code }}
      audience="public"
      noReferrer
      title={`${notice.platform}: ${w.states[notice.state]}`}
    >
      {said !== null && <Banner isAnswer tone={isRefused ? "soon" : "good"} title={said} />}
      <div class="measure stack">
        <DefinitionList
          items={[
            ...item(t.state, w.states[notice.state]),
            ...item(t.body, notice.bodyName),
            ...item(t.url, notice.url),
            ...item(t.filed, formatInstant(notice.filedAt, lang)),
            ...item(
              t.ground,
              ground === null ? null : `${ground.name[lang]} (${ground.law}, ${ground.article})`,
              ground?.verified === "no" && <Tag tone="soon">{t.unverified}</Tag>,
            ),
            ...item(
              t.measure,
              notice.measure === null || notice.sentAt === null ? null : w.measures[notice.measure],
            ),
            ...item(t.sent, notice.sentAt === null ? null : formatInstant(notice.sentAt, lang)),
            ...item(t.outcome, notice.outcome === null ? null : w.outcomes[notice.outcome]),
            ...item(t.reason, notice.closedReason),
          ]}
        />
        {objections.map((one) => (
          <Card title={t.levels[one.level]}>
            {one.outcome === null ? (
              <p>
                {t.decideBy(formatDate(one.dueOn, lang))} <span class="quiet">{t.rule}</span>
              </p>
            ) : (
              <p>
                <b>{t.decided[one.outcome]}</b>: {one.reasons}
              </p>
            )}
          </Card>
        ))}
        {mayObject !== null && (
          <Card title={mayObject === "object" ? t.object : t.appeal}>
            <p>{t.objectLead}</p>
            <Form
              action={paths.object}
              hidden={{ code }}
              autocomplete="off"
              answers={answers}
              errors={errors}
            >
              <Questions asks={objectionForm.asks} />
              <Actions>
                <Button>{t.send}</Button>
              </Actions>
            </Form>
          </Card>
        )}
      </div>
    </Layout>
  )
}
