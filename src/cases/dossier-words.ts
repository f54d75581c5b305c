/** Words that people wrote into a case and that its file for the police prints. */
import type { DossierContent } from "./dossier-documents.ts"

type Words = Record<string, string>

/** Every free word of the file by its place, and the way to put them back. */
export function spokenIn<Of extends DossierContent>(of: Of): [Words, (masked: Words) => Of] {
  const said: Record<string, string> = {}
  const note = (key: string, text: string | null) => {
    if (text !== null && text !== "") said[key] = text
  }
  note("title", of.row.title)
  note("summary", of.row.summary)
  note("reason", of.transfer.reason)
  for (const { act } of of.acts) note(`act ${act.id}`, act.description)
  for (const one of of.exhibits) {
    note(`exhibit ${one.id}`, one.title)
    note(`place ${one.id}`, one.place)
  }
  for (const [at, one] of of.custody.entries()) {
    note(`from ${at}`, one.fromWhom)
    note(`to ${at}`, one.toWhom)
    note(`why ${at}`, one.reason)
  }
  const put = (masked: Words): Of => ({
    ...of,
    row: { ...of.row, title: masked.title ?? of.row.title, summary: masked.summary ?? of.row.summary },
    transfer: { ...of.transfer, reason: masked.reason ?? of.transfer.reason },
    acts: of.acts.map((one) => ({
      ...one,
      act: { ...one.act, description: masked[`act ${one.act.id}`] ?? one.act.description },
    })),
    exhibits: of.exhibits.map((one) => ({
      ...one,
      title: masked[`exhibit ${one.id}`] ?? one.title,
      place: masked[`place ${one.id}`] ?? one.place,
    })),
    custody: of.custody.map((one, at) => ({
      ...one,
      fromWhom: masked[`from ${at}`] ?? one.fromWhom,
      toWhom: masked[`to ${at}`] ?? one.toWhom,
      reason: masked[`why ${at}`] ?? one.reason,
    })),
  })
  return [said, put]
}
