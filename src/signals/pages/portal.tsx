/** The portal's first two screens: which door, then the form. The third is the receipt. Everything works without scripts. */
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  Door,
  Field,
  type FieldErrors,
  Form,
  Layout,
  Stack,
  Upload,
} from "../../kernel/ui/index.ts"
import type { Place } from "../actions/nearest.ts"
import type { Hotlines } from "../catalogue.ts"
import { accepted, evidenceBytesMax } from "../domain/evidence.ts"
import {
  contactCharsMax,
  nameCharsMax,
  placeCharsMax,
  type TipPath,
  targetCharsMax,
  textCharsMax,
} from "../domain/intake.ts"
import { zeroBits } from "../domain/work.ts"
import { paths } from "../paths.ts"
import { portalWords } from "../words-portal.ts"
import { privacyWords } from "../words-privacy.ts"

export const formPaths: Readonly<Record<TipPath, string>> = {
  money: paths.reportMoney,
  identifier: paths.reportIdentifier,
  infrastructure: paths.reportInfrastructure,
  other: paths.reportOther,
}

export function startPage({ frame, receiver = null }: { frame: Frame; receiver?: string | null }) {
  const t = portalWords[frame.lang].start
  return (
    <Layout {...frame} audience="public" title={t.title} lead={t.lead} current={paths.report}>
      <Stack>
        <a class="card door urgent" href={paths.reportMoney}>
          <b>{t.money}</b>
          {t.moneyHint}
        </a>
        <Door href={paths.reportIdentifier} title={t.identifier}>
          {t.identifierHint}
        </Door>
        <Door href={paths.reportInfrastructure} title={t.infrastructure}>
          {t.infrastructureHint}
        </Door>
        <Door href={paths.reportOther} title={t.other}>
          {t.otherHint}
        </Door>
      </Stack>
      <p>
        <a href={paths.follow}>{t.follow}</a>
      </p>
      <p class="quiet measure">
        {receiver !== null && <>{privacyWords[frame.lang].who(receiver)} </>}
        <a href={paths.privacy}>{privacyWords[frame.lang].link}</a>
      </p>
    </Layout>
  )
}

export type TipFormView = {
  frame: Frame
  path: TipPath
  once: string
  hotlines: Hotlines
  /** Where it can have happened; asked for at the door whose law says whom to tell by the place. */
  places?: readonly Place[]
  errors?: FieldErrors
  answers?: Answers
}

export function tipFormPage(view: TipFormView) {
  const { frame, path } = view
  const t = portalWords[frame.lang]
  return (
    <Layout
      {...frame}
      audience="public"
      scripts={["tip.js"]}
      title={titleOf(view)}
      crumbs={[{ href: paths.report, label: t.back }]}
    >
      {path === "money" && <MoneyNow lang={frame.lang} hotlines={view.hotlines} />}
      {path === "infrastructure" && <Banner tone="late" title={t.form.infrastructureNow} />}
      {path === "infrastructure" && <p class="measure">{t.form.infrastructureTell}</p>}
      {path === "other" && <RightDoors lang={frame.lang} />}
      <TipForm {...view} />
    </Layout>
  )
}

function titleOf({ frame, path }: TipFormView): string {
  const t = portalWords[frame.lang]
  switch (path) {
    case "money":
      return t.nowMoney.title
    case "identifier":
      return t.form.identifierTitle
    case "infrastructure":
      return t.form.infrastructureTitle
    case "other":
      return t.doors.title
  }
}

type Lang = Frame["lang"]

/** What to do this minute stands before any question. */
function MoneyNow({ lang, hotlines }: { lang: Lang; hotlines: Hotlines }) {
  const t = portalWords[lang].nowMoney
  return (
    <section class="notice late">
      <ol class="now">
        <li>
          <b>{t.call}</b>
          <p>{t.callHow}</p>
        </li>
        <li>
          <b>{t.police}</b>
          <p>{t.policeHow}</p>
          {hotlines.police.map(({ number }) => (
            <a class="button harm" href={`tel:${number}`}>
              {t.callNumber(number)}
            </a>
          ))}
        </li>
        <li>
          <b>{t.keep}</b>
          <p>{t.keepHow}</p>
        </li>
      </ol>
      {hotlines.areChecked && hotlines.sim.length > 0 && (
        <p>
          {t.sim}{" "}
          {hotlines.sim.map(({ number, name }, at) => (
            <>
              {at > 0 && " · "}
              {name} <a href={`tel:${number}`}>{number}</a>
            </>
          ))}
          .
        </p>
      )}
    </section>
  )
}

function RightDoors({ lang }: { lang: Lang }) {
  const t = portalWords[lang].doors
  const rows = [
    [t.tip, t.tipWhat],
    [t.proposal, t.proposalWhat],
    [t.complaint, t.complaintWhat],
    [t.denunciation, t.denunciationWhat],
  ]
  return (
    <dl class="rights measure">
      {rows.map(([term, what]) => (
        <div>
          <dt>{term}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  )
}

function TipForm({ frame, path, once, places = [], errors = {}, answers = {} }: TipFormView) {
  const t = portalWords[frame.lang]
  const hasTarget = path === "money" || path === "identifier"
  const heading = {
    money: t.nowMoney.afterwards,
    other: t.doors.write,
    identifier: null,
    infrastructure: null,
  }[path]
  return (
    <section class="stack measure" id="bao">
      {heading !== null && <h2>{heading}</h2>}
      <Form
        action={formPaths[path]}
        errors={errors}
        answers={answers}
        once={once}
        autocomplete="off"
        multipart
      >
        <input type="hidden" name="work" data-work={zeroBits} />
        {hasTarget && <p class="quiet">{t.form.either}</p>}
        {hasTarget && (
          <Field
            kind="text"
            name="target"
            label={path === "money" ? t.form.targetMoney : t.form.target}
            hint={t.form.targetHint}
            maxlength={targetCharsMax}
            either
          />
        )}
        <Field
          kind="textarea"
          name="text"
          rows={5}
          label={t.form.text}
          hint={path === "infrastructure" ? t.form.textInfrastructure : t.form.textHint}
          maxlength={textCharsMax}
          {...(hasTarget ? { either: true } : {})}
        />
        {places.length > 0 && (
          <Field
            kind="select"
            name="commune"
            label={t.form.commune}
            hint={t.form.communeHint}
            options={places.map(({ code, name }) => ({ value: code, label: name }))}
            empty={t.form.communeEmpty}
            optional
          />
        )}
        <Field
          kind="text"
          name="place"
          label={t.form.place}
          hint={t.form.placeHint}
          maxlength={placeCharsMax}
          optional
        />
        <details class="more" open={`${answers.name ?? ""}${answers.contact ?? ""}` !== ""}>
          <summary>{t.form.who}</summary>
          <div class="stack">
            <p class="quiet">{t.form.whoHint}</p>
            <Field kind="text" name="name" label={t.form.name} maxlength={nameCharsMax} optional />
            <Field kind="text" name="contact" label={t.form.contact} maxlength={contactCharsMax} optional />
          </div>
        </details>
        <Files lang={frame.lang} isOpen={errors.files !== undefined || errors.declared !== undefined} />
        <p class="quiet">
          {t.form.sealed} {t.form.noSecrets} <a href={paths.privacy}>{privacyWords[frame.lang].link}</a>
        </p>
        <Device lang={frame.lang} />
        <p
          class="notice soon"
          role="status"
          hidden
          data-sent=""
          data-sending={t.device.sending}
          data-kept={t.device.kept}
        ></p>
        <Actions>
          <Button>{t.form.send}</Button>
        </Actions>
      </Form>
    </section>
  )
}

/** Shown by the script only: without it nothing is kept on the device. */
function Device({ lang }: { lang: Lang }) {
  const t = portalWords[lang].device
  return (
    <div
      class="device"
      hidden
      data-device=""
      data-restored={t.restored}
      data-forgotten={t.forgotten}
      data-ask={t.forgetAsk}
    >
      <div class="choice">
        <input type="checkbox" id="may-nay" aria-describedby="may-nay-hint" />
        <label for="may-nay">{t.keep}</label>
        <p class="hint" id="may-nay-hint">
          {t.keepHint}
        </p>
      </div>
      <button class="button plain" type="button">
        {t.forget}
      </button>
      <p role="status"></p>
    </div>
  )
}

/** The declaration stands above the files, so that it arrives before them: nothing is written to a disk without it. */
export function Files({ lang, isOpen }: { lang: Lang; isOpen: boolean }) {
  const t = portalWords[lang].files
  return (
    <details class="more" open={isOpen}>
      <summary>{t.title}</summary>
      <div class="stack">
        <Field
          kind="checkbox"
          name="declared"
          label={t.title}
          quietLabel
          options={[{ value: "yes", label: t.declared }]}
        />
        <Field
          kind="checkbox"
          name="keep"
          label={t.keep}
          quietLabel
          options={[{ value: "yes", label: t.keep, hint: t.keepHint }]}
        />
        <Upload
          name="files"
          label={t.files}
          hint={t.hint}
          accept={accepted}
          bytesMax={evidenceBytesMax}
          multiple
          optional
        />
      </div>
    </details>
  )
}
