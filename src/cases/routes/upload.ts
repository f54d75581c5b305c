/** Files that officers and enterprises hand in: originals, sealed as they come. */
import { stageStream } from "../../kernel/files.ts"
import { takesFiles } from "../../kernel/http/body.ts"
import type { Ctx } from "../../kernel/http/env.ts"
import type { FileTrouble } from "../../kernel/http/file-refused.ts"
import { type FileForm, onePerContent, readFileForm } from "../../kernel/http/upload.ts"
import { unstamped } from "../../letters/index.ts"
import { evidenceBytesMax, sniffBytes, typeOfBytes } from "../../signals/index.ts"
import { fileWords } from "../words-files.ts"

/** In front of a route that reads them. */
export const takesOriginals = (files: number) => takesFiles({ files, bytesMax: evidenceBytesMax })

export const readOriginals = (c: Ctx): Promise<FileForm> =>
  onePerContent(
    readFileForm(c, {
      sniffBytes,
      typeOf: typeOfBytes,
      stage: async (pieces, _fields, { mediaType }) =>
        stageStream(
          c.get("house"),
          await unstamped(pieces, { mediaType, bytesMax: evidenceBytesMax }),
          evidenceBytesMax,
        ),
    }),
  )

/** By field. */
export function troubleOf(c: Ctx, trouble: FileTrouble | null): Record<string, string> {
  if (trouble === null) return {}
  const sentence = fileWords[c.get("language")].troubles[trouble]
  return trouble === "undeclared" ? { declared: sentence } : { file: sentence }
}
