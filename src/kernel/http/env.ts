import type { Context } from "hono"
import type { Sending } from "../db/sending.ts"
import type { Staged } from "../files.ts"
import type { House } from "../house.ts"
import type { Typed } from "../ui/typed.tsx"
import type { Surroundings } from "./frame.ts"
import type { Moved, Opened } from "./opened.ts"

/** The fields of a form by name, values in the order in which they came. */
export type Lists = Readonly<Record<string, readonly string[]>>

export type Language = "vi" | "en"
export type Role = "clerk" | "officer" | "leader" | "administrator" | "observer"

/** Who is signed in, at which desk: one officer acts for one body at a time. */
export type SignedIn = {
  sessionId: string
  officerId: string
  name: string
  bodyId: string
  bodyName: string
  bodyKind: string
  unitId: string | null
  postId: string
  title: string
  role: Role
  /** The lead department of the field. */
  isLead: boolean
  /** The body that keeps the organisation chart. */
  keepsChart: boolean
}

/** What an action receives: the house, and who asks. `asOfficer(desk.house.db, desk.who, …)` opens its transaction. */
export type Desk = {
  house: House
  officer: SignedIn
  who: { officerId: string; bodyId: string; requestId: string; sending?: Sending | undefined }
}

/** Program access: a token of a body, narrowed by scopes. */
export type TokenHolder = { tokenId: string; bodyId: string; scopes: readonly string[] }

export type Env = {
  Variables: {
    house: House
    requestId: string
    language: Language
    officer: SignedIn | null
    token: TokenHolder | null
    /** Navigation and account menu, see `frame.ts`. */
    surroundings: Surroundings | undefined
    /** The fields of the form, read once (`body.ts`). */
    lists: Promise<Lists> | undefined
    /** The same, once they have been read to their end. */
    sent: Lists | undefined
    /** When the request came, in milliseconds of the house's clock. */
    askedAt: number
    /** Who opened the form that came, when and where (`opened.ts`). */
    opened: Opened | null | undefined
    /** What was typed and must not be lost (`typed.tsx`), who was quicker, and what its fields are called. */
    typed: Typed | undefined
    moved: Moved | undefined
    labels: Readonly<Record<string, string>> | undefined
    /** So much of the body has been read. */
    bytesRead: number | undefined
    /** Files whose form is not taken yet (`staged.ts`). */
    staged: Staged[] | undefined
    /** The token of this answer's forms (`form-token.ts`). */
    formToken: string | undefined
    /** The browser did not say that the request comes from a page of ours: the form's token has to. */
    mustProve: boolean | undefined
    /** What makes this form act once (`once.ts`), and the token it came with. */
    sending: Sending | undefined
    once: string | undefined
  }
}
export type Ctx = Context<Env>

/** The desk of whoever is signed in. Only behind `requireOfficer`. */
export function deskOf(c: Ctx): Desk {
  const officer = c.get("officer")
  if (officer === null) throw new Error("deskOf is behind requireOfficer")
  const requestId = c.get("requestId")
  return {
    house: c.get("house"),
    officer,
    who: { officerId: officer.officerId, bodyId: officer.bodyId, requestId, sending: c.get("sending") },
  }
}
