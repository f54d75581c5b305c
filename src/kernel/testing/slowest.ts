import type { Reporter, TestModule } from "vitest/node"

const shown = 10

/** Prints the ten slowest test files of a run with more than ten, so that the next one to speed up is known. */
export const slowestFiles: Reporter = {
  onTestRunEnd(modules) {
    if (modules.length <= shown) return
    const slowest = modules
      .map((module) => ({ module, ms: spentOn(module) }))
      .toSorted((a, b) => b.ms - a.ms)
      .slice(0, shown)
    console.log("\nChậm nhất:")
    for (const { module, ms } of slowest) {
      console.log(
        `${(ms / 1000).toFixed(1).padStart(8)} s  ${module.project.name}  ${module.relativeModuleId}`,
      )
    }
  },
}

/** Milliseconds from loading the file to its last hook. */
function spentOn(module: TestModule): number {
  const { setupDuration, collectDuration, duration, prepareDuration } = module.diagnostic()
  return prepareDuration + setupDuration + collectDuration + duration
}
