/** The panel of release: what the machine has looked at, what a person must, what goes where and what does not. */
import { formatNumber } from "../../kernel/format.ts"
import { StepForm } from "../../kernel/forms/index.ts"
import { Actions, Button, Card } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { spokenIdentifier } from "../../signals/index.ts"
import type { Release } from "../actions/reading-warnings.ts"
import { type WarningFormName, warningForms } from "../forms-warning.ts"
import { paths } from "../paths.ts"
import { warningWords } from "../words-warning.ts"
import { warningOptions } from "./new-warning.tsx"
import { Seconds } from "./record.tsx"
import type { WarningView } from "./warning.tsx"

export function Machine({ view: { frame, reading } }: { view: WarningView }) {
  const { lang } = frame
  const { release, attached } = reading
  const t = warningWords[lang].page
  if (release === null) return null
  const named = (values: readonly string[]) => values.map(spokenIdentifier).join(", ")
  const checks: [isRight: boolean, said: string][] = [
    release.good.length === 0
      ? [true, t.machineGood(formatNumber(attached.length, lang))]
      : [false, t.machineBad(named(release.good))],
    release.loose.length === 0 ? [true, t.machineNoLoose] : [false, t.machineLoose(named(release.loose))],
    release.tips > 0 ? [true, t.machineTips(formatNumber(release.tips, lang))] : [false, t.machineNoTips],
  ]
  return (
    <Card title={t.machine}>
      <ul class="plain stack">
        {checks.map(([isRight, said]) => (
          <li>
            {isRight ? "✓" : "✗"} {said}
          </li>
        ))}
      </ul>
    </Card>
  )
}

type Place = { whom: string; what: string }

/** One line a kind of receiver; their number is what the button says. */
function placesOf(release: Release, { row, attached }: WarningView["reading"], lang: Lang): Place[] {
  const t = warningWords[lang].page
  const many = (n: number) => formatNumber(n, lang)
  const isPublic = row.audience === "public"
  return [
    ...(isPublic ? [{ whom: t.toEverybody, what: t.everybodyGets }] : []),
    { whom: t.toEnterprises(many(release.enterprises)), what: t.enterprisesGet(many(attached.length)) },
    ...(row.audience === "enterprises"
      ? []
      : [{ whom: t.toAgencies(many(release.agencies)), what: t.agenciesGet(many(attached.length)) }]),
    ...(isPublic && row.areas.length > 0
      ? [{ whom: t.toAreas(many(row.areas.length)), what: t.areasGet }]
      : []),
  ]
}

export function Sends({ view: { frame, reading } }: { view: WarningView }) {
  const { lang } = frame
  const t = warningWords[lang].page
  const { release } = reading
  if (release === null) return null
  return (
    <Card title={t.sends}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t.sendsWhom}</th>
            <th scope="col">{t.sendsWhat}</th>
          </tr>
        </thead>
        <tbody>
          {placesOf(release, reading, lang).map(({ whom, what }) => (
            <tr>
              <th scope="row">{whom}</th>
              <td data-label={t.sendsWhat}>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="notice calm">
        <b>{t.notSent}</b> {t.notSentAlways}
        {release.heldBack > 0 &&
          ` ${t.heldBack(formatNumber(release.heldBack, lang), formatNumber(release.heldBackFew, lang))}`}
      </p>
    </Card>
  )
}

export function NextOfWarning({ view }: { view: WarningView }) {
  const { frame, reading } = view
  // Naming the task has a card of its own.
  const may = view.may.filter((name) => name !== "serve")
  const { lang } = frame
  const t = warningWords[lang].page
  const { row } = reading
  return (
    <Card title={may.includes("release") ? t.person : t.next} id="buoc-tiep">
      {row.state === "waiting" && !may.includes("release") && <Seconds reading={reading} t={t} />}
      {may.length === 0 && row.state !== "waiting" && <p>{t.nothing}</p>}
      {row.state === "released" && view.mayWrite && (
        <Actions>
          <Button href={paths.newWarningFor(row.id)} look="second">
            {t.replace}
          </Button>
        </Actions>
      )}
      {may.map((name) => (
        <StepForm
          name={name}
          form={formOf(name, view)}
          action={paths.warningForm(row.id, warningForms[name].slug)}
          failed={view.failed}
          isOpen={name === may[0] && name !== "recall"}
          start={name === "edit" ? startOf(view) : {}}
          options={warningOptions(view)}
        />
      ))}
      {row.state === "waiting" && <p class="quiet">{t.recallHint}</p>}
    </Card>
  )
}

/** The button of release says to how many kinds of places it goes. */
function formOf(name: WarningFormName, { reading }: WarningView) {
  const form = warningForms[name]
  if (name !== "release" || reading.release === null) return form
  const said = (lang: Lang) =>
    warningWords[lang].page.submit(
      String(reading.release === null ? 0 : placesOf(reading.release, reading, lang).length),
    )
  return { ...form, submit: { vi: said("vi"), en: said("en") } }
}

function startOf({ reading: { row, attached } }: WarningView) {
  return answersOf(row, attached)
}

/** Answers that a warning holds, as its form asks for them. */
export function answersOf(row: WarningView["reading"]["row"], attached: readonly { id: string }[]) {
  return {
    title: row.title,
    looksLike: row.looksLike,
    signs: row.signs.join("\n"),
    whatToDo: row.whatToDo.join("\n"),
    spoken: row.spoken ?? "",
    trick: row.trick ?? "",
    severity: row.severity,
    audience: row.audience,
    areas: row.areas.join("\n"),
    indicators: attached.map((one) => one.id),
    expiresOn: row.expiresOn,
  }
}
