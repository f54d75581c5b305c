/** What people report in the demo: fifteen kinds of stories. How they tell them stands in `tip-tellings.ts`. */
import type { TipPath } from "../signals/domain/intake.ts"

export type Slots = { phone: string; account: string; site: string; money: string; at: number }
/** `target`: whoever fills in the form puts the number into its field. */
export type TipStory = { path: TipPath; target?: boolean }

export const tipStories = {
  police: { path: "identifier", target: true },
  transfer: { path: "money" },
  bank: { path: "identifier" },
  sim: { path: "identifier" },
  tasks: { path: "identifier" },
  cable: { path: "infrastructure" },
  cabinet: { path: "infrastructure" },
  shop: { path: "other" },
  portal: { path: "identifier" },
  deposit: { path: "money" },
  threat: { path: "identifier", target: true },
  spam: { path: "other" },
  obstruction: { path: "infrastructure" },
  leak: { path: "identifier" },
  network: { path: "other" },
} as const satisfies Record<string, TipStory>

export type StoryName = keyof typeof tipStories
export const storyNames = Object.keys(tipStories) as StoryName[]
