/** Files of an answer, and the word that must be given before any file is kept. */
import { formatBytes, formatNumber } from "../../kernel/format.ts"
import { Field } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { paths } from "../paths.ts"
import type { Proof } from "../store/proofs.ts"
import { fileWords } from "../words-files.ts"

export function Proofs({ proofs, lang }: { proofs: readonly Proof[]; lang: Lang }) {
  const t = fileWords[lang]
  if (proofs.length === 0) return null
  return (
    <ul class="plain">
      {proofs.map((proof) => (
        <li>
          <a href={paths.proof(proof.requestId, proof.id)}>{t.proofOf(formatNumber(proof.position, lang))}</a>{" "}
          <span class="quiet">
            {proof.mediaType}, {formatBytes(proof.bytes, lang)}, SHA-256 {proof.sha256.slice(0, 12)}…
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Stands above the files: nothing of a file is kept before it. */
export function Declared({ lang }: { lang: Lang }) {
  const t = fileWords[lang]
  return (
    <Field
      kind="checkbox"
      name="declared"
      label={t.declaration}
      options={[{ value: "yes", label: t.declared }]}
      optional
    />
  )
}
