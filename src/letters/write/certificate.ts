/** A certificate of a course: one sheet across, with a code by which anybody checks it. */
import { apart, writing } from "../../kernel/apart/apart.ts"
import type { drawCertificate } from "./certificate.apart.ts"

export type CertificateSheet = {
  lang: "vi" | "en"
  head: string
  lead: string
  name: string
  /** Facts under the name, one a line. */
  lines: readonly string[]
  issuer: string
  codeLabel: string
  code: string
  check: string
  address: string
  /** Rows of modules, "1" dark. */
  qr: readonly string[]
}

const file = new URL("./certificate.apart.ts", import.meta.url)
const draw = apart<typeof drawCertificate>(
  writing,
  { file, name: "drawCertificate" },
  { ms: 60_000, answerBytesMax: 5_000_000 },
)

/** Rejects with `Overrun` where drawing takes too much or too many wait. */
export const writeCertificate = (sheet: CertificateSheet): Promise<Uint8Array> => draw(sheet)
