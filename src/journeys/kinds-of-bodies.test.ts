/** The database itself keeps a body out of what the law does not give to its kind, whichever way somebody acts. */
import { beforeAll, describe, expect, test } from "vitest"
import { kindsOfBodies, mayBodyOf } from "../accounts/policy.ts"
import { freshDatabase } from "../kernel/testing/database.ts"

const db = await freshDatabase()
const bodies = new Map<string, string>()
beforeAll(async () => {
  for (const kind of kindsOfBodies) {
    const found = await db.admin(
      "insert into bodies (slug, name, kind, valid_from) values ($1, $1, $2, '2020-01-01') returning id",
      [`kind-${kind}`, kind],
    )
    bodies.set(kind, String(found.rows[0]?.id))
  }
})

/** Null where the row was taken: the connection sees past row security, triggers it does not. */
async function refusalOf(text: string, values: readonly string[]): Promise<string | null> {
  try {
    await db.admin(text, [...values])
    return null
  } catch (error) {
    return error instanceof Error && "constraint" in error ? String(error.constraint) : String(error)
  }
}

describe.each(kindsOfBodies)("a body of the kind %s", (kind) => {
  const body = () => bodies.get(kind) ?? ""

  test("opens a case only where the law gives its kind a post that sanctions", async () => {
    const insert =
      "insert into cases (body_id, number, title, opened_name, opened_on) values ($1, '2023-1', 'Vụ thử', 'Thử', '2023-09-15')"
    expect(await refusalOf(insert, [body()])).toBe(mayBodyOf(kind, "case.open") ? null : "cases_kind_of_body")
  })

  test("issues a directive only where it is an authority", async () => {
    const insert = `insert into directives (issuer_body_id, issuer_name, issued_on, kind, subject)
      values ($1, 'Cơ quan thử', '2023-09-15', 'cong-van', 'Việc thử')`
    const refused = await refusalOf(insert, [body()])
    if (mayBodyOf(kind, "directive.issue")) expect(refused).not.toBe("directives_kind_of_body")
    else expect(refused).toBe("directives_kind_of_body")
  })

  test("takes a file over only where it is the police", async () => {
    const insert = `insert into case_transfers (case_id, body_id, to_body_id, handed_name, reason)
      values (uuidv7(), $1, $1, 'Thử', 'Thử')`
    const refused = await refusalOf(insert, [body()])
    if (kind === "police") expect(refused).not.toBe("case_transfers_kind_of_body")
    else expect(refused).toBe("case_transfers_kind_of_body")
  })
})
