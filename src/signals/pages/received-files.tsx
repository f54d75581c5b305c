/** Each file that arrived, so that nobody waits for the desk to read one that did not. */
import { formatBytes } from "../../kernel/format.ts"
import type { Lang } from "../../kernel/words.ts"
import { portalWords } from "../words-portal.ts"

/** `name`: as the sender calls it, known only while the form is answered; `derivative`: what became of its copy, absent: not yet made. */
export type Received = {
  position: number
  name?: string | null
  mediaType: string
  bytes: number
  derivative?: string
}

export function ReceivedFiles({ files, lang }: { files: readonly Received[]; lang: Lang }) {
  const t = portalWords[lang].follow
  if (files.length === 0) return <>{t.noFiles}</>
  return (
    <ul>
      {files.map((one) => (
        <li>
          {t.file(one.position)}: {one.name != null && one.name !== "" && `${one.name}, `}
          {kindOf(one.mediaType, lang)}, {formatBytes(one.bytes, lang)}
          {one.derivative === "impossible" && <> · {t.noCopy}</>}
          {one.derivative === "withdrawn" && <> · {t.fileGone}</>}
        </li>
      ))}
    </ul>
  )
}

function kindOf(mediaType: string, lang: Lang): string {
  const t = portalWords[lang].follow.kinds
  if (mediaType.startsWith("image/")) return t.picture
  if (mediaType.startsWith("audio/")) return t.recording
  return mediaType === "application/pdf" ? "PDF" : t.file
}
