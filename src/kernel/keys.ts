/**
 * Keys that live outside the database (`LIENPHONG_KEYS`): one file a key, `PURPOSE.ID.key`, mode 0600.
 *
 * A key has an id so that it can be followed by a newer one: what was sealed with the old id still opens.
 * Keys are made for a new installation, and for a purpose that is new to the program. Where records were sealed and a key
 * is gone, making another would silently orphan them all: the folder is refused, and named is what it lacks.
 */
import {
  type CipherGCM,
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from "node:crypto"
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { knownIn } from "./signing/known.ts"
import { keyIdOf, type Trust } from "./signing/trust.ts"

/** Every purpose that has a key. A purpose never shares its key with another. */
export const keyPurposes = [
  "roles",
  "session",
  "credential",
  "journal-value",
  "identity",
  "receipt",
  "network",
  "token",
  "files",
] as const
export type KeyPurpose = (typeof keyPurposes)[number]

export type Signature = { keyId: string; bytes: Buffer }

export type Keys = {
  /** Keyed SHA-256, hex. Values with little entropy (a phone number) must never be hashed without a key. */
  hmac(purpose: KeyPurpose, text: string): string
  /** AES-256-GCM: `keyId byte length, keyId, nonce 12, tag 16, ciphertext`. */
  seal(purpose: KeyPurpose, plain: Buffer): Buffer
  open(purpose: KeyPurpose, sealed: Buffer): Buffer
  /** The same form as `seal`, for bytes that come piece by piece: the tag is written into the head at the end. */
  sealing(purpose: KeyPurpose): Sealing
  /** Ed25519 over the bytes, with the newest signing key; its id is computed from the key. */
  sign(bytes: Buffer): Signature
  /** Under the own key of that id, and no other. */
  verify(bytes: Buffer, signature: Signature): boolean
  /** Public half of an own signing key, PEM, by its computed id or the one in its file's name. */
  publicKey(keyId: string): string | null
  /** Own signing keys, the one that signs now last. */
  signers(): readonly Signer[]
  /** Own keys, also those that sign no longer, and the known installations of the keys folder. */
  trust(): Trust
  ids(): string[]
  /** `PURPOSE.ID` of each. */
  names(): string[]
  /** The name of the key that signs now. */
  signerName(): string | null
  /** Keys that nobody has marked as backed up (`lienphong keys backed-up`). */
  notBackedUp(): string[]
  markBackedUp(): void
}

/** `head` goes first, with room for the tag at `tagAt`; then what `cipher` gives; then the tag into its place. */
export type Sealing = { head: Buffer; tagAt: number; cipher: CipherGCM }

export type Signer = {
  keyId: string
  publicKey: KeyObject
  /** ISO instants. `from` is null for a key made before the day was kept; `until` for the one that signs now. */
  from: string | null
  until: string | null
}

export class KeysMissing extends Error {}

/**
 * `mayCreate`: a key is made for each purpose that has none, or for these purposes alone; without one of the others
 * `KeysMissing` is thrown and nothing is written. `known`: names (`PURPOSE.ID`) of the keys that the database was served with,
 * the first of a purpose first: a file that came into the folder later is never hashed or sealed with in their place.
 */
export function openKeys(
  dir: string,
  { mayCreate, known = [] }: { mayCreate: boolean | ReadonlySet<string>; known?: readonly string[] },
): Keys {
  const have = keyNamesIn(dir)
  const missing = [...keyPurposes, "signing"].filter((p) => !have.some((name) => name.startsWith(`${p}.`)))
  const lost =
    mayCreate === true ? [] : missing.filter((purpose) => mayCreate === false || !mayCreate.has(purpose))
  if (have.length === 0 && lost.length > 0)
    throw new KeysMissing(
      `Không thấy khóa trong ${dir}, mà dữ liệu đã có. Chép lại thư mục khóa từ bản sao lưu, hoặc đặt LIENPHONG_KEYS.`,
    )
  if (lost.length > 0)
    throw new KeysMissing(
      `Thư mục khóa ${dir} thiếu khóa ${lost.join(", ")}. Chép lại từ bản sao của thư mục khóa, hoặc đặt LIENPHONG_KEYS; không tạo khóa mới vì khóa mới không mở được những gì đã niêm phong.`,
    )
  if (missing.length > 0) mkdirSync(dir, { recursive: true, mode: 0o700 })
  for (const purpose of missing) createKey(dir, purpose)
  return keysOf(dir, keyNamesIn(dir), known)
}

/** `PURPOSE.ID` of each key of the folder, sorted; none where there is no folder. */
export function keyNamesIn(dir: string): string[] {
  if (!existsSync(dir)) return []
  return readdirSync(dir)
    .filter((name) => /^[a-z-]+\.[0-9a-f]{8}\.key$/.test(name))
    .map((name) => name.slice(0, -".key".length))
    .sort()
}

function createKey(dir: string, purpose: string): void {
  const id = randomBytes(4).toString("hex")
  const file = join(dir, `${purpose}.${id}.key`)
  const content = purpose === "signing" ? newSigningKey(new Date()) : randomBytes(32).toString("hex")
  writeFileSync(file, content, { mode: 0o600, flag: "wx" })
  chmodSync(file, 0o600)
}

/** PEM with the day of the key before it, as RFC 7468 allows: who reads the key skips it. */
function newSigningKey(from: Date): string {
  const pem = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" })
  return `from: ${from.toISOString()}\n${pem}`
}

/** The next key to sign with. The one before it is kept: what it signed is still checked with it. */
export function renewSigningKey(dir: string): void {
  openKeys(dir, { mayCreate: false })
  createKey(dir, "signing")
}

/** Made ready once: hashing and sealing go on at every request. */
type Secret = { id: string; secret: KeyObject }

function keysOf(dir: string, names: string[], known: readonly string[]): Keys {
  const secrets = new Map<string, Secret[]>()
  const signing: SigningKey[] = []
  for (const name of names) {
    const [purpose = "", id = ""] = name.split(".")
    const text = readFileSync(join(dir, `${name}.key`), "utf8").trim()
    if (purpose === "signing") signing.push(signingKeyOf(id, text))
    else secrets.set(purpose, [...(secrets.get(purpose) ?? []), { id, secret: createSecretKey(text, "hex") }])
  }
  signing.sort((a, b) => (a.from ?? "").localeCompare(b.from ?? ""))
  const signer = (keyId: string) => signing.find((one) => one.keyId === keyId || one.id === keyId)
  const inUse = (purpose: KeyPurpose) => {
    const first = known.find((name) => name.startsWith(`${purpose}.`))?.slice(purpose.length + 1)
    const all = secrets.get(purpose)
    const found = all?.find(({ id }) => id === first) ?? all?.at(-1)
    if (found === undefined) throw new KeysMissing(`Thiếu khóa "${purpose}" trong ${dir}.`)
    return found
  }
  const backedUpFile = join(dir, "backed-up")
  const allIds = names.map((name) => name.split(".")[1] ?? "")
  return {
    hmac: (purpose, text) => createHmac("sha256", inUse(purpose).secret).update(text).digest("hex"),
    seal: (purpose, plain) => sealWith(inUse(purpose), plain),
    sealing: (purpose) => sealingWith(inUse(purpose)),
    open: (purpose, sealed) => openWith(secrets.get(purpose) ?? [], sealed),
    sign(bytes) {
      const last = signing.at(-1)
      if (last === undefined) throw new KeysMissing(`Thiếu khóa ký trong ${dir}.`)
      return { keyId: last.keyId, bytes: sign(null, bytes, last.key) }
    },
    verify(bytes, signature) {
      const own = signer(signature.keyId)
      return own !== undefined && verify(null, bytes, own.publicKey, signature.bytes)
    },
    publicKey: (keyId) => signer(keyId)?.publicKey.export({ type: "spki", format: "pem" }).toString() ?? null,
    signers: () =>
      signing.map(({ keyId, publicKey, from }, i) => ({
        keyId,
        publicKey,
        from,
        until: signing[i + 1]?.from ?? null,
      })),
    trust: () => [
      ...signing.map(({ publicKey }) => ({ key: publicKey, whose: null })),
      ...knownIn(join(dir, "known")),
    ],
    names: () => names,
    signerName: () => (signing.length === 0 ? null : `signing.${signing.at(-1)?.id}`),
    ids: () => allIds,
    notBackedUp() {
      const done = existsSync(backedUpFile) ? readFileSync(backedUpFile, "utf8").split("\n") : []
      return allIds.filter((id) => !done.includes(id))
    },
    markBackedUp: () => writeFileSync(backedUpFile, `${allIds.join("\n")}\n`, { mode: 0o600 }),
  }
}

/** `id`: in the name of the file, and in what was signed before ids were computed. */
type SigningKey = { id: string; keyId: string; key: KeyObject; publicKey: KeyObject; from: string | null }

function signingKeyOf(id: string, text: string): SigningKey {
  const key = createPrivateKey(text)
  const publicKey = createPublicKey(key)
  return { id, keyId: keyIdOf(publicKey), key, publicKey, from: /^from: (\S+)$/m.exec(text)?.[1] ?? null }
}

function sealWith(key: Secret, plain: Buffer): Buffer {
  const { head, tagAt, cipher } = sealingWith(key)
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  cipher.getAuthTag().copy(head, tagAt)
  return Buffer.concat([head, body])
}

function sealingWith(key: Secret): Sealing {
  const nonce = randomBytes(12)
  const cipher = createCipheriv("aes-256-gcm", key.secret, nonce)
  const id = Buffer.from(key.id, "ascii")
  const before = Buffer.concat([Buffer.from([id.length]), id, nonce])
  return { head: Buffer.concat([before, Buffer.alloc(16)]), tagAt: before.length, cipher }
}

function openWith(keys: Secret[], sealed: Buffer): Buffer {
  const idLength = sealed[0] ?? 0
  const id = sealed.subarray(1, 1 + idLength).toString("ascii")
  const key = keys.find((k) => k.id === id)
  if (key === undefined) throw new KeysMissing(`Thiếu khóa ${id}: chép lại từ bản sao lưu.`)
  const rest = sealed.subarray(1 + idLength)
  const decipher = createDecipheriv("aes-256-gcm", key.secret, rest.subarray(0, 12))
  decipher.setAuthTag(rest.subarray(12, 28))
  return Buffer.concat([decipher.update(rest.subarray(28)), decipher.final()])
}
