import { sql } from "kysely"
import { describe, expect, test } from "vitest"
import { asJob, asOfficer, asPublic } from "./db/database.ts"
import { journal } from "./journal.ts"
import { sealJournal, verifyJournal } from "./seal.ts"
import { freshDatabase } from "./testing/database.ts"

const officer = {
  officerId: "01890000-0000-7000-8000-000000000001",
  bodyId: "01890000-0000-7000-8000-0000000000b1",
}

async function written(entries: number) {
  const db = await freshDatabase()
  for (let i = 0; i < entries; i += 1) {
    await asOfficer(db, officer, (tx) =>
      journal(tx, { what: "directive.issued", record: { kind: "directive", id: `d${i}` } }),
    )
  }
  return db
}

/**
 * Seals until `entries` are: a transaction of any database of the server, such as another test's, holds the sealing
 * back, as it must. Tried a hundred times, then the test fails with what was sealed.
 */
async function sealed(db: Awaited<ReturnType<typeof written>>, entries: number): Promise<number> {
  let done = 0
  for (let tries = 0; tries < 100 && done < entries; tries += 1) {
    done += await sealJournal(db, db.keys)
    if (done < entries) await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return done
}

describe("the journal", () => {
  test("an officer's entry says who, for which body, when and as which role", async () => {
    const db = await written(1)
    const rows = await asOfficer(db, officer, (tx) => tx.selectFrom("journal").selectAll().execute())
    expect(rows).toMatchObject([
      {
        what: "directive.issued",
        officerId: officer.officerId,
        bodyId: officer.bodyId,
        actedAs: "lp_app",
        at: "2023-09-15T02:00:00.000Z",
      },
    ])
  })

  test("another body does not read it", async () => {
    const db = await written(1)
    const other = { ...officer, bodyId: "01890000-0000-7000-8000-0000000000b2" }
    expect(await asOfficer(db, other, (tx) => tx.selectFrom("journal").selectAll().execute())).toEqual([])
  })

  test("nobody signs an entry with another's name", async () => {
    const db = await written(0)
    const forged = asOfficer(db, officer, (tx) =>
      tx
        .insertInto("journal")
        .values({ what: "directive.issued", officerId: "01890000-0000-7000-8000-000000000009" })
        .execute(),
    )
    await expect(forged).rejects.toThrow(/permission denied/)
  })

  test("no role can change, delete or empty it", async () => {
    const db = await written(1)
    await expect(
      asOfficer(db, officer, (tx) => sql`update journal set what = 'a.b'`.execute(tx)),
    ).rejects.toThrow(/permission denied/)
    await expect(asJob(db, "x", (tx) => sql`delete from journal`.execute(tx))).rejects.toThrow(
      /permission denied/,
    )
    await expect(asPublic(db, (tx) => sql`select from journal`.execute(tx))).rejects.toThrow(
      /permission denied/,
    )
    await expect(db.admin("update journal set what = 'a.b'")).rejects.toThrow(/append-only/)
    await expect(db.admin("truncate journal cascade")).rejects.toThrow(/append-only/)
  })
})

describe("sealing", () => {
  test("sealing twice changes nothing, and the whole chain verifies", async () => {
    const db = await written(5)
    expect(await sealed(db, 5)).toBe(5)
    expect(await sealJournal(db, db.keys)).toBe(0)
    expect(await verifyJournal(db, db.keys)).toMatchObject({
      ok: true,
      sealed: 5,
      unsealed: 0,
      firstBroken: null,
    })
  })

  test("an entry is not sealed while an older transaction is still running", async () => {
    const db = await written(0)
    const older = Promise.withResolvers<void>()
    const first = Promise.withResolvers<void>()
    const running = asOfficer(db, officer, async (tx) => {
      await journal(tx, { what: "directive.issued" })
      first.resolve()
      await older.promise
    })
    await first.promise
    await asOfficer(db, officer, (newer) => journal(newer, { what: "assignment.received" }))
    expect(await sealJournal(db, db.keys)).toBe(0)
    older.resolve()
    await running
    expect(await sealed(db, 2)).toBe(2)
  })

  test("a change made by the superuser is found, and the entry is named", async () => {
    const db = await written(4)
    await sealed(db, 4)
    const third = await db.admin("select journal_id from journal_seals where position = 3")
    await db.admin(
      "alter table journal disable trigger all; update journal set record_id = 'x' where record_id = 'd2'; alter table journal enable trigger all",
    )
    expect(await verifyJournal(db, db.keys)).toMatchObject({
      ok: false,
      firstBroken: { id: Number(third.rows[0].journal_id), why: expect.stringContaining("không khớp") },
    })
  })

  test("an entry deleted by the superuser is found", async () => {
    const db = await written(3)
    await sealed(db, 3)
    await db.admin("set session_replication_role = replica; delete from journal where record_id = 'd1'")
    expect(await verifyJournal(db, db.keys)).toMatchObject({
      ok: false,
      firstBroken: { why: expect.stringContaining("xóa") },
    })
  })

  test("a tail that was cut off is found by the head that was exported before", async () => {
    const db = await written(3)
    await sealed(db, 3)
    const exported = (await verifyJournal(db, db.keys)).head
    await asOfficer(db, officer, (tx) => journal(tx, { what: "directive.issued" }))
    await db.admin(`set session_replication_role = replica;
      delete from journal_heads; delete from journal_seals where position > 1; delete from journal where record_id <> 'd0' or record_id is null`)
    const seal = await db.admin("select position, hash from journal_seals")
    const forged = db.keys.sign(Buffer.from(`lienphong journal head 1 ${seal.rows[0].hash.toString("hex")}`))
    await db.admin("insert into journal_heads (position, hash, key_id, signature) values (1, $1, $2, $3)", [
      seal.rows[0].hash,
      forged.keyId,
      forged.bytes,
    ])
    expect(await verifyJournal(db, db.keys)).toMatchObject({ ok: true })
    expect(await verifyJournal(db, db.keys, exported)).toMatchObject({
      ok: false,
      firstBroken: { why: expect.stringContaining("cắt") },
    })
  })
})
