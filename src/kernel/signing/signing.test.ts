import { generateKeyPairSync } from "node:crypto"
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, onTestFinished, test } from "vitest"
import { openKeys, renewSigningKey } from "../keys.ts"
import { trustInFile, trustInFolder, UnreadableTrust } from "./known.ts"
import { fingerprintOf, keyIdOf, ownOf, signerOf, spokenFingerprint } from "./trust.ts"

const words = Buffer.from("đầu chuỗi nhật ký")
const folder = () => {
  const dir = mkdtempSync(join(tmpdir(), "lienphong-signing-"))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}
const pemOf = (key: ReturnType<typeof generateKeyPairSync>["publicKey"]) =>
  key.export({ type: "spki", format: "pem" }).toString()

/** A keys folder as it was made before ids were computed and days were kept: another id in the name, the key alone in it. */
function oldFolder(): string {
  const dir = folder()
  openKeys(dir, { mayCreate: true })
  const name = readdirSync(dir).find((one) => one.startsWith("signing.")) ?? ""
  const pem = readFileSync(join(dir, name), "utf8").replace(/^from: .*\n/, "")
  rmSync(join(dir, name))
  writeFileSync(join(dir, "signing.ffffffff.key"), pem)
  return dir
}

describe("a key that signs no longer", () => {
  test("still proves what it signed, under its computed id and under the id written then", () => {
    const dir = oldFolder()
    const before = openKeys(dir, { mayCreate: false })
    const signed = before.sign(words)
    renewSigningKey(dir)
    const after = openKeys(dir, { mayCreate: false })
    expect(after.sign(words).keyId).not.toBe(signed.keyId)
    expect(after.verify(words, signed)).toBe(true)
    expect(after.verify(words, { ...signed, keyId: "ffffffff" })).toBe(true)
    expect(signerOf(words, signed.bytes, after.trust())).not.toBeNull()
  })

  test("is published with the days between which it signed, the newest one last and without an end", () => {
    const dir = oldFolder()
    renewSigningKey(dir)
    const [old, now] = openKeys(dir, { mayCreate: false }).signers()
    expect(old).toMatchObject({ from: null, until: now?.from })
    expect(now).toMatchObject({ from: expect.stringMatching(/^\d{4}-.*Z$/), until: null })
    expect(openKeys(dir, { mayCreate: false }).sign(words).keyId).toBe(now?.keyId)
  })

  test("is marked to be backed up anew when the next one is made", () => {
    const dir = oldFolder()
    openKeys(dir, { mayCreate: false }).markBackedUp()
    renewSigningKey(dir)
    expect(openKeys(dir, { mayCreate: false }).notBackedUp()).toHaveLength(1)
  })
})

describe("who is trusted", () => {
  test("the id of a key is the beginning of its fingerprint, whatever its file is called", () => {
    const [signer] = openKeys(oldFolder(), { mayCreate: false }).signers()
    if (signer === undefined) throw new Error("no signer")
    expect(signer.keyId).toBe(fingerprintOf(signer.publicKey).slice(0, 16))
    expect(spokenFingerprint(fingerprintOf(signer.publicKey))).toMatch(/^(?:[0-9a-f]{4} ){15}[0-9a-f]{4}$/)
  })

  test("own keys, and what another installation publishes once a person has laid it into known/", () => {
    const dir = oldFolder()
    const other = openKeys(oldFolder(), { mayCreate: false })
    const signed = other.sign(words)
    expect(signerOf(words, signed.bytes, trustInFolder(dir))).toBeNull()
    mkdirSync(join(dir, "known"))
    const published = other.signers().map(({ publicKey }) => ({ publicKey: pemOf(publicKey) }))
    writeFileSync(join(dir, "known", "tinh-ban.json"), JSON.stringify(published))
    expect(signerOf(words, signed.bytes, trustInFolder(dir))?.whose).toBe("tinh-ban")
    expect(signerOf(words, signed.bytes, openKeys(dir, { mayCreate: false }).trust())?.whose).toBe("tinh-ban")
    expect(signerOf(words, signed.bytes, ownOf(trustInFolder(dir)))).toBeNull()
  })

  test("nobody, where there is no folder; and none is made by looking", () => {
    const dir = join(folder(), "none")
    expect(trustInFolder(dir)).toEqual([])
    expect(() => readdirSync(dir)).toThrow(/ENOENT/)
  })

  test("a file that is no public key is named, never passed over", () => {
    const dir = oldFolder()
    mkdirSync(join(dir, "known"))
    writeFileSync(join(dir, "known", "tinh-ban.pem"), "không phải khóa")
    expect(() => trustInFolder(dir)).toThrow(UnreadableTrust)
    const rsa = join(folder(), "rsa.pem")
    writeFileSync(rsa, pemOf(generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey))
    expect(() => trustInFile(rsa)).toThrow(/Ed25519/)
    const good = join(folder(), "good.pem")
    const { publicKey } = generateKeyPairSync("ed25519")
    writeFileSync(good, pemOf(publicKey))
    expect(trustInFile(good).map(({ key }) => keyIdOf(key))).toEqual([keyIdOf(publicKey)])
  })
})
