/** What became of the things that a tip named, told to whoever holds its receipt: plain sentences that name nobody. */
import type { Tx } from "../../kernel/db/database.ts"
import { formatDay } from "../../kernel/format.ts"
import { localDateOf } from "../../kernel/time.ts"
import type { Lang } from "../../kernel/words.ts"
import type { IndicatorKind } from "../domain/indicator.ts"
import { readHelped } from "../store/helped.ts"
import { helpedWords } from "../words-helped.ts"

/** Stands behind the page that follows a tip (`app.ts`). Empty: nothing to tell yet. */
export async function helpedByTip(tx: Tx, lang: Lang): Promise<string[]> {
  const t = helpedWords[lang]
  const told = await readHelped(tx)
  const many = new Map<string, Set<number>>()
  for (const { kind, thing } of told) many.set(kind, (many.get(kind) ?? new Set()).add(thing))
  const said = told.map(({ kind, what, at, hours }) => {
    const one = t.things[kind as IndicatorKind] ?? t.thing
    // Of several of one kind it is not said which: the page is read on borrowed phones too.
    const called = (many.get(kind)?.size ?? 0) > 1 ? t.oneOf(one) : t.yours(one)
    if (what === "warned") return t.warned(called, formatDay(localDateOf(new Date(at)), lang))
    return hours === null ? t.before[what](called) : t.done[what](called, t.after(hours))
  })
  return [...new Set(said)]
}
