/** Writing a warning, with what the tips say beside it. */

import type { TaskOption } from "../../directives/index.ts"
import { formatDate, formatInstant, formatNumber } from "../../kernel/format.ts"
import { type Errors, Questions } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Button,
  Card,
  Form,
  Layout,
  type Option,
  Split,
  Stack,
  Tag,
} from "../../kernel/ui/index.ts"
import { signalPaths } from "../../signals/index.ts"
import type { Evidence } from "../actions/reading-warnings.ts"
import { newWarning } from "../forms-warning.ts"
import { paths } from "../paths.ts"
import type { Attached } from "../store/warnings.ts"
import { words } from "../words.ts"
import { indicatorWords } from "../words-indicator.ts"
import { warningWords } from "../words-warning.ts"
import { proposedTask, taskOptions } from "./serving.tsx"
import { spoken } from "./spoken.ts"

export type NewWarningView = {
  frame: Frame
  tricks: readonly Option[]
  isAuthority: boolean
  attachable: readonly Attached[]
  evidence: { trick: string; of: Evidence } | null
  replaces: { id: string; code: number } | null
  tasks: readonly TaskOption[]
  answers: Answers
  errors: Errors
  seesTips: boolean
}

export function newWarningPage(view: NewWarningView) {
  const { frame, evidence, replaces } = view
  const { lang } = frame
  const t = warningWords[lang]
  return (
    <Layout
      {...frame}
      title={titleOf(view)}
      current={paths.sharing}
      crumbs={[
        { href: paths.sharing, label: words[lang].nav },
        { href: paths.warnings, label: indicatorWords[lang].list.warnings },
        { label: t.list.write },
      ]}
    >
      <p class="quiet">{t.new.lead}</p>
      <Split wide>
        <Form
          action={paths.newWarning}
          answers={{ assignmentId: proposedTask(view.tasks), ...view.answers }}
          errors={view.errors}
          hidden={{ ...(replaces === null ? {} : { thay: replaces.id }) }}
        >
          <Questions
            asks={newWarning.asks}
            options={{ ...warningOptions(view), assignmentId: taskOptions(view.tasks, lang) }}
          />
          <Actions>
            <Button>{newWarning.submit[lang]}</Button>
          </Actions>
        </Form>
        <Stack>{evidence !== null && <EvidenceCard view={view} />}</Stack>
      </Split>
    </Layout>
  )
}

function titleOf({ frame, evidence, replaces, tricks }: NewWarningView): string {
  const t = warningWords[frame.lang].new
  if (replaces !== null) return t.titleReplace(String(replaces.code))
  if (evidence === null) return t.title
  return t.titleFrom(tricks.find((one) => one.value === evidence.trick)?.label ?? evidence.trick)
}

export function warningOptions({
  frame,
  tricks,
  isAuthority,
  attachable,
}: Pick<NewWarningView, "frame" | "tricks" | "isAuthority" | "attachable">) {
  const { kinds } = indicatorWords[frame.lang]
  return {
    trick: tricks,
    audience: Object.entries(warningWords[frame.lang].audiences)
      .filter(([value]) => isAuthority || value !== "public")
      .map(([value, label]) => ({ value, label })),
    indicators: attachable.map((one) => ({
      value: one.id,
      label: `${spoken(one)} (${kinds[one.kind]}, TLP:${one.tlp.toUpperCase()})`,
    })),
  }
}

function EvidenceCard({ view }: { view: NewWarningView }) {
  const { lang } = view.frame
  const t = warningWords[lang].new
  if (view.evidence === null) return null
  const { of } = view.evidence
  return (
    <Card title={t.evidence}>
      <p>
        {of.tips === 0 || of.since === null
          ? t.none
          : t.counted(formatNumber(of.tips, lang), formatDate(of.since, lang))}
      </p>
      {of.places.length > 0 && (
        <>
          <h3>{t.places}</h3>
          <p>{of.places.map(({ place, tips }) => t.placesOf(place, formatNumber(tips, lang))).join(", ")}</p>
        </>
      )}
      {of.clues.length > 0 && <Clues view={view} of={of} />}
      {of.samples.length > 0 && (
        <>
          <h3>{t.samples}</h3>
          <p class="quiet">{t.samplesHint}</p>
          <ul class="plain stack">
            {of.samples.map((one) => (
              <li>
                <p class="said">{one.gist}</p>
                <p class="quiet">{formatInstant(one.receivedAt, lang)}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

/** Which of the clues are out already, and where one is proposed. */
function Clues({ view, of }: { view: NewWarningView; of: Evidence }) {
  const { lang } = view.frame
  const t = warningWords[lang].new
  return (
    <>
      <h3>{t.clues}</h3>
      <ul class="plain">
        {of.clues.slice(0, cluesShown).map((one) => (
          <li>
            {view.seesTips ? (
              <a href={signalPaths.signal(one.signalId)} class="code small">
                {spoken({ value: one.value, openDigits: null })}
              </a>
            ) : (
              <b class="code small">{spoken({ value: one.value, openDigits: null })}</b>
            )}{" "}
            <span class="quiet">{t.clueOf(formatNumber(one.tips, lang))}</span>{" "}
            {of.notOut.has(`${one.kind}:${one.value}`) ? (
              <a href={paths.newFromTip(one.signalId, one.indicatorId)}>
                {t.proposeClue}
                <span class="hidden"> {one.value}</span>
              </a>
            ) : (
              <Tag tone="good">{t.isOut}</Tag>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
const cluesShown = 8
