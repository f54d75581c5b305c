/** A stage of the demo: when it is told, by which bodies, and under which law. */
import type { FoundAct } from "./case-plan.ts"
import type { Days } from "./days.ts"
import type { StoryName } from "./tip-stories.ts"

export type Stage = {
  /** Part of what makes each tip of the demo the same one each time. */
  key: string
  /** Two stages tell other stories, by other numbers. */
  seed: number
  /** Long over on the program's day: no tip of it waits any more. */
  isPast: boolean
  from: string
  days: Days
  tips: number
  /** Slug and name of the department that leads the field. */
  lead: string
  leadName: string
  /** Places that people name in their tips, by the names of that day. */
  places: readonly string[]
  /** Bodies that write down a call and pass it on, by slug. */
  local: readonly string[]
  /** What an officer finds in a case of this story; null: such a case is still being looked into. */
  act(story: StoryName): FoundAct | null
  /** Who signs decisions, and the printed law against which the post was held where its amounts are not at hand. */
  signs: { office: "chief-inspector" | "science-head"; name: string; source: string | null }
  /** Which law the request to an enterprise names. */
  preventionBasis: string
}
