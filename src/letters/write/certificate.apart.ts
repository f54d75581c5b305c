/** The certificate as PDF, drawn in a process of its own: see `certificate.ts`. */
import type { CertificateSheet } from "./certificate.ts"
import { typeset } from "./typst.ts"

const template = new URL("./certificate.typ", import.meta.url)

export const drawCertificate = async (sheet: CertificateSheet): Promise<Uint8Array> =>
  typeset(template, { sheet })
