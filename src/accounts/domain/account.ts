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
  invitedAt: string
  expiresAt: string
}

export type TokenView = {
  id: string
  name: string
  scopes: string[]
  madeByName: string | null
  madeAt: string
  expiresOn: string
  usedOn: string | null
}

export type PostRefusal = "not-found" | "own-post" | "last-administrator" | "serves-elsewhere"
