import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto"
import { describe, expect, test } from "vitest"
import { keyIdOf, type Trust } from "../../kernel/signing/trust.ts"
import { type ZipEntry, zipOf } from "../../kernel/testing/zips.ts"
import { dossierFormat, manifestName, signatureName, verifyDossier } from "./dossier.ts"

const pair = () => generateKeyPairSync("ed25519")
const ours = pair()
const retired = pair()
const theirs = pair()
const trust: Trust = [
  { key: retired.publicKey, whose: null },
  { key: ours.publicKey, whose: null },
]

const letter = "03-tom-tat-vu-viec.pdf"
const papers = { [letter]: "Tóm tắt", "tang-vat/01-anh.png": "ảnh" }

type Signing = { by?: { privateKey: KeyObject; publicKey: KeyObject }; claims?: string; brings?: KeyObject }

/** A dossier with these files, signed by `by`, whatever it claims and whichever key it brings along. */
function signed(files: Record<string, string>, { by = ours, claims, brings }: Signing = {}): ZipEntry[] {
  const list = {
    format: dossierFormat,
    files: Object.entries(files).map(([path, text]) => ({
      path,
      bytes: Buffer.byteLength(text),
      sha256: createHash("sha256").update(text).digest("hex"),
      what: path,
    })),
  }
  const bytes = Buffer.from(JSON.stringify(list))
  const signature = {
    keyId: claims ?? keyIdOf(by.publicKey),
    algorithm: "Ed25519",
    signature: sign(null, bytes, by.privateKey).toString("base64"),
    publicKey: (brings ?? by.publicKey).export({ type: "spki", format: "pem" }),
  }
  const entries = Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) }))
  return [
    { name: manifestName, bytes },
    { name: signatureName, bytes: Buffer.from(JSON.stringify(signature)) },
    ...entries,
  ]
}
const verdict = (entries: readonly ZipEntry[], under: Trust = trust) => verifyDossier(zipOf(entries), under)

describe("whose signature it is", () => {
  test("a dossier that we signed is intact, also with a key that signs no longer", () => {
    const intact = { ok: true, trusted: true, files: 2, firstBroken: null, signedBy: null }
    expect(verdict(signed(papers))).toEqual({ ...intact, keyId: keyIdOf(ours.publicKey) })
    expect(verdict(signed(papers, { by: retired }))).toEqual({ ...intact, keyId: keyIdOf(retired.publicKey) })
  })

  test("a dossier signed before ids were computed is intact, and its id is the key's", () => {
    expect(verdict(signed(papers, { claims: "71baf67c" }))).toMatchObject({
      ok: true,
      keyId: keyIdOf(ours.publicKey),
    })
  })

  test("a forger's dossier with a key of their own is not intact, whatever id and key it brings along", () => {
    const forged = { ...papers, [letter]: "Không có dấu hiệu tội phạm" }
    const untrusted = { ok: false, trusted: false, firstBroken: { id: signatureName, why: "untrusted" } }
    expect(verdict(signed(forged, { by: theirs }))).toMatchObject({
      ...untrusted,
      keyId: keyIdOf(theirs.publicKey),
    })
    expect(verdict(signed(forged, { by: theirs, claims: keyIdOf(ours.publicKey) }))).toMatchObject({
      ...untrusted,
      keyId: keyIdOf(theirs.publicKey),
    })
    expect(verdict(signed(forged, { by: theirs, brings: ours.publicKey }))).toMatchObject({
      ok: false,
      trusted: false,
      keyId: null,
      firstBroken: { why: "signature" },
    })
  })

  test("nobody is trusted where no key is known, and another's key is trusted where it was laid beside", () => {
    expect(verdict(signed(papers), [])).toMatchObject({
      ok: false,
      trusted: false,
      firstBroken: { why: "untrusted" },
    })
    const known = [...trust, { key: theirs.publicKey, whose: "tinh-ban" }]
    expect(verdict(signed(papers, { by: theirs }), known)).toMatchObject({ ok: true, signedBy: "tinh-ban" })
  })

  test("a signature that no Ed25519 key made is none", () => {
    const entries = signed(papers).map((one) =>
      one.name === signatureName
        ? { ...one, bytes: Buffer.from('{"signature": "", "publicKey": "x"}') }
        : one,
    )
    expect(verdict(entries)).toMatchObject({
      ok: false,
      firstBroken: { id: signatureName, why: "signature" },
    })
  })
})

describe("which files it is", () => {
  test("a second file of the same name, before or after the genuine one, is found", () => {
    const [list, signature, ...rest] = signed(papers) as [ZipEntry, ZipEntry, ...ZipEntry[]]
    const evil = { name: letter, bytes: Buffer.from("giả") }
    for (const entries of [
      [evil, list, signature, ...rest],
      [list, signature, ...rest, evil],
      [list, signature, ...rest, { ...evil, name: letter.toUpperCase() }],
    ])
      expect(verdict(entries)).toMatchObject({ ok: false, firstBroken: { why: "duplicate" } })
  })

  test("a file that leads out of the folder is found, listed or not", () => {
    const outside = { name: "../../.bashrc", bytes: Buffer.from("x") }
    expect(verdict([...signed(papers), outside])).toMatchObject({
      firstBroken: { id: outside.name, why: "path" },
    })
    expect(verdict(signed({ ...papers, "/etc/cron": "x" }))).toMatchObject({ firstBroken: { why: "path" } })
  })

  test("packed again by the police with its folders, it is as intact as before", () => {
    const again = [{ name: "tang-vat/", mode: 0o040755 }, ...signed(papers).toReversed()]
    expect(verdict(again.map((one) => ({ ...one, deflate: !one.name.endsWith("/") })))).toMatchObject({
      ok: true,
    })
  })

  test("changed, missing and added files are told apart under a trusted signature", () => {
    const entries = signed(papers)
    const without = entries.filter(({ name }) => name !== letter)
    expect(verdict(without)).toMatchObject({
      ok: false,
      trusted: true,
      firstBroken: { id: letter, why: "missing" },
    })
    expect(verdict([...without, { name: letter, bytes: Buffer.from("khác") }])).toMatchObject({
      firstBroken: { id: letter, why: "altered" },
    })
    expect(verdict([...entries, { name: "la.txt", bytes: Buffer.from("x") }])).toMatchObject({
      firstBroken: { id: "la.txt", why: "extra" },
    })
  })

  test("what is no ZIP, or a list that is none, is no dossier", () => {
    expect(verifyDossier(Buffer.from("không phải ZIP"), trust, "ho-so.zip")).toMatchObject({
      ok: false,
      firstBroken: { id: "ho-so.zip", why: "format" },
    })
    for (const text of ["{", "null", '{"format": "lienphong-dossier-1", "files": [null]}'])
      expect(
        verdict([
          { name: manifestName, bytes: Buffer.from(text) },
          { name: signatureName, bytes: Buffer.from("{}") },
        ]),
      ).toMatchObject({ ok: false, firstBroken: { id: manifestName, why: "format" } })
  })
})
