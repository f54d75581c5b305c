/** A tip's form with its files, streamed to the sealed store. */
import { takesFiles } from "../../kernel/http/body.ts"
import type { Ctx } from "../../kernel/http/env.ts"
import type { FileTrouble } from "../../kernel/http/file-refused.ts"
import { type FileForm, onePerContent, readFileForm } from "../../kernel/http/upload.ts"
import { unstamped } from "../../letters/index.ts"
import { stageEvidence } from "../actions/evidence.ts"
import { evidenceBytesMax, evidenceFilesMax, sniffBytes, typeOfBytes } from "../domain/evidence.ts"

export type { FileTrouble }

/** In front of a route that reads them. */
export const takesEvidence = takesFiles({ files: evidenceFilesMax, bytesMax: evidenceBytesMax })

export const readTipForm = (c: Ctx): Promise<FileForm> =>
  onePerContent(
    readFileForm(c, {
      sniffBytes,
      typeOf: typeOfBytes,
      stage: async (pieces, fields, { mediaType }) =>
        stageEvidence(
          c.get("house"),
          await unstamped(pieces, { mediaType, bytesMax: evidenceBytesMax }),
          keepsOriginals(fields),
        ),
    }),
  )

/** As its sender sees it on the receipt: the names are known only now, and kept nowhere. */
export const arrived = (files: FileForm["files"]) =>
  files.map(({ name, mediaType, bytes }, at) => ({ position: at + 1, name, mediaType, bytes }))

/** What the box says, with a name or without: who does not tick it has no original kept. */
export const keepsOriginals = (fields: Readonly<Record<string, string>>) => fields.keep === "yes"
