/** Biên bản vi phạm hành chính, and biên bản phiên giải trình trực tiếp. */
import type { BlockInput } from "../../letters/index.ts"
import { blank } from "../domain/articles.ts"
import { answerOf, isRead, offendersOf, type PaperContent } from "./content.ts"
import {
  actText,
  cleanLines,
  clipped,
  headOf,
  hourOf,
  longDay,
  offenderBlocks,
  offenderNames,
  type Paper,
  paragraph,
  rangeText,
  sentence,
  termText,
  titled,
  typedLines,
  typedText,
  within,
} from "./parts.ts"
import { printed } from "./printed.ts"

const items = (texts: readonly string[], mark: "dash" | "letter" = "dash"): BlockInput => ({
  is: "list",
  mark,
  items: texts.map(sentence),
})

export function violationRecord(content: PaperContent): Paper {
  const t = printed.record
  const [hour, minute] = hourOf(answerOf(content, "beganAt"))
  const { signer, issuer } = content
  return {
    ...headOf(content, { kind: "minutes", symbol: printed.symbols.record, subject: printed.subjects.record }),
    blocks: [
      paragraph(
        printed.began(
          hour,
          minute,
          longDay(answerOf(content, "madeOn")),
          within(typedText(content, "place")),
        ),
      ),
      titled("1", t.maker, [paragraph(`${printed.maker(signer.name, signer.title, issuer.name)}.`)]),
      titled("2", t.witnesses, [witnessesOf(content)]),
      titled("3", t.offenders, offenderBlocks(content)),
      titled("4", t.acts, [
        items(
          content.acts.map((one) => actLine(content, one)),
          "letter",
        ),
      ]),
      titled("5", t.exhibits, [items(exhibitLines(content))]),
      titled("6", t.harmed, typedLines(content, "harmed").map(paragraph)),
      titled("7", t.opinions, typedLines(content, "opinion").map(paragraph)),
      titled("8", t.measures, [items(measureLines(content)), paragraph(t.stop)]),
      titled("9", t.explanation, [paragraph(explanationOf(content))]),
      paragraph(t.ended(endOf(content))),
    ],
    signatures: [
      { position: t.signs.maker, name: signer.name },
      ...offenderSignatures(content, t.signs.offender),
      { position: t.signs.witness, name: null },
    ],
  }
}

function witnessesOf(content: PaperContent): BlockInput {
  const lines = cleanLines(answerOf(content, "witnesses"))
  return items(lines.length === 0 ? [printed.noWitness] : lines)
}

const actLine = (content: PaperContent, one: PaperContent["acts"][number]) =>
  `${actText(content, one)}; ${rangeText(one, isRead(content))}`

function exhibitLines({ exhibits }: PaperContent): string[] {
  if (exhibits.length === 0) return [blank]
  return exhibits.map(({ title, place, sha256 }) => {
    const [line = blank] = cleanLines(title)
    if (sha256 !== null) return `${line} (SHA-256: ${sha256})`
    return place === null ? line : `${line}, ${place}`
  })
}

function measureLines(content: PaperContent): string[] {
  const asked = content.requests.map((one) =>
    printed.record.asked(
      one.enterprise,
      lower(printed.request.asks[one.asks]),
      String(one.targets.length),
      longDay(one.askedAt),
    ),
  )
  const typed = cleanLines(answerOf(content, "measures"))
  return asked.length + typed.length === 0 ? [blank] : [...asked, ...typed]
}

const lower = (text: string) => text.charAt(0).toLocaleLowerCase("vi") + text.slice(1)

function explanationOf(content: PaperContent): string {
  const t = printed.record
  if (!content.mayExplain) return t.mayNotExplain
  const isChecked = isRead(content)
  const { explain, askHearing } = content.terms
  return t.mayExplain(content.issuer.name, termText(explain, isChecked), termText(askHearing, isChecked))
}

function endOf(content: PaperContent): string {
  const time = answerOf(content, "endedAt")
  const [hour, minute] = hourOf(time)
  return `hồi ${hour} giờ ${minute} phút cùng ngày`
}

/** An organisation is signed for by a person whom the system does not know. */
const offenderSignatures = (content: PaperContent, position: string) =>
  offendersOf(content.acts)
    .slice(0, 5)
    .map(({ kind, name }) => ({ position, name: kind === "individual" ? clipped(name, 100) : null }))

/** "Trần Văn Minh, Chuyên viên": the name; null where there is only room for it. */
const nameIn = (said: string) => (said === blank ? null : clipped(said.split(",")[0] ?? "", 100) || null)

export function hearingMinutes(content: PaperContent): Paper {
  const t = printed.hearing
  const { signer, issuer, record } = content
  const day = longDay(answerOf(content, "madeOn"))
  const moment = (time: string) => printed.moment(...hourOf(time), day)
  const secretary = clipped(within(typedText(content, "secretary")), 200)
  const acts = content.acts.map((one) => actLine(content, one))
  return {
    ...headOf(content, {
      kind: "minutes",
      symbol: printed.symbols.hearing,
      subject: printed.subjects.hearing,
    }),
    meeting: {
      began: moment(answerOf(content, "beganAt")),
      place: within(typedText(content, "place")),
      present: [
        `${signer.name}, ${signer.title}, ${issuer.name}`,
        secretary,
        ...offendersOf(content.acts).map(({ name }) => t.offenderPresent(name)),
        ...cleanLines(answerOf(content, "present")),
      ]
        .map((one) => clipped(one, 300))
        .slice(0, 100),
      chair: `${signer.name}, ${signer.title}`,
      secretary,
      ended: moment(answerOf(content, "endedAt")),
    },
    blocks: [
      titled("1", t.grounds, [
        paragraph(`${t.record(record?.number ?? blank, record === null ? blank : longDay(record.on))}.`),
      ]),
      titled("2", t.officer, [
        items(acts, "letter"),
        ...cleanLines(answerOf(content, "officerWords")).map(paragraph),
      ]),
      titled(
        "3",
        `${t.offender} (${offenderNames(content)})`,
        typedLines(content, "offenderWords").map(paragraph),
      ),
      titled("4", t.conclusion, typedLines(content, "conclusion").map(paragraph)),
    ],
    signatures: [
      { position: t.signs.chair, name: signer.name },
      { position: t.signs.secretary, name: nameIn(secretary) },
      ...offenderSignatures(content, t.signs.offender),
    ],
  }
}
