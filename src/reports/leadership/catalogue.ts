import type { Lang } from "../../kernel/words.ts"
import { scamTypes as all } from "../../signals/index.ts"

/** Names of tricks by slug. */
export const scamTypes = (lang: Lang): ReadonlyMap<string, string> =>
  new Map(all().map((one) => [one.value, lang === "en" && one.labelEn !== "" ? one.labelEn : one.label]))
