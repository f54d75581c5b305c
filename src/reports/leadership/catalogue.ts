import { scamTypes as all } from "../../signals/index.ts"

/** Names of tricks by slug. */
export const scamTypes = (): ReadonlyMap<string, string> =>
  new Map(all().map((one) => [one.value, one.label]))
