/** The front door. It loads no page, so that commands may use it. */
export {
  type Colleague,
  type Contact,
  colleaguesOf,
  contactsOf,
  nameOfColleague,
  postsHeldIn,
  signersOf,
} from "./actions/colleagues.ts"
export { createOfficer, type OfficerToCreate } from "./actions/create-officer.ts"
export { delegationHoldings } from "./actions/delegation-holdings.ts"
export {
  type FirstAdministrator,
  type FirstInvited,
  inviteFirst,
  inviteFirstAgain,
  inviteFirstAnew,
} from "./actions/inviting-first.ts"
export { tokenHoldings } from "./actions/token-holdings.ts"
export { tokenHolderOf } from "./actions/tokens.ts"
export type { Holding, Leaving, OfficerHolder } from "./holdings.ts"
export { allow, refuse, requireOfficer, requireScope, signedIn } from "./middleware.ts"
export { navOfAccounts } from "./nav.ts"
export { paths as accountPaths } from "./paths.ts"
export { type Action, actions, can, mayBodyOf, roles, rolesThatMay, type Scope } from "./policy.ts"
