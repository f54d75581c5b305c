/** A tip's form with its files, streamed to the sealed store. */
import { takesFiles } from "../../kernel/http/body.ts"
import type { Ctx } from "../../kernel/http/env.ts"
import { type FileForm, type FileTrouble, onePerContent, readFileForm } from "../../kernel/http/upload.ts"
import { keepEvidence } from "../actions/evidence.ts"
import { evidenceBytesMax, evidenceFilesMax, sniffBytes, typeOfBytes } from "../domain/evidence.ts"

export type { FileTrouble }

/** In front of a route that reads them. */
export const takesEvidence = takesFiles({ files: evidenceFilesMax, bytesMax: evidenceBytesMax })

export const readTipForm = (c: Ctx): Promise<FileForm> =>
  onePerContent(
    readFileForm(c, {
      sniffBytes,
      typeOf: typeOfBytes,
      keep: (pieces, fields) => keepEvidence(c.get("house"), pieces, keepsOriginals(fields)),
    }),
  )

/** An anonymous reporter's original is kept only when they say so; whoever gives a name stands behind theirs. */
export const keepsOriginals = (fields: Readonly<Record<string, string>>) =>
  fields.keep === "yes" || `${fields.name ?? ""}${fields.contact ?? ""}`.trim() !== ""
