/** The front door of the set-up. It loads no page, so that commands and the start may use it. */
export { linkMinutes, makeLink } from "./actions/links.ts"
export { paths as setupPaths } from "./paths.ts"
