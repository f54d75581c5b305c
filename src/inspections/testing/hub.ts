/** Checks of the province of tests, through the pages. */
import type { Signed } from "../../accounts/testing.ts"
import type { Hub } from "../../signals/testing/hub.ts"
import { paths } from "../paths.ts"

export const shop = {
  kind: "sim-point",
  name: "Điểm SIM Bình Minh",
  form: "household",
  taxCode: "0912345678",
  licenceNumber: "UQ-12/2023",
  address: "Số 5 chợ Mẫu, xã Mẫu",
  commune: "Xã Mẫu",
}

const at = (answer: Response) => (answer.headers.get("location") ?? "").split(/[?#]/)[0] ?? ""
const idIn = (path: string) => path.slice(path.lastIndexOf("/") + 1)

/** The id of a shop of the register. */
export async function writeShop(
  hub: Hub,
  more: Record<string, string> = {},
  who = hub.minh,
): Promise<string> {
  const answer = await hub.post(paths.newSubject, { ...shop, ...more }, who)
  if (answer.status !== 303) throw new Error(`the shop was refused: ${await answer.text()}`)
  return idIn(at(answer))
}

export const planOf = (subjectId: string, more: Record<string, string> = {}) => ({
  subjectId,
  plannedOn: "2023-09-14",
  power: "inspection",
  ground: "signs",
  groundNote: "Sáu tin báo về SIM kích hoạt sẵn",
  matter: "subscribers",
  method: "visit",
  legalBasis: "Quy chế phối hợp của tỉnh",
  ...more,
})

/** The path of a check that was planned. */
export async function plan(
  hub: Hub,
  subjectId: string,
  more: Record<string, string> = {},
  who: Signed = hub.minh,
) {
  const answer = await hub.post(paths.newInspection, planOf(subjectId, more), who)
  if (answer.status !== 303) throw new Error(`the plan was refused: ${await answer.text()}`)
  return at(answer)
}

export async function step(
  hub: Hub,
  path: string,
  slug: string,
  fields: Record<string, string>,
  who: Signed,
) {
  const answer = await hub.post(`${path}/${slug}`, fields, who)
  if (answer.status !== 303) throw new Error(`${slug} was refused (${answer.status}): ${await answer.text()}`)
  return answer
}

/** Decided, approved and announced by Lan on one day. */
export async function begin(hub: Hub, path: string, headId: string, on = "2023-09-14"): Promise<void> {
  const decision = { number: "12/QĐ-STTTT", decidedOn: on, days: "5", headId, declared: "yes" }
  await step(hub, path, "quyet-dinh", decision, hub.lan)
  await step(hub, path, "duyet", { approvedOn: on }, hub.lan)
  await step(hub, path, "cong-bo", { announcedOn: on }, hub.minh)
}

/** Every question of the list for SIM points of 2023; one of them a violation. */
export const filled = {
  "a-authorised": "yes",
  "a-papers-matched": "yes",
  "a-papers-of-others": "no",
  "a-files-kept": "not-applicable",
  "a-active-sims": "yes",
  "c-active-sims-numbers": "14",
  "n-active-sims": "14 SIM trong ngăn kéo quầy.",
  "a-mass-device": "no",
  "a-prices-shown": "yes",
}

export const recorded = {
  recordedOn: "2023-09-15",
  time: "10:40",
  opinion: "Tôi mua lại của người lạ.",
  signing: "witness",
  refusalReason: "Cho là không vi phạm",
  witness: "Vũ Văn Chứng, hàng xóm",
}
