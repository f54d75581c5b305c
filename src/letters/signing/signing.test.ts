import { execFile } from "node:child_process"
import { existsSync } from "node:fs"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { beforeAll, describe, expect, test } from "vitest"
import { readLetter } from "../read/aside.ts"
import { halfYearReport } from "../testing/documents.ts"
import { writePdf } from "../write/writer.ts"
import { type OpenKey, openP12 } from "./p12.ts"
import { signPdf } from "./sign.ts"
import { trialKey } from "./trial-key.ts"
import { verifyPdf } from "./verify.ts"

const owner = {
  name: "Nguyễn Thị Lan",
  organization: "Sở Thông tin tỉnh Mẫu",
  from: new Date("2023-01-01T00:00:00Z"),
  to: new Date("2024-12-31T00:00:00Z"),
}
const at = new Date("2023-07-03T09:30:00+07:00")
let p12: Uint8Array
let plain: Uint8Array
let signed: Uint8Array

beforeAll(async () => {
  p12 = await trialKey(owner, "mật khẩu thử")
  plain = await writePdf(halfYearReport)
  signed = await signPdf(plain, opened(await openP12(p12, "mật khẩu thử")), {
    name: owner.name,
    reason: "Ký ban hành",
    at,
  })
})

function opened(key: OpenKey | { refused: string }): OpenKey {
  if ("refused" in key) throw new Error(key.refused)
  return key
}

describe("a report signed with a key file", () => {
  test("says who signed, when, that no byte changed, and that it is PAdES B-B", async () => {
    expect(await verifyPdf(signed)).toEqual([
      {
        signer: "Nguyễn Thị Lan (chứng thư thử nghiệm)",
        organization: "Sở Thông tin tỉnh Mẫu",
        issuer: "Nguyễn Thị Lan (chứng thư thử nghiệm)",
        serial: expect.stringMatching(/^[0-9a-f]{16}$/),
        claimedAt: "2023-07-03T02:30:00.000Z",
        isIntact: true,
        coversAll: true,
        inForce: true,
        isSelfSigned: true,
        level: "B-B",
        subFilter: "ETSI.CAdES.detached",
      },
    ])
  })

  test("is read as before it was signed", async () => {
    const [before, after] = [await readLetter(plain, "a.pdf"), await readLetter(signed, "b.pdf")]
    expect(after).toEqual(before)
  })

  test("with one byte changed is no longer intact", async () => {
    const changed = Uint8Array.from(signed)
    // Inside the first page's words, before the signature.
    changed[2_000] = (changed[2_000] ?? 0) ^ 1
    expect(await verifyPdf(changed)).toMatchObject([{ isIntact: false, level: "broken" }])
  })

  test("with something added after the signature says that it does not cover the whole file", async () => {
    const longer = Buffer.concat([signed, Buffer.from("\n% thêm sau khi ký\n")])
    expect(await verifyPdf(longer)).toMatchObject([{ isIntact: true, coversAll: false }])
  })

  test("at a time when its certificate was over says so", async () => {
    const key = opened(await openP12(p12, "mật khẩu thử"))
    const late = await signPdf(plain, key, {
      name: owner.name,
      reason: "",
      at: new Date("2025-02-01T00:00:00Z"),
    })
    expect(await verifyPdf(late)).toMatchObject([{ isIntact: true, inForce: false }])
  })

  test.runIf(existsSync("/usr/bin/pdfsig"))("is valid for another program too (pdfsig)", async () => {
    const folder = await mkdtemp(join(tmpdir(), "pdfsig-"))
    try {
      await writeFile(join(folder, "a.pdf"), signed)
      const { stdout } = await promisify(execFile)("pdfsig", ["-nocert", join(folder, "a.pdf")])
      expect(stdout).toContain("Signature is Valid")
      expect(stdout).toContain("Total document signed")
      expect(stdout).toContain("ETSI.CAdES.detached")
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})

describe("what is no signature", () => {
  test("a PDF that nobody signed has none", async () => {
    expect(await verifyPdf(plain)).toEqual([])
  })
  test("a key file with a wrong passphrase, and a file that is none, are refused, each with its reason", async () => {
    expect(await openP12(p12, "sai")).toEqual({ refused: "key.passphrase" })
    expect(await openP12(new TextEncoder().encode("không phải p12"), "x")).toEqual({ refused: "key.broken" })
  })
})
