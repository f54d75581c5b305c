/** What an office program makes of a written DOCX: LibreOffice where the machine has it, with the font of the PDF. */
import { execFile } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { promisify } from "node:util"
import { fontFiles } from "../write/metrics.ts"
import { measurePdf, type Page } from "./measure.ts"

const places = [
  "/usr/bin/soffice",
  "/usr/bin/libreoffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
]

/** Null where the machine has none: the structure of a DOCX is then all that tests can judge. */
export const officeProgram = (): string | null =>
  process.env.SOFFICE ?? places.find((place) => existsSync(place)) ?? null

/** Every file in one start of the program, which is the slow part. The pages of each, in the order given. */
export async function printDocx(program: string, files: readonly Uint8Array[]): Promise<Page[][]> {
  const folder = mkdtempSync(join(tmpdir(), "lienphong-office-"))
  try {
    const names = files.map((_, i) => join(folder, `${i}.docx`))
    for (const [i, file] of files.entries()) writeFileSync(names[i] ?? "", file)
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`
    const asked = ["--headless", "--convert-to", "pdf", "--outdir", folder, ...names]
    const env = { ...process.env, FONTCONFIG_FILE: fontsIn(folder) }
    await promisify(execFile)(program, [profile, ...asked], { env, timeout: 120_000 })
    return await Promise.all(names.map((name) => measurePdf(readFileSync(name.replace(/docx$/, "pdf")))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Times New Roman is not on every machine; Tinos has its widths and every Vietnamese letter. */
function fontsIn(folder: string): string {
  const path = join(folder, "fonts.conf")
  const folders = fontFiles.map((file) => `<dir>${dirname(file)}</dir>`).join("")
  const cache = join(folder, "cache")
  mkdirSync(cache)
  writeFileSync(
    path,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}<cachedir>${cache}</cachedir>
    <alias binding="same"><family>Times New Roman</family><prefer><family>Tinos</family></prefer></alias></fontconfig>`,
  )
  return path
}
