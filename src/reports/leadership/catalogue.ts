import type { Lang } from "../../kernel/words.ts"
import { scamTypesIn } from "../../signals/index.ts"

/** Names of tricks by slug. */
export const scamTypes = (lang: Lang): ReadonlyMap<string, string> =>
  new Map(scamTypesIn(lang).map(({ value, label }) => [value, label]))
