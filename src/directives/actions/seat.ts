/** Who does something here: an officer at a desk, or a program that holds a token of a body. */
import { asOfficer, asToken, type Tx } from "../../kernel/db/database.ts"
import type { Keyed } from "../../kernel/db/sending.ts"
import type { House } from "../../kernel/house.ts"
import type { Desk, TokenHolder } from "../../kernel/http/env.ts"

export type Seat = {
  house: House
  bodyId: string
  officerId: string | null
  /** Written beside what is done, as it is called on that day. */
  name: string
  open<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

export function seatOf(desk: Desk): Seat {
  return {
    house: desk.house,
    bodyId: desk.who.bodyId,
    officerId: desk.who.officerId,
    name: desk.officer.name,
    open: (work) => asOfficer(desk.house.db, desk.who, work),
  }
}

export function seatOfToken(
  house: House,
  token: TokenHolder,
  request: { requestId: string; keyed?: Keyed | undefined },
): Seat {
  return {
    house,
    bodyId: token.bodyId,
    officerId: null,
    name: `API ${token.tokenId.slice(0, 8)}`,
    open: (work) => asToken(house.db, { bodyId: token.bodyId, scopes: token.scopes, ...request }, work),
  }
}
