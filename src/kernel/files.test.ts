import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { FileTooLarge, fileBytesMax, getFile, putFile, putStream, removeFile, sha256Of } from "./files.ts"
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

test("a removed file is gone, and removing it again is no error", async () => {
  const { sha256 } = await putFile(store, Buffer.from("bỏ đi"))
  await removeFile(store, sha256)
  await removeFile(store, sha256)
  expect(await getFile(store, sha256)).toBeNull()
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
