/** The front door of inspections. It loads no page, so that commands may use it. */

export { navOfInspections } from "./nav.ts"
