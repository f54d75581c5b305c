/** A case of the demo on the way of a sanction: found, recorded, explained, decided, served, paid. */

import { executeDecision, serveDecision } from "../cases/actions/execution.ts"
import { takeExhibit } from "../cases/actions/exhibits.ts"
import { receiveExplanation } from "../cases/actions/hearing.ts"
import { confirmRangeOf, typeRangeOf } from "../cases/actions/range.ts"
import { decideSanction, findAct, recordViolation } from "../cases/actions/sanction.ts"
import { confirmCompetence, signerFrom } from "../cases/actions/signer.ts"
import { closeCase } from "../cases/actions/steps.ts"
import { allViolations } from "../cases/catalogue.ts"
import { mayExplain, rangeFor } from "../cases/domain/fines.ts"
import { asOfficer } from "../kernel/db/database.ts"
import type { Desk } from "../kernel/http/env.ts"
import type { FoundAct } from "./case-plan.ts"
import type { Told } from "./cases.ts"
import { fulfil } from "./duties.ts"
import { must } from "./must.ts"

export async function sanction(told: Told): Promise<void> {
  const { id, at, ending, on, story, seats, stage, tip } = told
  const act = stage.act(tip.story)
  if (act === null) throw new Error(`${story.title}: nothing to sanction`)
  await record(told, act)
  // The demo leaves one thing undone: a record that nobody passed on within the day.
  if (act.violationId !== "V-DL-CN-02")
    await fulfil(
      seats.officer(on(4)),
      id,
      "pass-record",
      "Đã chuyển biên bản cho người có thẩm quyền xử phạt.",
    )
  if (ending === "recorded") return
  const actId = await actOf(seats.officer(on(5)), id)
  if (act.typed !== undefined) must(await typeRangeOf(seats.officer(on(5)), id, { actId, ...act.typed }))
  if (ending === "rangeWaits") return
  if (act.typed !== undefined) must(await confirmRangeOf(seats.leader(on(6)), id, actId))
  if (mayBeExplained(act))
    must(await receiveExplanation(seats.officer(on(6)), id, { way: "renounced", note: "Có văn bản kèm." }))
  const { office, name, source } = stage.signs
  // Before July 2026 the amounts of the posts are not at hand: an officer holds them against the texts.
  if (source !== null) must(await confirmCompetence(seats.officer(on(6)), id, { office, source }))
  const signer = await signerFrom(seats.leader(on(7)), {
    ...{ signerId: null, office, signerName: name },
    ...{ delegation: null, delegatedOn: null },
  })
  if ("refused" in signer) throw new Error(`nobody signs for ${story.title}: ${signer.refused}`)
  must(
    await decideSanction(seats.leader(on(7)), id, {
      number: `${at + 1}/QĐ-XPHC`,
      signer,
      amounts: { [actId]: act.fine },
      remedy: "",
    }),
  )
  must(await serveDecision(seats.officer(on(8)), id, { servedOn: on(8) }))
  if (ending === "decided") return
  const payment = { paidOn: on(12), paid: act.fine, note: "Nộp tại Kho bạc Nhà nước" }
  must(await executeDecision(seats.officer(on(12)), id, payment))
  if (ending === "paidUp")
    must(await closeCase(seats.leader(on(13)), id, { reason: "Đã thi hành xong quyết định xử phạt." }))
}

/** A range that nobody had confirmed when the record was made gives the right to explain, whatever it turned out to be. */
function mayBeExplained({ violationId, offenderKind, typed }: FoundAct): boolean {
  const violation = allViolations().find((one) => one.id === violationId)
  if (violation === undefined || typed !== undefined) return true
  return mayExplain(violation, offenderKind, rangeFor(violation, offenderKind))
}

async function record({ id, at, on, seats }: Told, act: FoundAct): Promise<void> {
  must(
    await findAct(seats.officer(on(3)), id, {
      violationId: act.violationId,
      committedOn: on(-2),
      foundOn: on(3),
      description: act.description,
      offenderName: act.offender,
      offenderKind: act.offenderKind,
      offenderCode: null,
    }),
  )
  const exhibit = { title: "Tang vật thu giữ tại nơi vi phạm", file: null, place: "Kho tang vật của Sở" }
  const held = { ...exhibit, fromWhom: act.offender, reason: "Lập biên bản tạm giữ" }
  must(await takeExhibit(seats.officer(on(4)), id, held))
  const recordedAt = `${on(4)}T09:00`
  must(await recordViolation(seats.officer(on(4)), id, { recordedAt, number: `${at + 1}/BB-VPHC`, note: "" }))
}

async function actOf(desk: Desk, caseId: string): Promise<string> {
  return asOfficer(desk.house.db, desk.who, async (tx) => {
    const row = await tx
      .selectFrom("caseActs")
      .select("id")
      .where("caseId", "=", caseId)
      .executeTakeFirstOrThrow()
    return row.id
  })
}
