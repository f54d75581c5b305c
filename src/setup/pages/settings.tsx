/** The settings of the province, each with what waits for it, and the form of one. */
import { formatInstant, formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import {
  Actions,
  Banner,
  Button,
  Card,
  type FieldErrors,
  type Answers as Fields,
  Form,
  Layout,
  OwnForm,
} from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { Change, Settings } from "../actions/settings.ts"
import { needsSecond, type SettingPart, type Setup, settingParts } from "../domain/plan.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { pictureWords } from "../words-pictures.ts"
import { settingWords } from "../words-settings.ts"
import { KeepingFields, NumbersFields, ReachFields } from "./fields.tsx"

export type Said = { good: boolean; text: string } | null

export type SettingsPageView = {
  frame: Frame
  settings: Settings
  waiting: readonly Change[]
  /** False: who looks may agree, and change nothing. */
  mayChange: boolean
  /** What the public pages use, as nobody gave numbers for this province; null: somebody did. */
  dataNumbers: readonly string[] | null
  /** `outlines`: how many communes are drawn; null: none by a file of the province's own. */
  pictures: { hasCrest: boolean; outlines: number | null }
  officerId: string
  said: Said
}

export function SettingsPage(view: SettingsPageView) {
  const { frame, settings, waiting, mayChange, officerId, said } = view
  const { lang } = frame
  const t = settingWords[lang]
  return (
    <Layout {...frame} title={t.title} lead={t.lead} current={paths.settings}>
      {said !== null && <Banner tone={said.good ? "good" : "late"} title={said.text} isAnswer />}
      {waiting.map((change) => (
        <Card title={`${t.waiting}: ${words[lang].steps[change.part]}`}>
          <p class="quiet">{t.waitingOf(change.askedName, formatInstant(change.askedAt, lang))}</p>
          <p>{t.wanted}:</p>
          <Facts part={change.part} value={change.wanted} lang={lang} />
          {change.askedBy === officerId ? (
            <form method="post" action={paths.settingWithdraw(change.id)}>
              <OwnForm />
              <p>{t.ownWaits}</p>
              <Button look="plain">{t.withdraw}</Button>
            </form>
          ) : (
            <form method="post" action={paths.settingAgree(change.id)}>
              <OwnForm />
              <Button>{t.agree}</Button>
            </form>
          )}
        </Card>
      ))}
      {!mayChange && <p class="measure">{t.onlyKeeper}</p>}
      {settingParts.map((part) => (
        <Card title={words[lang].steps[part]}>
          {part === "numbers" && view.dataNumbers !== null ? (
            <p>{t.ofData(view.dataNumbers.join(", "))}.</p>
          ) : (
            <Facts part={part} value={settings[part]} lang={lang} />
          )}
          {mayChange && (
            <Actions>
              <Button look="second" href={paths.setting(part)}>
                {t.change(words[lang].steps[part])}
              </Button>
            </Actions>
          )}
        </Card>
      ))}
      <PicturesCard {...view} />
    </Layout>
  )
}

function PicturesCard({ frame: { lang }, pictures, mayChange }: SettingsPageView) {
  const t = pictureWords[lang]
  const { hasCrest, outlines } = pictures
  return (
    <Card title={t.title}>
      <ul>
        <li>{hasCrest ? t.settingsCrest.has : t.settingsCrest.none}</li>
        <li>
          {outlines === null ? t.settingsOutlines.none : t.settingsOutlines.has(formatNumber(outlines, lang))}
        </li>
      </ul>
      {mayChange && (
        <Actions>
          {(["crest", "outlines"] as const).map((kind) => (
            <Button look="second" href={paths.picture("settings", kind)}>
              {t.change(t[kind])}
            </Button>
          ))}
        </Actions>
      )}
    </Card>
  )
}

function Facts({ part, value, lang }: { part: SettingPart; value: Setup[SettingPart]; lang: Lang }) {
  return (
    <ul>
      {factsOf(part, value, lang).map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

function factsOf(part: SettingPart, value: Setup[SettingPart], lang: Lang): string[] {
  const t = settingWords[lang]
  const all = words[lang]
  if (part === "numbers") {
    const numbers = value as Setup["numbers"]
    if (numbers.length === 0) return [t.noNumbers]
    const checked = numbers.filter(({ checkedBy }) => checkedBy !== null).length
    return [
      t.checked(checked, numbers.length),
      ...numbers.map(
        ({ number, name, source, checkedBy }) =>
          `${number}, ${name} (${source}): ${checkedBy === null ? t.notChecked : t.by(checkedBy)}`,
      ),
    ]
  }
  if (part === "reach") {
    const { address, mail } = value as Setup["reach"]
    return [
      `${all.reach.address}: ${address ?? t.none}`,
      // The server's name only: its address may hold a password.
      `${all.reach.server}: ${mail === null ? t.none : `${new URL(mail.server).hostname}, ${mail.from}`}`,
    ]
  }
  const { keysCopiedTo, backupDir } = value as Setup["keeping"]
  return [`${all.keeping.copied}: ${keysCopiedTo ?? t.none}`, `${all.keeping.backup}: ${backupDir ?? t.none}`]
}

export type SettingView = {
  frame: Frame
  part: SettingPart
  fields: Fields
  errors: FieldErrors
  rows: number
  said: Said
}

export function SettingPage({ frame, part, fields, errors, rows, said }: SettingView) {
  const { lang } = frame
  const t = settingWords[lang]
  const all = words[lang]
  return (
    <Layout
      {...frame}
      noReferrer
      url={paths.setting(part)}
      title={all.steps[part]}
      lead={needsSecond(part) ? t.second : all.keeping.lead}
      current={paths.settings}
      crumbs={[{ href: paths.settings, label: t.title }, { label: all.steps[part] }]}
    >
      {said !== null && <Banner tone={said.good ? "good" : "late"} title={said.text} isAnswer />}
      <Form action={paths.setting(part)} answers={fields} errors={errors}>
        {part === "numbers" ? (
          <NumbersFields lang={lang} rows={rows} />
        ) : part === "reach" ? (
          <ReachFields lang={lang} />
        ) : (
          <KeepingFields lang={lang} />
        )}
        <Actions>
          <Button>{needsSecond(part) ? t.ask : t.save}</Button>
          {part === "reach" && (
            <Button look="second" formaction={paths.settingMailTest}>
              {all.reach.send}
            </Button>
          )}
        </Actions>
      </Form>
    </Layout>
  )
}
