import type { Ctx } from "../../kernel/http/env.ts"
import { scamTypes } from "../../signals/index.ts"

/** The catalogue's tricks in the reader's language, as choices. */
export const tricksFor = (c: Ctx) =>
  scamTypes().map(({ value, label, labelEn }) => ({
    value,
    label: c.get("language") === "en" ? labelEn : label,
  }))
