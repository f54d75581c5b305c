/** The desks of the demo's people, on any day: clock and database both stand there. */
import { asJob } from "../../src/kernel/db/database.ts"
import type { House } from "../../src/kernel/house.ts"
import type { Desk, SignedIn } from "../../src/kernel/http/env.ts"

export type Desks = {
  house: House
  person(email: string, day: string): Desk
  /** Whoever writes for a body; null where nobody sits there. */
  officerOf(bodyId: string, day: string): Desk | null
}

export async function desksOf(house: House): Promise<Desks> {
  const seats = await asJob(house.db, "demo.examples", (tx) =>
    tx
      .selectFrom("officers")
      .innerJoin("posts", "posts.officerId", "officers.id")
      .innerJoin("bodies", "bodies.id", "posts.bodyId")
      .select(["officers.id as officerId", "email", "fullName as name", "bodies.id as bodyId"])
      .select(["bodies.name as bodyName", "posts.id as postId", "posts.title", "posts.role"])
      .select(["bodies.kind as bodyKind", "isLead", "keepsChart"])
      .orderBy("officers.email")
      .limit(1_000)
      .execute(),
  )
  const deskOf = ({ email: _, ...seat }: (typeof seats)[number], day: string): Desk => {
    const clock = { now: () => new Date(`${day}T02:30:00Z`) }
    const { officerId, bodyId } = seat
    return {
      house: { ...house, clock, db: { ...house.db, clock } },
      officer: { ...seat, role: seat.role as SignedIn["role"], sessionId: officerId, unitId: null },
      who: { officerId, bodyId, requestId: "examples" },
    }
  }
  return {
    house,
    person(email, day) {
      const seat = seats.find((one) => one.email === email)
      if (seat === undefined) throw new Error(`nobody signs in as ${email}`)
      return deskOf(seat, day)
    },
    officerOf(bodyId, day) {
      const own = seats.filter((one) => one.bodyId === bodyId)
      const seat = own.find((one) => one.role === "officer") ?? own[0]
      return seat === undefined ? null : deskOf(seat, day)
    },
  }
}
