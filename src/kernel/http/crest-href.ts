import type { Crest } from "../installation.ts"

export const crestPath = "/huy-hieu.png"

/** Null: the province gave none. */
export const crestHref = (crest: Crest | null): string | null =>
  crest === null ? null : `${crestPath}?v=${crest.version}`
