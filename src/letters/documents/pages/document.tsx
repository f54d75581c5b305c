/** One outgoing document: where it stands, what comes next, its file, its signature, what happened. */
import { formatDate, formatInstant } from "../../../kernel/format.ts"
import type { Frame } from "../../../kernel/http/frame.ts"
import {
  Actions,
  Banner,
  Button,
  Card,
  DefinitionList,
  Field,
  Form,
  Layout,
  Split,
  Stack,
  Steps,
  Tag,
  Timeline,
  Upload,
} from "../../../kernel/ui/index.ts"
import type { Lang } from "../../../kernel/words.ts"
import { paths } from "../../paths.ts"
import type { SignatureCheck } from "../../signing/verify.ts"
import type { DocumentView } from "../actions.ts"
import { type State, type Step, shownNumber, states } from "../domain.ts"
import { mayRetype } from "../form.ts"
import { words } from "../words.ts"
import { signatureWords } from "../words-signature.ts"
import { wayWords } from "../words-way.ts"
import { StateTag } from "./state-tag.tsx"

export const stepSlugs: Readonly<Record<Step, string>> = {
  submit: "trinh",
  return: "tra-lai",
  approve: "dong-y",
  sign: "ky",
  number: "cap-so",
  issue: "phat-hanh",
  archive: "luu",
}

export const uploadBytesMax = 20_000_000

export type PageView = {
  frame: Frame
  view: DocumentView
  /** Steps that are open, and allowed to this role. */
  may: readonly Step[]
  isDemo: boolean
  isDone: boolean
  failed: { form: string; answers: Readonly<Record<string, string>>; error: string } | null
}

export function documentPage(page: PageView) {
  const { frame, view } = page
  const { lang } = frame
  const [t, way] = [words[lang], wayWords[lang]]
  const { row } = view
  const shown = row.number === null ? t.list.noNumber : shownNumber(row.number, row.model.symbol)
  return (
    <Layout
      {...frame}
      title={row.subject}
      current={paths.documents}
      crumbs={[{ href: paths.documents, label: t.nav }, { label: shown }]}
      lead={
        <>
          <StateTag state={row.state} lang={lang} />{" "}
          {row.isSigned && <Tag tone="good">{way.page.signatures}</Tag>}
          <p class="quiet">
            {t.kinds[row.kind]} · {shown}
            {row.datedOn !== null && ` · ${formatDate(row.datedOn, lang)}`} ·{" "}
            {way.page.drafted(row.draftedName)}
          </p>
          {row.sourcePath !== null && (
            <p>
              <a href={row.sourcePath}>{way.page.source(row.sourceLabel ?? "")}</a>
            </p>
          )}
        </>
      }
    >
      {page.isDone && <Banner isAnswer tone="good" title={way.page.done} />}
      {page.failed !== null && <Banner isAnswer tone="late" title={page.failed.error} />}
      {view.foreseen !== null && (
        <Banner tone="soon" title={way.page.foreseen}>
          {way.refusals[view.foreseen]}{" "}
          {row.state === "draft" && mayRetype(row.model) && <a href={paths.draft(row.id)}>{t.form.change}</a>}
        </Banner>
      )}
      {view.row.assigns && !isOut(view.row.state) && (
        <Banner title={way.assigns.lead}>
          <a href={paths.assignments(row.id)}>{way.assigns.preview}</a>
        </Banner>
      )}
      <Steps label={way.page.road} steps={roadOf(page)} />
      <Split wide>
        <Stack>
          <Card title={way.page.file}>
            <Actions>
              <Button href={paths.pdf(row.id)}>{way.page.pdf}</Button>
              <Button look="second" href={paths.docx(row.id)}>
                {way.page.docx}
              </Button>
              {row.state === "draft" && mayRetype(row.model) && (
                <Button look="second" href={paths.draft(row.id)}>
                  {t.form.change}
                </Button>
              )}
            </Actions>
          </Card>
          <Signatures page={page} />
        </Stack>
        <Card title={way.page.next}>
          {page.may.length === 0 && <p>{way.page.nothing}</p>}
          {page.may.map((step) =>
            step === "issue" && view.row.assigns ? (
              <AssignForm page={page} />
            ) : (
              <StepForm page={page} step={step} />
            ),
          )}
          {view.row.assigns && isOut(view.row.state) && (
            <p>
              <a href={paths.assignments(view.row.id)}>{way.assigns.given}</a>
            </p>
          )}
        </Card>
      </Split>
      <Card title={way.page.history}>
        <Timeline
          items={view.events.map(({ what, at, byName, note }) => ({
            title: eventName(what, lang),
            at,
            by: byName,
            ...(note === null ? {} : { note }),
          }))}
        />
      </Card>
    </Layout>
  )
}

const eventName = (what: string, lang: Lang): string => {
  const names: Readonly<Record<string, string>> = wayWords[lang].events
  return names[what] ?? what
}

function roadOf({ view, frame }: PageView) {
  const now = states.indexOf(view.row.state)
  return states.map((state, i) => ({
    label: words[frame.lang].states[state],
    state: i < now ? ("done" as const) : i === now ? ("now" as const) : ("next" as const),
  }))
}

const asks: Partial<Record<Step, "reason" | "filedUnder" | "note">> = {
  return: "reason",
  archive: "filedUnder",
  approve: "note",
}

function StepForm({ page, step }: { page: PageView; step: Step }) {
  const { lang } = page.frame
  const [t, way] = [words[lang], wayWords[lang]]
  const asked = asks[step]
  const failed = page.failed?.form === step ? page.failed : null
  return (
    <details
      class="step-form"
      open={page.failed === null ? page.may[0] === step : failed !== null}
      id={`b-${step}`}
    >
      <summary>{way.steps[step]}</summary>
      <Form
        id={step}
        action={paths.step(page.view.row.id, stepSlugs[step])}
        answers={failed?.answers ?? {}}
        errors={failed === null ? {} : { [asked === undefined ? "" : "note"]: failed.error }}
      >
        <p class="quiet">{way.consequences[step]}</p>
        {asked !== undefined && (
          <Field
            kind="textarea"
            name="note"
            label={t.fields[asked]}
            rows={2}
            maxlength={2000}
            optional={asked === "note"}
          />
        )}
        <Actions>
          <Button look={step === "return" ? "second" : "main"}>{way.steps[step]}</Button>
        </Actions>
      </Form>
    </details>
  )
}

const isOut = (state: State) => state === "issued" || state === "archived"

/** A letter that gives tasks goes out with them: first they are read from its own file and confirmed. */
function AssignForm({ page }: { page: PageView }) {
  const t = wayWords[page.frame.lang].assigns
  return (
    <Form id="assign" action={paths.assignments(page.view.row.id)} answers={{}} errors={{}}>
      <p class="quiet">{t.consequence}</p>
      <Actions>
        <Button>{t.open}</Button>
      </Actions>
    </Form>
  )
}

function Signatures({ page }: { page: PageView }) {
  const { row, signatures, isSigner } = page.view
  const way = wayWords[page.frame.lang]
  const maySign = row.state === "numbered"
  if (signatures.length === 0 && !maySign) return null
  return (
    <Card title={way.page.signatures}>
      {signatures.length === 0 && <p>{way.page.unsigned}</p>}
      {signatures.map((one) => (
        <OneSignature check={one} lang={page.frame.lang} />
      ))}
      {maySign && isSigner && <KeyForm page={page} />}
      {maySign && <UploadForm page={page} />}
    </Card>
  )
}

function KeyForm({ page }: { page: PageView }) {
  const [t, way] = [words[page.frame.lang], wayWords[page.frame.lang]]
  const failed = page.failed?.form === "key" ? page.failed : null
  return (
    <details open={failed !== null}>
      <summary>{way.page.signWithKey}</summary>
      <Form
        id="key"
        multipart
        action={paths.keySignature(page.view.row.id)}
        errors={failed === null ? {} : { "": failed.error }}
      >
        <Upload name="key" label={t.fields.key} hint={t.hints.key} bytesMax={200_000} accept=".p12,.pfx" />
        <Field kind="password" name="passphrase" label={t.fields.passphrase} autocomplete="off" />
        {page.isDemo && (
          <p class="quiet">
            <a href={paths.trialKey}>{way.page.trialKey}</a>. {way.page.trialHint}
          </p>
        )}
        <Actions>
          <Button>{way.page.signWithKey}</Button>
        </Actions>
      </Form>
    </details>
  )
}

function UploadForm({ page }: { page: PageView }) {
  const [t, way] = [words[page.frame.lang], wayWords[page.frame.lang]]
  const failed = page.failed?.form === "file" ? page.failed : null
  return (
    <details open={failed !== null}>
      <summary>{way.page.upload}</summary>
      <Form
        id="file"
        multipart
        action={paths.signedFile(page.view.row.id)}
        errors={failed === null ? {} : { "": failed.error }}
      >
        <Upload name="file" label={t.fields.file} bytesMax={uploadBytesMax} accept=".pdf" />
        <Actions>
          <Button look="second">{way.page.upload}</Button>
        </Actions>
      </Form>
    </details>
  )
}

function OneSignature({ check, lang }: { check: SignatureCheck; lang: Lang }) {
  const t = signatureWords[lang]
  const whole = !check.isIntact ? t.broken : check.coversAll ? t.intact : t.added
  return (
    <section>
      <h3>{t.by(check.signer ?? "?", check.organization ?? "")}</h3>
      <DefinitionList
        items={[
          {
            term: t.whole,
            value: <Tag tone={check.isIntact && check.coversAll ? "good" : "late"}>{whole}</Tag>,
          },
          { term: t.at, value: check.claimedAt === null ? t.noTime : formatInstant(check.claimedAt, lang) },
          { term: t.issuer, value: check.isSelfSigned ? t.self : (check.issuer ?? "?") },
          ...(check.inForce === null
            ? []
            : [{ term: t.force, value: check.inForce ? t.inForce : t.outOfForce }]),
          { term: t.level, value: t.levels[check.level] },
        ]}
      />
      <p class="quiet">{t.notJudged}</p>
    </section>
  )
}
