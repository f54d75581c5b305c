/** A key file for trials: its certificate vouches for itself and says so in its name. Worth nothing outside the demo. */
import { fromBER, Integer, Utf8String } from "asn1js"
import {
  AttributeTypeAndValue,
  AuthenticatedSafe,
  CertBag,
  Certificate,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from "pkijs"
import { bufferOf } from "./p12.ts"

export type TrialOwner = { name: string; organization: string; from: Date; to: Date }

export async function trialKey(owner: TrialOwner, passphrase: string): Promise<Uint8Array> {
  const pair = await crypto.subtle.generateKey(
    {
      name: "RSASSA-PKCS1-v1_5",
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
      hash: "SHA-256",
    },
    true,
    ["sign", "verify"],
  )
  const certificate = await certificateOf(owner, pair)
  const pkcs8 = await crypto.subtle.exportKey("pkcs8", pair.privateKey)
  return fileOf(new PrivateKeyInfo({ schema: fromBER(pkcs8).result }), certificate, passphrase)
}

async function certificateOf(owner: TrialOwner, pair: CryptoKeyPair): Promise<Certificate> {
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new Integer({
    valueHex: bufferOf(crypto.getRandomValues(new Uint8Array(8)).fill(1, 0, 1)),
  })
  const names: [string, string][] = [
    ["2.5.4.3", `${owner.name} (chứng thư thử nghiệm)`],
    ["2.5.4.10", owner.organization],
  ]
  for (const [type, value] of names) {
    const part = () => new AttributeTypeAndValue({ type, value: new Utf8String({ value }) })
    certificate.subject.typesAndValues.push(part())
    certificate.issuer.typesAndValues.push(part())
  }
  certificate.notBefore.value = owner.from
  certificate.notAfter.value = owner.to
  await certificate.subjectPublicKeyInfo.importKey(pair.publicKey)
  await certificate.sign(pair.privateKey, "SHA-256")
  return certificate
}

async function fileOf(
  key: PrivateKeyInfo,
  certificate: Certificate,
  passphrase: string,
): Promise<Uint8Array> {
  const password = bufferOf(new TextEncoder().encode(passphrase))
  const by = {
    password,
    contentEncryptionAlgorithm: {
      name: "AES-CBC",
      length: 256,
      iv: crypto.getRandomValues(new Uint8Array(16)),
    },
    hmacHashAlgorithm: "SHA-256",
    iterationCount: 100_000,
  }
  const shrouded = new PKCS8ShroudedKeyBag({ parsedValue: key })
  await shrouded.makeInternalValues(by)
  const safe = new AuthenticatedSafe({
    parsedValue: {
      safeContents: [
        {
          privacyMode: 1,
          value: new SafeContents({
            safeBags: [
              new SafeBag({ bagId: "1.2.840.113549.1.12.10.1.2", bagValue: shrouded }),
              new SafeBag({
                bagId: "1.2.840.113549.1.12.10.1.3",
                bagValue: new CertBag({ parsedValue: certificate }),
              }),
            ],
          }),
        },
      ],
    },
  })
  await safe.makeInternalValues({ safeContents: [by] })
  const pfx = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe: safe } })
  await pfx.makeInternalValues({
    password,
    iterations: 100_000,
    pbkdf2HashAlgorithm: "SHA-256",
    hmacHashAlgorithm: "SHA-256",
  })
  return new Uint8Array(pfx.toSchema().toBER())
}
