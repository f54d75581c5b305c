import { CompiledQuery } from "kysely"
import { beforeAll, describe, expect, test } from "vitest"
import { asOfficer } from "../../kernel/db/database.ts"
import { freshDatabase } from "../../kernel/testing/database.ts"
import { moves, type State, states } from "../domain/life.ts"
import {
  asked,
  type Desks,
  decided,
  desksIn,
  finding,
  must,
  type PersonKey,
  recorded,
  transferred,
  verifying,
} from "../testing/hub.ts"
import { findAct } from "./sanction.ts"
import { prosecuteCase, returnCase, signTransfer } from "./transfer.ts"

/** Every state × every other, in SQL, as the role that serves requests: the database refuses what the rules do not know. */
const db = await freshDatabase()
let at: Desks
beforeAll(async () => {
  at = await desksIn(db)
})

const as = (who: PersonKey, text: string, ...values: string[]) =>
  asOfficer(db, at[who].who, (tx) => tx.executeQuery(CompiledQuery.raw(text, values)))

/** A case in that state as if it had come there, whatever hangs on it. */
async function stands(id: string, state: State): Promise<void> {
  await db.admin("alter table cases disable trigger user")
  await db.admin(
    "update cases set state = $2, outcome = case when $2 = 'closed' then 'no-violation' end, returns_to = 'recorded' where id = $1",
    [id, state],
  )
  await db.admin("alter table cases enable trigger user")
}
const goes = (who: PersonKey, id: string, to: State) =>
  as(
    who,
    "update cases set state = $2, outcome = case when $2 = 'closed' then 'no-violation' end where id = $1",
    id,
    to,
  )
const constraint = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return "done"
  } catch (error) {
    return String((error as { constraint?: string }).constraint)
  }
}

describe("each move that the rules do not know", () => {
  const known = new Set(moves())
  const unknown = states.flatMap((from) =>
    states.filter((to) => to !== from && !known.has(`${from} ${to}`)).map((to) => [from, to] as const),
  )
  let id = ""
  beforeAll(async () => {
    id = await transferred(at)
  })
  test("are most of them", () => {
    expect(unknown.length).toBe(states.length * (states.length - 1) - known.size)
  })
  test.each(unknown)(
    "from %s to %s is refused by the database, to the handler and to the police",
    async (from, to) => {
      await stands(id, from)
      expect(await constraint(goes("lan", id, to))).toBe("cases_move")
      expect(await constraint(goes("son", id, to))).toBe("cases_move")
    },
  )
})

describe("a move that the rules know, without what it rests on", () => {
  test("a record without an act", async () => {
    const id = await verifying(at.lan)
    expect(await constraint(goes("lan", id, "recorded"))).toBe("cases_record_an_act")
  })
  test("a decision without a sanction", async () => {
    expect(await constraint(goes("lan", await recorded(at.lan), "decided"))).toBe("cases_decide_in_writing")
  })
  test("a hand-over to nobody", async () => {
    expect(await constraint(goes("lan", await recorded(at.lan), "transferred"))).toBe(
      "cases_transfer_to_somebody",
    )
  })
  test("a prosecution that the police have not written down", async () => {
    const id = await transferred(at)
    expect(await constraint(goes("son", id, "prosecuted"))).toBe("cases_prosecute_in_writing")
    expect(await constraint(goes("lan", id, "prosecuted"))).toBe("cases_move_by_the_police")
  })
  test.each(["verifying", "recorded", "cleared"] as const)(
    "an enterprise that has not answered stops nobody: from prevention to %s",
    async (to) => {
      const id = await asked(at)
      must(await findAct(at.lan, id, finding()))
      expect(await constraint(goes("lan", id, to))).toBe("done")
    },
  )
  test("closed while a clock runs", async () => {
    const id = await recorded(at.lan)
    await stands(id, "cleared")
    expect(await constraint(goes("lan", id, "closed"))).toBe("cases_close_stops_clocks")
  })
  test("closed without an outcome, open with one", async () => {
    const id = await recorded(at.lan)
    await stands(id, "cleared")
    expect(await constraint(as("lan", "update cases set state = 'closed' where id = $1", id))).toBe(
      "cases_closed_with_outcome",
    )
    expect(await constraint(as("lan", "update cases set outcome = 'prevented' where id = $1", id))).toBe(
      "cases_closed_with_outcome",
    )
  })
})

describe("whose step it is", () => {
  test("the hub takes no step while the file is with the police; the police take none of the hub's", async () => {
    const id = await transferred(at)
    for (const to of ["verifying", "recorded", "decided"] as const)
      expect(await constraint(goes("lan", id, to))).toBe("cases_move_by_the_police")
    must(await signTransfer(at.son, id))
    must(await prosecuteCase(at.son, id, { note: "Khởi tố", number: "5/QĐ", decidedOn: "2023-09-15" }))
    expect(await constraint(goes("son", id, "closed"))).toBe("cases_move_by_the_handler")
  })
  test("a file comes back to where it stood, and nowhere else", async () => {
    const id = await transferred(at)
    for (const to of ["verifying", "decided"] as const)
      expect(await constraint(goes("son", id, to))).toBe("cases_return_to_where_they_stood")
    expect(await constraint(goes("son", id, "recorded"))).toBe("done")
  })
  test("whoever is neither moves nothing: the row is not there", async () => {
    const id = await recorded(at.lan)
    for (const who of ["ngoai", "son", "tam"] as const)
      expect(await constraint(goes(who, id, "cleared"))).toBe("done")
    expect((await db.admin("select state from cases where id = $1", [id])).rows[0]?.state).toBe("recorded")
  })
  test("a case opened, an act, a clock, a request, a hand-over: none is written in another body's name", async () => {
    const id = await recorded(at.lan)
    const { lan, son } = at
    const tried = (text: string, ...values: string[]) =>
      expect(as("ngoai", text, id, lan.who.bodyId, ...values)).rejects
    await tried(
      "insert into case_transfers (case_id, body_id, to_body_id, handed_name, reason) values ($1, $2, $3, 'x', 'x')",
      son.who.bodyId,
    ).toThrow(/row-level security/)
    await tried(
      `insert into case_acts (case_id, body_id, violation_id, committed_on, found_on, description, offender_name, offender_kind)
        values ($1, $2, 'x', '2023-09-01', '2023-09-01', 'x', 'x', 'individual')`,
    ).toThrow(/row-level security/)
    await tried(
      "insert into case_clocks (case_id, body_id, purpose, rule_id, start_at) values ($1, $2, 'decide', 'XP-QD-7-2020', '2023-09-01')",
    ).toThrow(/row-level security/)
    expect(
      (await db.admin("select count(*)::int as n from case_acts where case_id = $1", [id])).rows[0]?.n,
    ).toBe(1)
  })
})

describe("one act is sanctioned once; a file that is away takes no sanction until it is back", () => {
  const sanction = `insert into sanctions (act_id, case_id, number, kind, article, amount, range_min, range_max, office, decided_on, decided_name)
    select id, case_id, '2/QĐ', 'fine', 'Đ1', 15000000, 10000000, 20000000, 'inspectorate', '2023-09-15', 'Lan' from case_acts where case_id = $1`
  test("a second decision on the same act is refused by its key, even on a record", async () => {
    const id = await decided(db, at.lan)
    await stands(id, "recorded")
    expect(await constraint(as("lan", sanction, id))).toBe("sanctions_pkey")
  })
  test("neither the hub nor the police write one while the file is away; once returned, the hub does", async () => {
    const id = await transferred(at)
    expect(await constraint(as("lan", sanction, id))).toBe("sanctions_on_a_record")
    expect(await constraint(as("son", sanction, id))).toBe("sanctions_on_a_record")
    must(await returnCase(at.son, id, { reason: "Không đủ dấu hiệu" }))
    expect(await constraint(as("lan", sanction, id))).toBe("done")
  })
  test.each([
    "opened",
    "verifying",
    "preventing",
    "decided",
    "executed",
    "cleared",
    "transferred",
    "prosecuted",
    "closed",
  ] as const)("in the state %s none is written", async (state) => {
    const id = await recorded(at.lan)
    await stands(id, state)
    expect(await constraint(as("lan", sanction, id))).toBe("sanctions_on_a_record")
  })
  test("a decision is neither deleted nor given another amount", async () => {
    const id = await decided(db, at.lan)
    await expect(as("lan", "delete from sanctions where case_id = $1", id)).rejects.toThrow(
      /permission denied/,
    )
    await expect(as("lan", "update sanctions set amount = 1 where case_id = $1", id)).rejects.toThrow(
      /permission denied/,
    )
  })
})
