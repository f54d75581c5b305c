/**
 * A PDF signed with a key file: PAdES baseline B-B (ETSI EN 319 142-1), that is a CMS signature under
 * `ETSI.CAdES.detached` with content-type, message-digest and signing-certificate-v2, the claimed time in `/M`.
 *
 * There is no timestamp of a third party in it (B-T) and no revocation data (B-LT): the time is the signer's word.
 */
import { PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from "@cantoo/pdf-lib"
import { Signer, SignPdf } from "@signpdf/signpdf"
import { ObjectIdentifier, OctetString, Sequence } from "asn1js"
import {
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from "pkijs"
import { bufferOf, type OpenKey } from "./p12.ts"

export const oid = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingTime: "1.2.840.113549.1.9.5",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  timestamp: "1.2.840.113549.1.9.16.2.14",
} as const

/** Room for the signature and a chain of a few certificates. */
const contentsBytes = 16_384

export type Claim = { name: string; reason: string; at: Date }

/** The PDF is one that we drew: it is written anew with an empty signature field, then signed over every byte. */
export async function signPdf(pdf: Uint8Array, key: OpenKey, claim: Claim): Promise<Uint8Array> {
  const prepared = await withField(pdf, claim)
  const signed = await new SignPdf().sign(Buffer.from(prepared), new KeySigner(key), claim.at)
  return new Uint8Array(signed)
}

class KeySigner extends Signer {
  readonly #key: OpenKey
  constructor(key: OpenKey) {
    super()
    this.#key = key
  }
  override async sign(signed: Buffer): Promise<Buffer> {
    return cmsOver(signed, this.#key)
  }
}

async function withField(pdf: Uint8Array, { name, reason, at }: Claim): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const { context, catalog } = document
  const blank = PDFName.of("**********")
  const signature = context.obj({
    Type: "Sig",
    Filter: "Adobe.PPKLite",
    SubFilter: "ETSI.CAdES.detached",
    ByteRange: [PDFNumber.of(0), blank, blank, blank],
    Contents: PDFHexString.of("0".repeat(2 * contentsBytes)),
    M: PDFString.fromDate(at),
    Name: PDFHexString.fromText(name),
    Reason: PDFHexString.fromText(reason),
  })
  const page = document.getPage(document.getPageCount() - 1)
  const widget = context.register(
    context.obj({
      Type: "Annot",
      Subtype: "Widget",
      FT: "Sig",
      // Not drawn on the page: the place of the seal is the document's own.
      Rect: [0, 0, 0, 0],
      V: context.register(signature),
      T: PDFString.of("Signature1"),
      F: 132,
      P: page.ref,
    }),
  )
  page.node.addAnnot(widget)
  catalog.set(PDFName.of("AcroForm"), context.obj({ SigFlags: 3, Fields: [widget] }))
  return document.save({ useObjectStreams: false, updateFieldAppearances: false })
}

async function cmsOver(signed: Uint8Array, { key, certificate, others }: OpenKey): Promise<Buffer> {
  const digest = await crypto.subtle.digest("SHA-256", bufferOf(signed))
  const ownHash = await crypto.subtle.digest("SHA-256", certificate.toSchema().toBER())
  const attributes = [
    new Attribute({ type: oid.contentType, values: [new ObjectIdentifier({ value: oid.data })] }),
    new Attribute({ type: oid.messageDigest, values: [new OctetString({ valueHex: digest })] }),
    new Attribute({ type: oid.signingCertificateV2, values: [essOf(ownHash)] }),
  ]
  const { issuer, serialNumber } = certificate
  const cms = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oid.data }),
    certificates: [certificate, ...others],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer, serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
      }),
    ],
  })
  await cms.sign(key, 0, "SHA-256", bufferOf(signed))
  const whole = new ContentInfo({ contentType: oid.signedData, content: cms.toSchema(true) })
  return Buffer.from(whole.toSchema().toBER())
}

/** SigningCertificateV2 with one ESSCertIDv2, SHA-256 being its default (RFC 5035). */
const essOf = (hash: ArrayBuffer) =>
  new Sequence({
    value: [new Sequence({ value: [new Sequence({ value: [new OctetString({ valueHex: hash })] })] })],
  })
