/** The questions that stand in the set-up and again among the settings. */

import { Field } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { numberPurposes } from "../domain/plan.ts"
import { words } from "../words.ts"

export function NumbersFields({ lang, rows }: { lang: Lang; rows: number }) {
  const t = words[lang].numbers
  const purposes = numberPurposes.map((value) => ({ value, label: t.purposes[value] }))
  return (
    <>
      <p class="quiet">{t.blank}</p>
      {Array.from({ length: rows }, (_, at) => (
        <fieldset class="stack">
          <legend class="label">{t.row(at + 1)}</legend>
          <Field kind="tel" name={`number${at}`} label={t.number} maxlength={30} width="short" optional />
          <Field kind="text" name={`name${at}`} label={t.name} maxlength={300} optional />
          <Field kind="select" name={`shownFor${at}`} label={t.shownFor} options={purposes} empty={null} />
          <Field
            kind="text"
            name={`source${at}`}
            label={t.source}
            hint={t.sourceHint}
            maxlength={500}
            optional
          />
          <Field
            kind="text"
            name={`checkedBy${at}`}
            label={t.checkedBy}
            hint={t.checkedHint}
            maxlength={120}
            optional
          />
        </fieldset>
      ))}
    </>
  )
}

export function ReachFields({ lang }: { lang: Lang }) {
  const t = words[lang].reach
  return (
    <>
      <Field
        kind="text"
        inputmode="url"
        name="address"
        label={t.address}
        hint={t.addressHint}
        maxlength={300}
        optional
      />
      <Field
        kind="text"
        name="server"
        label={t.server}
        hint={t.serverHint}
        maxlength={500}
        autocomplete="off"
        optional
      />
      <Field kind="email" name="from" label={t.from} maxlength={254} autocomplete="off" optional />
      <Field
        kind="email"
        name="test"
        label={t.test}
        hint={t.testHint}
        maxlength={254}
        autocomplete="off"
        optional
      />
    </>
  )
}

export function KeepingFields({ lang }: { lang: Lang }) {
  const t = words[lang].keeping
  return (
    <>
      <Field kind="text" name="keysCopiedTo" label={t.copied} hint={t.copiedHint} maxlength={500} optional />
      <Field kind="text" name="backupDir" label={t.backup} hint={t.backupHint} maxlength={500} optional />
    </>
  )
}
