/** The next directive begins from what the figures say; a person edits it, and the import reads it like any letter. */
import { importWritten } from "../../../directives/index.ts"
import { formatDate } from "../../../kernel/format.ts"
import type { Desk } from "../../../kernel/http/env.ts"
import { type OfficialDocumentInput, writeDocx } from "../../../letters/index.ts"
import { scamTypes } from "../catalogue.ts"
import { byAddressee, type Proposal, proposalsFrom } from "../domain/proposals.ts"
import { letterWords, sentences } from "../words-proposals.ts"
import { type Overview, readOverview } from "./overview.ts"

export type NextDirective = { proposals: Proposal[]; subject: string; cites: string }

export async function proposeNext(desk: Desk): Promise<NextDirective> {
  const overview = await readOverview(desk)
  const types = scamTypes()
  const { from, to } = overview.reading.current
  return {
    subject: letterWords.subject,
    cites: letterWords.cites(formatDate(from, "vi"), formatDate(to, "vi")),
    proposals: proposalsFrom(
      {
        risen: overview.notable.map((one) => ({ ...one, name: types.get(one.key) ?? one.key })),
        late: overview.rollUp?.tasks ?? [],
        untold: untoldOf(overview),
      },
      sentences,
    ),
  }
}

/** Figures that only bodies can tell, and none has. */
const untoldOf = ({ reading }: Overview) =>
  reading.figures
    .filter((one) => one.definition.source === "bodies" && one.value === null)
    .map((one) => one.definition.name)
    .slice(0, 8)

export type Started = { href: string } | { refused: "nothing" | "unread" }

export async function startDirective(
  desk: Desk,
  written: { subject: string; cites: string; kept: readonly Proposal[] },
): Promise<Started> {
  if (written.kept.length === 0) return { refused: "nothing" }
  const bytes = await writeDocx(letterOf(desk, written))
  const mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
  const done = await importWritten(desk, { name: "chi-dao-tiep-theo.docx", mediaType, bytes })
  return "href" in done ? done : { refused: "unread" }
}

function letterOf(
  desk: Desk,
  { subject, cites, kept }: { subject: string; cites: string; kept: readonly Proposal[] },
): OfficialDocumentInput {
  const groups = byAddressee(kept)
  const year = desk.house.clock.now().toISOString().slice(0, 4)
  return {
    kind: "letter",
    issuer: { parent: null, name: letterWords.issuer },
    number: null,
    symbol: letterWords.symbol,
    place: letterWords.place,
    date: year,
    subject,
    addressees: [...new Set(groups.flatMap(({ to }) => to.split(";").map((one) => one.trim())))].filter(
      (one) => one !== "",
    ),
    blocks: [
      { is: "paragraph", text: letterWords.opening(cites) },
      ...groups.map(({ to, texts }, i) => ({
        is: "section" as const,
        mark: String(i + 1),
        title: to,
        blocks: [{ is: "list" as const, mark: "dash" as const, items: texts }],
      })),
      { is: "paragraph", text: letterWords.closing },
    ],
    signatures: [
      {
        inStead: [
          { form: "TM", of: letterWords.committee },
          { form: "KT", of: letterWords.authority },
        ],
        position: letterWords.position,
        name: null,
      },
    ],
    recipients: [letterWords.asAbove, letterWords.archive],
  }
}
