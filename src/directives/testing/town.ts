/** The small province of `province.ts` behind the real app: its officers signed in, a letter issued. */
import { type Signed, signInAs } from "../../accounts/testing.ts"
import { createApp } from "../../app.ts"
import { asOfficer } from "../../kernel/db/database.ts"
import type { Role } from "../../kernel/http/env.ts"
import type { TestDatabase } from "../../kernel/testing/database.ts"
import { houseOf } from "../../kernel/testing/house.ts"
import { issueDirective } from "../actions/issue.ts"
import type { DirectivePlan } from "../plan.ts"
import { type BodyKey, deskAt, samplePlan } from "./province.ts"

export type Town = {
  app: ReturnType<typeof createApp>
  house: ReturnType<typeof houseOf>
  /** Somebody in that role at that body; asked twice within the hour it is the same session. */
  as(key: BodyKey, role?: Role): Promise<Signed>
  get(path: string, who: Signed): Promise<Response>
  post(path: string, who: Signed, fields?: Record<string, string>): Promise<Response>
  issue(plan?: DirectivePlan): Promise<string>
  /** The assignment of that body whose task stands at `path` in the letter. */
  assignmentOf(directiveId: string, key: BodyKey, path: string): Promise<string>
}

/** `db` has its people already (`peopleIn`). */
export function townOf(db: TestDatabase): Town {
  const house = houseOf(db)
  const app = createApp(house)
  const sessions = new Map<string, Signed>()
  const as: Town["as"] = async (key, role = "leader") => {
    // Where a test's clock moves, a session of yesterday is over.
    const name = `${key} ${role} ${db.clock.now().toISOString().slice(0, 13)}`
    const known = sessions.get(name)
    if (known !== undefined) return known
    const signed = await signInAs(db, { bodySlug: key, role })
    sessions.set(name, signed)
    return signed
  }
  return {
    app,
    house,
    as,
    get: async (path, who) => app.request(path, { headers: who.headers }),
    post: async (path, who, fields = {}) =>
      app.request(path, { method: "POST", headers: who.headers, body: new URLSearchParams(fields) }),
    issue: async (plan = samplePlan()) => {
      const issued = await issueDirective(deskAt(db, "office"), plan)
      if ("refused" in issued) throw new Error(`${issued.refused} ${issued.at} ${issued.detail}`)
      return issued.id
    },
    assignmentOf: (directiveId, key, path) =>
      asOfficer(db, deskAt(db, key).who, async (tx) => {
        const row = await tx
          .selectFrom("assignments")
          .innerJoin("tasks", "tasks.id", "assignments.taskId")
          .select("assignments.id")
          .where("assignments.directiveId", "=", directiveId)
          .where("assignments.bodyId", "=", deskAt(db, key).who.bodyId)
          .where("tasks.path", "=", path)
          .executeTakeFirstOrThrow()
        return row.id
      }),
  }
}
