/** What the pages of an account show. */
import type { Role } from "../../kernel/http/env.ts"

export type SessionView = {
  id: string
  /** `browser/system`, either may be empty. */
  device: string
  beganAt: string
  seenAt: string
  secondFactor: string
  refusedBefore: number
}

export type Seat = { postId: string; bodyId: string; bodyName: string; title: string; role: Role }

export type Account = {
  email: string
  sessions: SessionView[]
  passwordChangedAt: string | null
  hasTotp: boolean
  notices: AccountNotice[]
  recoveryCodesLeft: number
  desks: Seat[]
}

export type OfficerView = {
  postId: string
  officerId: string
  bodyId: string
  name: string
  email: string
  title: string
  role: Role
  validFrom: string
  validTo: string | null
  hasEnded: boolean
}

export type InvitationView = {
  id: string
  bodyId: string
  bodyName: string
  purpose: "post" | "password"
  email: string
  fullName: string
  title: string
  role: Role
  unitId: string | null
  invitedAt: string
  expiresAt: string
  /** A second person has not agreed yet. */
  isWaiting: boolean
  /** Asked by the owner of the account: the second step of signing in stays. */
  keepsSecondStep: boolean
}

/** What waits for a second person. */
export type AskedInvitation = {
  id: string
  bodyName: string
  purpose: "post" | "password"
  email: string
  fullName: string
  title: string
  role: Role
  askedBy: string | null
  invitedAt: string
  expiresAt: string
}

export type AccountNotice = {
  id: string
  at: string
  what:
    | "reset-asked"
    | "recovered"
    | "link-asked"
    | "link-made"
    | "post-asked"
    | "password-replaced"
    | "post-lowered"
    | "post-ended"
    | "post-in-body"
    | "delegated"
  byName: string | null
  /** The person and post that it tells of, where that is somebody else; of one's own post its title. */
  about: string | null
}

export type RecoveryView = { id: string; at: string; fullName: string; bodyName: string }

export type TokenView = {
  id: string
  name: string
  scopes: string[]
  madeByName: string | null
  madeAt: string
  expiresOn: string
  usedOn: string | null
}

export type PostRefusal =
  | "not-found"
  | "own-post"
  | "last-administrator"
  | "serves-elsewhere"
  | "needs-second"
  | "holds"
