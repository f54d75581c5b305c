/**
 * What a signed PDF says: who signed, when by their own word, whether a byte changed since, which PAdES level.
 *
 * Not checked here, and said so on the page: whether the certificate's issuer is to be trusted (the national root's
 * list is not part of the program), and whether it was revoked.
 */
import { fromBER, OctetString, Sequence } from "asn1js"
import { type Certificate, ContentInfo, SignedData, type SignerInfo } from "pkijs"
import { bufferOf } from "./p12.ts"
import { oid } from "./sign.ts"

export type Level = "B-B" | "B-T" | "not-pades" | "broken"
export type SignatureCheck = {
  signer: string | null
  organization: string | null
  issuer: string | null
  serial: string | null
  /** ISO instant that the signature claims; a timestamp would prove it. */
  claimedAt: string | null
  /** The signed bytes are those that were signed, by the certificate shown. */
  isIntact: boolean
  /** The signature speaks for every byte of the file; false where something was added after it. */
  coversAll: boolean
  /** The certificate was in force at the claimed time; null where no time is claimed. */
  inForce: boolean | null
  isSelfSigned: boolean
  level: Level
  subFilter: string
}

const signaturesMax = 20
export const pdfBytesMax = 20_000_000

const range = /\/ByteRange\s{0,9}\[\s{0,9}(\d{1,9})\s{1,9}(\d{1,9})\s{1,9}(\d{1,9})\s{1,9}(\d{1,9})\s{0,9}\]/g

/** In the order of the file; empty for a PDF that nobody signed. */
export async function verifyPdf(pdf: Uint8Array): Promise<SignatureCheck[]> {
  if (pdf.length > pdfBytesMax) throw new Error(`a PDF of more than ${pdfBytesMax} bytes is not verified`)
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString("latin1")
  const checks: SignatureCheck[] = []
  for (const found of text.matchAll(range)) {
    if (checks.length === signaturesMax) break
    const [a = 0, b = 0, c = 0, d = 0] = found.slice(1).map(Number)
    checks.push(await checkOf(pdf, text, found.index, { a, b, c, d }))
  }
  return checks
}

type ByteRange = { a: number; b: number; c: number; d: number }

async function checkOf(pdf: Uint8Array, text: string, at: number, bytes: ByteRange): Promise<SignatureCheck> {
  const { a, b, c, d } = bytes
  const dictionary = text.slice(
    Math.max(0, text.lastIndexOf(" obj", at)),
    text.indexOf("endobj", Math.max(at, c)),
  )
  const subFilter = /\/SubFilter\s{0,9}\/([\w.]{1,40})/.exec(dictionary)?.[1] ?? ""
  const claimedAt = timeOf(/\/M\s{0,9}\(D:(\d{14})(Z|[+-]\d{2}'?\d{2}'?)?/.exec(dictionary))
  const hex = /^<([0-9A-Fa-f\s]+)>$/.exec(text.slice(a + b, c))?.[1]
  const isWithin = a === 0 && a + b < c && c + d <= pdf.length
  const cms = isWithin && hex !== undefined ? cmsOf(Buffer.from(hex.replace(/\s/g, ""), "hex")) : null
  const broken = { ...unknown, subFilter, claimedAt, coversAll: c + d === pdf.length }
  if (cms === null) return broken
  const signed = Buffer.concat([pdf.subarray(a, a + b), pdf.subarray(c, c + d)])
  const verified = await cms
    .verify({ signer: 0, data: bufferOf(signed), checkChain: false, extendedMode: true })
    // The library throws for what does not verify; that is an answer, not a mishap.
    .catch(() => null)
  const certificate = verified?.signerCertificate ?? null
  const info = cms.signerInfos[0]
  if (certificate === null || info === undefined) return broken
  const isIntact = verified?.signatureVerified === true && isWithin
  return {
    ...namesOf(certificate),
    claimedAt: claimedAt ?? signingTimeOf(info),
    isIntact,
    coversAll: c + d === pdf.length,
    inForce: claimedAt === null ? null : inForceAt(certificate, claimedAt),
    level: isIntact ? await levelOf(subFilter, info, certificate) : "broken",
    subFilter,
  }
}

const unknown: SignatureCheck = {
  signer: null,
  organization: null,
  issuer: null,
  serial: null,
  claimedAt: null,
  isIntact: false,
  coversAll: false,
  inForce: null,
  isSelfSigned: false,
  level: "broken",
  subFilter: "",
}

/** The hexadecimal field is filled up with zeros after the signature. */
function cmsOf(der: Uint8Array): SignedData | null {
  try {
    const { result, offset } = fromBER(bufferOf(der))
    if (offset === -1) return null
    const whole = new ContentInfo({ schema: result })
    return whole.contentType === oid.signedData ? new SignedData({ schema: whole.content }) : null
  } catch {
    return null
  }
}

function timeOf(found: RegExpExecArray | null): string | null {
  const [, digits = "", zone = "Z"] = found ?? []
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(digits)
  if (parts === null) return null
  const [, year, month, day, hour, minute, second] = parts
  const offset = zone === "Z" ? "Z" : zone.replaceAll("'", "").replace(/^(.\d{2})(\d{2})$/, "$1:$2")
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

function signingTimeOf(info: SignerInfo): string | null {
  const value = attributeOf(info, oid.signingTime) as { toDate?: () => Date } | null
  return value?.toDate?.().toISOString() ?? null
}

const attributeOf = (info: SignerInfo, type: string): unknown =>
  info.signedAttrs?.attributes.find((one) => one.type === type)?.values[0] ?? null

const inForceAt = ({ notBefore, notAfter }: Certificate, at: string) =>
  notBefore.value.toISOString() <= at && at <= notAfter.value.toISOString()

const commonName = "2.5.4.3"
const organizationName = "2.5.4.10"

function namesOf(certificate: Certificate) {
  const { subject, issuer, serialNumber } = certificate
  const part = (name: typeof subject, type: string) => {
    const found = name.typesAndValues.find((one) => one.type === type)
    return found === undefined ? null : String(found.value.valueBlock.value)
  }
  return {
    signer: part(subject, commonName),
    organization: part(subject, organizationName),
    issuer: part(issuer, commonName),
    serial: Buffer.from(serialNumber.valueBlock.valueHexView).toString("hex"),
    isSelfSigned: subject.isEqual(issuer),
  }
}

async function levelOf(subFilter: string, info: SignerInfo, certificate: Certificate): Promise<Level> {
  const names = await namesCertificate(info, certificate)
  if (subFilter !== "ETSI.CAdES.detached" || !names || attributeOf(info, oid.signingTime) !== null)
    return "not-pades"
  const isStamped = info.unsignedAttrs?.attributes.some((one) => one.type === oid.timestamp) === true
  return isStamped ? "B-T" : "B-B"
}

/** signing-certificate-v2 holds the hash of the very certificate. */
async function namesCertificate(info: SignerInfo, certificate: Certificate): Promise<boolean> {
  const value = attributeOf(info, oid.signingCertificateV2)
  const ess = first(first(value))
  const hash =
    ess instanceof Sequence ? ess.valueBlock.value.find((one) => one instanceof OctetString) : undefined
  if (!(hash instanceof OctetString)) return false
  const own = await crypto.subtle.digest("SHA-256", certificate.toSchema().toBER())
  return Buffer.from(hash.valueBlock.valueHexView).equals(Buffer.from(own))
}

const first = (value: unknown) => (value instanceof Sequence ? value.valueBlock.value[0] : undefined)
