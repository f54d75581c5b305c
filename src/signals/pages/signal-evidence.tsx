/** Evidence: everyone at the desk sees the copy without hidden data; the original takes a reason. */
import { formatBytes } from "../../kernel/format.ts"
import { Button, Card, Field, Form } from "../../kernel/ui/index.ts"
import { paths } from "../paths.ts"
import type { EvidenceItem } from "../store/evidence.ts"
import { signalWords } from "../words-signal.ts"
import type { SignalView } from "./signal.tsx"

export function Evidence({ view }: { view: SignalView }) {
  const { row } = view.reading
  // Of an erased tip only what came after that is still there.
  const evidence = view.reading.evidence.filter(
    ({ derivative }) => row.erasedAt === null || derivative !== "withdrawn",
  )
  const { lang } = view.frame
  const t = signalWords[lang].page
  if (evidence.length === 0) return null
  return (
    <Card title={t.evidence}>
      {evidence.map((one) => (
        <section class="stack">
          <h3>{t.file(one.position)}</h3>
          <p class="quiet">
            {one.mediaType} · {formatBytes(one.bytes, lang)}
            {one.derivative !== "withdrawn" && ` · SHA-256 ${one.sha256.slice(0, 12)}…`}
          </p>
          {isShown(view, one) && one.mediaType.startsWith("audio/") && (
            // biome-ignore lint/a11y/useMediaCaption: nobody has written down yet what a stranger recorded.
            <audio
              controls
              preload="none"
              src={paths.evidence(row.id, one.id)}
              aria-label={t.file(one.position)}
            ></audio>
          )}
          {one.derivative === "made" && !isShown(view, one) && <p class="quiet">{t.notMasked}</p>}
          {isShown(view, one) ? (
            <p>
              <a href={paths.evidence(row.id, one.id)}>
                {t.see}
                <span class="hidden"> {t.file(one.position)}</span>
              </a>
            </p>
          ) : (
            one.derivative !== "made" && <p class="quiet">{t.noCopy[one.derivative]}</p>
          )}
          {!one.keepsOriginal && one.derivative !== "withdrawn" && <p class="quiet">{t.noOriginal}</p>}
          {one.keepsOriginal && view.mayOpenOriginal && (
            <details class="more">
              <summary>
                {t.original}
                <span class="hidden"> {t.file(one.position)}</span>
              </summary>
              <Form id={`g-${one.id}`} action={paths.evidence(row.id, one.id)}>
                <Field kind="textarea" name="reason" rows={2} label={t.why} maxlength={1000} />
                <Button look="harm">{t.original}</Button>
              </Form>
            </details>
          )}
        </section>
      ))}
    </Card>
  )
}

function isShown({ mayReadText }: SignalView, one: EvidenceItem): boolean {
  return one.derivative === "made" && (mayReadText || one.derivativeType === "text/plain")
}
