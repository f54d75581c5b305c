/** For tests of every slice: somebody signed in, without the page that signs them in. */
import { asJob } from "../kernel/db/database.ts"
import type { House } from "../kernel/house.ts"
import type { Desk, Role, SignedIn } from "../kernel/http/env.ts"
import type { TestDatabase } from "../kernel/testing/database.ts"
import { createOfficer } from "./actions/create-officer.ts"
import { hashPassword } from "./actions/secrets.ts"
import { openSession } from "./actions/sign-in.ts"
import { putPasswordHash } from "./store/credentials.ts"

export type Person = {
  /** Made when no body has this slug yet. */
  bodySlug: string
  role: Role
  name?: string
  email?: string
  title?: string
  password?: string
  body?: { name?: string; kind?: string; keepsChart?: boolean; isLead?: boolean }
}

export type Signed = {
  cookie: string
  /** For `app.request(path, { method: "POST", headers, body })`: the cookie, and a browser's word that it is our own page. */
  headers: { cookie: string; "sec-fetch-site": "same-origin" }
  officerId: string
  bodyId: string
  postId: string
  /** For `asOfficer(db, who, …)`. */
  who: { officerId: string; bodyId: string }
}

/** The same person twice is one officer with two sessions. */
export async function signInAs(db: TestDatabase, person: Person): Promise<Signed> {
  const made = await officerOf(db, person)
  const token = await openSession(
    { db, keys: db.keys },
    { officerId: made.officerId, post: made, factor: "none", refusedBefore: 0 },
    { userAgent: "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0", requestId: "test-request" },
  )
  const cookie = `lp_session=${token}`
  const who = { officerId: made.officerId, bodyId: made.bodyId }
  return { cookie, headers: { cookie, "sec-fetch-site": "same-origin" }, ...made, who }
}

/** The desk of somebody who is signed in, for an action called without its page; `officer` is what the action reads of them. */
export function deskOfSigned(house: House, signed: Signed, officer: Partial<SignedIn> = {}): Desk {
  const { officerId, bodyId, postId } = signed
  return {
    house,
    officer: {
      sessionId: officerId,
      officerId,
      bodyId,
      postId,
      name: "",
      bodyName: "",
      bodyKind: "department",
      unitId: null,
      title: "",
      role: "officer",
      isLead: false,
      keepsChart: false,
      ...officer,
    },
    who: { officerId, bodyId, requestId: "test-request" },
  }
}

/** The officer, the body and the post, not signed in. */
export function officerOf(
  db: TestDatabase,
  person: Person,
): Promise<{ officerId: string; postId: string; bodyId: string }> {
  return asJob(db, "test.officers", async (tx) => {
    await tx
      .insertInto("bodies")
      .values({
        slug: person.bodySlug,
        name: person.body?.name ?? person.bodySlug,
        kind: person.body?.kind ?? "department",
        keepsChart: person.body?.keepsChart ?? false,
        isLead: person.body?.isLead ?? false,
      })
      .onConflict((on) => on.column("slug").doNothing())
      .execute()
    const made = await createOfficer(tx, {
      email: person.email ?? `${person.role}@${person.bodySlug}.example`,
      name: person.name ?? `${person.role} ${person.bodySlug}`,
      bodySlug: person.bodySlug,
      role: person.role,
      title: person.title ?? person.role,
    })
    if (person.password !== undefined)
      await putPasswordHash(tx, made.officerId, await hashPassword(person.password))
    return made
  })
}
