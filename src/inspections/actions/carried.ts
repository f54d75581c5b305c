/** A case receives from a check its words, its acts with what was counted, and the beginning of its violation record. */
import type { openCaseCarrying } from "../../cases/index.ts"
import type { Finding, Given } from "../domain/checklist.ts"
import { codeOf } from "../domain/code.ts"
import { words } from "../words.ts"
import type { Facts } from "./take.ts"

type Carried = Parameters<typeof openCaseCarrying>[2]

export function carriedFrom(
  { row, subject }: Facts,
  found: readonly Finding[],
  { committedOn, isOngoing }: { committedOn: string; isOngoing: boolean },
): Pick<Carried, "opening" | "acts"> {
  const t = words.vi.carried
  const foundOn = row.recordedOn ?? committedOn
  return {
    opening: {
      title: t.title(subject.name, codeOf(row)).slice(0, 200),
      summary: [
        t.visit(codeOf(row), subject.name, row.place),
        ...found.map((one) => describe(one)),
        t.opinion(row.opinion ?? ""),
        row.signing === "signed" ? "" : t.refused(row.refusalReason ?? "", row.witness ?? ""),
      ]
        .filter((line) => line !== "")
        .join("\n")
        .slice(0, 4_000),
      kind: null,
    },
    acts: found.map((one) => ({
      violationId: one.violationId ?? "",
      committedOn,
      foundOn,
      isOngoing,
      description: describe(one).slice(0, 4_000),
      offenderName: subject.name,
      offenderKind:
        subject.form === "enterprise" || subject.form === "organisation" ? "organisation" : "individual",
      offenderCode: subject.taxCode ?? subject.licenceNumber,
      identifiedOn: null,
      units: unitsOf(one.given),
    })),
  }
}

const unitKinds = { numbers: "number", points: "point" } as const

/** Counts on which a fine may depend: numbers and points; machines and the like choose no row. */
const unitsOf = ({ counts }: Given) =>
  (["numbers", "points"] as const).flatMap((name) => {
    const count = counts[name] ?? 0
    return count > 0 ? [{ count, kind: unitKinds[name] }] : []
  })

/** The question with its answer, what was counted and what was noted. */
function describe({ question, given }: Finding): string {
  const t = words.vi
  const counts = Object.entries(given.counts).map(([name, n]) => t.carried.counted(name, String(n)))
  const parts = [`${question.text.vi} ${t.answers[given.answer]}`, ...counts]
  if (given.note !== null) parts.push(given.note)
  return parts.join("; ")
}

/** Fields of the paper "biên bản vi phạm hành chính" of a case, as the visit knows them. */
export function startsFrom({ row, subject, members }: Facts): Record<string, string> {
  const witness = row.witness === null ? {} : { witnesses: row.witness }
  return {
    place: row.place,
    where: row.place,
    ...(row.recordedOn === null ? {} : { madeOn: row.recordedOn }),
    ...(row.recordedTime === null ? {} : { beganAt: row.recordedTime }),
    ...(row.opinion === null ? {} : { opinion: `${subject.name}: ${row.opinion}` }),
    present: members.map((one) => `${one.name}, ${one.title}, ${one.ofBody}`).join("\n"),
    ...witness,
  }
}

const membersMax = 20

/** "Tên; chức vụ; cơ quan" a line, the body may be left out; null where a line is no such thing. */
export function memberLines(text: string): { name: string; title: string; ofBody: string | null }[] | null {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
  if (lines.length > membersMax) return null
  const read = lines.map((line) => {
    const [name = "", title = "", ofBody = "", ...more] = line.split(";").map((part) => part.trim())
    const isWhole = name !== "" && title !== "" && more.length === 0
    return isWhole && name.length <= 100 && title.length <= 200 && ofBody.length <= 200
      ? { name, title, ofBody: ofBody === "" ? null : ofBody }
      : null
  })
  return read.some((one) => one === null) ? null : read.filter((one) => one !== null)
}
