import { beforeAll, describe, expect, test } from "vitest"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { type State, type Step, states, steps } from "../domain/life.ts"
import { paths } from "../paths.ts"
import { type BodyKey, peopleIn } from "../testing/province.ts"
import { type Town, townOf } from "../testing/town.ts"

const db = await freshDatabase()
let town: Town
beforeAll(async () => {
  await peopleIn(db)
  town = townOf(db)
})

/** The Sở Văn hóa's task 1.1, due on 20 September. */
async function given(): Promise<string> {
  return town.assignmentOf(await town.issue(), "culture", "1.1")
}

type Way = { by: BodyKey; path: (id: string) => string; fields?: Record<string, string>; files?: true }
const ways: Readonly<Record<Step, Way>> = {
  receive: { by: "culture", path: (id) => paths.form(id, "tiep-nhan") },
  plan: {
    by: "culture",
    path: (id) => paths.form(id, "ke-hoach"),
    fields: { text: "Ra quân đợt 1", until: "2023-09-18" },
  },
  report: {
    by: "culture",
    path: (id) => paths.form(id, "tien-do"),
    fields: { text: "Được nửa", percent: "50" },
    files: true,
  },
  finish: {
    by: "culture",
    path: (id) => paths.form(id, "hoan-thanh"),
    fields: { text: "Đã xong" },
    files: true,
  },
  accept: { by: "office", path: (id) => paths.form(id, "nghiem-thu"), fields: { note: "" } },
  return: { by: "office", path: (id) => paths.form(id, "tra-lai"), fields: { reason: "Thiếu số liệu" } },
  askExtension: {
    by: "culture",
    path: (id) => paths.form(id, "gia-han"),
    fields: { wantedOn: "2023-10-10", reason: "Chờ số liệu" },
  },
  grantExtension: {
    by: "office",
    path: (id) => paths.form(id, "gia-han/chap-thuan"),
    fields: { dueOn: "2023-10-05", answer: "" },
  },
  refuseExtension: {
    by: "office",
    path: (id) => paths.form(id, "gia-han/tu-choi"),
    fields: { answer: "Không đủ lý do" },
  },
  withdraw: { by: "office", path: (id) => paths.form(id, "thu-hoi"), fields: { reason: "Giao nhầm" } },
  assign: { by: "culture", path: (id) => paths.form(id, "nguoi-phu-trach") },
}

async function send(step: Step, id: string, by: BodyKey = ways[step].by): Promise<Response> {
  const way = ways[step]
  const who = await town.as(by)
  const fields = step === "assign" ? { officer: who.officerId } : (way.fields ?? {})
  if (way.files !== true) return town.post(way.path(id), who, fields)
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  return town.app.request(way.path(id), { method: "POST", headers: who.headers, body })
}

const stateOf = async (id: string) =>
  (await db.admin("select state from assignments where id = $1", [id])).rows[0]?.state as State

/** The shortest way there; an extension is asked on the way where the step needs one. */
const roads: Readonly<Record<State, readonly Step[]>> = {
  sent: [],
  received: ["receive"],
  planned: ["receive", "plan"],
  "in-progress": ["receive", "report"],
  done: ["receive", "finish"],
  returned: ["receive", "finish", "return"],
  accepted: ["receive", "finish", "accept"],
  withdrawn: ["withdraw"],
}
const needsAsking = (step: Step) => step === "grantExtension" || step === "refuseExtension"

async function at(state: State, step: Step): Promise<string> {
  const id = await given()
  if (needsAsking(step)) await send("askExtension", id)
  for (const each of roads[state]) await send(each, id)
  expect(await stateOf(id)).toBe(state)
  return id
}

const working: readonly State[] = ["received", "planned", "in-progress", "returned"]
/** Written out once more, as an officer would: which steps each state lets through. */
const lawful: Readonly<Record<Step, readonly State[]>> = {
  receive: ["sent"],
  plan: working,
  report: working,
  finish: working,
  accept: ["done"],
  return: ["done"],
  askExtension: ["sent", ...working],
  grantExtension: ["sent", ...working],
  refuseExtension: ["sent", ...working],
  withdraw: ["sent", ...working, "done"],
  assign: ["sent", ...working],
}

describe.each(states)("a task that is %s", (state) => {
  test.each(steps)("lets through, or refuses with its reason, the form of %s", async (step) => {
    const id = await at(state, step)
    const answer = await send(step, id)
    if (lawful[step].includes(state)) {
      expect([answer.status, answer.headers.get("location")]).toEqual([303, `/lam-viec/${id}?xong=${step}`])
      return
    }
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('role="status"')
    expect(await stateOf(id)).toBe(state)
  })

  test.each(steps)("is not there for another body, whoever tries to %s", async (step) => {
    const id = await at(state, step)
    for (const key of ["stranger", "district", "hub"] as const) {
      expect((await send(step, id, key)).status).toBe(404)
      expect((await town.get(paths.assignment(id), await town.as(key))).status).toBe(404)
    }
    expect(await stateOf(id)).toBe(state)
  })
})
