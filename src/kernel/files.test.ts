import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { FileTooLarge, fileBytesMax, getFile, putFile, putStream, sha256Of, stageStream } from "./files.ts"
import { openKeys } from "./keys.ts"

const dir = mkdtempSync(join(tmpdir(), "lienphong-files-"))
afterAll(() => rmSync(dir, { recursive: true, force: true }))
const store = { filesDir: dir, keys: openKeys(join(dir, "keys"), { mayCreate: true }) }
const words = Buffer.from("Công văn gốc, có dấu tiếng Việt")
const onDisk = (sha256: string) => join(dir, sha256.slice(0, 2), sha256)

test("an original comes back byte for byte, by its hash", async () => {
  const { sha256 } = await putFile(store, words)
  expect(sha256).toBe(sha256Of(words))
  expect(await getFile(store, sha256)).toEqual(words)
  expect(await getFile(store, "0".repeat(64))).toBeNull()
})

test("on disk an original is sealed, kept once, and leaves no half-written file", async () => {
  const { sha256 } = await putFile(store, words)
  await putFile(store, words)
  expect(readFileSync(onDisk(sha256)).includes(words)).toBe(false)
  expect(readdirSync(join(dir, sha256.slice(0, 2)))).toEqual([sha256])
})

test("a file changed on disk no longer opens", async () => {
  const { sha256 } = await putFile(store, Buffer.from("bị sửa"))
  const sealed = readFileSync(onDisk(sha256))
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
  writeFileSync(onDisk(sha256), sealed)
  await expect(getFile(store, sha256)).rejects.toThrow()
})

test("what a request brings is in the store once its form is taken, and goes with a refused one", async () => {
  const before = readdirSync(dir).toSorted()
  const refused = await stageStream(store, pieces("bản ", "khai"), 1_000)
  expect(await getFile(store, refused.sha256)).toBeNull()
  await refused.drop()
  expect(readdirSync(dir).toSorted()).toEqual(before)
  const taken = await stageStream(store, pieces("bản ", "khai"), 1_000)
  await taken.keep()
  await taken.drop()
  expect((await getFile(store, taken.sha256))?.toString()).toBe("bản khai")
})

test("a refused form takes nothing from another who keeps the same bytes", async () => {
  const other = await stageStream(store, pieces("cùng một tệp"), 1_000)
  const refused = await stageStream(store, pieces("cùng một tệp"), 1_000)
  await other.keep()
  await refused.drop()
  expect(await getFile(store, other.sha256)).not.toBeNull()
})

test("a name that is not a hash, and a file that is too large, are refused", async () => {
  await expect(getFile(store, "../../etc/passwd")).rejects.toThrow("SHA-256")
  await expect(putFile(store, new Uint8Array(fileBytesMax + 1))).rejects.toThrow(FileTooLarge)
})

async function* pieces(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text)
}

test("bytes that come piece by piece are the same original as bytes that come at once", async () => {
  const { sha256, bytes } = await putStream(store, pieces("một ", "hai ", "ba"), 1_000)
  expect({ sha256, bytes }).toEqual({ sha256: sha256Of(Buffer.from("một hai ba")), bytes: 12 })
  expect((await getFile(store, sha256))?.toString()).toBe("một hai ba")
})

test("a stream that is too long, or breaks off, leaves nothing behind", async () => {
  const before = readdirSync(dir).sort()
  await expect(putStream(store, pieces("quá", "dài"), 5)).rejects.toThrow(FileTooLarge)
  async function* broken() {
    yield Buffer.from("nửa chừng")
    throw new Error("connection lost")
  }
  await expect(putStream(store, broken(), 1_000)).rejects.toThrow("connection lost")
  expect(readdirSync(dir).sort()).toEqual(before)
})
