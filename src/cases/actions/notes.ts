/** Internal notes on a case and the day to look again: of the body that works on it, and of the police while they hold the file, each apart. */
import { asOfficer } from "../../kernel/db/database.ts"
import type { Desk } from "../../kernel/http/env.ts"
import { addNote, type Noted, setFollowUp } from "../../signals/index.ts"
import { lockCase } from "../store/cases.ts"

export const noteOnCase = (desk: Desk, id: string, { words }: { words: string }): Promise<Noted> =>
  asOfficer(desk.house.db, desk.who, async (tx) =>
    (await lockCase(tx, id)) === null ? { refused: "notFound" } : addNote(tx, desk, { caseId: id }, words),
  )

export const followCase = (
  desk: Desk,
  id: string,
  { followOn: on, followFor: what }: { followOn: string | null; followFor: string | null },
): Promise<Noted> =>
  asOfficer(desk.house.db, desk.who, async (tx) =>
    (await lockCase(tx, id)) === null
      ? { refused: "notFound" }
      : setFollowUp(tx, desk, { caseId: id }, { on, what }),
  )
