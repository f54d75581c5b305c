import type { Ctx } from "../../kernel/http/env.ts"
import { scamTypesIn } from "../../signals/index.ts"

/** The catalogue's tricks in the reader's language, as choices. */
export const tricksFor = (c: Ctx) => scamTypesIn(c.get("language"))
