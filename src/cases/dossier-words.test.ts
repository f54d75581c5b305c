import { expect, test } from "vitest"
import type { DossierContent } from "./dossier-documents.ts"
import { spokenIn } from "./dossier-words.ts"

const content = {
  province: {},
  from: "Sở",
  to: "Công an tỉnh",
  row: { number: "2023-1", title: "Số của chị Kín", summary: "Chị Kín kể" },
  transfer: { reason: "Chị Kín đề nghị" },
  acts: [{ act: { id: "a", description: "Lừa chị Kín" } }],
  signals: [],
  exhibits: [{ id: "e", title: "Ảnh của chị Kín", place: "Nhà chị Kín" }],
  custody: [{ fromWhom: "Chị Kín", toWhom: "Ông Minh", reason: "Chị Kín giao" }],
} as unknown as DossierContent

test("no word that people wrote into a case goes to the police unmasked", () => {
  const [said, put] = spokenIn(content)
  const masked = Object.fromEntries(
    Object.entries(said).map(([key, text]) => [key, text.replaceAll(/chị Kín/giu, "[đã che]")]),
  )
  expect(JSON.stringify(put(masked))).not.toMatch(/Kín/u)
  expect(put(said)).toEqual(content)
})
