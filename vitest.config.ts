import { defineConfig } from "vitest/config"
import { testFiles } from "./src/kernel/testing/projects.ts"
import { slowestFiles } from "./src/kernel/testing/slowest.ts"

/** `.ci/run` reads the counts from here. */
const report = process.env.LIENPHONG_TEST_REPORT

const files = testFiles(import.meta.dirname)
const patience = { testTimeout: 120_000, hookTimeout: 300_000 }
const clusters = ["src/kernel/testing/global-setup.ts"]

/** The files of one worker share what they import: what needs no server keeps no state between them. */
const shared = { isolate: false }

/**
 * Three projects, each file in the one its imports put it in (`src/kernel/testing/projects.ts`). A project none of whose
 * files are asked for starts no cluster. Two workers: the machine it must pass on has two cores.
 */
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    maxWorkers: 2,
    restoreMocks: true,
    unstubEnvs: true,
    reporters:
      report === undefined
        ? ["default", slowestFiles]
        : ["default", slowestFiles, ["json", { outputFile: report }]],

    projects: [
      { extends: true, test: { name: "pure", include: files.pure, ...patience, ...shared } },
      {
        extends: true,
        test: { name: "embedded", include: files.embedded, globalSetup: clusters, ...patience },
      },
      {
        extends: true,
        test: {
          name: "tcp",
          include: files.tcp,
          globalSetup: clusters,
          ...patience,
        },
      },
    ],
  },
})
