/**
 * Who may import whom (docs/guide.md). The rooms of a slice, the order of the slices, the kernel that knows none.
 */
const slices = ["organizations", "accounts", "setup", "letters", "directives", "signals", "cases", "inspections", "infrastructure", "sharing", "awareness", "notices", "proposals", "reports", "guides"]
/** Each may import only from those named before it. */
const order = [["organizations"], ["accounts"], ["setup"], ["letters"], ["directives", "signals"], ["cases"], ["inspections", "infrastructure", "sharing"], ["awareness", "notices"], ["proposals"], ["reports"], ["guides"]]
const tests = "\\.test\\.tsx?$|/testing"

const upwards = order.flatMap((level, i) => {
  const above = order.slice(i).flat()
  return level.map(slice => ({
    name: `${slice}-imports-downwards`,
    comment: "Slices form a DAG; to call upwards, write an event to the outbox.",
    severity: "error",
    from: { path: `^src/${slice}/`, pathNot: tests },
    to: { path: `^src/(${above.filter(other => other !== slice).join("|") || "nothing"})/` },
  }))
})

const frontDoors = slices.map(slice => ({
  name: `${slice}-by-its-front-door`,
  comment: "What another slice may use is in index.ts.",
  severity: "error",
  from: { path: "^src/", pathNot: [`^src/${slice}/`, "^src/(app|api|cli|duties|jobs|main|demo)", "^src/journeys/", tests] },
  to: { path: `^src/${slice}/`, pathNot: `^src/${slice}/(index|paths)\\.ts$` },
}))

/** A shape (`import type`) may be named from above or below; what runs may not. */
const room = (name, from, to, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: [`^src/[a-z]+/${from}`, `^src/[a-z]+/[a-z]+/${from}`], pathNot: ["^src/kernel/", tests] },
  to: { path: to, dependencyTypesNot: ["type-only"] },
})

module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "kernel-knows-no-slice", severity: "error", from: { path: "^src/kernel/", pathNot: tests }, to: { path: `^src/(${slices.join("|")}|app|cli|duties|jobs|main)` } },
    room("domain-is-pure", "domain[./]", ["/(store|actions|routes|jobs)[./]", "^src/kernel/(http|db|ui|queue|journal)", "^(fs|net|http|child_process)$"], "Rules answer; they do not fetch."),
    room("store-is-sql", "store[./]", ["/(actions|routes|pages)[./]", "^src/kernel/(http|ui)"], "SQL and nothing above it."),
    room("actions-show-nothing", "actions[./]", "pages/|^src/kernel/ui", "Actions know no page."),
    room("routes-decide-nothing", "routes[./]", ["/store[./]", "^src/kernel/db/(prepare|cluster)"], "HTTP in, HTTP out."),
    room("pages-fetch-nothing", "pages/", ["/(store|actions|routes)[./]", "^src/kernel/db"], "Data in, HTML out."),
    ...upwards,
    ...frontDoors,
    { name: "not-to-test", severity: "error", from: { pathNot: tests }, to: { path: tests } },
    { name: "declared", severity: "error", from: {}, to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    parser: "swc",
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
}
