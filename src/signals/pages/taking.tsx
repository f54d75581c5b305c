/** An officer writes down what somebody says, or a body hands in what it found itself. */
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Button,
  Field,
  type FieldErrors,
  Form,
  Layout,
} from "../../kernel/ui/index.ts"
import {
  contactCharsMax,
  nameCharsMax,
  placeCharsMax,
  targetCharsMax,
  textCharsMax,
} from "../domain/intake.ts"
import { paths } from "../paths.ts"
import { deskWords } from "../words-desk.ts"
import { listWords } from "../words-list.ts"
import { navWords } from "../words-nav.ts"
import { portalWords } from "../words-portal.ts"
import { sentWords } from "../words-sent.ts"
import { Files } from "./portal.tsx"

export type TakingChannel = "phone" | "walk-in" | "form"
export type TakingView = {
  frame: Frame
  once: string
  channels: readonly TakingChannel[]
  errors?: FieldErrors
  answers?: Answers
}

export function takingPage({ frame, once, channels, errors = {}, answers = {} }: TakingView) {
  const t = deskWords[frame.lang].taking
  const words = portalWords[frame.lang].form
  const isOnlyReporting = channels.length === 1
  return (
    <Layout
      {...frame}
      title={isOnlyReporting ? t.reportTitle : t.title}
      current={isOnlyReporting ? paths.newSignal : paths.signals}
      {...(isOnlyReporting
        ? {}
        : { crumbs: [{ href: paths.signals, label: navWords[frame.lang].signals }, { label: t.title }] })}
    >
      <p>
        <a href={paths.list}>{listWords[frame.lang].link}</a> ·{" "}
        <a href={paths.sent}>{sentWords[frame.lang].nav}</a>
      </p>
      <div class="measure">
        <Form
          action={paths.newSignal}
          answers={{ channel: channels[0], ...answers }}
          errors={errors}
          once={once}
          multipart
        >
          {!isOnlyReporting && (
            <Field
              kind="radio"
              name="channel"
              label={t.channel}
              options={channels.map((value) => ({ value, label: t.channels[value] }))}
            />
          )}
          <Field
            kind="radio"
            name="path"
            label={t.path}
            options={Object.entries(t.paths).map(([value, label]) => ({ value, label }))}
          />
          <Field
            kind="text"
            name="target"
            label={words.target}
            hint={words.targetHint}
            maxlength={targetCharsMax}
            optional
          />
          <Field kind="textarea" name="text" rows={6} label={t.text} maxlength={textCharsMax} optional />
          <Field kind="text" name="place" label={words.place} maxlength={placeCharsMax} optional />
          <p class="quiet">{t.whoHint}</p>
          <Field kind="text" name="name" label={t.name} maxlength={nameCharsMax} optional />
          <Field kind="text" name="contact" label={t.contact} maxlength={contactCharsMax} optional />
          <Files lang={frame.lang} isOpen={errors.files !== undefined || errors.declared !== undefined} />
          <p class="quiet">
            {t.sealed} {words.noSecrets}
          </p>
          <Actions>
            <Button>{t.submit}</Button>
          </Actions>
        </Form>
      </div>
    </Layout>
  )
}
