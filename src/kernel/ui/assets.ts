/**
 * Styles, fonts and the few scripts, served by ourselves from `/assets/NAME.HASH.EXT`. The hash is of the content,
 * so a browser may keep each file for ever and a new version is a new address. Text is compressed once, when it is first asked for.
 */
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { basename, extname, join } from "node:path"
import { brotliCompressSync, constants, gzipSync } from "node:zlib"
import { Hono } from "hono"

/** What is served under one name is kept in files of one subject each, joined in this order. */
const own: Readonly<Record<string, readonly string[]>> = {
  "base.css": [
    "tokens.css",
    "elements.css",
    "frame.css",
    "bar.css",
    "forms.css",
    "parts.css",
    "portal.css",
    "print.css",
  ],
  "app.css": ["lists.css", "work.css"],
  "public.css": ["public.css"],
  "letter.css": ["letter.css", "import.css"],
  "upload.js": ["upload.js"],
  "import.js": ["import.js"],
  "combobox.js": ["combobox.js"],
  "find.js": ["single-keys.js", "find.js"],
  "walk.js": ["single-keys.js", "walk.js"],
  "keys.js": ["single-keys.js", "keys.js"],
  "tip.js": ["tip.js"],
  "push.js": ["push.js"],
  "map.js": ["map.js"],
  "receipt.js": ["receipt.js"],
  "mark.svg": ["mark.svg"],
}
const fonts = [
  "@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2",
  "@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2",
  "@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-600-normal.woff2",
  "@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-600-normal.woff2",
  "@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf",
  "@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf",
  "@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf",
] as const

/** A library that runs in the browser as it was published; the page of the map alone loads it. */
const libraries = [
  "maplibre-gl/dist/maplibre-gl.mjs",
  "maplibre-gl/dist/maplibre-gl-worker.mjs",
  "maplibre-gl/dist/maplibre-gl.css",
] as const

const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
}

type Bytes = Uint8Array<ArrayBuffer>
type Asset = { url: string; type: string; plain: Bytes; packed: ((how: "gzip" | "br") => Bytes) | null }

const require = createRequire(import.meta.url)
const assets = new Map<string, Asset>()
const byUrl = new Map<string, Asset>()

for (const path of [...libraries, ...fonts]) keep(basename(path), readFileSync(require.resolve(path)))
for (const [name, parts] of Object.entries(own))
  keep(name, Buffer.concat(parts.map((part) => readFileSync(join(import.meta.dirname, "assets", part)))))

/** The address of a file by its plain name; a name that is not served is a mistake of ours and throws. */
export function asset(name: string): string {
  const found = assets.get(name)
  if (found === undefined) throw new Error(`no such asset: ${name}`)
  return found.url
}

export const assetRoutes = new Hono().get("/assets/:file", (c) => {
  const found = byUrl.get(`/assets/${c.req.param("file")}`)
  if (found === undefined) return c.notFound()
  c.header("content-type", found.type)
  c.header("cache-control", "public, max-age=31536000, immutable")
  if (found.packed === null) return c.body(found.plain)
  c.header("vary", "accept-encoding")
  const accepted = (c.req.header("accept-encoding") ?? "").split(/\s*,\s*/).map((part) => part.split(";")[0])
  const encoding = accepted.includes("br") ? "br" : accepted.includes("gzip") ? "gzip" : null
  if (encoding === null) return c.body(found.plain)
  c.header("content-encoding", encoding)
  return c.body(found.packed(encoding))
})

/** `url(name)` in a stylesheet becomes the hashed address, so fonts come before the styles that name them. */
function keep(name: string, content: Buffer): void {
  const extension = extname(name)
  const bytes = extension === ".css" ? Buffer.from(withUrls(content.toString("utf8"))) : content
  const hash = createHash("sha256").update(bytes).digest("base64url").slice(0, 12)
  const made: Asset = {
    url: `/assets/${basename(name, extension)}.${hash}${extension}`,
    type: types[extension] ?? "application/octet-stream",
    plain: new Uint8Array(bytes),
    packed: extension === ".woff2" ? null : packedOnce(bytes),
  }
  assets.set(name, made)
  byUrl.set(made.url, made)
}

/** All at once cost every start of the program more than a second. */
function packedOnce(bytes: Uint8Array): (how: "gzip" | "br") => Bytes {
  const made = new Map<"gzip" | "br", Bytes>()
  return (how) => {
    const before = made.get(how)
    if (before !== undefined) return before
    const packed = new Uint8Array(
      how === "br" ? brotliCompressSync(bytes, { params: brotliFor(bytes) }) : gzipSync(bytes),
    )
    made.set(how, packed)
    return packed
  }
}

function withUrls(css: string): string {
  return css.replace(/url\(([\w.-]+)\)/g, (_, name: string) => `url(${asset(name)})`)
}

/** Full effort for what every page loads; less for fonts of 400 KB, which would hold up who asks first. */
function brotliFor(bytes: Uint8Array): Record<number, number> {
  return { [constants.BROTLI_PARAM_QUALITY]: bytes.length > 100_000 ? 5 : 11 }
}
