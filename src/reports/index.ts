/** The front door of reports. It loads no page, so that commands may use it. */
export { readFigures, readPeriod } from "./actions/figures.ts"
export { boardPaths } from "./board/paths.ts"
export { footerOfReports, navOfReports } from "./nav.ts"
export { paths as reportPaths } from "./paths.ts"
