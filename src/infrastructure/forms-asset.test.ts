import { expect, test } from "vitest"
import { isNeverKept } from "../kernel/http/typed.tsx"
import { assetForms, newAsset } from "./forms-asset.ts"

test("no answer about an asset is taken for a secret, so that all of it stands there again after the session ended", () => {
  const asked = [newAsset, ...Object.values(assetForms)].flatMap(({ asks }) => Object.keys(asks))
  expect(asked.filter(isNeverKept)).toEqual([])
  expect(isNeverKept("password")).toBe(true)
})
