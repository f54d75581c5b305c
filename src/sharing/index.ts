/** The front door of sharing. It loads no page, so that commands may use it. */

export { helpedByTip } from "./actions/helped.ts"
export { sharingHoldings } from "./actions/leaving.ts"
export { takeBackOwn } from "./actions/own-after-all.ts"
export { readPublished } from "./actions/published.ts"
export { sharingRooms } from "./actions/rooms.ts"
export { sharingDuties } from "./actions/succession.ts"
export { contestsWaiting } from "./actions/waiting.ts"
export { issuerOf } from "./feeds/actions/reading.ts"
export { navOfExchange, navOfSharing } from "./nav.ts"
export { paths as sharingPaths } from "./paths.ts"
export { checkDoor, publicNavOfSharing } from "./public-nav.ts"
export { openFixture } from "./taxii/actions/fixture.ts"
