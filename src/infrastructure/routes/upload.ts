/** Photos and files of an incident: originals, sealed as they come. */
import { stageStream } from "../../kernel/files.ts"
import { takesFiles } from "../../kernel/http/body.ts"
import type { Ctx } from "../../kernel/http/env.ts"
import { type FileForm, onePerContent, readFileForm } from "../../kernel/http/upload.ts"
import { unstamped } from "../../letters/index.ts"
import { evidenceBytesMax, sniffBytes, typeOfBytes } from "../../signals/index.ts"

export const takesPhotos = takesFiles({ files: 10, bytesMax: evidenceBytesMax })

export const readPhotos = (c: Ctx): Promise<FileForm> =>
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
