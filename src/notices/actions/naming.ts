/** Words of a notice beside the seals of who complained and who objected: they go to the platform, the holder and the public. */
import { journal } from "../../kernel/journal.ts"
import { namesReporter, writerOf } from "../../signals/index.ts"
import { objectionsOf, readNotice } from "../store/notices.ts"
import type { Seat } from "./reading.ts"

/** Names of the fields in which one of them stands; a hit is in the journal, without the words. */
export async function fieldsNamingWriter(
  seat: Seat,
  id: string,
  values: Readonly<Record<string, string>>,
): Promise<string[]> {
  if (Object.values(values).every((text) => text.trim() === "")) return []
  return seat.open(async (tx) => {
    const notice = await readNotice(tx, id, { lock: false })
    if (notice === null) return []
    const sealed = [notice.sealed, ...(await objectionsOf(tx, id)).map((one) => one.sealed)]
    const writers = sealed.map((box) => {
      const inside = JSON.parse(seat.house.keys.open("identity", box).toString("utf8"))
      const { who, contact, said } = inside
      return writerOf({ who: who ?? "", contact: contact ?? "", said: said ?? "" }, [notice.holder ?? ""])
    })
    const named = Object.keys(values).filter((field) =>
      writers.some((one) => namesReporter(values[field] ?? "", one)),
    )
    if (named.length > 0)
      await journal(tx, {
        what: "identity.nearly-written",
        record: { kind: "notice", id },
        details: { fields: named.join(", ") },
      })
    return named
  })
}
