/** The front door of notices. It loads no page, so that commands may use it. */

export { noticeRoom } from "./actions/rooms.ts"
export { noticeDuties } from "./actions/succession.ts"
export { noticesWaiting } from "./actions/waiting.ts"
export { footerOfNotices, navOfNotices } from "./nav.ts"
export { paths as noticePaths } from "./paths.ts"
