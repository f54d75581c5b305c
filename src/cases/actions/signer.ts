/** Who signs a decision: the post is a fact about the person, not a tick of whoever drafts. */
import { type Colleague, colleaguesOf } from "../../accounts/index.ts"
import { asOfficer } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { journal } from "../../kernel/journal.ts"
import { foldName } from "../../organizations/index.ts"
import { deputyOf, type Post, postOf, posts } from "../domain/competence.ts"
import { addEvent, lockCase, saveLegalCheck } from "../store/cases.ts"
import { words } from "../words.ts"
import { todayOf } from "./take.ts"

export type Signer = {
  post: Post
  /** Null: of another body, or without an account here. */
  officerId: string | null
  name: string
  title: string
  /** Number and day of the decision that gives a deputy the power (Luật XLVPHC Đ54). */
  delegation: { number: string; on: string } | null
}
export type SignerRefusal = "signerMissing" | "signerNotCompetent" | "delegationMissing"

export type TypedSigner = {
  signerId: string | null
  office: string | null
  signerName: string | null
  delegation: string | null
  delegatedOn: string | null
}

/** Of this body whoever the list names, by their title; of another body the post and the name that the paper bears. */
export async function signerFrom(
  desk: Desk,
  typed: TypedSigner,
): Promise<Signer | { refused: SignerRefusal }> {
  const name = typed.signerName ?? ""
  const colleagues = await colleaguesOf(desk)
  const own = colleagues.find((one) =>
    typed.signerId === null ? name !== "" && isSamePerson(one.name, name) : one.officerId === typed.signerId,
  )
  if (own !== undefined) return signerOf(desk, own, delegationOf(typed))
  const post = posts.find((one) => one === typed.office)
  if (typed.signerId !== null || post === undefined || name === "") return { refused: "signerMissing" }
  const delegation = delegationOf(typed)
  const title = delegation === null ? words.vi.offices[post] : `Phó ${words.vi.offices[post]}`
  return { post, officerId: null, name, title, delegation }
}

/** "bà phạm thị giám" is the colleague Phạm Thị Giám: her post is the one she has here. */
const isSamePerson = (one: string, other: string) => nameAlone(one) === nameAlone(other)
const nameAlone = (name: string) =>
  foldName(name.trim().replace(/^(?:ông|bà|anh|chị|đồng chí|đ\/c)\s+/iu, ""))

export function signerOf(
  desk: Desk,
  { officerId, name, title }: Pick<Colleague, "officerId" | "name" | "title">,
  delegation: Signer["delegation"],
): Signer | { refused: SignerRefusal } {
  const post = postOf(title, { kind: desk.officer.bodyKind, name: desk.officer.bodyName })
  if (post === null) return { refused: "signerNotCompetent" }
  if (deputyOf(title) && delegation === null) return { refused: "delegationMissing" }
  return { post, officerId, name, title, delegation: deputyOf(title) ? delegation : null }
}

/** Number and day belong together; one without the other is none. */
export const delegationOf = (typed: Readonly<Record<string, string | null>>): Signer["delegation"] => {
  const [number, on] = [(typed.delegation ?? "").trim(), (typed.delegatedOn ?? "").trim()]
  return number === "" || on === "" ? null : { number, on }
}

/**
 * A legal officer has held the post's power and the provisions that are printed against the texts, and says so by name.
 * `doneOn`: the day on which it was done, where it is entered later; no decision of an earlier day rests on it.
 */
export function confirmCompetence(
  desk: Desk,
  id: string,
  input: { office: string; source: string; doneOn?: string | null },
): Promise<{ confirmed: true } | { refused: "notFound" | "signerMissing" | "datesWrong" }> {
  const checkedOn = input.doneOn || todayOf(desk)
  if (checkedOn > todayOf(desk)) return Promise.resolve({ refused: "datesWrong" as const })
  const post = posts.find((one) => one === input.office)
  if (post === undefined) return Promise.resolve({ refused: "signerMissing" as const })
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const row = await lockCase(tx, id)
    if (row?.bodyId !== desk.who.bodyId) return { refused: "notFound" as const }
    await saveLegalCheck(tx, id, {
      checkedOffice: post,
      checkedSource: input.source,
      checkedBy: desk.who.officerId,
      checkedName: desk.officer.name,
      checkedOn,
    })
    const what = "case.competence-checked"
    const details = { office: post, on: checkedOn }
    await addEvent(tx, {
      caseId: id,
      what,
      stateBefore: row.state,
      stateAfter: row.state,
      byName: desk.officer.name,
      note: `${words.vi.offices[post]}: ${input.source}`,
      details,
    })
    await journal(tx, { what, record: { kind: "case", id }, details })
    return { confirmed: true as const }
  })
}
