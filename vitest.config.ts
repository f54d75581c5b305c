import { defineConfig } from "vitest/config"

/** `.ci/run` reads the counts from here. */
const report = process.env.LIENPHONG_TEST_REPORT

/** What must hold on a province's own server too: stores, isolation, journal, queue. */
const ofDatabase = [
  "src/kernel/db/*.test.ts",
  "src/kernel/{journal,outbox,queue}.test.ts",
  "src/*/{actions,store,numbering}/*.test.ts",
  "src/journeys/isolation.test.ts",
]

/**
 * Everything on the embedded server over its unix socket; what touches the database also on a second cluster over
 * TCP. Two workers: the machine it must pass on has two cores.
 */
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    maxWorkers: 2,
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
    projects: [
      {
        extends: true,
        test: {
          name: "embedded",
          include: ["src/**/*.test.ts", "src/**/*.test.tsx", "script/**/*.test.ts"],
          globalSetup: ["src/kernel/testing/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "tcp",
          include: ofDatabase,
          env: { LIENPHONG_TEST_ON: "tcp" },
          globalSetup: ["src/kernel/testing/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
