/** Where trusted keys are read from: a file given by hand, and the keys folder of this installation. */
import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"
import { publicKeyOf, type Trust, type TrustedKey } from "./trust.ts"

export class UnreadableTrust extends Error {}

/** One key alone, as a person gives it with `--key`. */
export function trustInFile(file: string): Trust {
  const key = publicKeyOf(readText(file))
  if (key === null) throw new UnreadableTrust(`${file}: không có khóa công khai Ed25519 dạng PEM.`)
  return [{ key, whose: null }]
}

/** Own keys and known installations of a keys folder, without opening anything else in it. No folder: nobody is trusted. */
export function trustInFolder(keysDir: string): Trust {
  const own = namesIn(keysDir).filter((name) => /^signing\.[0-9a-f]{8,16}\.key$/.test(name))
  const ownKeys = own.map((name) => {
    const key = publicKeyOf(readText(join(keysDir, name)))
    if (key === null) throw new UnreadableTrust(`${name}: không phải khóa ký.`)
    return { key, whose: null }
  })
  return [...ownKeys, ...knownIn(join(keysDir, "known"))]
}

const knownMax = 200
const knownBytesMax = 100_000
const published = z.array(z.object({ publicKey: z.string() })).max(50)

/**
 * `known/NAME.json`: what another installation publishes at `/.well-known/lienphong-keys.json`; `known/NAME.pem`: one key.
 * A person puts them there after comparing the fingerprint.
 */
export function knownIn(dir: string): TrustedKey[] {
  const names = namesIn(dir).filter((name) => /\.(?:json|pem)$/.test(name))
  if (names.length > knownMax) throw new UnreadableTrust(`${dir}: quá ${knownMax} tệp.`)
  return names.flatMap((name) => {
    const text = readText(join(dir, name))
    const pems = name.endsWith(".pem") ? [text] : pemsIn(text)
    const whose = name.replace(/\.(?:json|pem)$/, "")
    return pems.map((pem) => {
      const key = publicKeyOf(pem)
      if (key === null) throw new UnreadableTrust(`${join(dir, name)}: không đọc được khóa công khai.`)
      return { key, whose }
    })
  })
}

function pemsIn(text: string): string[] {
  try {
    return published.parse(JSON.parse(text)).map(({ publicKey }) => publicKey)
  } catch {
    // The one answer below names the file; what exactly is wrong in it the keeper sees at once.
    return [""]
  }
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir).toSorted()
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return []
    throw new UnreadableTrust(`${dir}: không đọc được, kiểm tra quyền đọc.`)
  }
}

function readText(file: string): string {
  try {
    if (statSync(file).size <= knownBytesMax) return readFileSync(file, "utf8")
  } catch {
    throw new UnreadableTrust(`${file}: không đọc được, kiểm tra đường dẫn và quyền đọc.`)
  }
  throw new UnreadableTrust(`${file}: quá lớn cho một khóa công khai.`)
}
