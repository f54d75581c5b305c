/**
 * What officers keep on one device, each under their own code. A part (vault) is a random key, wrapped under a key that is
 * derived from the code (PBKDF2); everything of it is encrypted (AES-GCM). Whoever looks into the storage of the browser
 * finds how many parts and records there are, their sizes and times, and no name, word or picture.
 */
import { type DBSchema, type IDBPDatabase, openDB } from "idb"

type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer }
/** `device`: told to the server, so that it can revoke this part; absent in a part made by an older version until it is opened. */
type VaultRow = { id: string; device?: string; salt: Uint8Array<ArrayBuffer>; rounds: number; key: Sealed }
type ItemRow = Sealed & { id: string; vault: string }
type BlobRow = Sealed & { id: string; vault: string; item: string }

interface Kept extends DBSchema {
  vaults: { key: string; value: VaultRow }
  items: { key: string; value: ItemRow; indexes: { vault: string } }
  blobs: { key: string; value: BlobRow; indexes: { item: string; vault: string } }
}

/** The advice of OWASP for PBKDF2 with SHA-256. */
const rounds = 600_000

export const newId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")
}

let opened: Promise<IDBPDatabase<Kept>> | null = null
function storage(): Promise<IDBPDatabase<Kept>> {
  opened ??= openDB<Kept>("lienphong-thuc-dia", 1, {
    upgrade(db) {
      db.createObjectStore("vaults", { keyPath: "id" })
      db.createObjectStore("items", { keyPath: "id" }).createIndex("vault", "vault")
      const blobs = db.createObjectStore("blobs", { keyPath: "id" })
      blobs.createIndex("item", "item")
      blobs.createIndex("vault", "vault")
    },
    // Another tab brings a newer form of the storage: this one lets go, and opens it anew at the next need.
    blocking(_now, _wanted, event) {
      opened = null
      ;(event.target as IDBDatabase).close()
    },
    terminated() {
      opened = null
    },
  })
  return opened
}

export type File = { id: string; name: string; type: string; size: number }

/** One officer's part, open. Its key cannot be read out of the browser, and is gone with the page. */
export class Vault {
  readonly id: string
  readonly officerId: string
  readonly device: string
  readonly #key: CryptoKey

  private constructor({ id, device }: { id: string; device: string }, officerId: string, key: CryptoKey) {
    this.id = id
    this.device = device
    this.officerId = officerId
    this.#key = key
  }

  /** Null: this name has a part on this device already. */
  static async create(name: string, code: string, officerId: string): Promise<Vault | null> {
    const id = await idOf(name)
    const db = await storage()
    if ((await db.get("vaults", id)) !== undefined) return null
    const salt = crypto.getRandomValues(new Uint8Array(16))
    const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, keyUses)
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const wrapping = await wrappingKey(code, salt, rounds)
    const data = await crypto.subtle.wrapKey("raw", key, wrapping, { name: "AES-GCM", iv })
    const row = { id, device: newId(), salt, rounds, key: { iv, data } }
    await db.put("vaults", row)
    const vault = new Vault(row, officerId, await unwrapped(row, wrapping))
    await vault.write("who", { officerId })
    // Asked for, not relied on: without it a browser that runs out of space may clear what was not used for long.
    await navigator.storage?.persist?.()
    return vault
  }

  /** Null: no such part, or not its code. Nobody learns which. */
  static async open(name: string, code: string): Promise<Vault | null> {
    const id = await idOf(name)
    const row = await (await storage()).get("vaults", id)
    const salt = row?.salt ?? new Uint8Array(16)
    const wrapping = await wrappingKey(code, salt, row?.rounds ?? rounds)
    if (row === undefined) return null
    try {
      const key = await unwrapped(row, wrapping)
      const known = { id, device: row.device ?? newId() }
      if (row.device === undefined) await (await storage()).put("vaults", { ...row, ...known })
      const who = await new Vault(known, "", key).read<{ officerId: string }>("who")
      return new Vault(known, who?.officerId ?? "", key)
    } catch {
      return null
    }
  }

  async read<T>(name: string): Promise<T | null> {
    const row = await (await storage()).get("items", `${this.id} ${name}`)
    return row === undefined ? null : (JSON.parse(await this.#text(row, row.id)) as T)
  }

  async write(name: string, value: unknown): Promise<void> {
    const id = `${this.id} ${name}`
    // Erased meanwhile, since the device was revoked: nothing is written again.
    if ((await (await storage()).get("vaults", this.id)) === undefined) return
    const sealed = await this.#seal(new TextEncoder().encode(JSON.stringify(value)), id)
    await (await storage()).put("items", { id, vault: this.id, ...sealed })
  }

  async remove(name: string): Promise<void> {
    await this.dropFiles(name)
    await (await storage()).delete("items", `${this.id} ${name}`)
  }

  /** Of all that begins with these letters, the oldest first: names hold when they were made. */
  async all<T>(beginning: string): Promise<{ name: string; value: T }[]> {
    const rows = await (await storage()).getAllFromIndex("items", "vault", this.id)
    const found: { name: string; value: T }[] = []
    for (const row of rows) {
      const name = row.id.slice(this.id.length + 1)
      if (name.startsWith(beginning))
        found.push({ name, value: JSON.parse(await this.#text(row, row.id)) as T })
    }
    return found.sort((a, b) => a.name.localeCompare(b.name))
  }

  async keepFile(item: string, file: Blob): Promise<string> {
    const id = newId()
    const sealed = await this.#seal(new Uint8Array(await file.arrayBuffer()), id)
    await (await storage()).put("blobs", { id, vault: this.id, item: `${this.id} ${item}`, ...sealed })
    return id
  }

  async readFile(id: string, type: string): Promise<Blob | null> {
    const row = await (await storage()).get("blobs", id)
    if (row === undefined || row.vault !== this.id) return null
    return new Blob([await this.#open(row, id)], { type })
  }

  async dropFile(id: string): Promise<void> {
    await (await storage()).delete("blobs", id)
  }

  async dropFiles(item: string): Promise<void> {
    const db = await storage()
    for (const id of await db.getAllKeysFromIndex("blobs", "item", `${this.id} ${item}`))
      await db.delete("blobs", id)
  }

  /** What is sealed says which record it is, so that nobody puts one in the place of another. */
  async #seal(bytes: Uint8Array<ArrayBuffer>, about: string): Promise<Sealed> {
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const additionalData = new TextEncoder().encode(about)
    return {
      iv,
      data: await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, this.#key, bytes),
    }
  }

  #open({ iv, data }: Sealed, about: string): Promise<ArrayBuffer> {
    const additionalData = new TextEncoder().encode(about)
    return crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, this.#key, data)
  }

  async #text(sealed: Sealed, about: string): Promise<string> {
    return new TextDecoder().decode(await this.#open(sealed, about))
  }
}

/** The parts on this device, as the server knows them; no code is needed to be revoked. */
export async function devicesHere(): Promise<string[]> {
  const rows = await (await storage()).getAll("vaults")
  return rows.flatMap(({ device }) => (device === undefined ? [] : [device]))
}

/** Everything of those parts goes, locked or open: what was not sent is lost, as a lost device is. */
export async function eraseParts(devices: readonly string[]): Promise<void> {
  const db = await storage()
  const rows = await db.getAll("vaults")
  for (const { id } of rows.filter(({ device }) => device !== undefined && devices.includes(device))) {
    await db.delete("vaults", id)
    for (const key of await db.getAllKeysFromIndex("items", "vault", id)) await db.delete("items", key)
    for (const key of await db.getAllKeysFromIndex("blobs", "vault", id)) await db.delete("blobs", key)
  }
}

async function idOf(name: string): Promise<string> {
  const bytes = new TextEncoder().encode(`lienphong ${name.trim().toLowerCase()}`)
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("")
}

const keyUses: KeyUsage[] = ["encrypt", "decrypt"]

/** The key of a part, to be used here and not to be taken out. Fails under another code. */
function unwrapped({ key: { iv, data } }: VaultRow, wrapping: CryptoKey): Promise<CryptoKey> {
  return crypto.subtle.unwrapKey("raw", data, wrapping, { name: "AES-GCM", iv }, "AES-GCM", false, keyUses)
}

async function wrappingKey(
  code: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(code.normalize("NFC"))
  const material = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"])
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations }
  return crypto.subtle.deriveKey(how, material, { name: "AES-GCM", length: 256 }, false, [
    "wrapKey",
    "unwrapKey",
  ])
}
