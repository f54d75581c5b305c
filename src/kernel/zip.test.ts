import fc from "fast-check"
import { strToU8, zipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { type ZipEntry, type ZipShape, zipOf } from "./testing/zips.ts"
import { readZip } from "./zip.ts"

const limits = { bytesMax: 100_000, entriesMax: 20 }
const read = (zip: Buffer) => readZip(zip, "parcel", limits)
const faultOf = (entries: readonly ZipEntry[], shape?: ZipShape) => {
  const found = read(zipOf(entries, shape))
  return "fault" in found ? found.fault : null
}
const file = (name: string, text = name): ZipEntry => ({ name, bytes: Buffer.from(text) })

describe("a parcel that tells one story is opened", () => {
  test("packed and unpacked, as our own writer makes it, and as another program packs it again", () => {
    const bytes = strToU8("cùng một nội dung ".repeat(50))
    const own = read(Buffer.from(zipSync({ "a.txt": bytes, "tang-vat/b.txt": [bytes, { level: 0 }] })))
    expect("entries" in own && [...own.entries.keys()]).toEqual(["a.txt", "tang-vat/b.txt"])
    expect("entries" in own && Buffer.from(own.entries.get("a.txt") ?? []).equals(bytes)).toBe(true)
    const again = read(
      zipOf([
        { name: "tang-vat/", mode: 0o040755 },
        { ...file("tang-vat/b.txt"), deflate: true },
        { ...file("tài liệu.txt"), deflate: true },
      ]),
    )
    expect("entries" in again && [...again.entries.keys()]).toEqual(["tang-vat/b.txt", "tài liệu.txt"])
  })
})

describe("two files that one system or another takes for one are refused", () => {
  test.each([
    ["the same name", ["a.pdf", "a.pdf"]],
    ["letters small and large", ["a.pdf", "A.PDF"]],
    ["one name composed, the other not", ["tài.pdf".normalize("NFC"), "tài.pdf".normalize("NFD")]],
    ["a dot at the end, which Windows drops", ["a.pdf", "a.pdf."]],
    ["a full-width letter", ["a.pdf", "ａ.pdf"]],
    ["folders that differ in case", ["x/a.pdf", "X/a.pdf"]],
    ["a file that is a folder too", ["a", "a/b"]],
    ["a folder that is a file too", ["a/b", "a"]],
  ])("%s", (_, names) => {
    expect(faultOf(names.map((name) => file(name, "khác nhau")))).toEqual({ id: names[1], why: "duplicate" })
  })
})

describe("a name that leads out of the folder is refused", () => {
  test.each([
    "../a.pdf",
    "x/../../a.pdf",
    "/etc/passwd",
    "C:/a.pdf",
    "a.pdf:b",
    "x\\a.pdf",
    "./a.pdf",
    "x//a.pdf",
    "..",
    "a\u0000.pdf",
    "a\u202Efdp.exe",
    " ",
  ])("%j", (name) => {
    expect(faultOf([file("good.txt"), file(name)])).toEqual({ id: name, why: "path" })
  })

  test("also as a folder, as a link, and where only the head or an extra field says it", () => {
    expect(faultOf([{ name: "../x/", mode: 0o040755 }])?.why).toBe("path")
    expect(faultOf([{ ...file("a"), mode: 0o120777 }])).toEqual({ id: "a", why: "path" })
    expect(faultOf([{ ...file("a"), mode: 0o060644 }])?.why).toBe("path")
    expect(faultOf([{ ...file("a.pdf"), headName: "b.pdf" }])?.why).toBe("path")
    const unicodePath = Buffer.concat([Buffer.from([0x75, 0x70, 6, 0, 1, 0, 0, 0, 0]), Buffer.from("b")])
    expect(faultOf([{ ...file("a"), extra: unicodePath }])?.why).toBe("path")
  })
})

describe("bytes that no entry owns are refused: another program might unpack them", () => {
  const good = [file("a"), file("b")]
  test.each<[string, readonly ZipEntry[], ZipShape]>([
    ["before the first file", good, { prefix: Buffer.from("#!/bin/sh\n") }],
    ["between two files", [file("a"), { ...file("b"), gap: zipOf([file("evil")]) }], {}],
    ["after the end", good, { tail: Buffer.from("x") }],
    ["in a comment", good, { comment: Buffer.from("đã kiểm tra") }],
    ["in an entry that the count leaves out", good, { count: 1 }],
    ["in a folder", [{ name: "a/", mode: 0o040755, bytes: Buffer.from("x") }], {}],
  ])("%s", (_, entries, shape) => {
    expect(faultOf(entries, shape)?.why).toBe("format")
  })
})

describe("what cannot be unpacked as it says is refused", () => {
  test.each<[string, ZipEntry]>([
    ["it unfolds to more than it says", { ...file("a", "x".repeat(5000)), deflate: true, size: 10 }],
    ["it unfolds to less", { ...file("a", "x"), deflate: true, size: 10 }],
    ["its check sum is another's", { ...file("a"), listCrc: 1 }],
    ["it is encrypted", { ...file("a"), encrypted: true }],
  ])("%s", (_, entry) => {
    expect(faultOf([entry])).toEqual({ id: "a", why: "format" })
  })

  test("more bytes or more entries than the limit, by what the list says, before anything is unpacked", () => {
    expect(faultOf([{ ...file("a"), size: limits.bytesMax + 1 }])?.why).toBe("format")
    expect(faultOf(Array.from({ length: 21 }, (_, i) => file(`${i}`)))?.why).toBe("format")
  })

  test("any byte cut off or changed never lets another content through, and never throws", () => {
    const whole = zipOf([file("a", "một"), { ...file("b", "hai ".repeat(20)), deflate: true }])
    const right = new Map([
      ["a", "một"],
      ["b", "hai ".repeat(20)],
    ])
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), (at, byte, isCut) => {
        const changed = isCut ? whole.subarray(0, at) : Buffer.from(whole)
        if (!isCut) changed[at] = byte
        const found = read(changed)
        if ("fault" in found) return
        // Times and rights may change; names may only become names that the list of a dossier does not know.
        for (const [name, bytes] of found.entries)
          if (right.has(name)) expect(Buffer.from(bytes).toString()).toBe(right.get(name))
      }),
      { numRuns: 500 },
    )
  })
})
