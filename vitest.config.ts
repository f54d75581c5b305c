import { defineConfig } from "vitest/config"

/** `.ci/run` reads the counts from here. */
const report = process.env.LIENPHONG_TEST_REPORT

/** Two workers: the suite shares one database cluster, and the machine it must pass on has two cores. */
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "script/**/*.test.ts"],
    globalSetup: ["src/kernel/testing/global-setup.ts"],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
  },
})
