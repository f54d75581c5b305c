/** The front door of awareness. It loads no page, so that commands may use it. */

export { roundRoom } from "./actions/rooms.ts"
export { awarenessDuties } from "./actions/succession.ts"
export { awarenessWaiting } from "./actions/waiting.ts"
export { campaignHoldings } from "./campaigns/actions/leaving.ts"
export { campaignRoom } from "./campaigns/actions/rooms.ts"
export { campaignsAfter } from "./campaigns/store/campaigns.ts"
export { navOfAwareness, publicNavOfAwareness } from "./nav.ts"
export { paths as awarenessPaths } from "./paths.ts"
export { storiesByTrick } from "./stories/actions/stories.ts"
export type { PublicStory } from "./stories/store/stories.ts"
export { storyWords } from "./stories/words.ts"
export { trickFile } from "./tricks.ts"
